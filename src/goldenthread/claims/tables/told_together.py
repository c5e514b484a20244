"""What the rows of a table have together, told in the text beside it.

"Together the five homes have 32 beds", below a table of five homes whose beds make 26.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.tables.cells import Part
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.table import Table

_TOGETHER = re.compile(r"\b(?:together|between them|altogether|combined)\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:the|our|these|all)(?: \w+)? $", re.IGNORECASE)
_OTHERWISE = re.compile(r"\b(?:new|more|fewer|other|further|first|last|next|would|will|planned)\b")
_BESIDE, _FEWEST, _STEM = 2, 3, 4


@dataclass(frozen=True, slots=True)
class Unlike:
    """A sum told of all the rows, and the numbers of its column, which make another."""

    stated: Quantity
    column: str
    parts: tuple[Part, ...]

    @property
    def made(self) -> Fraction:
        """What the rows come to."""
        return sum((each.value for each in self.parts), Fraction(0))


def told_together(sentence: Sentence, tables: Sequence[Table]) -> Iterator[Unlike]:
    """Sums told of so many rows as a table beside has, that its column does not make."""
    text, counts = sentence.text, sentence.quantities
    if len(counts) < len(("rows", "sum")) or not _TOGETHER.search(text):
        return
    rows, stated = counts[0], counts[1]
    if not _ALL.search(text[: rows.start]) or _OTHERWISE.search(text[: stated.end]):
        return
    if stated.measure is not Measure.COUNT or stated.hedge is not Hedge.NONE or not stated.noun:
        return
    for table in tables:
        if table.file != sentence.file:
            continue
        if abs(table.grid.order - sentence.passage.order) > _BESIDE:
            continue
        lines = [row for row in table.rows if not row.empty]
        if len(lines) < _FEWEST or len(lines) != rows.value:
            continue
        if any(row.whole is not Whole.NO or row.of_which for row in lines):
            continue
        noun = stated.noun.lower()[:_STEM]
        columns = [
            each
            for each in table.columns
            if each.sense is Sense.COUNT and each.key.startswith(noun) and " " not in each.key
        ]
        if len(columns) != 1:
            continue
        cells = [table.cells[row.index][columns[0].index].amount for row in lines]
        found = Unlike(stated, columns[0].label, tuple(each for each in cells if each))
        if len(found.parts) == len(lines) and found.made != stated.value:
            yield found
