"""What nobody wrote down and anybody can work out: the categories and areas that are lacking."""

import pytest

from goldenthread.disclosure import release, withstand
from goldenthread.nouns import Area, AreaKind, Figure, GoldenThreadError, Symbol, Unit
from tests.factories.monthly import local

MONTH = "2024-01"


def contacts(whole: int, **categories: int) -> list[Figure]:
    """All contacts of a month, and those of some of its sources."""
    parts = [local(count, MONTH, f"source={name}") for name, count in categories.items()]
    return [local(whole, MONTH), *parts]


def withheld(figures: list[Figure]) -> list[str]:
    out = release(figures)
    withstand({figure.id: figure for figure in figures}, out)
    assert out.keys() == {figure.id for figure in figures}
    return [str(each.figure.breakdown) for each in out.values() if each.withheld]


def test_two_of_thirty_contacts_are_not_given_away_by_the_twenty_eight_of_one_source():
    assert len(withheld(contacts(30, Police=28))) == 1


def test_the_commonest_of_a_larger_total_say_nothing_of_any_one_of_the_rest():
    assert withheld(contacts(846, Police=300, Schools=212)) == []


def test_the_gate_finds_it_where_nothing_was_withheld():
    figures = contacts(30, Police=17, Schools=11)
    inside = {figure.id: figure for figure in figures}
    apart = {figure.id: release([figure])[figure.id] for figure in figures}
    with pytest.raises(GoldenThreadError, match="in none of those told"):
        withstand(inside, apart)


def test_shares_of_one_number_give_away_as_much_as_counts():
    figures = [
        local(
            round(100 * count / 30, 1),
            MONTH,
            f"source={name}",
            unit=Unit.PERCENT,
            decimals=1,
            numerator=count,
            denominator=30,
        )
        for name, count in {"Police": 17, "Schools": 11}.items()
    ]
    safe = release(figures).values()
    told = [each.figure.numerator for each in safe]
    assert None in told or any(each.withheld for each in safe)


def test_a_category_within_a_category_is_one():
    figures = [
        local(40, MONTH),
        local(25, MONTH, "source=Police"),
        local(15, MONTH, "source=Schools"),
        local(22, MONTH, "age=10-15;source=Police"),
    ]
    assert len(withheld(figures)) == 1


def test_where_a_child_may_stand_twice_nothing_is_left_over():
    assert withheld([local(30, MONTH), local(28, MONTH, "factor=Neglect")]) == []


def test_a_category_that_never_came_is_not_one_that_is_kept_back():
    never = local(None, MONTH, "source=Schools", symbol=Symbol.NOT_AVAILABLE)
    assert len(withheld([*contacts(30, Police=28), never])) == 1


BOROUGHS = [Area(f"99{at}", f"Borough {at}", AreaKind.COUNCIL) for at in (1, 2, 3)]
TOGETHER = Area(
    "three-boroughs",
    "Three boroughs",
    AreaKind.PARTNERSHIP,
    members=tuple(each.code for each in BOROUGHS),
)


def boroughs(whole: int, *counts: int) -> list[Figure]:
    """A count of three boroughs together, and of those that told theirs."""
    told = zip(counts, BOROUGHS, strict=False)
    return [local(whole, MONTH, area=TOGETHER), *(local(n, MONTH, area=at) for n, at in told)]


def test_three_children_of_a_borough_that_sent_nothing_are_not_given_away():
    assert len(withheld(boroughs(40, 22, 15))) == 1
    # Of two boroughs together three children are known, and so few of either.
    assert len(withheld(boroughs(25, 22))) == 1


def test_thirty_of_a_borough_that_sent_nothing_are_nobodys_secret():
    assert withheld(boroughs(70, 22, 18)) == []
    assert withheld(boroughs(37, 22, 15)) == []


def test_what_one_borough_tells_by_source_the_others_have_by_source_too():
    figures = [*boroughs(83, 42, 32), local(8, MONTH, "source=Schools", area=BOROUGHS[2])]
    # Nine are left for the third borough, and one of those came from elsewhere than its schools.
    assert len(withheld(figures)) == 1
