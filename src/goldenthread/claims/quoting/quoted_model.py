"""A number quoted from a table: what it would be of, and whether that can be."""

import re
from dataclasses import dataclass

from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.tables.cells import Cell
from goldenthread.claims.tables.table import Table

_TABLE = re.compile(
    r"\b[Tt]able\s*(?P<number>\d+(?:\.\d+)*\w?)?\b|\bas\s+shown\s+(?:above|below)\b|\bshown\s+above\b"
    r"|\b[Ss]ee\s+(?:above|below|overleaf|opposite)\b|\b(?:figures|numbers)\s+(?:above|below)\b",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A number that would be of a cell: ``cells`` it may be of (one where the column is named).

    ``plain`` says that row and column are told well enough where the sentence speaks of the table;
    ``sure`` that they are though it does not; ``slip`` that the number differs from a cell by a
    slip of the hand.
    """

    sentence: Sentence
    quantity: Quantity
    table: Table
    row: str
    column: str
    cells: tuple[Cell, ...]
    agrees: bool
    plain: bool
    sure: bool = False
    slip: bool = False


def refers(text: str) -> re.Match[str] | None:
    """Where a sentence says that it speaks of a table."""
    return _TABLE.search(text)
