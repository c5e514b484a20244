"""Two values of one line of a table told together: "physical abuse came down from 195 to 180".

Where one of them is the line's at some time and the other is nothing of the line's, but another
cell's or the right one with a slip of the hand, the other is wrong.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.claims.dates.moments import Moment
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.orders.values.model import when
from goldenthread.claims.quoting.quoted_cells import SORTS, middle, value_in
from goldenthread.claims.quoting.quoted_model import Quote
from goldenthread.claims.quoting.quoted_near import is_slip
from goldenthread.claims.quoting.retold import is_anywhere, quote_of
from goldenthread.claims.quoting.retold_lines import Named, is_there, lines_of, stems
from goldenthread.claims.tables.table import Line, Table

_LEAST = 10
_FEWEST_DIGITS = 3
_FROM = re.compile(r"\bfrom\s+(?:(?:about|just|some)\s+)?£?$", re.IGNORECASE)
_TO = re.compile(
    r"(?:\s[^.;:,]{0,40}?)?\s(?:to|and\s+now)\s+(?:(?:just|only)\s+)?£?", re.IGNORECASE
)
_AGAINST = re.compile(
    r",?\s(?:against|(?:as\s)?compared\s(?:with|to)|up\sfrom|down\sfrom)\s(?:(?:just|only|the)\s)?£?",
    re.IGNORECASE,
)
_STEM = 4  # "planning" for "plan"
_START = re.compile(r"[;:]|,(?!\d)|\b(?:and|but|while|whereas|though|although)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Strip:
    """The cells of one line at its times, in the order of the times: (row, column) of each.

    ``rest`` are the words that its times have besides: "visits" of "Visits 2021/22".
    """

    line: frozenset[str]
    rest: frozenset[str]
    cells: tuple[tuple[Line, Line], ...]
    times: tuple[Moment, ...]


def retold_pairs(sentence: Sentence, table: Table, others: Sequence[Table]) -> Iterator[Quote]:
    """The number of each pair that is wrong, where the other is the table's."""
    strips = _strips(table)
    if table.is_data or not strips:
        return
    plain = [each for each in sentence.quantities if _may_be_a_cell(each)]
    for one, other in pairwise(plain):
        if one.measure is not other.measure or not _is_pair(sentence.text, one, other):
            continue
        if _is_borne_out(sentence, one, other):
            continue
        pair = (one, other)
        if not _FROM.search(sentence.text, 0, one.start):
            one, other = other, one  # "32 against 39": the later is told first
        for wrong, right in ((other, one), (one, other)):
            strip = _strip_meant(sentence, pair, right, table, strips)
            if strip is None:
                continue
            at = _places(table, strip, right)
            elsewhere = _places(table, strip, wrong)
            if _are_in_turn(elsewhere, at) if wrong is one else _are_in_turn(at, elsewhere):
                continue
            if elsewhere and wrong is one:
                continue  # told backwards: of the two the second is taken to be wrong
            cell = _cell_meant(strip, at[0], later=wrong is other)
            if cell is None or any(is_anywhere(each, wrong) for each in others):
                continue
            if _is_a_slip(table, strip, cell, wrong):
                yield quote_of(sentence, wrong, table, *strip.cells[cell])
                break


def _may_be_a_cell(quantity: Quantity) -> bool:
    return (
        quantity.measure in SORTS
        and quantity.measure is not Measure.DURATION
        and quantity.hedge is Hedge.NONE
        and quantity.text.strip("£ ")[:1].isdigit()
        and quantity.value >= _LEAST
    )


def _is_pair(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are told as from one to the other, or one against the other."""
    if _FROM.search(text, 0, one.start):
        return bool(_TO.fullmatch(text, one.end, other.start))
    return bool(_AGAINST.fullmatch(text, one.end, other.start))


def _is_borne_out(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """Whether the sentence has the difference too: "grew by 12 from 53", of no table."""
    apart = abs(other.value - one.value)
    return apart > 0 and any(
        each.value == apart and each.measure is one.measure for each in sentence.quantities
    )


def _strips(table: Table) -> list[Strip]:
    """Every line of the table that has a value at two times or more."""
    rows, columns = lines_of(table, rows=True), lines_of(table, rows=False)
    found = []
    for across, timed in ((rows, columns), (columns, rows)):
        for rest in dict.fromkeys(each.stems for each in timed if each.moment):
            times = sorted(
                (each for each in timed if each.moment and each.stems == rest), key=_when
            )
            if len(times) < 2 or len({each.moment.grain for each in times if each.moment}) > 1:
                continue
            for line in across:
                pairs = [
                    (line.line, time.line) if across is rows else (time.line, line.line)
                    for time in times
                ]
                moments_ = tuple(each.moment for each in times if each.moment)
                found.append(Strip(line.stems, rest, tuple(pairs), moments_))
    return found


def _when(line: Named) -> tuple[int, int, int, int]:
    return when(line.moment) if line.moment else (0, 0, 0, 0)


def _holds(table: Table, strip: Strip, place: int, quantity: Quantity) -> bool:
    row, column = strip.cells[place]
    return is_there(table, row.index, column.index, quantity)


def _places(table: Table, strip: Strip, quantity: Quantity) -> list[int]:
    return [n for n in range(len(strip.cells)) if _holds(table, strip, n, quantity)]


def _are_in_turn(first: list[int], second: list[int]) -> bool:
    return any(one < other for one in first for other in second)


def _told(table: Table, strip: Strip, quantity: Quantity) -> bool:
    return any(_holds(table, strip, place, quantity) for place in range(len(strip.cells)))


def _strip_meant(
    sentence: Sentence,
    pair: tuple[Quantity, Quantity],
    right: Quantity,
    table: Table,
    strips: list[Strip],
) -> Strip | None:
    """The line that a pair is of: the one its clause names, or the only one with the number.

    By its number alone a line is meant only where that has three digits and the clause a word of
    the line's.
    """
    text = sentence.text
    start = max((m.end() for m in _START.finditer(text, 0, pair[0].start)), default=0)
    stop = re.compile(r"[.;:(]|,(?!\d)").search(text, pair[1].end)
    here = stems(text[start : stop.start() if stop else len(text)])
    holding = [each for each in strips if _told(table, each, right)]
    for said in (here, stems(text[: pair[1].end])):
        named = [each for each in strips if each.line and each.line <= said]
        named = [each for each in named if not any(each.line < one.line for one in named)]
        if len({each.line for each in named}) > 1:
            return None
        kept = [each for each in named if each in holding]
        kept = [each for each in kept if each.rest <= here] or kept
        if named:
            return kept[0] if len(kept) == 1 else None
    digits = sum(map(str.isdigit, right.text))
    begun = {word[:_STEM] for word in here}
    if len(holding) == 1 and digits >= _FEWEST_DIGITS:
        words = holding[0].line | holding[0].rest
        return holding[0] if begun & {word[:_STEM] for word in words} else None
    return None


def _cell_meant(strip: Strip, at: int, *, later: bool) -> int | None:
    """The cell the wrong number would be: the one next to the right number in time."""
    place = at + (1 if later else -1)
    return place if 0 <= place < len(strip.cells) else None


def _is_a_slip(table: Table, strip: Strip, at: int, quantity: Quantity) -> bool:
    """Whether the number is the cell's with a slip, or stands elsewhere beside the line."""
    row, column = strip.cells[at]
    span = value_in(table, row.index, column.index, quantity)
    if span is None:
        return False
    if is_slip([middle(span)], quantity):
        return True
    rows = {each.index for each, _ in strip.cells}
    columns = {each.index for _, each in strip.cells}
    return any(
        is_there(table, one.index, other.index, quantity)
        for one in table.rows
        for other in table.columns
        if one.index in rows or other.index in columns
    )
