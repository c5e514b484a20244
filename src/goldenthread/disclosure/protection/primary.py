"""Which numbers must be hidden for themselves, and which counts they would give away."""

from fractions import Fraction

from goldenthread.disclosure.protection.remainders import remainder
from goldenthread.disclosure.publication.model import Cell, Item, Publication, StatedRule


def primary(
    publication: Publication, rule: StatedRule, own: int | None = None
) -> dict[int, tuple[Cell, ...]]:
    """The numbers that the rule hides for themselves, each with the cells of few children it shows.

    By their places among the first ``own`` of ``publication.items`` (all, unless said). A share is
    hidden with the count behind it, and with ``complement`` where it leaves few over. A number
    rounded to ten or more shows no small count by itself.
    """
    found = {}
    for at, item in enumerate(publication.items[:own]):
        if cells := _small_cells(publication, item, rule):
            found[at] = cells
    return found


def _small_cells(publication: Publication, item: Item, rule: StatedRule) -> tuple[Cell, ...]:
    sensitive = item.cell.measure in publication.sensitive
    if item.hidden or not sensitive or item.rounded_to or item.decimals < 0:
        return ()
    shown: list[tuple[Cell, Fraction]] = []
    if item.base is None:
        shown.append((item.cell, Fraction(item.value or 0)))
    elif item.cell in publication.counts:
        count = publication.counts[item.cell]
        shown.append((item.cell, Fraction(count)))
        rest, base = remainder(publication, item, rule), publication.counts.get(item.base)
        if rest is not None and base is not None:
            shown.append((rest, Fraction(base - count)))
    return tuple(cell for cell, count in shown if 1 <= count <= rule.threshold)
