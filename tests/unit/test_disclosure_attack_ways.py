"""The attack's three ways, each by itself, and the words for a contradiction."""

from datetime import date
from decimal import Decimal

import pytest

from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.attack.algebra import determined
from goldenthread.disclosure.attack.bounds import Wanted, bound
from goldenthread.disclosure.attack.model import gives_away
from goldenthread.disclosure.attack.programmes import Programme
from goldenthread.disclosure.attack.propagation import propagate
from goldenthread.disclosure.attack.system import (
    ContradictionError,
    Row,
    System,
    system_of,
)
from goldenthread.disclosure.publication import Cell, Item, Publication, StatedRule, Sum
from goldenthread.nouns import GoldenThreadError, Symbol

RULE = StatedRule(name="local", threshold=5, narrowest=5)
A, B, C, D, WHOLE = (Cell(name) for name in ("a", "b", "c", "d", "whole"))
ORIGIN = Sum(WHOLE, (A, B))


def a_system(count: int, rows: list[tuple[dict[int, int], int | None, int | None]]) -> System:
    """A system of so many unknowns and these rows."""
    system = System()
    for number in range(count):
        system.variable(Cell(f"x{number}"))
    system.rows = [Row(tuple(terms.items()), low, high, ORIGIN) for terms, low, high in rows]
    return system


def a_publication(*items: Item, sums: tuple[Sum, ...] = ()) -> Publication:
    """A protected release of these items, all of which count children."""
    cells = {cell for item in items for cell in (item.cell, item.base) if cell is not None}
    cells |= {cell for each in sums for cell in (each.whole, *each.parts)}
    return Publication(
        name="made",
        published=date(2024, 9, 30),
        items=items,
        sums=sums,
        sensitive=frozenset(cell.measure for cell in cells),
        rule=RULE,
    )


def printed(cell: Cell, value: str | None, **more: object) -> Item:
    """One printed number, or a hidden one where the value is None."""
    shown = None if value is None else Decimal(value)
    return Item(cell=cell, value=shown, place=f"{cell.measure} and more", **more)  # type: ignore[arg-type]


def test_propagation_narrows_from_row_to_row() -> None:
    system = a_system(3, [({0: 1, 1: 1}, 4, 4), ({1: 2, 2: -1}, None, 0), ({2: 1}, None, 3)])
    propagate(system)
    assert (system.low, system.high) == ([3, 0, 0], [4, 1, 3])


def test_propagation_stops_where_numbers_narrow_for_ever() -> None:
    """x <= 0.9 y and y <= 0.99 x reach nought only after many steps; the programme goes on."""
    rows = [({0: 10, 1: -9}, None, 0), ({1: 100, 0: -99}, None, 0), ({0: 1}, None, 10**9)]
    system = a_system(2, rows)
    propagate(system)
    assert 0 < (system.high[0] or 0) < 10**9
    bound(system, {0: Wanted(hidden=True, interval=True)}, RULE)
    assert (system.low[0], system.high[0]) == (0, 0)


def test_propagation_sees_what_cannot_be() -> None:
    with pytest.raises(ContradictionError):
        propagate(a_system(2, [({0: 1, 1: 1}, 4, 4), ({0: 1}, 5, None)]))


def test_elimination_finds_what_several_sums_fix_however_large() -> None:
    large = 10**30
    system = a_system(
        3, [({0: 1, 1: 1}, large, large), ({1: 1, 2: 1}, large, large), ({0: 1, 2: 1}, 6, 6)]
    )
    found = determined(system, tracked=True)
    assert {at: value for at, (value, _) in found.items()} == {0: 3, 1: large - 3, 2: 3}
    assert found[0][1] == {0: 0.5, 1: -0.5, 2: 0.5}


def test_elimination_leaves_alone_what_is_free() -> None:
    system = a_system(4, [({0: 1, 1: 1, 2: 1}, 9, 9), ({0: 1, 1: 1, 3: 1}, 9, 9)])
    assert determined(system) == {}


def test_elimination_sees_what_cannot_be() -> None:
    with pytest.raises(ContradictionError):
        determined(a_system(2, [({0: 1, 1: 1}, 4, 4), ({0: 2, 1: 2}, 9, 9)]))


def test_programmes_prove_their_limits_and_check_their_points() -> None:
    """Three pairs that may hold 5 between them: 2.5 each in fractions, 2 in whole numbers."""
    pairs = [({0: 1, 1: 1}, None, 5), ({1: 1, 2: 1}, None, 5), ({0: 1, 2: 1}, None, 5)]
    system = a_system(4, [*pairs, ({0: 1, 1: 1, 2: 1, 3: -1}, 0, 0)])
    programme = Programme(system, [0, 1, 2, 3], [0, 1, 2, 3])
    fractions = programme.extreme(3, largest=True)
    assert (fractions.limit, fractions.point) == (7, None)
    assert set(fractions.rows) == {0, 1, 2, 3}
    least = programme.extreme(3, largest=False)
    assert least.limit == 0
    whole = programme.whole_extreme(3, largest=True, nodes=100)
    assert whole.limit == 7
    assert whole.point is not None
    assert whole.point[3] == 7


def test_programmes_see_what_has_no_limit_and_what_cannot_be() -> None:
    system = a_system(2, [({0: 1, 1: -1}, 0, None)])
    assert Programme(system, [0, 1], [0]).extreme(0, largest=True).limit is None
    torn = a_system(3, [({0: 1, 1: 1}, 9, 9), ({1: 1, 2: 1}, 9, 9), ({0: 1, 2: -1}, 1, None)])
    with pytest.raises(ContradictionError):
        Programme(torn, [0, 1, 2], [0, 1, 2]).extreme(0, largest=True)


def test_whole_numbers_leave_less_than_fractions_and_that_is_found() -> None:
    """2a + 2b + 3c = 19: c is odd, so with c from 1 to 3 by its rounding it is 1 or 3, never 2."""
    doubled = (Sum(WHOLE, (A, B)), Sum(Cell("twice"), (WHOLE, WHOLE)))
    system = a_system(3, [({0: 2, 1: 2, 2: 3}, 19, 19), ({2: 1}, None, 2)])
    assert doubled[0].complete
    bound(system, {2: Wanted(hidden=True, interval=True)}, RULE)
    assert (system.low[2], system.high[2]) == (1, 1)


def test_a_count_printed_twice_with_two_values_is_refused() -> None:
    with pytest.raises(GoldenThreadError, match=r"cannot all be right: .*a: 4.*a: 5"):
        attack(a_publication(printed(A, "4"), printed(A, "5")))


def test_a_contradiction_in_whole_numbers_only_is_seen() -> None:
    """A count of 40 cannot be 33.3 per cent of anything to one decimal: 13.32 is no number."""
    base, share = printed(B, "40"), printed(A, "33.3", base=B, per=100, decimals=1)
    with pytest.raises(GoldenThreadError, match=r"\(b: 40\); .*\(a over b: 33\.3\)"):
        attack(a_publication(share, base, printed(A, None)))


def test_a_share_that_rounds_to_nought_is_one_child_at_least() -> None:
    share = Item(cell=A, value=None, symbol=Symbol.LOW, place="s", base=B, per=100, decimals=0)
    found = attack(a_publication(share, printed(B, "399")))
    (hidden,) = found.hidden
    assert (hidden.low, hidden.high) == (1, 1), "at most half of one per cent of 399"


@pytest.mark.parametrize(
    ("low", "high", "hidden", "implied"),
    [
        (0, 0, True, False),
        (3, 3, True, True),
        (40, 40, True, False),
        (0, 5, True, True),
        (0, 6, False, False),
        (3, 7, True, True),
        (3, 8, False, False),
        (6, 7, False, False),
        (0, None, False, False),
    ],
)
def test_what_is_too_much_to_know(low: int, high: int | None, hidden: bool, implied: bool) -> None:
    assert gives_away(RULE, low, high, hidden=True) is hidden
    assert gives_away(RULE, low, high, hidden=False) is implied


def test_whole_time_posts_are_taken_as_printed() -> None:
    """12.5 posts known to all, and 8.0 contacts a post: a hundred contacts."""
    posts = printed(Cell("posts"), "12.5", decimals=1)
    share = printed(A, "8.0", base=posts.cell, per=1, decimals=1)
    publication = a_publication(posts, share, printed(A, None))
    only_children = Publication(
        name="made",
        published=publication.published,
        items=publication.items,
        sums=(),
        sensitive=frozenset({"a"}),
        rule=RULE,
    )
    (hidden,) = attack(only_children).hidden
    assert (hidden.low, hidden.high) == (100, 100)


def test_an_attack_repeated_says_the_same() -> None:
    items = [printed(cell, None) for cell in (A, B, C, D)] + [printed(WHOLE, "23")]
    publication = a_publication(*items, sums=(Sum(WHOLE, (A, B, C, D)),))
    assert attack(publication) == attack(publication)
    assert system_of(publication, RULE).cells == system_of(publication, RULE).cells
