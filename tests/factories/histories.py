"""Little histories of children, made by Hypothesis: every table, one to six children, three years.

A child's days are drawn from a few, each of them an anchor (a year's end, a leap day, the days
about a bank holiday) or a day that stands to another just where a limit lies: a year later, three
months, 15 or 20 or 45 working days, and one day to either side. Two councils have children of the
same identifiers, so that nothing may be counted across them.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from goldenthread.nouns import Period
from goldenthread.nouns.working_days import working_days
from goldenthread.tables import Column, ColumnKind, code_list, table
from tests.factories.localities import POSTCODES
from tests.second_way import Row, months_later

YEARS = (2022, 2023, 2024)
PERIODS = (
    *(Period.month(year, month) for year in (2021, 2022, 2023, 2024) for month in range(1, 13)
      if date(2021, 4, 1) <= date(year, month, 1) <= date(2024, 3, 31)),
    *(Period.quarters(year, quarter) for year in YEARS for quarter in (1, 2, 3, 4)),
    *(Period.financial_year(year) for year in YEARS),
    Period.month(2025, 3), Period.month(2025, 4),  # before and after a stage took others' place
)  # fmt: skip
EARLIEST, LATEST = date(2018, 1, 1), date(2025, 12, 31)
AREAS = ("821", "822")

History = Mapping[str, Sequence[Row]]

_ANCHORS = (
    "2021-04-01 2022-03-31 2022-04-01 2022-12-28 2023-01-31 2023-03-31 2023-04-01 2023-05-09 "
    "2023-08-29 2023-11-30 2024-01-02 2024-02-28 2024-02-29 2024-03-01 2024-03-31 "
    "2025-03-31 2025-04-01"
)
_STEPS_IN_DAYS = (0, 1, 3, 7, 14, 28, 42, 30, 45, 91, 92, 180, 182, 365, 366, 730, 731)
_STEPS_IN_MONTHS = (1, 3, 6, 12, 24, 30)
_STEPS_IN_WORKING_DAYS = (1, 5, 10, 15, 20, 35, 45)


def _working_days_later(day: date, number: int) -> date:
    while number:
        following = day + timedelta(days=1)
        number -= working_days(day, following)
        day = following
    return day


@st.composite
def days(draw: st.DrawFn, at_most: int = 6) -> list[date]:
    """A few days of one child's life with the service, near each other's limits."""
    first = draw(st.sampled_from([date.fromisoformat(each) for each in _ANCHORS.split()]))
    made = [first]
    for _ in range(draw(st.integers(1, at_most - 1))):
        base, before = draw(st.sampled_from(made)), draw(st.booleans())
        how = draw(st.integers(0, 3))
        if how == 0:
            size = draw(st.sampled_from(_STEPS_IN_DAYS))
            day = base + timedelta(days=-size if before else size)
        elif how == 1:
            size = draw(st.sampled_from(_STEPS_IN_MONTHS))
            day = months_later(base, -size if before else size)
        elif how == 2:
            day = _working_days_later(base, draw(st.sampled_from(_STEPS_IN_WORKING_DAYS)))
        else:
            day = draw(st.dates(date(2021, 4, 1), date(2024, 3, 31)))
        day += timedelta(days=draw(st.sampled_from((0, 0, 1, -1))))
        if EARLIEST <= day <= LATEST:
            made.append(day)
    return sorted(set(made))


_WORDS = ("Police", "Schools", "Domestic violence", "Neglect")
_ISSUES = (
    "Domestic violence",
    "Neglect",
    "Information request from another agency",
    "Education, health and care plan request",
)

# Where a list is long, the codes on whose account something counts otherwise come up more often.
_LIKELY_CODES = {
    "referral_source": ("6", "2A", "1C", "10"),
    "closure_reason": ("RC7", "RC8", "RC9", "RC5"),
    "ethnicity": ("WBRI", "MWBC", "CHNE", "NOBT", "REFU", "BAFR"),
    "legal_status": ("C2", "C2", "V2", "V2", "E1", "V4") * 3,
    "episode_start_reason": ("S", "L", "P", "P", "T", "U", "B") * 3,
    "placement_type": ("U6", "U6", "U6", "K2", "T4", "T4", "A5", "A6") * 6,
    "care_leaver_eligibility": ("RELEVANT", "FORMER RELEVANT") * 3,
    "in_touch": ("YES", "NO", "DIED"),
    "health_check": ("IHA", "RHA"),
    "abuse_category": ("NEG", "NEG"),
}
# Numbers that lie at a limit of the column.
_LIKELY_NUMBERS = {"score": (0, 16, 17, 40), "sdq_score": (0, 16, 17, 40)}
_LIKELY_WORDS = {
    "issue": _ISSUES,
    "role": ("Social worker", "SOCIAL WORKER (CIC)", "Personal adviser"),
    "placement_postcode": ("ZZ99 1AA", "ZZ99 2AA"),
    "placement_urn": ("SC999999", "SC999998"),
    "postcode": POSTCODES,
    "home_postcode": POSTCODES,
}
_YEAR_ENDS = tuple(date(year, 3, 31) for year in YEARS)


@cache
def _codes(name: str) -> tuple[str, ...]:
    every = tuple(each.code for each in code_list(name).codes)
    return (*_LIKELY_CODES.get(name, ()), *every)


def _cell(column: Column, pool: Sequence[date]) -> st.SearchStrategy[Any]:
    kind = column.kind
    if kind is ColumnKind.DATE:
        of = _YEAR_ENDS if column.name == "year_end" else list(pool)
        made: st.SearchStrategy[Any] = st.sampled_from(of)
    elif kind is ColumnKind.MOMENT:
        times = st.sampled_from((time(0), time(9), time(13), time(17, 30), time(23, 59)))
        made = st.builds(datetime.combine, st.sampled_from(list(pool)), times)
    elif kind is ColumnKind.CODE:
        made = st.sampled_from(_codes(column.codes))
    elif kind is ColumnKind.FLAG:
        made = st.booleans()
    elif kind is ColumnKind.WHOLE:
        made = st.sampled_from(_LIKELY_NUMBERS.get(column.name, range(6)))
    elif kind is ColumnKind.NUMBER:
        made = st.sampled_from((0.0, 0.5, 19.9, 20.0, 20.1, 60.0))
    else:
        made = st.sampled_from(_LIKELY_WORDS.get(column.name, _WORDS))
    # An empty cell about one time in four, where it may be empty.
    empty = st.integers(0, 3).flatmap(lambda one: st.none() if one == 3 else made)
    return made if column.required else empty


# Days that name a row of another table are mostly one of that table's.
_NAMES_ROW_OF = {
    ("assessment_factors", "start_date"): ("cin_assessments", "start_date"),
    ("cp_reviews", "plan_start_date"): ("cp_plans", "start_date"),
    ("initial_cp_conference", "s47_start_date"): ("s47_enquiry", "start_date"),
    # An episode of care mostly begins where another ended, and in the same placement.
    ("cla_episodes", "start_date"): ("cla_episodes", "end_date"),
    **{("cla_episodes", name): ("cla_episodes", name)
       for name in ("placement_type", "placement_provider", "placement_urn",
                    "placement_postcode")},
}  # fmt: skip
_IDENTIFIES = {
    "referral_id": "cin_episodes",
    "contact_id": "contacts",
    "assessment_id": "cin_assessments",
    "plan_id": "cp_plans",
    "episode_id": "mash_episodes",
}
OWN_IDENTIFIER = {
    "contacts": "contact_id", "cin_episodes": "referral_id", "cin_assessments": "assessment_id",
    "cp_plans": "plan_id", "mash_episodes": "episode_id",
}  # fmt: skip
# Two rows of one key are different things; they come in one return and are rare.
_MAY_STAND_TWICE = {"cin_episodes", "contacts"}


@st.composite
def children(draw: st.DrawFn, tables: Sequence[str], at_most: int = 6) -> dict[str, list[Row]]:
    """Rows of these tables (and ``person``) for one to six children of one council or of two."""
    made: dict[str, list[Row]] = {name: [] for name in ("person", *tables)}
    for number in range(draw(st.integers(1, at_most))):
        area = draw(st.sampled_from(AREAS)) if number else AREAS[0]
        who = {"area": area, "person_id": f"child {number // 2}"}
        if any(row["area"] == area and row["person_id"] == who["person_id"]
               for row in made["person"]):  # fmt: skip
            who["person_id"] += " more"
        pool = draw(days())
        made["person"].append(who | draw(_a_person(pool)))
        for name in tables:
            for _ in range(draw(st.integers(0, 5 if name == "cla_episodes" else 3))):
                row = who | draw(_a_row(name, pool, made, who))
                if _new(name, row, made[name]):
                    made[name].append(row)
    return made


_mostly: st.SearchStrategy[bool] = st.sampled_from((True, True, True, False))


@st.composite
def _a_person(draw: st.DrawFn, pool: Sequence[date]) -> dict[str, Any]:
    columns = table("person").by_name
    named = ("sex", "ethnicity", "disabled", "asylum_seeking", "death_date")
    row: dict[str, Any] = {name: draw(_cell(columns[name], pool)) for name in named}
    years = draw(st.sampled_from((0, 1, 5, 10, 16, 17, 18, 19, 21, 22)))
    born = months_later(draw(st.sampled_from(list(pool))), -12 * years)
    row["birth_date"] = draw(st.sampled_from((born, born + timedelta(days=1), None)))
    row["expected_birth_date"] = draw(st.sampled_from((None, None, born)))
    return row


@st.composite
def _a_row(
    draw: st.DrawFn, name: str, pool: Sequence[date], made: History, who: Row
) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column in table(name).own_columns:
        if column.name == "person_id":
            continue
        if column.name == OWN_IDENTIFIER.get(name):
            row[column.name] = f"{name} {len(made[name]):03}"
            continue
        row[column.name] = draw(_cell(column, pool))
        known = _known(name, column.name, made, who)
        if draw(_mostly) and known:
            row[column.name] = draw(st.sampled_from(known))
    for first, last in (
        ("start_date", "end_date"), ("start_date", "authorisation_date"),
        ("referral_date", "closure_date"), ("started_at", "decided_at"),
        ("asked_at", "answered_at"), ("plan_start_date", "review_date"),
    ):  # fmt: skip
        # Now and then something ends before it begins, as in real returns.
        if row.get(first) and row.get(last) and row[last] < row[first] and draw(_mostly):
            row[first], row[last] = row[last], row[first]
    return row


def _known(name: str, column: str, made: History, who: Row) -> list[Any]:
    """What stands in the table that a column refers to, of the same child."""
    other, value = _NAMES_ROW_OF.get((name, column), (_IDENTIFIES.get(column, ""), column))
    own = (who["area"], who["person_id"])
    theirs = [row for row in made.get(other, ()) if (row["area"], row["person_id"]) == own]
    return [row[value] for row in theirs if row[value] is not None]


def _new(name: str, row: Row, others: Sequence[Row]) -> bool:
    if name in _MAY_STAND_TWICE:
        return True
    key = ("area", *table(name).key)
    return all(any(row[each] != other[each] for each in key) for other in others)
