"""Counts become figures: each unit, nought and not known, the thread, and nothing else."""

from datetime import date

import pytest

from goldenthread.figures.measured import of_text, periods_of
from goldenthread.nouns import GoldenThreadError, Period, Sensitivity, Status, Symbol, Unit
from goldenthread.tables import Records
from tests.factories.journeys import drawn
from tests.factories.records import cells, made_up, measured, records, told

YEAR = Period.financial_year(2024)

REFERRALS = drawn(
    "cin_episodes",
    """person_id | referral_date | referral_id | source
    a | 2022-06-01 | 1 | 2B
    a | 2023-05-01 | 2 | 2B
    b | 2023-05-02 | 3 | 1A
    c | 2024-02-29 | 4 | -""",
)
PLANS = drawn(
    "cp_plans",
    """person_id | start_date | end_date | latest_category
    a | 2023-05-01 | - | NEG
    b | 2023-05-01 | 2024-03-31 | NEG""",
)


def census(start: str = "2022-04-01") -> Records:
    return records(told({"cin_episodes": REFERRALS, "cp_plans": PLANS}, start))


def test_a_count_its_rate_and_the_shares_of_its_parts() -> None:
    found = measured(census(), [YEAR], "referrals")
    wholes = {
        (unit, breakdown): (value, above, below)
        for unit, breakdown, value, above, below in cells(
            found, "unit", "breakdown", "value", "numerator", "denominator"
        )
        if breakdown in ("", "source=Individual", "source=Not known")
    }
    assert wholes == {
        ("count", ""): (3, None, None),
        ("rate_per_10000", ""): (0.5, 3, 60_207),
        ("count", "source=Individual"): (1, None, None),
        ("count", "source=Not known"): (1, None, None),
        ("percent", "source=Individual"): (33.3, 1, 3),
        ("percent", "source=Not known"): (33.3, 1, 3),
    }


def test_a_share_has_its_number_and_its_percentage() -> None:
    found = measured(census(), [YEAR], "re_referrals_within_12_months")
    rows = cells(found, "breakdown", "unit", "value", "numerator", "denominator", "calculation")
    assert [each[1:] for each in rows if each[0] == ""] == [
        ("count", 1, None, None, "1 counted"),
        ("percent", 33.3, 1, 3, "1 of 3, to 1 decimal place"),
    ]


def test_a_stock_is_about_a_day_and_an_event_about_its_period() -> None:
    quarters = periods_of(YEAR, "quarter")
    stock = measured(census(), [YEAR, *quarters], "child_protection_plans_at_31_march")
    kinds = {
        period: kind
        for unit, breakdown, period, kind in cells(
            stock, "unit", "breakdown", "period", "period_kind"
        )
        if (unit, breakdown) == ("count", "")
    }
    assert kinds == {
        "2023-06-30": "day",
        "2023-09-30": "day",
        "2023-12-31": "day",
        "2024-03-31": "year_end",
    }
    events = measured(census(), [YEAR, *quarters], "referrals").table
    assert set(events["period_kind"].to_pylist()) == {"financial_year", "quarter"}


def test_what_is_told_and_has_no_row_is_nought_and_its_percentage_does_not_apply() -> None:
    (third,) = of_text(["2023-24 Q3"])
    counts = measured(census(), [third], "referrals")
    assert [each for each in cells(counts, "unit", "breakdown", "value") if each[1] == ""] == [
        ("count", "", 0)
    ]
    share = measured(census(), [third], "re_referrals_within_12_months")
    assert ("percent", "", None, "z") in cells(share, "unit", "breakdown", "value", "symbol")


def test_a_category_of_another_period_is_nought_in_this_one() -> None:
    found = measured(census(), periods_of(YEAR, "quarter"), "referrals")
    individual = [
        value
        for unit, breakdown, value in cells(found, "unit", "breakdown", "value")
        if (unit, breakdown) == ("count", "source=Individual")
    ]
    assert sorted(individual) == [0, 0, 0, 1]


def test_what_no_return_tells_is_not_known_and_says_what_is_missing() -> None:
    late = census(start="2023-04-01")  # a re-referral needs the year before
    found = measured(late, [YEAR], "re_referrals_within_12_months", "referrals")
    by_name = {
        (name, unit, breakdown): (value, symbol, note)
        for name, unit, breakdown, value, symbol, note in cells(
            found, "indicator", "unit", "breakdown", "value", "symbol", "quality_note"
        )
    }
    assert by_name["referrals", "count", ""] == (3, None, "")
    value, symbol, note = by_name["re_referrals_within_12_months", "percent", ""]
    assert (value, symbol) == (None, Symbol.NOT_AVAILABLE.value)
    assert "cin_episodes" in str(note)
    assert "1 April 2022" in str(note)
    assert found.not_known == 2


def test_where_nothing_asked_for_is_told_the_time_that_is_told_is_named() -> None:
    found = measured(census(), [Period.financial_year(2020)], "referrals")
    assert found.not_known == found.table.num_rows
    assert any("1 April 2022 to 31 March 2024" in note for note in found.notes)
    assert not measured(census(), [YEAR], "referrals").notes


def test_without_a_population_there_is_no_rate_and_it_is_said() -> None:
    found = measured(census(), [YEAR], "referrals", population=None)
    assert "rate_per_10000" not in found.table["unit"].to_pylist()
    assert any("No rates" in note for note in found.notes)


def test_a_month_has_no_rate() -> None:
    found = measured(census(), periods_of(YEAR, "month"), "referrals")
    assert "rate_per_10000" not in found.table["unit"].to_pylist()


def test_the_thread_leads_to_returns_and_definition_and_holds_no_child() -> None:
    (figure,) = [
        each
        for each in measured(census(), [YEAR], "re_referrals_within_12_months").book().figures()
        if each.unit is Unit.PERCENT and not each.breakdown
    ]
    thread = figure.thread
    assert (thread.source, thread.file, thread.digest) == (
        "records.cin_census",
        "census.xml",
        "digest of census.xml",
    )
    basis, _, version = thread.definition.partition("@")
    assert basis == (
        "re_referrals_within_12_months:records"
        "(same_day_referral=no,within_12_months=calendar)"
    )  # fmt: skip
    assert thread.locator == f"cin_episodes, query {version}"
    assert thread.known_since == date(2024, 3, 31)
    assert thread.vintage == "2024"
    assert thread.calculation == "1 of 3, to 1 decimal place"
    assert figure.status is Status.PROVISIONAL
    assert figure.sensitivity is Sensitivity.CHILDREN


def test_a_withheld_figure_keeps_no_count_in_its_thread() -> None:
    figures = measured(census(), [YEAR], "referrals").book().figures()
    for figure in figures:
        hidden = figure.with_symbol(Symbol.CONFIDENTIAL)
        assert hidden.id == figure.id
        assert not any(part.isdigit() for part in hidden.thread.locator.split())
        assert hidden.thread.calculation == "withheld with the value"


def test_another_choice_is_another_definition() -> None:
    name = "re_referrals_within_12_months"
    usual = measured(census(), [YEAR], name).table["definition"][0].as_py()
    other = measured(census(), [YEAR], name, chosen={"within_12_months": "365_days"})
    assert other.table["definition"][0].as_py() != usual
    assert "within_12_months=365_days" in other.table["definition"][0].as_py()


def test_no_identifier_of_a_child_stands_anywhere_in_what_is_measured() -> None:
    these = made_up()
    found = measured(these, [YEAR])
    people = set(these.tables["person"]["person_id"].to_pylist())
    for name in found.table.column_names:
        if found.table.schema.field(name).type == "string":
            values = found.table[name].unique().to_pylist()
            assert not people & {word for value in values if value for word in value.split()}


def test_every_figure_has_a_value_or_a_symbol_and_stands_once() -> None:
    table = measured(made_up(), [YEAR, *periods_of(YEAR, "quarter")]).table
    empty = [
        (value is None) == (symbol is None)
        for value, symbol in zip(
            table["value"].to_pylist(), table["symbol"].to_pylist(), strict=True
        )
    ]
    assert not any(empty)
    key = ["indicator", "unit", "area_code", "period", "breakdown"]
    assert table.select(key).group_by(key).aggregate([]).num_rows == table.num_rows > 500


def test_what_cannot_be_measured_says_so() -> None:
    with pytest.raises(GoldenThreadError, match="not counted from records"):
        measured(census(), [YEAR], "children_population")
    with pytest.raises(GoldenThreadError, match="one day"):
        periods_of(Period.year_end(2024), "month")
    with pytest.raises(GoldenThreadError, match="no period"):
        of_text(["soon"])
