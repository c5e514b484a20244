"""What hiding a number loses: its stated cost, and a little more the more children it counts."""

from math import log10

from goldenthread.disclosure.publication.model import Item, Publication


def weight(publication: Publication, item: Item) -> float:
    """The loss of hiding one printed number, never nought.

    Totals are read more than the cells they are made of, so a number ten times as large weighs one
    unit more.
    """
    count = publication.counts.get(item.cell, 0)
    return item.cost * (1 + log10(1 + max(count, 0)))
