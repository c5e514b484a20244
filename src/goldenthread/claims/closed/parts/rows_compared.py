"""Multiples in words told of a table beside them: of two of its rows, or of one from time to time.

"Walks had three times as many visitors as talks": the two rows are named by the table's own words,
and in no column the one is so many times the other. "Talks doubled": in a table of two or more
times no later one is twice an earlier one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.claims.closed.cells.names import names_in, stems_of, touched
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.hedges import hedge_before
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.language.ratios import room
from goldenthread.claims.orders.values.in_tables import is_level, timed
from goldenthread.claims.quoting.quoted_cells import times_not_shown
from goldenthread.claims.ratios.multiples import NOT_YET
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.cells import Part
from goldenthread.claims.tables.table import Table, tables_of


@dataclass(frozen=True, slots=True)
class NoMultiple:
    """Words, and two cells of a table that do not bear them out."""

    sentence: Sentence
    printed: str
    one: Part
    other: Part


_AS_MANY = re.compile(
    r" as (?:many|much|high|large|long|often|big)\b(?! again)(?P<of>[^,;:.()]*?) as "
)
_CUT = re.compile(r"[;:()]|,(?!\d)|\.\s|\b(?:but|while|whereas|against|although)\b")
_AFTER = re.compile(r"\s*(?:$|[.,;]|(?:and|over|in|between|since|during|from)\b)")
_NO_CHANGE = re.compile(
    r"\b(?:will|would|could|should|not|never|share|proportion|percentage|rate|of those|cost|"
    r"if|may|might|except|apart)\b",
    re.I,
)
_BELOW = 4  # passages


def no_multiples(reading: Reading) -> Iterator[NoMultiple]:
    """Every multiple that the words of a table tie to cells of it which do not make it."""
    tables: dict[str, list[Table]] = {}
    for table in tables_of(reading):
        tables.setdefault(table.file, []).append(table)
    for sentence in reading.sentences:
        near = [
            each
            for each in tables.get(sentence.file, ())
            if abs(sentence.passage.order - each.grid.order) <= _BELOW and not each.is_data
        ]
        words = [each for each in sentence.quantities if each.measure is Measure.TIMES]
        if not near or not words or any(sentence.text in each.grid.caption for each in near):
            continue
        for each in words:
            if each.value > 1 or each.text.lower().startswith("halv"):
                yield from _untrue(sentence, each, near)


def _untrue(sentence: Sentence, words: Quantity, near: Sequence[Table]) -> Iterator[NoMultiple]:
    text = sentence.text
    _, begin, close = hedge_before(text, words.start)
    cuts = [each.span() for each in _CUT.finditer(text)]
    start = max((end for _, end in cuts if end <= words.start), default=0)
    end = min((begin for begin, _ in cuts if begin >= words.end), default=len(text))
    other_numbers = [
        each for each in sentence.quantities if each is not words and start <= each.start < end
    ]
    if other_numbers or NOT_YET.search(text[:begin]) or _NO_CHANGE.search(text, start, end):
        return
    allowed = room(words, close).doubtful
    compared = _AS_MANY.match(text, words.end)
    pairs: list[tuple[Part, Part]] = []
    for table in near:
        if times_not_shown(text, table):
            return
        if compared is not None:
            pairs += _of_two_rows(text[: words.start], text[compared.end() : end], compared, table)
        elif _AFTER.match(text, words.end):
            pairs += _of_two_times(text[start:end], table)
    ratios = [_ratio(one, other) for one, other in pairs]
    if pairs and not any(each is None or each.meets(allowed) for each in ratios):
        yield NoMultiple(sentence, text[begin : words.end], *pairs[0])


def _ratio(one: Part, other: Part) -> Interval | None:
    return one.interval / other.interval if other.interval.low > 0 else None


def _of_two_rows(
    before: str, after: str, compared: re.Match[str], table: Table
) -> Iterator[tuple[Part, Part]]:
    """The cells of the one line named before the words and the one after them."""
    for view in (table, table.turned):
        first, second = _named(before, view), _named(after, view)
        if len(first) != 1 or len(second) != 1 or first == second:
            continue
        (one,), (other,) = first, second
        of = {each.line for each in names_in(compared["of"], view.columns)}
        if not of and compared["of"].strip() and not _is_counted(compared["of"], table):
            continue
        for column in view.columns:
            if column.empty or is_level(column) or (of and column.index not in of):
                continue
            here, there = view.cells[one][column.index], view.cells[other][column.index]
            if here.amount and there.amount and here.amount.sort is there.amount.sort:
                yield here.amount, there.amount


def _is_counted(words: str, table: Table) -> bool:
    """Whether a table has a word of what is said to be so many times as many."""
    grid = table.grid
    lines = [line.label for line in (*table.rows, *table.columns)]
    heads = stems_of(" ".join([grid.caption, grid.section, *grid.rows[0][:1], *lines]))
    return bool(stems_of(words) & heads)


def _named(words: str, view: Table) -> set[int]:
    """The lines named, or the one that a word of no other calls by a shorter name."""
    return {each.line for each in names_in(words, view.rows)} or touched(words, view.rows)


def _of_two_times(clause: str, table: Table) -> Iterator[tuple[Part, Part]]:
    """The cells of the one line named in the clause at one time and at an earlier one."""
    for view in (table, table.turned):
        named = {each.line for each in names_in(clause, view.rows)}
        times = [each for each in view.columns if timed(each) and not is_level(each)]
        if len(named) != 1 or len(times) < 2:
            continue
        (row,) = named
        told = [
            (when.moment, amount)
            for each in times
            if (when := timed(each)) and (amount := view.cells[row][each.index].amount)
        ]
        told.sort(key=lambda each: (each[0].year, each[0].quarter, each[0].month, each[0].day))
        for place, (_, later) in enumerate(told):
            for _, earlier in told[:place]:
                if earlier.sort is later.sort:
                    yield later, earlier
