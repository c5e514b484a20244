"""The children whom a percentage leaves over, as counts of their own.

Under a rule that protects them too it is not enough to hide the percentage: where the whole and the
part stay in print, anybody can take one from the other.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from goldenthread.disclosure.attack.system import left_over_of
from goldenthread.disclosure.publication.model import Cell, Item, Publication, StatedRule, Sum

# A percentage said to be 50 to the nearest hundred: it says that a part is at most its whole.
_ANY_SHARE, _NEAREST_HUNDRED = Decimal(50), -2


def remainder(publication: Publication, item: Item, rule: StatedRule) -> Cell | None:
    """The cell of those whom an item leaves over; None where the rule does not protect them."""
    if not rule.complement or item.base is None or item.per != 100:
        return None
    if item.cell.measure not in publication.sensitive or (item.value or 0) > 100:
        return None
    return left_over_of(item.base, item.cell)


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


def with_hidden_shares_told(publication: Publication, rule: StatedRule) -> Publication:
    """The publication with each hidden percentage told so roughly that it says nothing.

    To the attack a remainder is that of a printed percentage; one that was hidden for its
    remainder's sake has to be attacked all the same.
    """
    return replace(publication, items=(*publication.items, *_roughly(publication, rule)))


def _roughly(publication: Publication, rule: StatedRule) -> Iterator[Item]:
    for item in publication.items:
        if item.hidden and remainder(publication, item, rule) is not None:
            yield replace(
                item,
                value=_ANY_SHARE,
                decimals=_NEAREST_HUNDRED,
                symbol=None,
                place=f"what {item.place} leaves over",
            )
