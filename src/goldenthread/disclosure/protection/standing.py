"""What holds each count in its place: the items that print it, and the shares that lean on it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from goldenthread.disclosure.protection.filling import filled
from goldenthread.disclosure.publication.model import Cell, Item, Publication, Sum

Terms = tuple[tuple[Cell, float], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A weighted sum of shifts and its limits; None is no limit above."""

    terms: Terms
    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class Tie:
    """One side of a printed share or rounded number: a weighted sum of shifts is at most ``high``.

    ``item`` is its place among the publication's items.
    """

    terms: Terms
    high: float
    item: int


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Counts that may shift, and what must hold of every shift.

    ``counts`` are the true counts of the cells, or where not even those inside know them, counts
    that fit the rest; None where none do;
    ``exact`` the items that print a cell's count and may be hidden. ``rows`` are limits on
    weighted sums of shifts that hold whatever is hidden: the sums; ``ties`` those that hold while
    their item is in print.
    """

    counts: Mapping[Cell, float | None]
    exact: Mapping[Cell, tuple[int, ...]]
    rows: tuple[Row, ...]
    ties: tuple[Tie, ...]

    @cached_property
    def _touching(self) -> dict[Cell, list[Row | Tie]]:
        touching: dict[Cell, list[Row | Tie]] = {}
        every: tuple[Row | Tie, ...] = (*self.rows, *self.ties)
        for each in every:
            for cell, _ in each.terms:
                touching.setdefault(cell, []).append(each)
        return touching

    def around(self, cell: Cell, steps: int) -> "Standing":
        """The part within so many sums and shares of a cell; all beyond is taken to stay put.

        But for what is left over of a sum in it, which may always shift.
        """
        near, fresh = {cell}, {cell}
        for _ in range(steps):
            beyond = {
                other
                for each in fresh
                for row in self._touching.get(each, ())
                for other, _ in row.terms
            }
            fresh = beyond - near
            if not fresh:
                break
            near |= fresh
        near |= self._slack(near)
        held = {id(row): row for each in near for row in self._touching.get(each, ())}
        inner = [replace(row, terms=_of(row.terms, near)) for row in held.values()]
        return Standing(
            counts={each: self.counts[each] for each in sorted(near)},
            exact={each: self.exact[each] for each in sorted(near) if each in self.exact},
            rows=tuple(row for row in inner if isinstance(row, Row)),
            ties=tuple(row for row in inner if isinstance(row, Tie)),
        )

    def _slack(self, cells: Collection[Cell]) -> set[Cell]:
        """Counts in print nowhere that stand in one sum alone, beside some of ``cells``.

        They take up whatever is left over; to hold them would hold all others of their sum.
        """
        return {
            other
            for cell in cells
            for row in self._touching.get(cell, ())
            for other, _ in row.terms
            if other not in self.exact and len(self._touching[other]) == 1
        }


def _of(terms: Terms, cells: Collection[Cell]) -> Terms:
    return tuple(term for term in terms if term[0] in cells)


def standing(publication: Publication, own: int) -> Standing:
    """How the counts of a publication stand.

    The first ``own`` items may be hidden, where their measure is sensitive; what the others show
    is public for good, and so does not shift.
    """
    known = dict(publication.counts)
    for item in publication.printed():
        if _shows_count(item):
            known.setdefault(item.cell, int(item.value or 0))
    counts = filled(publication, known)
    fixed: set[Cell] = set()
    exact: dict[Cell, list[int]] = {}
    ties: list[Tie] = []
    for at, item in enumerate(publication.items):
        if item.hidden:
            continue
        if not _shows_count(item):
            ties += _tie(at, item, counts)
        elif at < own and item.cell.measure in publication.sensitive:
            exact.setdefault(item.cell, []).append(at)
        else:
            fixed.add(item.cell)
    free = [cell for cell in publication.cells if cell not in fixed]
    inside = frozenset(free)
    rows = [_row(each, counts) for each in publication.sums]
    return Standing(
        counts={cell: counts.get(cell) for cell in free},
        exact={cell: tuple(items) for cell, items in exact.items() if cell in inside},
        rows=tuple(replace(row, terms=_of(row.terms, inside)) for row in rows),
        ties=tuple(replace(tie, terms=_of(tie.terms, inside)) for tie in ties),
    )


def _row(each: Sum, counts: Mapping[Cell, float]) -> Row:
    factors = {each.whole: 1.0}
    for part in each.parts:
        factors[part] = factors.get(part, 0.0) - 1.0
    terms = tuple((cell, factor) for cell, factor in factors.items() if factor)
    if each.complete:
        return Row(terms, 0.0, 0.0)
    known = [counts.get(cell) for cell in (each.whole, *each.parts)]
    found = [count for count in known if count is not None]
    # How many of the whole are in none of the parts; none, where that is not known.
    spare = max(found[0] - sum(found[1:]), 0.0) if len(found) == len(known) else 0.0
    return Row(terms, -spare, None)


def _shows_count(item: Item) -> bool:
    return item.base is None and item.decimals >= 0 and not item.rounded_to


def _tie(at: int, item: Item, counts: Mapping[Cell, float]) -> Iterator[Tie]:
    """The room that a share or a rounded number leaves around the counts, above and below."""
    value = Fraction(item.value or 0)
    half = Fraction(1, 2) / Fraction(10) ** item.decimals
    if item.cell not in counts:
        return
    count = Fraction(counts[item.cell])
    if item.base is None:
        reach = Fraction(item.rounded_to - 1) if item.rounded_to else half
        yield Tie(((item.cell, 1.0),), float(value + reach - count), at)
        yield Tie(((item.cell, -1.0),), float(count - value + reach), at)
        return
    if item.base == item.cell or item.base not in counts:
        return
    base = Fraction(counts[item.base])
    most, least = (value + half) / item.per, (value - half) / item.per
    above = ((item.cell, 1.0), (item.base, -float(most)))
    below = ((item.cell, -1.0), (item.base, float(least)))
    yield Tie(above, float(most * base - count), at)
    yield Tie(below, float(count - least * base), at)
