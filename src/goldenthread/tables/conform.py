"""Turns the cells of a return, all still text, into a table's typed columns, with every fault.

A cell that does not fit becomes empty and is reported; a row that lacks what it cannot be counted
without is reported and not kept. Distinct texts are looked at once each, however often they stand
in a column, so the work grows with what is different and not with what is repeated.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault, Severity
from goldenthread.tables.codes import code_list
from goldenthread.tables.definition import AREA, Column, ColumnKind, Table
from goldenthread.tables.found import Found

# Days outside these cannot be about a child known to anybody now.
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)

# What a cell may say that means nothing was written.
NOTHING = frozenset({"", "null", "none", "nan", "n/a", "na", "-", "#n/a"})

_YES = frozenset({"1", "true", "y", "yes", "t"})
_NO = frozenset({"0", "false", "n", "no", "f"})
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?")
_BRITISH = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?"
)

# What a text of a column means in the words of the code lists, or yes, no and nothing.
Meaning = Callable[[Column, str], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where cells stand and how they are to be understood.

    ``place`` says where the cell of a row (counted from nought) and a column stands, ``heading``
    what the format calls a column. ``meaning`` turns a format's own way of writing a code or flag
    into the common one; None says that nobody knows it. ``year`` is the collection year by which
    codes are judged, None where none is known.
    """

    file: str
    area: str
    place: Callable[[int, str], str]
    year: int | None = None
    meaning: Meaning = field(default=lambda _column, text: text)
    heading: Callable[[str], str] = field(default=lambda column: column)


@dataclass(frozen=True, slots=True)
class Conformed:
    """A table's rows that were kept, and how many came in and were not.

    ``place`` says where the cell of a row that was kept and a column stands in the file;
    ``untold`` are the columns of which the file has none.
    """

    rows: pa.Table
    came_in: int
    place: Callable[[int, str], str]
    untold: frozenset[str] = frozenset()

    @property
    def reported(self) -> int:
        """Rows that could not be kept; each has its fault."""
        return self.came_in - int(self.rows.num_rows)


def conform(
    table: Table, cells: Mapping[str, pa.Array], context: Context, found: Found
) -> Conformed:
    """The table from columns of text, by the names of the table's columns; those left out are null.

    Faults go to ``found``: ``unknown_code``, ``code_not_in_year``, ``date_unreadable``,
    ``date_cannot_be``, ``number_unreadable``, ``flag_unreadable``, ``cell_missing``. Raises
    ValueError where the columns are of different lengths or are none of the table's.
    """
    if unknown := set(cells) - {column.name for column in table.own_columns}:
        raise ValueError(f"{table.name} has no column {', '.join(sorted(unknown))}")
    lengths = {len(column) for column in cells.values()}
    if len(lengths) > 1:
        raise ValueError(f"{table.name}: the columns are of different lengths")
    length = lengths.pop() if lengths else 0
    columns: list[pa.Array] = []
    keep = np.ones(length, dtype=bool)
    for column in table.columns:
        if column is AREA:
            columns.append(pa.array([context.area] * length, pa.string()))
            continue
        raw = cells.get(column.name)
        faulty: set[int] = set()
        if raw is None:
            made = pa.nulls(length, column.kind.arrow)
        else:
            made = _column(column, raw, context, found, faulty)
        if column.required:
            there = np.asarray(made.is_valid())
            _report_missing(table, column, ~there, faulty, raw is None, context, found)
            keep &= there
        columns.append(made)
    rows = pa.Table.from_arrays(columns, schema=table.schema)
    untold = frozenset(table.by_name) - {AREA.name, *cells}
    if keep.all():
        return Conformed(rows, length, context.place, untold)
    kept = np.flatnonzero(keep)
    return Conformed(
        rows.filter(pa.array(keep)),
        length,
        lambda row, column: context.place(int(kept[row]), column),
        untold,
    )


def _column(
    column: Column, raw: pa.Array, context: Context, found: Found, faulty: set[int]
) -> pa.Array:
    """One column, each distinct text read once; plain text, mostly all distinct, in one go.

    Rows whose cell says something that cannot be used are reported, and added to ``faulty``.
    """
    if isinstance(raw, pa.ChunkedArray):
        raw = raw.combine_chunks()
    if column.kind is ColumnKind.TEXT:
        return _text(raw.cast(pa.string()))
    encoded = raw.cast(pa.string()).dictionary_encode()
    values: list[object] = []
    for position, text in enumerate(encoded.dictionary.to_pylist()):
        value, fault = _read(column, text.strip(), context)
        values.append(value)
        if fault:
            rows = np.flatnonzero(pc.equal(encoded.indices, position).fill_null(False))
            if column.required and value is None:
                fault = replace(fault, message=f"{fault.message} {_LEFT_OUT}")
                faulty.update(rows.tolist())
            _report(fault, rows, column.name, context, found)
    typed = pa.array(values, column.kind.arrow)
    return typed.take(encoded.indices)


def _text(raw: pa.Array) -> pa.Array:
    """Text trimmed, and null where it is a word for nothing."""
    trimmed = pc.utf8_trim_whitespace(raw)
    nothing = pc.is_in(pc.utf8_lower(trimmed), value_set=pa.array(sorted(NOTHING), pa.string()))
    return pc.if_else(nothing, pa.scalar(None, pa.string()), trimmed)


# Said of a cell that a row cannot be counted without.
_LEFT_OUT = "The row is left out."


def _read(column: Column, text: str, context: Context) -> tuple[object, Fault | None]:
    if text.casefold() in NOTHING and not _is_code(column, text):
        return None, None
    called = context.heading(column.name)
    if column.kind in (ColumnKind.CODE, ColumnKind.FLAG):
        meant = context.meaning(column, text)
        if column.kind is ColumnKind.CODE:
            return _code(column, meant, called, context.year)
        return _flag(called, meant)
    if column.kind in (ColumnKind.DATE, ColumnKind.MOMENT):
        return _day(column, called, text)
    return _number(column, called, text)


def _is_code(column: Column, text: str) -> bool:
    """Whether a word for nothing is a code all the same, as NONE is of a disability."""
    return column.kind is ColumnKind.CODE and text.upper() in code_list(column.codes).by_code


def _code(
    column: Column, meant: str | None, called: str, year: int | None
) -> tuple[object, Fault | None]:
    if meant == "":
        return None, None
    known = code_list(column.codes).by_code.get(meant) if meant else None
    if known is None:
        known = code_list(column.codes).by_code.get(meant.upper()) if meant else None
    if known is None:
        return None, Fault(
            "unknown_code",
            f"{called} holds no code of the list {column.codes}: correct it, or ask for it to be "
            "added.",
        )
    if not known.valid_in(year):
        return known.code, Fault(
            "code_not_in_year",
            f"{called}: the code {known.code} of the list {column.codes} is not used in the return "
            f"of {year}: it is kept as it stands; check it.",
            severity=Severity.WARNING,
        )
    return known.code, None


def _flag(called: str, meant: str | None) -> tuple[object, Fault | None]:
    word = "" if meant is None else meant.casefold()
    if word in _YES or word in _NO:
        return word in _YES, None
    if meant == "":
        return None, None
    return None, Fault(
        "flag_unreadable", f"{called} is neither yes nor no: write yes or no, or 1 or 0."
    )


def _day(column: Column, called: str, text: str) -> tuple[object, Fault | None]:
    moment, why = _moment(text)
    if moment is None:
        rule = "date_unreadable" if why == _UNREADABLE else "date_cannot_be"
        return None, Fault(rule, f"{called} {why}")
    return (moment.date() if column.kind is ColumnKind.DATE else moment), None


_UNREADABLE = "cannot be read as a date: write it as 31/03/2024."


@lru_cache(maxsize=50_000)  # the days of some years, which every column and file repeats
def _moment(text: str) -> tuple[datetime | None, str]:
    """What a text says, or what is wrong with it."""
    if match := _ISO.fullmatch(text):
        year, month, day, hour, minute, second = match.groups()
    elif match := _BRITISH.fullmatch(text):
        day, month, year, hour, minute, second = match.groups()
    else:
        return None, _UNREADABLE
    try:
        moment = datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0)
        )
    except ValueError:
        return None, "is a day that is in no calendar: correct it."
    if not EARLIEST <= moment.date() <= LATEST:
        return None, "lies before 1900 or after 2100: correct it."
    return moment, ""


def _number(column: Column, called: str, text: str) -> tuple[object, Fault | None]:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    whole = column.kind is ColumnKind.WHOLE
    if not -1e9 < value < 1e9 or (whole and value != int(value)):  # nan is not within either
        return None, Fault(
            "number_unreadable", f"{called} cannot be read as a {column.kind}: correct it."
        )
    return (int(value) if whole else value), None


def _report_missing(
    table: Table,
    column: Column,
    missing: np.ndarray,
    faulty: set[int],
    whole_column: bool,
    context: Context,
    found: Found,
) -> None:
    """Report the rows that lack a cell; of one that cannot be used, that was said already."""
    rows = np.flatnonzero(missing)
    if faulty:
        rows = rows[~np.isin(rows, list(faulty))]
    if len(rows):
        fault = Fault(
            "cell_missing",
            f"{context.heading(column.name)} is missing, and a row of {table.name} cannot be "
            f"counted without it: fill the {'column' if whole_column else 'cell'}. {_LEFT_OUT}",
        )
        _report(fault, rows, column.name, context, found)


def _report(fault: Fault, rows: np.ndarray, column: str, context: Context, found: Found) -> None:
    placed = Fault(fault.rule, fault.message, context.file, "", fault.severity)
    found.add_each(placed, _places(rows, column, context), len(rows))


def _places(rows: np.ndarray, column: str, context: Context) -> Iterator[str]:
    return (context.place(int(row), column) for row in rows)
