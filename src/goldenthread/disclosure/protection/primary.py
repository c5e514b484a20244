"""Which numbers must be hidden for themselves: small counts, and shares that show one."""

from collections.abc import Iterator
from fractions import Fraction

from goldenthread.disclosure.publication.model import Item, Publication, StatedRule


def primary(publication: Publication, rule: StatedRule) -> frozenset[int]:
    """The places, in ``publication.items``, of the numbers that the rule hides for themselves.

    A share is hidden with the count behind it, and with ``complement`` where it leaves few over.
    A number rounded to ten or more shows no small count by itself.
    """
    return frozenset(
        at
        for at, item in enumerate(publication.items)
        if not item.hidden
        and item.cell.measure in publication.sensitive
        and not item.rounded_to
        and item.decimals >= 0
        and any(1 <= count <= rule.threshold for count in _counts(publication, item, rule))
    )


def _counts(publication: Publication, item: Item, rule: StatedRule) -> Iterator[Fraction]:
    """The counts of children that a number shows."""
    if item.base is None:
        yield Fraction(item.value or 0)
        return
    count = publication.counts.get(item.cell)
    base = publication.counts.get(item.base)
    if count is not None:
        yield Fraction(count)
    if rule.complement and item.per == 100 and count is not None and base is not None:
        yield Fraction(base - count)
