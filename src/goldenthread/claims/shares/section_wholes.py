"""The numbers near a sentence that a share of it may be of: in its section, prose and tables."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.documents.model import Grid, Passage
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.hedges import BOUNDED
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.cells import Sort, read_cell

# So many blocks back and on a reader still has a number in mind.
_BACK, _ON = 14, 8
_MOST_CELLS = 1_000


@dataclass(frozen=True, slots=True)
class Whole:
    """A number that shares may be of: ``quantity`` and ``sentence`` where prose tells it.

    ``order`` is the place of its block in the document; ``at`` that of its sentence.
    """

    interval: Interval
    value: Fraction
    measure: Measure
    order: int
    at: int
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Every number of a document that shares may be of, by the order of its block."""

    wholes: tuple[Whole, ...]
    orders: tuple[int, ...]

    def around(self, order: int) -> tuple[Whole, ...]:
        """Those a reader of this block still has, or soon will have, in mind."""
        first = bisect_left(self.orders, order - _BACK)
        return self.wholes[first : bisect_right(self.orders, order + _ON)]


def sections(reading: Reading) -> dict[str, Section]:
    """The numbers of every document read, by its file; found once."""
    return dict(reading.once(_sections))


def _sections(reading: Reading) -> Iterator[tuple[str, Section]]:
    told: dict[str, list[Whole]] = {}
    for at, sentence in enumerate(reading.sentences):
        told.setdefault(sentence.file, []).extend(_in_prose(at, sentence))
    for document, grid in reading.grids:
        told.setdefault(document.file, []).extend(_in_table(grid))
    for file, wholes in told.items():
        wholes.sort(key=lambda each: each.order)
        yield file, Section(tuple(wholes), tuple(each.order for each in wholes))


def _in_prose(at: int, sentence: Sentence) -> Iterator[Whole]:
    passage: Passage = sentence.passage
    for each in sentence.quantities:
        counted = each.measure in (Measure.COUNT, Measure.MONEY) and each.hedge in BOUNDED
        if counted and each.value > 1:
            yield Whole(each.interval, each.value, each.measure, passage.order, at, each)


def _in_table(grid: Grid) -> Iterator[Whole]:
    """Every number of a table, and what each of its columns comes to."""
    if not grid.rows or len(grid.rows) * len(grid.rows[0]) > _MOST_CELLS:
        return
    sums: dict[int, Fraction] = {}
    for row in grid.body:
        for column, text in enumerate(row):
            amount = read_cell(text).amount
            if amount is None:
                continue
            measure = Measure.MONEY if amount.sort is Sort.MONEY else Measure.COUNT
            sums[column] = sums.get(column, Fraction(0)) + amount.value
            yield Whole(amount.interval, amount.value, measure, grid.order, -1)
    for total in sums.values():
        yield Whole(Interval.exactly(total), total, Measure.COUNT, grid.order, -1)
