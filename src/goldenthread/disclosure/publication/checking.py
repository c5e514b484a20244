"""What cannot be, in a release as it was read: each fault is one sentence naming the places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from goldenthread.disclosure.publication.model import (
    BETWEEN_MEASURES,
    Cell,
    Item,
    Publication,
    Sum,
    Total,
)
from goldenthread.nouns import GoldenThreadError

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def check_totals(totals: Iterable[Total]) -> None:
    """Refuse hierarchies that go round in a circle or name a member twice."""
    parts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for total in totals:
        if len(set(total.parts)) != len(total.parts):
            raise GoldenThreadError(
                f"release.toml: {_called(total)} names a member twice: name each once"
            )
        parts[total.dimension, total.whole].update(total.parts)
    for axis, whole in parts:
        if whole in _below(axis, whole, parts):
            raise GoldenThreadError(
                f"release.toml: the totals go round in a circle: {whole} is a part of itself by way"
                " of others; a total cannot be"
            )


def _called(total: Total) -> str:
    kind = "measure" if total.dimension == BETWEEN_MEASURES else total.dimension
    return f"the total of {kind} that is {total.whole}"


def _below(axis: str, start: str, parts: Mapping[tuple[str, str], set[str]]) -> set[str]:
    """Every category met on the way down from one."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        fresh = parts.get((axis, waiting.pop()), set()) - seen
        seen |= fresh
        waiting += fresh
    return seen


def check_spelling(cells: Iterable[Cell], totals: Iterable[Total]) -> None:
    """Refuse one name written in two ways: sums would then miss each other without a word."""
    written: dict[tuple[str, str], str] = {}
    for axis, name in sorted({*_names(cells), *_names_of(totals)}):
        plain = " ".join(name.translate(_DASHES).casefold().split())
        other = written.setdefault((axis, plain), name)
        if other != name:
            kind = "measure" if axis == BETWEEN_MEASURES else axis
            raise GoldenThreadError(
                f"the {kind} {name!r} is also written {other!r}: write it one way throughout"
            )


def _names(cells: Iterable[Cell]) -> Iterator[tuple[str, str]]:
    for cell in cells:
        yield BETWEEN_MEASURES, cell.measure
        yield from cell.at


def _names_of(totals: Iterable[Total]) -> Iterator[tuple[str, str]]:
    for total in totals:
        for name in (total.whole, *total.parts):
            yield total.dimension, name


def exactly_printed(items: Iterable[Item]) -> dict[Cell, tuple[Decimal, str]]:
    """Each cell whose count is printed unrounded, with the count and its place.

    Raises GoldenThreadError where one is printed with two different counts.
    """
    found: dict[Cell, tuple[Decimal, str]] = {}
    for item in items:
        if item.value is None or item.base is not None or item.decimals < 0 or item.rounded_to:
            continue
        value, place = found.setdefault(item.cell, (item.value, item.place))
        if value != item.value:
            raise GoldenThreadError(
                f"{item.cell} is {value:f} in {place} and {item.value:f} in {item.place}: mend one"
            )
    return found


def check_bases(publication: Publication) -> None:
    """Refuse a percentage of something known to all that the release does not print."""
    known = exactly_printed(publication.items)
    for item in publication.items:
        base = item.base
        if base is not None and base.measure not in publication.sensitive and base not in known:
            raise GoldenThreadError(
                f"{item.place} is a share of {base}, which is known to all but printed in no"
                " table: add a table of it, so that what can be worked out with it is seen"
            )


def check_arithmetic(publication: Publication, known: Mapping[Cell, Fraction | int]) -> None:
    """Refuse totals that are not their parts and shares that are not of their counts."""
    for each in publication.sums:
        _check_sum(each, known, publication)
    for item in publication.items:
        if item.value is None or item.cell not in known:
            continue
        count, value, half = Fraction(known[item.cell]), Fraction(item.value), half_unit(item)
        if item.base is not None:
            base = Fraction(known.get(item.base, 0))
            if item.base in known and abs(value * base - item.per * count) > half * base:
                raise GoldenThreadError(
                    f"{item.place}: {item.value:f} is printed, but {item.per} x {count} /"
                    f" {base} is not that"
                )
            if item.base in known and base == 0:
                raise GoldenThreadError(
                    f"{item.place}: {item.value:f} is printed as a share of nothing ({item.base}"
                    " is 0): print a symbol"
                )
        elif item.rounded_to:
            if abs(value - count) >= item.rounded_to or value % item.rounded_to:
                raise GoldenThreadError(
                    f"{item.place}: {item.value:f} is printed, which is not {count} rounded to a"
                    f" multiple of {item.rounded_to}"
                )
        elif item.decimals < 0 and abs(value - count) > half:
            raise GoldenThreadError(
                f"{item.place}: {item.value:f} is printed, which is not {count} rounded"
            )


def half_unit(item: Item) -> Fraction:
    """Half a unit of the last place printed: how far rounding can have moved a number."""
    return Fraction(1, 2) / Fraction(10) ** item.decimals


def _check_sum(each: Sum, known: Mapping[Cell, Fraction | int], publication: Publication) -> None:
    if each.whole not in known:
        return
    whole = known[each.whole]
    parts = [known[part] for part in each.parts if part in known]
    lacking = len(parts) < len(each.parts)
    together = sum(parts, Fraction(0))
    if together > whole or (together < whole and each.complete and not lacking):
        places = _places((each.whole, *each.parts), publication)
        relation = "more than" if together > whole else "not"
        raise GoldenThreadError(
            f"{each.whole} is {whole}, but its parts make {together}, which is {relation} that:"
            f" see {places}"
        )


def _places(cells: Iterable[Cell], publication: Publication) -> str:
    by_cell: dict[Cell, str] = {}
    for item in publication.items:
        if item.base is None:
            by_cell.setdefault(item.cell, item.place)
    named = list(dict.fromkeys(by_cell[cell] for cell in cells if cell in by_cell))
    return ("; ".join(named[:6]) + (" and others" if len(named) > 6 else "")) or "the tables inside"
