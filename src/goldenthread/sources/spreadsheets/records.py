"""Reads files of children's records into sheets of text: workbooks and CSV, of any program.

The safety is that of a partnership's own tables, the limits are wider, and moments keep their
time. Each sheet is given in turn and can be forgotten before the next is read.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from goldenthread.nouns import Fault, Severity
from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.delimited import read_lines, tidy
from goldenthread.sources.spreadsheets.grid import TableRefusedError, letters, number_text
from goldenthread.sources.spreadsheets.opening import content_of
from goldenthread.sources.spreadsheets.workbook import open_sheets
from goldenthread.tables import Found

_WORKBOOKS = {".xlsx", ".ods"}
_DELIMITED = {".csv", ".txt", ".tsv"}

# By the first line: a comma wins where nothing else stands there more often.
_DELIMITERS = (",", ";", "\t", "|")


class Sheet(NamedTuple):
    """One sheet's rows of text, blank where nothing stands; ``name`` is empty for a CSV file."""

    name: str
    rows: list[list[str]]

    def place(self, row: int, column: int | None) -> str:
        """Where a cell counted from 0 stands, as people say it; without a column, its row."""
        where = f"row {row + 1}" if column is None else f"cell {letters(column)}{row + 1}"
        return f"sheet {self.name}, {where}" if self.name else where


class Contents(NamedTuple):
    """A file's bytes and name, from which sheets are read as they are asked for."""

    file: Path
    data: bytes

    def sheets(self, found: Found) -> Iterator[Sheet]:
        """Every sheet in turn. Raises TableRefusedError for a file that cannot be trusted."""
        kind = self.file.suffix.lower()
        if kind == ".xlsm":
            raise TableRefusedError(
                "macros", "A workbook with macros is not opened: save it as .xlsx, which has none."
            )
        if kind in _WORKBOOKS:
            yield from self._of_workbook()
        elif kind in _DELIMITED:
            yield self._of_text(found)
        else:
            raise TableRefusedError(
                "unknown_format",
                f"{kind or 'This'} is no format read here: save it as .xlsx or .csv.",
            )

    def _of_workbook(self) -> Iterator[Sheet]:
        for name, rows, markup in open_sheets(self.data, self.file, list, limits.RECORDS):
            texts = [[_text(value) for value in row] for row in rows]
            for down, across in (*markup.unsaid, *markup.broken):
                while len(texts) <= down:
                    texts.append([])
                texts[down] += [""] * (across + 1 - len(texts[down]))
                texts[down][across] = markup.broken.get((down, across)) or "="
            yield Sheet(name, texts)

    def _of_text(self, found: Found) -> Sheet:
        encoding = "utf-8"
        try:
            self.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            encoding = "cp1252"
            found.add(
                Fault(
                    "encoding",
                    "The file is not UTF-8 and is read as an older Excel writes it: letters with "
                    "accents may be wrong; save it as CSV UTF-8.",
                    str(self.file),
                    severity=Severity.WARNING,
                )
            )
        first = self.data[:4096].splitlines()[:1]
        head = first[0].decode("latin-1") if first else ""
        delimiter = max(_DELIMITERS, key=head.count)
        lines = read_lines(self.data, self.file, encoding, delimiter, limits.RECORDS)
        return Sheet("", list(lines))


def open_records(file: Path) -> Contents:
    """A file of records. Raises TableRefusedError where it is absent, empty or too large."""
    return Contents(file, content_of(file, limits.RECORDS))


def _text(value: object) -> str:
    """A cell as text: dates as 2024-03-31, moments with their time, whole numbers without .0."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, int | float):
        return number_text(float(value))
    if isinstance(value, datetime):
        written = value.replace(microsecond=0)
        return str(written.date() if written.time() == time() else written)
    if isinstance(value, date | time | timedelta):
        return str(value)
    return "" if value is None else tidy(str(value))
