"""Numbers of a passage tied to a table by the other numbers that the passage takes from it.

"First aid was held 14 times and fire safety 90 times": where 14 is what one column has for first
aid, 90 should be what it has for fire safety. So the columns need no name, nor the table be
spoken of, and it may stand above the passage or below it, or have lost its lines.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.orders.values.in_tables import timed
from goldenthread.claims.orders.values.model import when
from goldenthread.claims.orders.values.view import named_lines
from goldenthread.claims.orders.words.claimed import Named
from goldenthread.claims.quoting.lost_tables import lost_tables
from goldenthread.claims.quoting.quoted_cells import SORTS, middle, times_not_shown, value_in
from goldenthread.claims.quoting.quoted_changes import is_change
from goldenthread.claims.quoting.quoted_model import Quote
from goldenthread.claims.quoting.quoted_pieces import OF_BASE, is_base
from goldenthread.claims.quoting.quoted_reckoned import is_reckoned
from goldenthread.claims.quoting.retold import is_anywhere, known_stems, quote_of
from goldenthread.claims.quoting.retold_lines import is_there, stems
from goldenthread.claims.quoting.told_of import NO_LINE, names_in, told_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.table import Line, Table, tables_of

_LONG = 3  # digits; fewer may change places by chance
_CLOSE = Fraction(1, 4)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/\u2010\u2013]\d\d(?:\d\d)?)?")
_CLAUSE = re.compile(r"[;.]\s|:\s")
_NEAR = 15  # blocks between a passage and its table
_MOST_CELLS = 2_000
_FEW = 2  # columns that may be meant, where the number is another cell's
OTHERWISE = re.compile(
    r"\b(?:ago|previous\w*|earlier|targets?|excluding|except|combined|together|altogether"
    r"|half|halves|per|each|difference|gap|points?|would|could|should|if|not|never|only"
    r"|respondents|sample)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tied:
    """A number with the row it is told of and the columns it may be of.

    ``named`` says that the columns are named beside it, or that there is but one.
    """

    sentence: Sentence
    quantity: Quantity
    row: Line
    columns: tuple[Line, ...]
    named: bool


def anchored_quotes(reading: Reading) -> Iterator[Quote]:
    """Every such number of a reading, held against the tables not far from it."""
    tables: dict[str, list[Table]] = defaultdict(list)
    for table in (*tables_of(reading), *lost_tables(reading)):
        if not table.is_data and len(table.rows) * len(table.columns) <= _MOST_CELLS:
            tables[table.file].append(table)
    passages: dict[tuple[str, int], list[Sentence]] = defaultdict(list)
    for sentence in reading.sentences:
        if sentence.quantities and not sentence.passage.heading and tables.get(sentence.file):
            passages[sentence.file, sentence.passage.order].append(sentence)
    for (file, order), sentences in passages.items():
        for table in tables[file]:
            if abs(table.grid.order - order) <= _NEAR:
                others = [each for each in tables[file] if each is not table]
                yield from _anchored(sentences, table, others)


def _anchored(
    sentences: Sequence[Sentence], table: Table, others: Sequence[Table]
) -> Iterator[Quote]:
    """Every number of a passage that is not its cell's, as those beside it are theirs."""
    for view in (table, table.turned):
        tied = [each for one in sentences for each in _tied(one, view)]
        right = [each for each in tied if _places(view, each)]
        for sentence in sentences:
            own = [each for each in tied if each.sentence is sentence]
            beside = [each for each in right if each.sentence is sentence] or right
            meant = [_narrowed(view, each, beside) for each in own]
            wrong = [each for each in meant if not _places(view, each)]
            if len(wrong) == 1 and _is_wrong(view, wrong[0], beside, others):
                yield quote_of(sentence, wrong[0].quantity, view, wrong[0].row, wrong[0].columns[0])


def _narrowed(table: Table, tied: Tied, right: Sequence[Tied]) -> Tied:
    """A number with the columns alone that those right in other rows have in common.

    Beside another number of its own row it is of another column.
    """
    if tied.named:
        return tied
    kept = {each.index for each in tied.columns}
    for each in right:
        if each.quantity is tied.quantity or each.quantity.measure is not tied.quantity.measure:
            continue
        places = set(_places(table, each))
        if each.row.index != tied.row.index:
            kept &= places
        elif len(places) == 1 and each.sentence is tied.sentence:
            kept -= places
    columns = tuple(each for each in tied.columns if each.index in kept) or tied.columns
    return replace(tied, columns=_latest(columns))


def _latest(columns: tuple[Line, ...]) -> tuple[Line, ...]:
    """Of columns that are the times of one thing the last, which is meant where no time is told."""
    times = [(when(time.moment), time.rest, each) for each in columns if (time := timed(each))]
    # What is left of "2017-22" is no other thing than what is left of "2016-21".
    of = {tuple(word for word in rest if not word.isdigit()) for _, rest, _ in times}
    if len(columns) < 2 or len(times) < len(columns) or len(of) > 1:
        return columns
    return (max(times, key=lambda each: each[0])[2],)


def _is_wrong(table: Table, tied: Tied, right: Sequence[Tied], others: Sequence[Table]) -> bool:
    """Whether a number that its cell is not can be nothing but that cell with a slip."""
    quantity, text = tied.quantity, tied.sentence.text
    if is_reckoned(table, tied.row.index, quantity, text) or _speaks_otherwise(tied, table):
        return False
    slips = [_slip(table, tied.row, each, quantity) for each in tied.columns]
    digits = sum(map(str.isdigit, quantity.text))
    anchors = [each for each in right if each.quantity is not quantity]
    if digits >= _LONG and any(is_anywhere(each, quantity) for each in (table, *others)):
        slips = []
    if any(_has_in_row(each, tied) for each in others):
        return False
    if Slip.SWAPPED in slips and digits >= _LONG:
        return bool(anchors) or tied.named
    if not anchors:
        return tied.named and Slip.SWAPPED in slips and not timed(tied.columns[0])
    if tied.columns[1:] or not slips:
        return len(tied.columns) <= _FEW and _is_beside(table, tied)
    sure = slips[0] is Slip.SWAPPED or (slips[0] is Slip.CHANGED and digits >= _LONG)
    return sure or _is_beside(table, tied)


def _has_in_row(table: Table, tied: Tied) -> bool:
    """Whether another table has the number in a row that the sentence names."""
    return any(
        is_there(view, named.line, each.index, tied.quantity)
        for view in (table, table.turned)
        for named in named_lines(view.rows, tied.sentence.text, {}, loose=True)
        for each in view.columns
    )


def _is_beside(table: Table, tied: Tied) -> bool:
    """Whether another cell of the row, or of the columns, has the number."""
    row = tied.row.index
    return any(is_there(table, row, each.index, tied.quantity) for each in table.columns) or any(
        is_there(table, each.index, column.index, tied.quantity)
        for each in table.rows
        for column in tied.columns
    )


def _slip(table: Table, row: Line, column: Line, quantity: Quantity) -> Slip | None:
    """How a number is a cell's with a slip of the hand."""
    span = value_in(table, row.index, column.index, quantity)
    if span is None:
        return None
    decimals = max(quantity.decimals, 0)
    scale = 10**decimals if quantity.measure is not Measure.MONEY else 1
    cell = middle(span)
    one, other = (str(int(abs(value) * scale)) for value in (quantity.value, cell))
    if len(one) != len(other) or (abs(cell) * scale).denominator != 1:
        return None
    slip = slip_of(one, other)
    far = abs(abs(quantity.value) - abs(cell)) > _CLOSE * abs(cell)
    return None if slip is Slip.CHANGED and far else slip


def _speaks_otherwise(tied: Tied, table: Table) -> bool:
    """Whether the number's clause tells of what no label of the table names."""
    text, quantity = tied.sentence.text, tied.quantity
    start = max((each.end() for each in _CLAUSE.finditer(text, 0, quantity.start)), default=0)
    stop = _CLAUSE.search(text, quantity.end)
    known = known_stems(table)
    return any(
        not stems(match.group()) <= known
        for match in OTHERWISE.finditer(text, start, stop.start() if stop else len(text))
    )


def _tied(sentence: Sentence, table: Table) -> Iterator[Tied]:
    text = sentence.text
    numbers = [each for each in sentence.quantities if _may_be_a_cell(sentence, each)]
    rows = names_in(table.rows, text) if numbers else []
    if not rows:
        return
    columns = names_in(table.columns, text)
    timely = not times_not_shown(text, table, [*rows, *columns])
    for quantity in numbers:
        alike = [each for each in numbers if each.measure is quantity.measure]
        row = told_of(quantity, alike, rows)
        if row is None or row.line == NO_LINE:
            continue
        line = table.rows[row.line]
        may = _of_the_unit(sentence, quantity, table, line)
        column = told_of(quantity, alike, columns)
        if column is not None and column.line == NO_LINE:
            continue
        if column is not None:
            meant = tuple(each for each in may if _is_named(table, each, column))
            if meant:
                yield Tied(sentence, quantity, line, meant, named=True)
            continue
        total = () if columns else tuple(each for each in may if each.whole is not Whole.NO)
        if len(total) == 1:
            yield Tied(sentence, quantity, line, total, named=True)
        elif may and timely:
            yield Tied(sentence, quantity, line, may, named=len(may) == 1)


def _may_be_a_cell(sentence: Sentence, quantity: Quantity) -> bool:
    text = sentence.text
    return (
        quantity.measure in SORTS
        and quantity.measure is not Measure.DURATION
        and quantity.hedge is Hedge.NONE
        and bool(re.match(r"[-+\u2013\u2212£ ]*\d", quantity.text))
        and len(re.sub(r"\D", "", quantity.text)) > 1
        and not any(time.start <= quantity.start < time.end for time in sentence.times)
        and not is_base(text, quantity, sentence.quantities)
        and not OF_BASE.match(text, quantity.end)
    )


def _of_the_unit(
    sentence: Sentence, quantity: Quantity, table: Table, row: Line
) -> tuple[Line, ...]:
    """The columns that have a number of the sort told; those of changes for a change."""
    held = [each for each in table.columns if value_in(table, row.index, each.index, quantity)]
    changes = tuple(each for each in held if each.sense is Sense.CHANGE)
    levels = tuple(each for each in held if each.sense is not Sense.CHANGE)
    if is_change(sentence.text, quantity) or quantity.text.strip()[0] in "+-\u2013\u2212":
        return changes
    return levels or changes


def _is_named(table: Table, column: Line, named: Named) -> bool:
    """Whether a column is the one named, or of its year too."""
    one = table.columns[named.line]
    years = _YEAR.findall(one.label)
    return column.index == one.index or (bool(years) and years == _YEAR.findall(column.label)[-1:])


def _places(table: Table, tied: Tied) -> list[int]:
    return [
        each.index
        for each in tied.columns
        if is_there(table, tied.row.index, each.index, tied.quantity)
    ]
