"""Numbers that are no cell of any table, but one cell of a row just named with two digits changed
about: "Ash Hill stands apart, and at the end of May it had 134 waiting", where the table has 143.

It may stand anywhere in the text, since by chance a number is hardly ever so like the one cell of
the row named last before it. What the text's own arithmetic bears out is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.dates.moments import moments
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.orders.values.in_tables import timed
from goldenthread.claims.orders.values.view import named_lines
from goldenthread.claims.quoting.cell_index import digits_of, index_of
from goldenthread.claims.quoting.quoted_cells import SORTS, middle, times_not_shown, value_in
from goldenthread.claims.quoting.quoted_changes import is_change
from goldenthread.claims.quoting.quoted_model import Quote
from goldenthread.claims.quoting.retold import is_anywhere, quote_of
from goldenthread.claims.quoting.retold_lines import is_there, stems
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.backed import backed_values, times_printed
from goldenthread.claims.tables.labels import Sense
from goldenthread.claims.tables.table import Line, Table

_LONG, _SURE = 3, 5  # digits; of so many the column need not be told
_SORTS = (Measure.COUNT, Measure.PERCENT, Measure.MONEY)
# What is of another time or place, wished for, or a difference.
_OTHERWISE = re.compile(
    r"\b(?:last year|year (?:before|earlier|ago)|previous\w*|earlier|ago|targets?|national\w*|"
    r"england|region\w*|averag\w*|expected|forecast|estimat\w*|planned|provisional|revised|each|"
    r"per|another|further|extra|additional|more than|fewer than|gap|difference|elsewhere|"
    r"combined|together|excluding|including|would|could|should|if)\b",
    re.IGNORECASE,
)
# "Waiting more than 18 weeks" is no change.
_LIMIT = re.compile(r"\b(?:more|less|fewer|longer) than(?= \d)", re.IGNORECASE)
_NEXT = re.compile(r"\s.*$")
_CLOSE = Fraction(1, 4)  # of the right number, by which one wrong digit may part it
_CLAUSE = re.compile(r"[;:(]\s?|\.\s|,\s(?!\d)")


def turned_cells(reading: Reading, tables: dict[str, list[Table]]) -> Iterator[Quote]:
    """Every number that is the one cell of the row named with its digits changed about."""
    found = [
        (quantity, quote)
        for sentence in reading.sentences
        if tables.get(sentence.file) and not sentence.passage.heading
        for quantity in sentence.quantities
        if _may_be_a_cell(sentence, quantity)
        if (quote := _turned(sentence, quantity, tables[sentence.file]))
    ]
    if not found:
        return
    backed, printed = backed_values(reading), times_printed(reading)
    for quantity, quote in found:
        file = quote.sentence.file
        once = printed[file, re.sub(r"\D", "", quantity.text)] == 1
        if once and quantity.value not in backed[file]:
            yield quote


def _may_be_a_cell(sentence: Sentence, quantity: Quantity) -> bool:
    return (
        quantity.measure in _SORTS
        and quantity.hedge is Hedge.NONE
        and quantity.text.strip("£ ")[:1].isdigit()
        and sum(map(str.isdigit, quantity.text)) >= _LONG
        and not is_change(_LIMIT.sub(lambda each: "-" * len(each[0]), sentence.text), quantity)
    )


def _turned(sentence: Sentence, quantity: Quantity, tables: Sequence[Table]) -> Quote | None:
    if any(is_anywhere(table, quantity) for table in tables):
        return None
    places = [
        (slip, table, row, column)
        for table in tables
        if not table.is_data
        for row, column in _alike(table, quantity)
        if (slip := _slip(table, row, column, quantity))
        and _may_be_of(sentence, quantity, table, row)
    ]
    turned = [each for each in places if each[0] is Slip.SWAPPED]
    if len(turned or places) == 1:
        slip, table, row, column = (turned or places)[0]
        told = _is_tied if slip is Slip.SWAPPED else _is_told_whole
        if told(sentence, quantity, table, row, column):
            return quote_of(sentence, quantity, table, row, column)
    return None


def _alike(table: Table, quantity: Quantity) -> Iterator[tuple[Line, Line]]:
    decimals = _decimals(quantity)
    found = index_of(table, quantity).alike(digits_of(quantity.value, decimals), decimals)
    return ((table.rows[row], table.columns[column]) for row, column in found)


def _decimals(quantity: Quantity) -> int:
    """As many as may be compared; sums of money are told in other units than their cells are."""
    return max(quantity.decimals, 0) if quantity.measure is not Measure.MONEY else 0


def _may_be_of(sentence: Sentence, quantity: Quantity, table: Table, row: Line) -> bool:
    """Whether the row is the one spoken of, and at no other time or in no other sense."""
    return (
        not _is_of_another_time(sentence, table)
        and not _says_otherwise(sentence, quantity, table)
        and _is_named_last(sentence, quantity, table, row)
    )


def _is_of_another_time(sentence: Sentence, table: Table) -> bool:
    """Whether the sentence names a time that the table tells by others of its kind, and not by it.

    "At the end of March" is no other time of a table that has only years.
    """
    lines = (*table.rows, *table.columns)
    labels = " ".join(line.label for line in lines)
    shown = [moment for line in lines for moment in moments(line.label)]
    named = [
        *named_lines(table.rows, sentence.text, {}, loose=True),
        *named_lines(table.columns, sentence.text, {}, loose=True),
    ]
    if not times_not_shown(sentence.text, table, named):
        return False
    return any(
        (moment.year and str(moment.year) not in f"{labels} {table.grid.caption}")
        or any(each.grain is moment.grain for each in shown)
        for moment in moments(sentence.text)
        if not any(each.start <= moment.start < each.end for each in named)
    )


def _slip(table: Table, row: Line, column: Line, quantity: Quantity) -> Slip | None:
    cell = table.cells[row.index][column.index]
    decimals = _decimals(quantity)
    if quantity.measure is not Measure.MONEY:
        part = cell.percent if quantity.measure is Measure.PERCENT else cell.amount
        if part is None or part.decimals != decimals:
            return None
    span = value_in(table, row.index, column.index, quantity)
    if span is None or Sense.CHANGE in (row.sense, column.sense):
        return None
    one, other = digits_of(quantity.value, decimals), digits_of(middle(span), decimals)
    while one.endswith("0") and other.endswith("0"):
        one, other = one[:-1], other[:-1]
    slip = slip_of(one, other) if len(one) == len(other) >= _LONG else None
    far = abs(quantity.value - middle(span)) > _CLOSE * middle(span)
    return None if slip is Slip.CHANGED and (far or one.endswith("00")) else slip


def _says_otherwise(sentence: Sentence, quantity: Quantity, table: Table) -> bool:
    """Whether the number's clause speaks of what no label of the table names."""
    text = sentence.text
    start = max((each.end() for each in _CLAUSE.finditer(text, 0, quantity.start)), default=0)
    stop = _CLAUSE.search(text, quantity.end)
    labels = " ".join(line.label for line in (*table.rows, *table.columns))
    known = stems(f"{labels} {table.grid.caption}")
    return any(
        not stems(match.group()) <= known
        for match in _OTHERWISE.finditer(text, start, stop.start() if stop else len(text))
    )


def _is_named_last(sentence: Sentence, quantity: Quantity, table: Table, row: Line) -> bool:
    """Whether of the table's rows the one named last before the number, in its passage, is this."""
    whole = sentence.passage.text
    text = whole[: max(whole.find(sentence.text), 0) + quantity.start]
    named = named_lines(table.rows, text, {}, loose=True)
    if named:
        return named[-1].line == row.index
    others = frozenset().union(*(stems(each.label) for each in table.rows if each is not row))
    return bool((stems(row.label) - others) & stems(sentence.text[: quantity.start]))


def _is_tied(sentence: Sentence, quantity: Quantity, table: Table, row: Line, column: Line) -> bool:
    """Whether a word of the column's, or a number of its row or column, stands beside it."""
    others = [each for each in sentence.quantities if each is not quantity]
    beside = any(
        any(is_there(table, row.index, each.index, other) for each in table.columns)
        or any(is_there(table, each.index, column.index, other) for each in table.rows)
        for other in others
        if other.measure in SORTS
    )
    words = stems(column.label) if not timed(column) else frozenset()
    named = [each.line for each in named_lines(table.columns, sentence.text, {}, loose=True)]
    return (
        beside
        or bool(words & stems(sentence.text))
        or column.index in named
        or sum(map(str.isdigit, quantity.text)) >= _SURE
        or _is_only_of_its_unit(table, row, column, quantity)
    )


def _is_only_of_its_unit(table: Table, row: Line, column: Line, quantity: Quantity) -> bool:
    """Whether no other column of the row has a percentage, or a sum of money."""
    return quantity.measure is not Measure.COUNT and all(
        each.index == column.index or value_in(table, row.index, each.index, quantity) is None
        for each in table.columns
    )


def _is_told_whole(
    sentence: Sentence, quantity: Quantity, table: Table, row: Line, column: Line
) -> bool:
    """Whether, for want of a surer slip, the sentence has row and column in so many words.

    "Ash Hill's 338 visits", where one column only is of visits; or all that the column is called.
    """
    text = sentence.text
    if not stems(row.label) <= stems(text) and not any(
        each.line == row.index for each in named_lines(table.rows, text, {}, loose=True)
    ):
        return False
    others = [each for each in table.columns if each is not column]
    nouns = stems(quantity.noun)
    owned = re.search(rf"{re.escape(row.label)}[’']s?\s$", text[: quantity.start], re.IGNORECASE)
    if owned and nouns:
        told = stems(_NEXT.sub("", quantity.noun))
        return told <= stems(column.label) and not any(told & stems(o.label) for o in others)
    words = stems(column.label)
    start = max((each.end() for each in _CLAUSE.finditer(text, 0, quantity.start)), default=0)
    stop = _CLAUSE.search(text, quantity.end)
    said = stems(text[start : stop.start() if stop else len(text)])
    return (
        len(words) > 1
        and words <= said
        and not any(stems(other.label) <= said and stems(other.label) - words for other in others)
    )
