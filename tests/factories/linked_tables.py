"""Random small tables with margins, hidden cells, rounding and shares, for attacks to be tried on.

``draw`` is anything that chooses: Hypothesis's own, so that a failing case shrinks.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

from goldenthread.disclosure.publication import (
    Cell,
    Item,
    Publication,
    StatedRule,
    Total,
    sums_of,
)
from goldenthread.nouns import round_half_away

Choose = Callable[[Sequence[Any]], Any]
ALL = "All"
PUBLISHED = date(2024, 9, 30)

# A place: a category on each dimension, ``ALL`` for the margin.
Place = tuple[str, ...]


@dataclass(frozen=True)
class Made:
    """A protected release, with the truth behind it and the innermost places each place sums."""

    publication: Publication
    inner: tuple[Place, ...]
    made_of: Mapping[Place, tuple[Place, ...]]
    truth: Mapping[Place, int]

    def place(self, cell: Cell) -> Place:
        """The place of a cell of the release."""
        return tuple(category for _, category in cell.at)

    def cell(self, place: Place) -> Cell:
        """The cell at a place."""
        return cell_at(place)


def cell_at(place: Place) -> Cell:
    """The cell at a place, its dimensions called d0, d1 and so on."""
    return Cell.of("contacts", {f"d{axis}": category for axis, category in enumerate(place)})


def made(
    choose: Choose,
    sizes: Sequence[int],
    *,
    shares: int,
    counts: Sequence[int],
    faces_only: bool = False,
) -> Made:
    """A table of these sizes with every margin; some cells unprinted, hidden or rounded.

    With ``faces_only`` no innermost cell is printed, as where each table shows two dimensions.
    """
    axes = [tuple(f"{chr(97 + axis)}{at}" for at in range(size)) for axis, size in enumerate(sizes)]
    inner = tuple(product(*axes))
    values = {place: choose(counts) for place in inner}
    places = tuple(product(*((*axis, ALL) for axis in axes)))
    made_of = {
        place: tuple(
            each
            for each in inner
            if all(category in (ALL, own) for category, own in zip(place, each, strict=True))
        )
        for place in places
    }
    truth = {place: sum(values[each] for each in made_of[place]) for place in places}
    items = [
        _item(choose, place, truth[place], margin=ALL in place)
        for place in places
        if not (faces_only and place in values)
    ]
    items += [_share(choose, places, truth) for _ in range(shares)]
    totals = tuple(Total(f"d{axis}", ALL, members) for axis, members in enumerate(axes))
    kept = tuple(item for item in items if item is not None)
    cells = {cell for item in kept for cell in (item.cell, item.base) if cell is not None}
    rule = StatedRule(
        name="made", threshold=choose((2, 3, 5)), narrowest=choose((2, 3, 5)), complement=False
    )
    publication = Publication(
        name="made",
        published=PUBLISHED,
        items=kept,
        sums=sums_of(cells, totals),
        sensitive=frozenset({"contacts"}),
        totals=totals,
        rule=rule,
    )
    return Made(publication, inner, made_of, truth)


def _item(choose: Choose, place: Place, count: int, *, margin: bool) -> Item | None:
    fates = ("unprinted", "hidden", "rounded", *["printed"] * (12 if margin else 2))
    fate = choose(fates if margin else (*fates, "hidden", "hidden", "hidden"))
    if fate == "unprinted":
        return None
    if fate == "rounded":
        value = round_half_away(count, -1)
        return Item(cell=cell_at(place), value=value, decimals=-1, place="made")
    shown = None if fate == "hidden" else Decimal(count)
    return Item(cell=cell_at(place), value=shown, place="made")


def _share(choose: Choose, places: Sequence[Place], truth: Mapping[Place, int]) -> Item | None:
    place = choose(places)
    axis = choose(range(len(place)))
    base = tuple(ALL if at == axis else category for at, category in enumerate(place))
    if base == place or not truth[base]:
        return None
    decimals = choose((0, 1))
    value = round_half_away(Fraction(100 * truth[place], truth[base]), decimals)
    return Item(
        cell=cell_at(place),
        value=value,
        base=cell_at(base),
        per=100,
        decimals=decimals,
        place="made",
    )


def consistent(made: Made, inside: Mapping[Place, Any]) -> list[Any]:
    """What must be true of inner counts for all that is printed; works on numbers and arrays."""

    def value(cell: Cell) -> Any:
        return sum(inside[each] for each in made.made_of[made.place(cell)])

    found = []
    for item in made.publication.printed():
        count, printed = value(item.cell), Fraction(item.value or 0)
        scale = 2 * 10 ** max(item.decimals, 0)
        if item.base is not None:
            base = value(item.base)
            found += [
                base > 0,
                scale * 100 * count <= (int(printed * scale) + 1) * base,
                scale * 100 * count >= (int(printed * scale) - 1) * base,
            ]
        elif item.decimals < 0:
            found += [count <= int(printed) + 5, count >= int(printed) - 5]
        else:
            found.append(count == int(printed))
    return found


def size(sizes: Sequence[int]) -> int:
    """How many inner cells a table of these sizes has."""
    return prod(sizes)
