"""Made-up children against Luton's published counts: each mean of six years within its bound."""

from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from goldenthread import synthetic
from goldenthread.synthetic.days import number

YEARS = range(2020, 2026)

Tables = dict[str, pa.Table]


@pytest.fixture(scope="module")
def made() -> Tables:
    return synthetic.histories(["821"], YEARS, 2024)


def in_year(rows: pa.Table, day: str, year: int) -> pa.Table:
    days = rows[day]
    if pa.types.is_timestamp(days.type):
        days = days.cast(pa.date32())
    after = pc.greater_equal(days, pa.scalar(date(year - 1, 4, 1)))
    return rows.filter(pc.fill_null(pc.and_(after, pc.less_equal(days, _end(year))), False))


def on(rows: pa.Table, first: str, last: str, year: int) -> pa.Table:
    begun = pc.less_equal(rows[first], _end(year))
    still = pc.fill_null(pc.greater(rows[last], _end(year)), True)
    return rows.filter(pc.and_(begun, still))


def _end(year: int) -> pa.Scalar:
    return pa.scalar(date(year, 3, 31))


def only(rows: pa.Table, column: str, *values: object) -> pa.Table:
    return rows.filter(pc.is_in(rows[column], value_set=pa.array(values)))


def without(rows: pa.Table, column: str, *values: object) -> pa.Table:
    return rows.filter(pc.invert(pc.is_in(rows[column], value_set=pa.array(values))))


def started(name: str, day: str) -> object:
    return lambda made, year: in_year(made[name], day, year).num_rows


def open_on(name: str, last: str = "end_date") -> object:
    return lambda made, year: on(made[name], "start_date", last, year).num_rows


def in_need(made: Tables, year: int) -> int:
    cases = made["cin_episodes"].filter(pc.invert(made["cin_episodes"]["no_further_action"]))
    cases = without(cases, "closure_reason", "RC8", "RC9")
    return on(cases, "referral_date", "closure_date", year).num_rows


def not_in_need(made: Tables, year: int) -> int:
    return only(in_year(made["cin_episodes"], "referral_date", year),
                "closure_reason", "RC8", "RC9").num_rows  # fmt: skip


def looked_after(made: Tables, year: int) -> int:
    rows = without(made["cla_episodes"], "legal_status", "V4")
    return on(rows, "start_date", "end_date", year).num_rows


def entered_care(made: Tables, year: int) -> int:
    rows = only(without(made["cla_episodes"], "legal_status", "V4"), "start_reason", "S")
    return in_year(rows, "start_date", year).num_rows


def share(rows: pa.Table, column: str, *values: object) -> float:
    return 100 * only(rows, column, *values).num_rows / rows.num_rows


def working_days(rows: pa.Table, first: str, last: str) -> np.ndarray:
    from goldenthread.nouns.working_days import FIRST, numbered

    running = np.array([each for _, each in numbered()])
    at = [np.asarray(rows[name].combine_chunks().cast(pa.int32())) - number(FIRST)
          for name in (first, last)]  # fmt: skip
    return running[at[1]] - running[at[0]]


def assessed_in_time(made: Tables, year: int) -> float:
    rows = in_year(made["cin_assessments"], "authorisation_date", year)
    return 100 * float(np.mean(working_days(rows, "start_date", "authorisation_date") <= 45))


def conferences_in_time(made: Tables, year: int) -> float:
    rows = in_year(made["initial_cp_conference"], "conference_date", year)
    timed = rows.filter(pc.is_valid(rows["s47_start_date"]))
    early = working_days(timed, "s47_start_date", "conference_date") <= 15
    return 100 * float(early.sum()) / rows.num_rows


def again(made: Tables, year: int) -> float:
    rows = in_year(made["cp_plans"], "start_date", year)
    return 100 * pc.sum(pc.greater(rows["previous_plans"], 0)).as_py() / rows.num_rows


def re_referred(made: Tables, year: int) -> float:
    rows = made["cin_episodes"].sort_by([("person_id", "ascending"),
                                         ("referral_date", "ascending")])  # fmt: skip
    child = np.asarray(rows["person_id"].combine_chunks().dictionary_encode().indices)
    day = np.asarray(rows["referral_date"].combine_chunks().cast(pa.int32()))
    soon = np.concatenate(([False], (child[1:] == child[:-1]) & (day[1:] - day[:-1] <= 365)))
    of_year = (day >= number(date(year - 1, 4, 1))) & (day <= number(date(year, 3, 31)))
    return 100 * float(soon[of_year].mean())


def contacts_converted(made: Tables, year: int) -> float:
    return share(in_year(made["contacts"], "contact_date", year), "became_referral", True)


def outcomes(column: str) -> object:
    return lambda made, year: share(in_year(made["cla_yearly_outcomes"], "year_end", year),
                                    column, True)  # fmt: skip


# What is published of Luton for the year to March 2024, and how far the mean may lie from it.
FIT = {
    "contacts": (11511, 0.06, started("contacts", "contact_date")),
    "contacts that became referrals, %": (25.7, 0.06, contacts_converted),
    "contacts from the police": (
        3127,
        0.08,
        lambda made, year: only(in_year(made["contacts"], "contact_date", year), "source", "6"
                                ).num_rows,
    ),
    "hub episodes": (760, 0.08, started("mash_episodes", "started_at")),
    "referrals": (3130, 0.06, started("cin_episodes", "referral_date")),
    "assessed and not in need": (1221, 0.08, not_in_need),
    "assessments completed": (3412, 0.08, started("cin_assessments", "authorisation_date")),
    "assessments in 45 working days, %": (87.8, 0.02, assessed_in_time),
    "section 47 enquiries": (1252, 0.08, started("s47_enquiry", "start_date")),
    "initial conferences": (551, 0.10, started("initial_cp_conference", "conference_date")),
    "conferences in 15 working days, %": (79.7, 0.05, conferences_in_time),
    "protection plans started": (387, 0.10, started("cp_plans", "start_date")),
    "protection plans on 31 March": (231, 0.18, open_on("cp_plans")),
    "second or later plans, %": (21.2, 0.22, again),
    "plans for children in need started": (865, 0.12, started("cin_plans", "start_date")),
    "plans for children in need on 31 March": (457, 0.15, open_on("cin_plans")),
    "children in need on 31 March": (1651, 0.08, in_need),
    "children looked after on 31 March": (375, 0.16, looked_after),
    "children who began to be looked after": (162, 0.15, entered_care),
    "yearly health assessments, %": (92.2, 0.04, outcomes("health_assessment")),
    "dental checks, %": (95.3, 0.04, outcomes("teeth_check")),
    "immunisations, %": (75.3, 0.06, outcomes("immunisations")),
}  # fmt: skip


@pytest.mark.parametrize("what", FIT)
def test_the_mean_of_six_years_is_near_what_is_published(made: Tables, what: str) -> None:
    published, bound, of_year = FIT[what]
    mean = np.mean([of_year(made, year) for year in YEARS])
    assert mean == pytest.approx(published, rel=bound)


def test_re_referrals_are_near_what_is_published(made: Tables) -> None:
    # Of the first year it is not known who was referred in the year before.
    mean = np.mean([re_referred(made, year) for year in YEARS[1:]])
    assert mean == pytest.approx(20.8, rel=0.15)


def test_the_years_are_alike_from_the_first(made: Tables) -> None:
    referrals = [FIT["referrals"][2](made, year) for year in YEARS]
    assert min(referrals) > 0.85 * max(referrals)
    cared_for = [looked_after(made, year) for year in YEARS]
    assert min(cared_for) > 0.8 * max(cared_for)


def test_a_council_twice_the_size_has_twice_as_much() -> None:
    small, large = (synthetic.histories({"821": size}, [2024], 5) for size in (0.5, 1.0))
    for name in ("cin_episodes", "contacts", "cla_episodes"):
        assert large[name].num_rows == pytest.approx(2 * small[name].num_rows, rel=0.2)
