"""Reads workbooks of children's records into sheets of text.

The safety is that of a partnership's own tables, the limits are wider, and moments keep their
time. Each sheet is given in turn and can be forgotten before the next is read.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.delimited import tidy
from goldenthread.sources.spreadsheets.grid import TableRefusedError, letters, number_text
from goldenthread.sources.spreadsheets.opening import content_of
from goldenthread.sources.spreadsheets.workbook import open_sheets


class Sheet(NamedTuple):
    """One sheet's rows of text, blank where nothing stands."""

    name: str
    rows: list[list[str]]

    def place(self, row: int, column: int | None) -> str:
        """Where a cell counted from 0 stands, as people say it; without a column, its row."""
        where = f"row {row + 1}" if column is None else f"cell {letters(column)}{row + 1}"
        return f"sheet {self.name}, {where}"


class Workbook(NamedTuple):
    """A workbook's bytes and name, from which sheets are read as they are asked for."""

    file: Path
    data: bytes

    def sheets(self) -> Iterator[Sheet]:
        """Every sheet in turn. Raises TableRefusedError for a workbook that is not safe."""
        written = _Written()
        for name, rows, markup in open_sheets(self.data, self.file, list, limits.RECORDS):
            texts = [[written[type(value), value] for value in row] for row in rows]
            for down, across in (*markup.unsaid, *markup.broken):
                while len(texts) <= down:
                    texts.append([])
                texts[down] += [""] * (across + 1 - len(texts[down]))
                texts[down][across] = markup.broken.get((down, across)) or "="
            yield Sheet(name, texts)


def open_records(file: Path) -> Workbook:
    """A workbook of records. Raises TableRefusedError: absent, empty, too large, with macros."""
    if file.suffix.lower() == ".xlsm":
        raise TableRefusedError(
            "macros", "A workbook with macros is not opened: save it as .xlsx, which has none."
        )
    return Workbook(file, content_of(file, limits.RECORDS))


class _Written(dict[tuple[type, object], str]):
    """What cells say as text, each different one looked at once; most are said many times."""

    def __missing__(self, key: tuple[type, object]) -> str:
        text = self[key] = _text(key[1])
        return text


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
