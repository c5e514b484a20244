"""The cell a quoted number would be of: its column, and the cell's number in the unit told."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.dates.moments import Grain, moments
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.orders.values.in_tables import part_of, timed
from goldenthread.claims.orders.words.claimed import Named
from goldenthread.claims.tables.cells import Cell, Sort
from goldenthread.claims.tables.labels import Sense, key_of
from goldenthread.claims.tables.table import Line, Table

SORTS = {
    Measure.COUNT: Sort.NUMBER,
    Measure.PERCENT: Sort.PERCENT,
    Measure.MONEY: Sort.MONEY,
    Measure.DURATION: Sort.NUMBER,
}
_YARDSTICK = re.compile(
    r"^expected$|\b(?:target|threshold|plan|planned|budget|forecast|benchmark|capacity|limit|"
    r"england|"
    r"national|region|average|standard set)\b"
)
_POUNDS = re.compile(r"£ ?(?P<unit>m(?:illions?|n)?\b|000s?\b|k\b|thousands?\b|bn\b|billions?\b)?")
# "Detail (£000)": a heading names the unit of its table in brackets.
_HEADED = re.compile(r"\((?:in )?£ ?(?P<unit>m(?:illions?|n)?|000s?|k|thousands?|bn|billions?)\)")
_PERCENT = re.compile(r"%|\bper cent\b|\bpercentage\b")
_BY = {"m": 10**6, "0": 10**3, "k": 10**3, "t": 10**3, "b": 10**9}
_NEAR = 14
_PARTED = re.compile(r"[,;]|\s(?:of|in|by|were|was)\s")


def value_in(table: Table, row: int, column: int, quantity: Quantity) -> Interval | None:
    """Every value a cell may stand for in the quantity's unit; None where it holds none."""
    cell = table.cells[row][column]
    if quantity.measure is Measure.DURATION and not _of_the_unit(table, row, column, quantity):
        return None
    part = part_of(cell, SORTS[quantity.measure])
    if part is not None:
        unit = _thousands_in(table, row, column) if quantity.measure is Measure.COUNT else 1
        if unit > 1 and quantity.value * 10 >= unit:
            return _scaled(part.value, part.decimals, unit)
        return part.interval
    if quantity.measure is Measure.PERCENT and cell.amount is not None:
        # "Storage (% full)" over cells that are bare numbers.
        heads = (table.columns[column].key, table.rows[row].key, key_of(table.grid.caption))
        return cell.amount.interval if any(map(_PERCENT.search, heads)) else None
    if quantity.measure is not Measure.MONEY or cell.amount is None:
        return None
    unit = _pounds_in(table, row, column)
    return _scaled(cell.amount.value, cell.amount.decimals, unit) if unit else None


def _of_the_unit(table: Table, row: int, column: int, quantity: Quantity) -> bool:
    """Whether a heading says that the cell is in the unit of a length of time: "days to decide"."""
    unit = re.compile(rf"\b{re.escape(quantity.noun[:3])}[a-z]*\b")
    words = (table.columns[column].key, table.rows[row].key, key_of(table.grid.caption))
    return any(unit.search(each) for each in words) and not any(
        _WITHIN.search(each) for each in words
    )


# "Within 5 days", "seen in time", but not "waits, in days".
_WITHIN = re.compile(
    r"\b(?:within|under|over|target|in(?! (?:seconds|minutes|hours|days|weeks|months|years)\b))\b"
)
_THOUSANDS = re.compile(r"\b(?P<unit>millions?|thousands?|000s?)\b")


def _thousands_in(table: Table, row: int, column: int) -> int:
    """1,000 or a million where a heading says that the counts are told in these, else 1."""
    for words in (table.columns[column].key, table.rows[row].key, key_of(table.grid.caption)):
        if match := _THOUSANDS.search(words):
            return _BY[match["unit"][0]]
    return 1


def _pounds_in(table: Table, row: int, column: int) -> int:
    """How many pounds one of the table's numbers is, 0 where no heading says that it is money."""
    grid = table.grid
    first = grid.rows[0][0] if grid.header_rows else ""
    for words in (table.columns[column].label, table.rows[row].label, first, grid.caption):
        if match := _POUNDS.search(words.casefold()):
            return _BY[match["unit"][0]] if match["unit"] else 1
    headed = _HEADED.search(grid.section.casefold())
    return _BY[headed["unit"][0]] if headed else 0


def _scaled(value: Fraction, decimals: int, unit: int) -> Interval:
    span = Interval.rounded(value, decimals)
    return span.scaled(unit)


def candidates(table: Table, row: int, quantity: Quantity) -> list[Line]:
    """The columns of a row that hold a number of the sort told, changes left out."""
    return [
        column
        for column in table.columns
        if column.sense is not Sense.CHANGE
        and value_in(table, row, column.index, quantity) is not None
    ]


def is_yardstick(line: Line) -> bool:
    """Whether a line tells a target or another's value, which a text names when it means it."""
    return bool(_YARDSTICK.search(line.key))


def column_meant(
    sentence: Sentence,
    quantity: Quantity,
    columns: list[Line],
    named: list[Named],
    piece: tuple[int, int],
) -> tuple[int | None, str]:
    """The column a number is of, by its index, and how that is known.

    "named" in the number's own piece of the sentence, "told" elsewhere in it, the "only" one; with
    None: "open" where it may be any, and "" where it cannot be told or is of a time not shown.
    """
    may = {column.index: column for column in columns}
    start, end = piece
    ours = [
        each
        for each in named
        if each.line in may
        and not (is_yardstick(may[each.line]) and _is_apart(sentence.text, quantity, each))
    ]
    inside = [each for each in ours if start <= each.start and each.end <= end]
    inside = narrowest(sentence.text, inside)
    lines = {each.line for each in inside}
    if len(lines) > 1:
        after = {
            each.line
            for each in inside
            if 0 <= each.start - quantity.end <= _NEAR
            and not _PARTED.search(sentence.text, quantity.end, each.start)
        }
        times = {each.line for each in inside if timed(_line(columns, each.line))}
        lines = after if len(after) == 1 else times if len(times) == 1 and not after else lines
    if len(lines) == 1:
        return lines.pop(), "named"
    if lines:
        return None, ""
    ours = [each for each in ours if each.start < quantity.start]
    every = {each.line for each in ours}
    if len(every) == 1:
        line = every.pop()
        timed_so = timed(may[line]) and len(moments(sentence.text)) == len(ours)
        return line, "named" if timed_so else "told"
    first = min((each.start for each in sentence.quantities), default=end)
    lead = {each.line for each in ours if each.end <= first}
    if len(lead) == 1:
        return lead.pop(), "told"
    if lead:
        return None, ""
    plain = [column for column in columns if not is_yardstick(column)]
    if len(plain) == 1:
        return plain[0].index, "only"
    return None, "open"


_LINKED = re.compile(r"\s*(?:(?:of|was|is|at|for|stood at|set at|:|–|-|\()\s*)*£?", re.IGNORECASE)


def narrowest(text: str, named: list[Named]) -> list[Named]:
    """Of two names side by side the second, which says which: "waiting", "over a year"."""
    if len(named) != 2 or text[named[0].end : named[1].start].strip():
        return named
    return named[1:]


def _is_apart(text: str, quantity: Quantity, name: Named) -> bool:
    """Whether a target is named beside the number and not as what the number is."""
    if name.end <= quantity.start:
        return not _LINKED.fullmatch(text, name.end, quantity.start)
    return bool(text[quantity.end : name.start].strip())


def _line(columns: list[Line], index: int) -> Line:
    return next(column for column in columns if column.index == index)


def times_not_shown(text: str, table: Table, named: Sequence[Named] = ()) -> bool:
    """Whether a text names a time that neither a line of the table nor its title has."""
    grid = table.grid
    first = grid.rows[0][0] if grid.header_rows else ""  # "Tenure, 2023"
    words = key_of(f"{grid.caption} {grid.section} {first}")
    words += "\n" + "\n".join(line.key for line in (*table.rows, *table.columns))
    return any(
        moment.grain is not Grain.DAY
        and key_of(moment.text) not in words
        and not (moment.grain is Grain.MONTH and _is_short_in(key_of(moment.text), words))
        and not (
            (not moment.year or str(moment.year) in words)
            and any(each.start <= moment.start < each.end for each in named)
        )
        for moment in moments(text)
    )


def _is_short_in(month: str, words: str) -> bool:
    """Whether a month without a year is told by its first three letters: "Jan–Mar"."""
    return month.isalpha() and re.search(rf"\b{month[:3]}\b", words) is not None


def agrees(cell: Interval, quantity: Quantity) -> bool:
    """Whether a cell may be what is told, rounded or hedged as it is."""
    if quantity.interval.meets(cell):
        return True
    fewer = Interval.rounded(quantity.value, quantity.decimals)
    return quantity.measure is not Measure.COUNT and fewer.meets(cell)


def middle(span: Interval | None) -> Fraction:
    """The value in the middle, below nought where there is none."""
    return (span.low + span.high) / 2 if span is not None else Fraction(-1)


def sums_of(values: list[Fraction]) -> Iterator[Fraction]:
    """What may be worked out from two of the values, and from all."""
    for place, one in enumerate(values):
        for other in values[place + 1 :]:
            yield one + other
            yield abs(one - other)
    if values:
        yield sum(values, Fraction(0))


def shown(cell: Cell, quantity: Quantity) -> str:
    """The number of a cell as printed, in the sort told."""
    part = part_of(cell, SORTS[quantity.measure]) or cell.amount or cell.percent
    return part.text if part else cell.text
