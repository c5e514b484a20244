"""Numbers that a long passage quotes from the table above it, in the table's words or nearly so.

Where a passage retells a table it seldom says so, and brings in much else. A number is called wrong
only where its row and its column are both told and it is plainly a slip: the cell's digits changed
about, or what stands in another cell of the row or the column.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.dates.moments import moments
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.orders.values.labels import singular, tokens
from goldenthread.claims.orders.values.view import named_lines
from goldenthread.claims.orders.words.vocabulary import FILL
from goldenthread.claims.quoting.cell_index import index_of
from goldenthread.claims.quoting.quoted_cells import SORTS, middle, value_in
from goldenthread.claims.quoting.quoted_changes import is_change
from goldenthread.claims.quoting.quoted_model import Quote
from goldenthread.claims.quoting.quoted_near import is_slip
from goldenthread.claims.quoting.quoted_pieces import OF_BASE, is_base
from goldenthread.claims.quoting.quoted_plainly import ANYONE, SCOPE
from goldenthread.claims.quoting.quoted_reckoned import is_reckoned
from goldenthread.claims.quoting.retold_lines import (
    Named,
    has_sum_of_times,
    holding,
    is_there,
    lines_of,
    meant,
    of_the_unit,
    stems,
)
from goldenthread.claims.quoting.retold_pieces import end_of, joined, starts_of
from goldenthread.claims.tables.labels import Whole
from goldenthread.claims.tables.table import Line, Table

_LEAST = 10
_STEM = 5
_MADE_OF = re.compile(r"\b(?:rates?|ratios?|averages?|per)\b", re.IGNORECASE)
# "Robbery in the town centre": a part of what the row counts.
_OF_A_PART = re.compile(
    r"\b(?:in|at|among|amongst|for|by|on|involving|near|within|outside|aged|under|over)\s+"
    r"(?:(?:the|our|its|their|a|an|all)\s+)?(?!(?:previous|last|same|next|most)\b)"
    r"(?P<what>[a-z]+)\b",
)
# "Against a target of 1,400" is no base.
_LEVEL = re.compile(
    r"\b(?:target|figure|rate|level|high|low|peak|budget|plan|forecast|average)\s+of\s+(?:the\s+)?£?$",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(r"\s+of\s+(?:(?:the|its|our|a)\s+)?£")
_SETS = re.compile(r"\s+(?:sets|pairs|pieces|items) of (?P<of>[a-z]+)\b")  # of what is counted
_OF_WHAT = re.compile(r"\s+of\s+(?:the\s+|all\s+)?[a-z]+(?=\s+(?:were|was|are|is)\b)")
_PLAIN = frozenset(
    ("and", "above", "below", "only", "just", "there", "best", "worst", "did", "well", "them")
)
# What a table does not show unless one of its labels says so.
_OTHERWISE = re.compile(
    r"\b(?:nationally|national|england|regions?|regional|neighbours?|averag\w+|mean|median|targets?"
    r"|expected|forecast|planned|excluding|except|including|combined|together|altogether|remaining"
    r"|rest|others?|each|per|half\s+as\s+(?:many|much)|half|half-year|quarter\s+of|another|further|additional|average"
    r"|estimated?|revised|provisional|previously\s+reported|should|would|could|may|might|if"
    r"|not|never|repeat\w*|unique|different|individual|first[- ]time|so\s+far|to\s+date|alone"
    r"|half|halves|months?\s+to|weeks?|days?|a\s+(?:day|week|month|quarter|year)|daily|weekly)\b",
    re.IGNORECASE,
)


def retold(sentence: Sentence, table: Table, others: list[Table]) -> Iterator[Quote]:
    """Every number of the sentence that is not its cell's, though row and column are told.

    ``others`` are the further tables of the file: what one of them has is no slip.
    """
    lines = (lines_of(table, rows=True), lines_of(table, rows=False))
    if table.is_data or not all(lines):
        return
    known = known_stems(table)
    sums = (has_sum_of_times(table, rows=True), has_sum_of_times(table, rows=False))
    text = sentence.text
    names = [*named_lines(table.rows, text, {}), *named_lines(table.columns, text, {})]
    for quantity in sentence.quantities:
        if not may_quote(sentence, quantity, known):
            continue
        starts = starts_of(sentence, quantity, names)
        piece = (starts[0], end_of(text, quantity, names))
        if speaks_otherwise(text, piece, known) or is_of_a_part(
            text, (starts[min(1, len(starts) - 1)], piece[1]), known
        ):
            continue
        starts = joined(sentence, quantity, starts, piece[1])
        ours = [holding(table, each, quantity, rows=at == 0) for at, each in enumerate(lines)]
        wide = (starts[0], piece[1])
        row, column = (meant(each, sentence, wide, starts) for each in ours)
        by_unit = row is None or column is None
        if by_unit:
            own = (of_the_unit(each, quantity) for each in ours)
            row, column = (
                one or meant(each, sentence, wide, starts)
                for one, each in zip((row, column), own, strict=True)
            )
        if row is None or column is None or not (row.plainly or column.plainly):
            continue
        if any(not one.timely and sums[at] for at, one in enumerate((row, column))):
            continue
        if is_there(table, row.line.index, column.line.index, quantity):
            continue
        if any(is_anywhere(each, quantity) for each in others):
            continue
        base = is_base(text, quantity, sentence.quantities)
        if (
            base
            and not _LEVEL.search(text, 0, quantity.start)
            and not all(one.plainly and one.timely for one in (row, column))
        ):
            continue
        if base and _is_whole(table, row.line, column.line, quantity):
            continue
        told = f"{table.grid.caption} {row.line.label} {column.line.label}"
        if _MADE_OF.search(text, *piece) and not _MADE_OF.search(told):
            continue
        if by_unit and _strange(text, piece, quantity, known):
            continue
        cell = (row.line, column.line)
        if not _may_be_wrong(sentence, quantity, table, cell, lines):
            continue
        turned = _is_turned(value_in(table, cell[0].index, cell[1].index, quantity), quantity)
        both = row.plainly and column.plainly and row.timely and column.timely
        if not _is_a_slip(table, cell, quantity) and not (
            (both or moments(text[slice(*piece)]) or _is_all_of_times(lines))
            and _is_told_plainly(text, piece, quantity, table, known, turned=turned)
        ):
            continue
        yield quote_of(sentence, quantity, table, row.line, column.line)


def _is_whole(table: Table, row: Line, column: Line, quantity: Quantity) -> bool:
    """Whether a base is the table's own total: "old and young make 362 of the 412"."""
    return any(
        line.whole is not Whole.NO and is_there(table, line.index, column.index, quantity)
        for line in table.rows
    ) or any(
        line.whole is not Whole.NO and is_there(table, row.index, line.index, quantity)
        for line in table.columns
    )


def quote_of(
    sentence: Sentence, quantity: Quantity, table: Table, row: Line, column: Line
) -> Quote:
    """The quote of one cell that a number is not."""
    return Quote(
        sentence=sentence,
        quantity=quantity,
        table=table,
        row=row.label,
        column=column.label,
        cells=(table.cells[row.index][column.index],),
        agrees=False,
        plain=True,
        sure=True,
        slip=True,
    )


def known_stems(table: Table) -> frozenset[str]:
    """What the words of a table begin with: of its labels, its caption and its heading."""
    grid = table.grid
    words = [grid.caption, grid.section, *(row[0] for row in grid.rows[: grid.header_rows] if row)]
    words += [line.label for line in (*table.rows, *table.columns)]
    return stems(" ".join(words))


def may_quote(sentence: Sentence, quantity: Quantity, known: frozenset[str]) -> bool:
    """Whether a number may be a cell's: no change, no base, and of what the table counts."""
    text = sentence.text
    if quantity.measure not in SORTS or quantity.hedge is not Hedge.NONE:
        return False
    if not quantity.text.strip("£ ")[:1].isdigit() or quantity.value < _LEAST:
        return False
    if quantity.measure is Measure.DURATION or is_change(text, quantity):
        return False
    if OF_BASE.match(text, quantity.end) or _OF_MONEY.match(text, quantity.end):
        return False  # "1,203 of the 1,582 findings": whatever is said after it is of the base
    if any(time.start <= quantity.start < time.end for time in sentence.times):
        return False
    nouns = [token.word for token in tokens(quantity.noun)]
    return bool(
        quantity.measure is not Measure.COUNT
        or not nouns
        or any(word in ANYONE or word[:_STEM] in known or word.endswith("ed") for word in nouns)
        or ((sets := _SETS.match(text, quantity.end)) and stems(sets["of"]) <= known)
    )


def speaks_otherwise(text: str, piece: tuple[int, int], known: frozenset[str]) -> bool:
    """Whether the piece, or what leads up to it, tells of what the table does not show."""
    found = [*_OTHERWISE.finditer(text, *piece), *SCOPE.finditer(text, 0, piece[0])]
    return any(not stems(match.group()) <= known for match in found)


def is_of_a_part(text: str, piece: tuple[int, int], known: frozenset[str]) -> bool:
    return any(
        not stems(match["what"]) <= known and singular(match["what"]) not in FILL
        for match in _OF_A_PART.finditer(text, *piece)
    )


def _may_be_wrong(
    sentence: Sentence,
    quantity: Quantity,
    table: Table,
    cell: tuple[Line, Line],
    lines: tuple[list[Named], list[Named]],
) -> bool:
    """Whether a number is neither worked out from the table nor of another cell it may be of."""
    row, column = cell
    span = value_in(table, row.index, column.index, quantity)
    part = table.cells[row.index][column.index].amount
    if part is None or (part.decimals > 0) is not (quantity.decimals > 0):
        part = table.cells[row.index][column.index].percent
        if part is None or quantity.measure is not Measure.PERCENT:
            return False  # "98.1" is a rate where the cell is a count
    if span is None or is_reckoned(table, row.index, quantity, sentence.text):
        return False
    said = stems(sentence.text)
    mine = [
        next((each.stems for each in side if each.index == line.index), frozenset())
        for side, line in zip(lines, cell, strict=True)
    ]
    once = [each.value for each in sentence.quantities].count(quantity.value) == 1
    for each in lines[0]:
        for other in lines[1]:
            told = each.stems <= said and other.stems <= said
            told = told and not (each.stems < mine[0] or other.stems < mine[1])
            if each.index == row.index and other.stems == mine[1]:
                continue  # a time is told by less than its name, so another may be slipped for it
            if other.index == column.index and each.stems == mine[0]:
                continue
            if told and once and is_there(table, each.index, other.index, quantity):
                return False  # it is of another row and column that the sentence names
    return True


def _is_a_slip(table: Table, cell: tuple[Line, Line], quantity: Quantity) -> bool:
    """Whether a number is its cell's with a slip of the hand, or one beside it."""
    row, column = cell
    span = value_in(table, row.index, column.index, quantity)
    slip = span is not None and is_slip([middle(span)], quantity)
    return slip or _is_beside(table, row.index, column.index, quantity)


def _is_turned(span: Interval | None, quantity: Quantity) -> bool:
    """Whether a number's digits are the cell's from behind: 46 for 64."""
    return span is not None and str(quantity.value) == str(middle(span))[::-1]


def _is_all_of_times(lines: tuple[list[Named], list[Named]]) -> bool:
    """Whether the table has one measure alone, at several times."""
    return any(sum(each.moment is not None for each in side) > 1 for side in lines)


def _is_told_plainly(
    text: str,
    piece: tuple[int, int],
    quantity: Quantity,
    table: Table,
    known: frozenset[str],
    *,
    turned: bool,
) -> bool:
    """Whether the piece tells nothing but its cell, and the number is one of the table's or near.

    What is done, "granted", is no part of what is counted; nor is the base of a percentage, "of
    sessions attended", where the table's title tells of the same.
    """
    titled = bool(stems(table.grid.caption) & stems(text[slice(*piece)]))
    percent = quantity.measure is Measure.PERCENT
    if _strange(text, piece, quantity, known) or (
        percent and _OF_WHAT.match(text, quantity.end) and not titled
    ):
        return False
    return is_anywhere(table, quantity) or (percent and titled) or turned


def _strange(
    text: str, piece: tuple[int, int], quantity: Quantity, known: frozenset[str]
) -> list[str]:
    """The words of a piece that are neither the table's nor those of telling."""
    base = _OF_WHAT.match(text, quantity.end) if quantity.measure is Measure.PERCENT else None
    return [
        token.word
        for token in tokens(text)
        if piece[0] <= token.start < piece[1]
        and not quantity.start <= token.start < quantity.end
        and not (base and base.start() <= token.start < base.end())
        and token.word not in FILL
        and token.word not in ANYONE
        and token.word not in _PLAIN
        and not token.word[0].isdigit()
        and token.word[:_STEM] not in known
        and not token.word.endswith("ed")
    ]


def _is_beside(table: Table, row: int, column: int, quantity: Quantity) -> bool:
    """Whether another cell of the row or the column has the number."""
    return any(
        is_there(table, row, each.index, quantity) for each in table.columns if each.index != column
    ) or any(
        is_there(table, each.index, column, quantity) for each in table.rows if each.index != row
    )


def is_anywhere(table: Table, quantity: Quantity) -> bool:
    """Whether any cell of a table has the number."""
    return index_of(table, quantity).holds(quantity.interval)
