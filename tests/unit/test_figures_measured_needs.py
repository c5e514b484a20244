"""What an expression needs of the returns: alternatives, columns, days, and a whole year."""

from datetime import date

from goldenthread.figures.measured.known import Reach, needed
from goldenthread.figures.measured.periods import measured_for
from goldenthread.indicators import indicator
from goldenthread.indicators.expression import Expression, Need, Shape, Timing, Told
from goldenthread.nouns import Period
from goldenthread.tables import Return
from tests.factories.journeys import AREA, drawn
from tests.factories.records import records, told

YEAR_END, MIDDLE = Period.day(date(2024, 3, 31)), Period.day(date(2023, 9, 30))


def known(needs: tuple[Need, ...], *returns: Return) -> list[bool]:
    """Whether the end and the middle of the year can be known from some returns."""
    expression = Expression(
        rows=lambda journey: journey, timing=Timing.STOCK, shape=Shape.COUNT, needs=needs
    )
    found = Reach(records(*returns)).known(expression, [YEAR_END, MIDDLE])
    return found.can[0].tolist()


def episodes(column: str, value: str) -> dict:
    return {
        "cla_episodes": drawn(
            "cla_episodes", f"person_id | start_date | {column}\na | 2020-01-01 | {value}"
        )
    }


def test_one_year_s_return_tells_the_twelve_months_up_to_its_last_day() -> None:
    need = Need("cla_episodes", months_before=12)
    assert needed(need, Timing.STOCK, YEAR_END) == (date(2023, 4, 1), date(2024, 3, 31))
    assert needed(need, Timing.EVENT, YEAR_END)[0] == date(2023, 3, 31)
    a_year = told(episodes("in_area", "yes"), "2023-04-01", "2024-03-31")
    assert known((need,), a_year) == [True, False]


def test_a_column_must_be_told_of_somebody() -> None:
    need = Need("cla_episodes", column="distance")
    assert known((need,), told(episodes("distance", "3"))) == [True, True]
    assert known((need,), told(episodes("distance", "-"))) == [False, False]


def test_what_a_list_counts_itself_is_known_on_its_last_day_alone() -> None:
    need = Need("cla_episodes", column="placements_in_year", told=Told.ON_ITS_LAST_DAY)
    a_list = told(episodes("placements_in_year", "3"), "2023-09-30", "2024-03-31")
    assert known((need,), a_list) == [True, False]


def test_rows_about_a_day_tell_that_day_and_no_other() -> None:
    need = Need("cla_yearly_outcomes", told=Told.ON_THE_DAY)
    yearly = drawn("cla_yearly_outcomes", "person_id | year_end\na | 2024-03-31")
    a_year = told({"cla_yearly_outcomes": yearly}, "2023-04-01", "2024-03-31")
    assert known((need,), a_year) == [True, False]


def test_of_needs_of_which_one_is_enough_either_does_and_the_rest_are_needed_too() -> None:
    either = (
        Need("cla_health", months_before=12, one_of="checks"),
        Need("cla_yearly_outcomes", told=Told.ON_THE_DAY, one_of="checks"),
    )
    yearly = drawn("cla_yearly_outcomes", "person_id | year_end\na | 2024-03-31")
    a_return = told({"cla_yearly_outcomes": yearly}, "2023-04-01", "2024-03-31")
    checks = drawn("cla_health", "person_id | check_type | check_date\na | RHA | 2023-05-01")
    a_dataset = told({"cla_health": checks}, "2020-04-01", "2024-03-31")
    assert known(either, a_return) == [True, False]
    assert known(either, a_dataset) == [True, True]
    assert known((*either, Need("missing")), a_dataset, a_return) == [False, False]


def test_a_position_published_for_years_is_the_year_s() -> None:
    year, month = Period.financial_year(2024), Period.month(2024, 2)
    of_year = measured_for(indicator("looked_after_three_or_more_placements"), [year, month])
    assert [each.figure.code for each in of_year] == ["2023-24", "2024-02-29"]
    assert {each.asked.start for each in of_year} == {date(2024, 3, 31), date(2024, 2, 29)}
    of_day = measured_for(indicator("looked_after_children"), [year])
    assert [each.figure.code for each in of_day] == ["2024-03-31"]


def test_the_area_is_the_one_that_tells() -> None:
    need = Need("cla_episodes", column="distance")
    expression = Expression(
        rows=lambda journey: journey, timing=Timing.STOCK, shape=Shape.COUNT, needs=(need,)
    )
    other = told(episodes("distance", "-"), area="822", file="other.csv")
    reach = Reach(records(told(episodes("distance", "3")), other))
    can = reach.known(expression, [YEAR_END]).can[:, 0].tolist()
    assert dict(zip(reach.areas, can, strict=True)) == {AREA: True, "822": False}
