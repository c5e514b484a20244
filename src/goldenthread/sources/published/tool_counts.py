"""The counts behind the Interactive Tool's percentages, from the releases that print them.

The tool prints a percentage and nothing behind it. What it is worked from stands in the release
the tool reprints; with that, whether a difference is more than chance can be told, and whether
the percentage would give a few children away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from goldenthread.nouns import Symbol, percent
from goldenthread.sources.published.dataset import Strict
from goldenthread.sources.published.star import Star

# The releases withhold counts of one to five.
FEW = 5


class Base(Strict):
    """Where the number that a percentage is of is printed, and as which indicator."""

    source: str
    indicator: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A percentage as it is taken over, and the counts above and below it where known.

    ``held`` is true where it was not taken over.
    """

    value: str
    above: str | None = None
    below: str | None = None
    held: bool = False


def with_counts(
    indicator: str,
    base: Base,
    star: Star,
    places: Sequence[tuple[int, int]],
    values: Sequence[str],
    decimals: int,
) -> tuple[str, list[Cell]]:
    """The percentages of areas (numbered as in the star) and years, and the release of the counts.

    The newest release read is taken for all of them, so that the counts are of one vintage; the
    name is empty where none was read. The count above the line is taken only where it gives the
    very percentage printed.

    A percentage is not taken over where the release withholds the count, and the percentage with
    its base would tell of one to five children, in the count or left over from it; nor where the
    base itself is withheld. Where the release has no row, that cannot be judged, and the
    percentage is repeated as published.
    """
    release, known = star.latest_counts(base.source, base.indicator)
    if not release:
        return "", [Cell(value) for value in values]
    counts = star.latest_counts(base.source, indicator)[1]
    cells = [
        _cell(value, counts.get(place, ""), known.get(place, ""), decimals)
        for place, value in zip(places, values, strict=True)
    ]
    return f"{base.source} {release}", cells


def _cell(value: str, above: str, below: str, decimals: int) -> Cell:
    if not value.replace(".", "", 1).isdigit():
        return Cell(value)
    if not below.isdigit():
        withheld = below == Symbol.CONFIDENTIAL.value
        return Cell(Symbol.CONFIDENTIAL.value, held=True) if withheld else Cell(value)
    if not above.isdigit():
        few = _tells_of_few(Decimal(value), int(below))
        return Cell(Symbol.CONFIDENTIAL.value if few else value, None, below, few)
    gives = percent(Decimal(above), Decimal(below), decimals) == Decimal(value)
    return Cell(value, above if gives else None, below)


def _tells_of_few(percentage: Decimal, below: int) -> bool:
    above = percentage * below / 100
    return any(0 < round(count) <= FEW for count in (above, below - above))
