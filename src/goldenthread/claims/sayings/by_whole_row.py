"""A number of the text that the total row of a table has with a slip, another of the row agreeing.

"They decided 3,390, of which 2,975 were granted" beside a row of all with 3,390 under "Decided"
and 2,915 under "Granted": the one that agrees shows that the sentence tells of that row.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.slip import slip_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.retelling import Retold
from goldenthread.claims.sayings.words import content
from goldenthread.claims.tables.cells import Cell, Sort
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.lines import Line
from goldenthread.claims.tables.table import Table, tables_of

_LARGE = 100  # smaller numbers are alike by chance
_NEAR = 45  # characters on either side of a number that name it
_CUTS = re.compile(r"[,;:.]\s|\bof which\b|\band\b")
_OTHER = re.compile(r"\b(?:than|compared|against|from|earlier|before|previous|last|target|plan)\b")


def slips_of_whole_rows(reading: Reading) -> Iterator[tuple[Retold, Cell]]:
    """Each number with the cell of a total row that it should be."""
    tables = [
        (table, row)
        for table in tables_of(reading)
        if not table.is_data
        for row in table.rows
        if row.whole is not Whole.NO
    ]
    for sentence in reading.sentences if tables else ():
        counts = [each for each in sentence.quantities if _plain(each)]
        if len(counts) > 1 and not sentence.passage.heading:
            for table, row in tables:
                if table.file == sentence.file:
                    yield from _slips(sentence, counts, table, row)


def _plain(quantity: Quantity) -> bool:
    plain = quantity.measure is Measure.COUNT and quantity.hedge is Hedge.NONE
    return plain and quantity.value >= _LARGE and not quantity.decimals


def _slips(
    sentence: Sentence, counts: list[Quantity], table: Table, row: Line
) -> Iterator[tuple[Retold, Cell]]:
    columns = [each for each in table.columns if each.sense is Sense.COUNT and content(each.label)]
    agreed = {
        column.index
        for column in columns
        for each in counts
        if _value(table, row, column) == each.value and _names(sentence, each, column)
    }
    if not agreed:
        return
    for column in columns:
        printed = {_value(table, line, column) for line in table.rows}
        cell = table.cells[row.index][column.index]
        for each in counts:
            if column.index in agreed or each.value in printed or not cell.amount:
                continue
            one, other = (re.sub(r"\D", "", text) for text in (each.text, cell.amount.text))
            alike = len(one) == len(other) and slip_of(one, other)
            if alike and _names(sentence, each, column):
                yield Retold(sentence, each), cell


def _value(table: Table, row: Line, column: Line) -> object:
    amount = table.cells[row.index][column.index].amount
    return amount.value if amount and amount.sort is Sort.NUMBER else None


def _names(sentence: Sentence, quantity: Quantity, column: Line) -> bool:
    """Whether a column's words stand with a number, before the next comma on either side."""
    text = sentence.text
    before = _CUTS.split(text[max(0, quantity.start - _NEAR) : quantity.start])[-1]
    after = _CUTS.split(text[quantity.end : quantity.end + _NEAR])[0]
    label = content(column.label)
    known = label | content(quantity.noun)
    if _OTHER.search(before) or content(re.sub(r"[\d,.%]+", " ", after)) - known:
        return False  # "319 were closed within six weeks" is of some of the row only
    return label <= content(f"{before} {after}")
