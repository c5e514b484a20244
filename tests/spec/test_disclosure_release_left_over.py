"""What nobody wrote down and anybody can work out: the part of a period that is lacking."""

import pytest

from goldenthread.disclosure import release, withstand
from goldenthread.disclosure.implied import implied
from goldenthread.nouns import Figure, GoldenThreadError, Unit
from tests.factories.monthly import local

YEAR = {"2023-24 Q1": 12, "2023-24 Q2": 20, "2023-24 Q3": 15}


def quarters_and_year(year: int) -> list[Figure]:
    """Three quarters, 47 together, and the year; the fourth quarter did not come."""
    return [*(local(value, period) for period, value in YEAR.items()), local(year, "2023-24")]


def left_over(figures: list[Figure]) -> dict[str, int]:
    return {each.period.code: int(each.value or 0) for each in implied(figures).values()}


def withheld(figures: list[Figure]) -> list[str]:
    out = release(figures)
    withstand({figure.id: figure for figure in figures}, out)
    assert out.keys() == {figure.id for figure in figures}
    return [each.figure.period.code for each in out.values() if each.withheld]


def test_three_children_of_a_quarter_that_never_came_are_not_given_away():
    assert left_over(quarters_and_year(50)) == {"2023-24 Q4": 3}
    assert len(withheld(quarters_and_year(50))) == 1


def test_thirty_of_a_quarter_that_never_came_are_nobodys_secret():
    assert left_over(quarters_and_year(77)) == {"2023-24 Q4": 30}
    assert withheld(quarters_and_year(77)) == []


def test_the_gate_finds_it_where_nothing_was_withheld():
    figures = quarters_and_year(50)
    inside = {figure.id: figure for figure in figures}
    apart = {figure.id: release([figure])[figure.id] for figure in figures}
    with pytest.raises(GoldenThreadError, match="2023-24 Q4"):
        withstand(inside, apart)


def test_months_and_quarters_may_stand_in_one_year():
    figures = [*quarters_and_year(60)[:-1], local(60, "2023-24"), local(4, "2024-01")]
    assert left_over(figures) == {"2024-02 to 2024-03": 9}
    assert left_over([*figures, local(5, "2024-03")]) == {"2024-02": 4}
    # The quarter's own months are all there: nothing is left over.
    assert left_over([*figures, local(5, "2024-03"), local(4, "2024-02")]) == {}


def test_the_counts_behind_shares_tell_as_much():
    figures = [
        local(50, period, unit=Unit.PERCENT, decimals=1, numerator=count, denominator=2 * count)
        for period, count in {**YEAR, "2023-24": 50}.items()
    ]
    assert left_over(figures) == {"2023-24 Q4": 3}


def test_where_it_cannot_be_so_or_is_told_nothing_is_left_over():
    # Children seen in several quarters are counted once in the year.
    assert left_over(quarters_and_year(40)) == {}
    # Somebody keeps the fourth quarter back: the ordinary attack looks after it.
    assert left_over([*quarters_and_year(50), local(3, "2023-24 Q4")]) == {}
    # Two stretches are lacking, and many are left over: of neither is anything known.
    assert left_over([local(12, "2023-24 Q2"), local(50, "2023-24")]) == {}


def two_quarters_and_year(year: int) -> list[Figure]:
    """The second and the last quarter, 32 together, and the year; two others did not come."""
    return [local(20, "2023-24 Q2"), local(12, "2023-24 Q4"), local(year, "2023-24")]


def test_three_children_of_two_quarters_that_never_came_are_not_given_away_either():
    figures = two_quarters_and_year(35)
    assert left_over(figures)["2023-24 Q1"] == 3
    assert left_over(figures)["2023-24 Q3"] == 0
    assert len(withheld(figures)) == 1
    assert withheld(two_quarters_and_year(45)) == []


def test_a_month_beside_its_quarter_alone_is_withheld_where_few_are_left_for_the_others():
    assert withheld([local(7, "2023-24 Q4"), local(6, "2024-02")]) == ["2024-02"]
    assert withheld([local(16, "2023-24 Q4"), local(6, "2024-02")]) == []
