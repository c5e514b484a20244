"""Bases that no cell holds: the sum of a row's counts, or a number in the words by a table."""

import re
from collections.abc import Iterator
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.tables.cells import Cell, Part, Sort
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.table import Table

_NUMBER = re.compile(r"(?<![\d.,/£-])(\d{1,3}(?:,\d{3})+|\d{2,6})(?![\d/%-]|,\d|\.\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(
    r" ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|or more|to \d|days|hours|years|months)",
    re.IGNORECASE,
)
_MOST = 3

Base = tuple[tuple[object, ...], str, dict[int, Cell]]


def base_of(value: Fraction) -> Cell:
    """A number that stands in no cell, as one."""
    return Cell("", "", (Part(Sort.NUMBER, value, 0, Interval.exactly(value), ""),))


def sums_across(table: Table, counts: int) -> Iterator[Base]:
    """The sum of all counts of each row, where no column is their total: for, against, no view."""
    columns = [
        column.index
        for column in table.columns
        if column.sense is Sense.COUNT
        and any(row[column.index].amount for row in table.cells)
        and not any(row[column.index].percent for row in table.cells)
    ]
    if len(columns) < 2 or counts not in columns:
        return
    if any(table.columns[each].whole is not Whole.NO for each in columns):
        return
    bases = {}
    for row in table.rows:
        amounts = [table.cells[row.index][each].amount for each in columns]
        known = [amount.value for amount in amounts if amount]
        if len(known) == len(amounts) and sum(known) > 0:
            bases[row.index] = base_of(sum(known, Fraction(0)))
    missing = Cell("", "")
    yield (
        ("across", *columns),
        "the sum of the row",
        {row.index: bases.get(row.index, missing) for row in table.rows},
    )


def in_words(table: Table, counts: int) -> Iterator[Base]:
    """Numbers in the words around a table that none of its counts is above: "1,920 replies"."""
    values = [amount.value for row in table.cells if (amount := row[counts].amount)]
    if len(values) < 2:
        return
    found = []
    for match in _NUMBER.finditer(table.hints.words):
        value = Fraction(match[1].replace(",", ""))
        if _YEAR.fullmatch(match[1]) or _DAY.match(table.hints.words, match.end()):
            continue
        if value >= max(values) and value not in found:
            found.append(value)
    for value in found[:_MOST]:
        bases = dict.fromkeys((row.index for row in table.rows), base_of(value))
        yield ("words", value), "the number in the words by the table", bases


_IN_LABEL = re.compile(r"\(\s*(?:n|base|total|all|of)?\s*[=:]?\s*(\d{1,3}(?:,\d{3})+|\d+)\s*\)$")


def label_base(table: Table, column: int) -> Fraction | None:
    """The number at the end of a column's name: "May (811)", "Girls (n = 240)"."""
    match = _IN_LABEL.search(table.columns[column].label)
    return Fraction(match[1].replace(",", "")) if match else None


def in_labels(table: Table, counts: int) -> Iterator[Base]:
    """The number in the name of the column itself."""
    value = label_base(table, counts)
    values = [amount.value for row in table.cells if (amount := row[counts].amount)]
    if value and values and value >= max(values):
        bases = dict.fromkeys((row.index for row in table.rows), base_of(value))
        yield ("label",), f"the number in “{table.columns[counts].label}”", bases


def known_sums(table: Table) -> dict[str, Fraction]:
    """What each column says or comes to, by its name, where no row is a total."""
    found: dict[str, Fraction] = {}
    for column in table.columns:
        amounts = [row[column.index].amount for row in table.cells]
        whole = label_base(table, column.index)
        if whole is None and all(amounts) and len(amounts) > 2:
            whole = sum((amount.value for amount in amounts if amount), Fraction(0))
        if whole:
            found[f"all of “{column.label}”"] = whole
    return found
