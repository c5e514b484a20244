"""What nobody wrote down and anybody can work out: the part of a period that is lacking."""

import pytest

from goldenthread.disclosure import release, withstand
from goldenthread.disclosure.implied import implied
from goldenthread.disclosure.release import ours
from goldenthread.nouns import Figure, GoldenThreadError, Symbol, Unit
from tests.factories.monthly import local

YEAR = {"2023-24 Q1": 12, "2023-24 Q2": 20, "2023-24 Q3": 15}


def quarters_and_year(year: int) -> list[Figure]:
    """Three quarters, 47 together, and the year; the fourth quarter did not come."""
    return [*(local(value, period) for period, value in YEAR.items()), local(year, "2023-24")]


def looked_at(figures: list[Figure]) -> set[str]:
    """The periods that nobody told of which something can be worked out."""
    return {each.period.code for each in implied(figures, ours).figures.values()}


def withheld(figures: list[Figure]) -> list[str]:
    out = release(figures)
    withstand({figure.id: figure for figure in figures}, out)
    assert out.keys() == {figure.id for figure in figures}
    return [each.figure.period.code for each in out.values() if each.withheld]


def test_three_children_of_a_quarter_that_never_came_are_not_given_away():
    assert looked_at(quarters_and_year(50)) == {"2023-24 Q4"}
    assert len(withheld(quarters_and_year(50))) == 1


def test_thirty_of_a_quarter_that_never_came_are_nobodys_secret():
    assert withheld(quarters_and_year(77)) == []


def test_the_gate_finds_it_where_nothing_was_withheld():
    figures = quarters_and_year(50)
    inside = {figure.id: figure for figure in figures}
    apart = {figure.id: release([figure])[figure.id] for figure in figures}
    with pytest.raises(GoldenThreadError, match="2023-24 Q4"):
        withstand(inside, apart)


def test_months_and_quarters_may_stand_in_one_year():
    figures = [*quarters_and_year(53)[:-1], local(53, "2023-24"), local(4, "2024-01")]
    # Six are left for the quarter: four of January, withheld, and two more. Of six either may be
    # any number, and nothing else need go.
    assert looked_at(figures) == {"2024-02 to 2024-03"}
    assert withheld(figures) == ["2024-01"]
    # Of five too much would be known.
    fewer = [*quarters_and_year(52)[:-1], local(52, "2023-24"), local(4, "2024-01")]
    assert len(withheld(fewer)) == 2
    # The quarter's own months are all there: nothing is left over.
    months = [local(12, month) for month in ("2024-01", "2024-02", "2024-03")]
    assert withheld([*quarters_and_year(83), *months]) == []


def test_the_counts_behind_shares_tell_as_much():
    figures = [
        local(50, period, unit=Unit.PERCENT, decimals=1, numerator=count, denominator=2 * count)
        for period, count in {**YEAR, "2023-24": 50}.items()
    ]
    assert looked_at(figures) == {"2023-24 Q4"}
    safe = [each.figure for each in release(figures).values()]
    assert any(each.value is None or each.numerator is None for each in safe)


def test_where_it_cannot_be_so_or_is_told_nothing_is_left_over():
    # Children seen in several quarters are counted once in the year.
    assert withheld(quarters_and_year(40)) == []
    # Somebody keeps the fourth quarter back: the ordinary attack looks after it.
    assert looked_at([*quarters_and_year(50), local(3, "2023-24 Q4")]) == set()
    # Two stretches are lacking, and many are left over: of neither is anything known.
    assert withheld([local(12, "2023-24 Q2"), local(50, "2023-24")]) == []


def test_a_quarter_that_is_said_not_to_be_there_is_not_one_that_is_kept_back():
    never = local(None, "2023-24 Q4", symbol=Symbol.NOT_AVAILABLE)
    assert len(withheld([*quarters_and_year(50), never])) == 1


def two_quarters_and_year(year: int) -> list[Figure]:
    """The second and the last quarter, 32 together, and the year; two others did not come."""
    return [local(20, "2023-24 Q2"), local(12, "2023-24 Q4"), local(year, "2023-24")]


def test_three_children_of_two_quarters_that_never_came_are_not_given_away_either():
    figures = two_quarters_and_year(35)
    assert len(withheld(figures)) == 1
    assert withheld(two_quarters_and_year(45)) == []


def test_a_month_beside_its_quarter_alone_is_withheld_where_few_are_left_for_the_others():
    assert withheld([local(7, "2023-24 Q4"), local(6, "2024-02")]) == ["2024-02"]
    assert withheld([local(16, "2023-24 Q4"), local(6, "2024-02")]) == []
