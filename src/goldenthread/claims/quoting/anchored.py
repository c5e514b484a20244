"""Numbers of a passage tied to a table by the other numbers that the passage takes from it.

"First aid was held 14 times and fire safety 90 times": where 14 is what one column has for first
aid, 90 should be what it has for fire safety. So the columns need no name, nor the table be
spoken of, and it may stand above the passage or below it, or have lost its lines.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.in_tables import timed
from goldenthread.claims.orders.values.model import when
from goldenthread.claims.quoting.lost_tables import lost_tables
from goldenthread.claims.quoting.quoted_model import Quote
from goldenthread.claims.quoting.retold import quote_of
from goldenthread.claims.quoting.tied import Tied, places, tied_numbers
from goldenthread.claims.quoting.untied import is_wrong
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.table import Line, Table, tables_of

_NEAR = 15  # blocks between a passage and its table
_MOST_CELLS = 2_000


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
        tied = [each for one in sentences for each in tied_numbers(one, view)]
        right = [each for each in tied if places(view, each)]
        for sentence in sentences:
            own = [each for each in tied if each.sentence is sentence]
            beside = [each for each in right if each.sentence is sentence] or right
            meant = [_narrowed(view, each, beside) for each in own]
            wrong = [each for each in meant if not places(view, each)]
            if len(wrong) == 1 and is_wrong(view, wrong[0], beside, others):
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
        held = set(places(table, each))
        if each.row.index != tied.row.index:
            kept &= held
        elif len(held) == 1 and each.sentence is tied.sentence:
            kept -= held
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
