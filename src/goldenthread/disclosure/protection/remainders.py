"""The children whom a percentage leaves over, as counts of their own.

Under a rule that protects them too it is not enough to hide the percentage: where the whole and the
part stay in print, anybody can take one from the other.
"""

from dataclasses import replace

from goldenthread.disclosure.attack.system import left_over
from goldenthread.disclosure.publication.model import Cell, Item, Publication, StatedRule, Sum


def remainder(publication: Publication, item: Item, rule: StatedRule) -> Cell | None:
    """The cell of those whom an item leaves over; None where the rule does not protect them."""
    if not rule.complement or item.cell.measure not in publication.sensitive:
        return None
    return left_over(item)


def with_remainders(publication: Publication, rule: StatedRule) -> Publication:
    """The publication with each remainder as a cell, its count where it is known inside."""
    counts, sums = dict(publication.counts), list(publication.sums)
    for item in publication.items:
        rest = remainder(publication, item, rule)
        if rest is None or item.base is None:
            continue
        sums.append(Sum(item.base, (item.cell, rest)))
        if item.cell in counts and item.base in counts:
            counts[rest] = counts[item.base] - counts[item.cell]
    return replace(publication, counts=counts, sums=tuple(dict.fromkeys(sums)))
