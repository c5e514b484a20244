"""A publication as the whole of its numbers: cells, what is printed of them, how they add up."""

from goldenthread.disclosure.publication.ledger import add_to_ledger, combined, read_ledger
from goldenthread.disclosure.publication.model import (
    Cell,
    Item,
    Publication,
    StatedRule,
    Sum,
    Total,
)
from goldenthread.disclosure.publication.reading import read_publication
from goldenthread.disclosure.publication.sums import sums_of
from goldenthread.disclosure.publication.writing import write_publication

__all__ = [
    "Cell",
    "Item",
    "Publication",
    "StatedRule",
    "Sum",
    "Total",
    "add_to_ledger",
    "combined",
    "read_ledger",
    "read_publication",
    "sums_of",
    "write_publication",
]
