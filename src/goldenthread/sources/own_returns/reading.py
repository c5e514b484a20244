"""Reads a return of our own, and tells it by its headings."""

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pyarrow as pa

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.columns import headings
from goldenthread.sources.days import plain_day, reach
from goldenthread.sources.own_returns.form import BESIDE, Form
from goldenthread.sources.own_returns.parts import WORKBOOKS, Part, parts_of
from goldenthread.sources.sheet_names import sheet_names
from goldenthread.sources.spellings import meaning
from goldenthread.sources.spellings.meaning import fold
from goldenthread.sources.statutory.digests import of_files
from goldenthread.tables import (
    Balance,
    ColumnKind,
    Coverage,
    Found,
    Return,
    conform,
    table,
)
from goldenthread.tables.conform import Context

Progress = Callable[[str], None]
Place = Callable[[int, str], str]


def recognises_own(path: Path, form: Form) -> bool:
    """Whether a file is of the return, by its headings or its sheets' names; never raises."""
    if path.suffix.lower() in WORKBOOKS:
        telling = {fold(name) for name in form.telling}
        return any(fold(name) in telling for name in sheet_names(path))
    found = form.table_of(headings(path), path.stem)
    return found is not None and found.name in (*form.telling, *BESIDE)


def read_own(
    form: Form,
    paths: Sequence[Path],
    *,
    area: str,
    year: int | None,
    progress: Progress | None,
) -> Return:
    """The return in some files. Its months are told whole, as its page asks; with a ``year``,
    the whole collection year is.

    Raises GoldenThreadError where the council is not said, or no table can be read at all.
    """
    file = str(paths[0]) if len(paths) == 1 else str(paths[0].parent)
    if not area:
        raise GoldenThreadError(
            f"{form.title} does not say of which council it is: give its code with --area."
        )
    found = Found()
    reading = _Reading(area, year, found, several=len(paths) > 1)
    for path in paths:
        if progress:
            progress(str(path))
        for part in parts_of(path, form, found):
            reading.add(part, str(path))
    if not reading.parts:
        raise GoldenThreadError(
            f"{file} holds no table of this return: write the headings as the page of the return "
            "says."
        )
    tables = reading.tables()
    return Return(
        file=file,
        kind=form.kind,
        digest=of_files(paths),
        area=area,
        year=year,
        tables=tables,
        coverage=tuple(_coverage(form, tables, area, year)),
        balances=reading.balances(),
        found=found,
        places=reading.places(),
        untold=reading.untold,
    )


class _Reading:
    """The tables of a return as its files are read."""

    def __init__(self, area: str, year: int | None, found: Found, several: bool) -> None:
        self.parts: dict[str, list[tuple[pa.Table, Place]]] = {}
        self.untold: dict[str, frozenset[str]] = {}
        self._area, self._year, self._found, self._several = area, year, found, several
        self._came_in: dict[str, int] = {}

    def add(self, part: Part, file: str) -> None:
        """A table, its cells made to fit."""
        name = part.table.name
        days = {column.name for column in part.table.own_columns if column.kind is ColumnKind.DATE}
        cells = {
            column: _plain_days(texts) if column in days else texts
            for column, texts in part.cells.items()
        }
        context = Context(
            file=file, area=self._area, place=part.place, year=self._year, meaning=meaning
        )
        made = conform(part.table, cells, context, self._found)
        place = _among(file, made.place) if self._several else made.place
        self.parts.setdefault(name, []).append((made.rows, place))
        self.untold[name] = self.untold.get(name, made.untold) & made.untold
        self._came_in[name] = self._came_in.get(name, 0) + made.came_in + part.broken

    def tables(self) -> dict[str, pa.Table]:
        """The rows that were kept, by table."""
        return {
            name: pa.concat_tables([rows for rows, _ in parts]).combine_chunks()
            for name, parts in self.parts.items()
        }

    def balances(self) -> dict[str, Balance]:
        """How many rows came in and were kept, by table."""
        kept = {name: sum(rows.num_rows for rows, _ in parts) for name, parts in self.parts.items()}
        return {name: Balance(self._came_in[name], kept[name]) for name in kept}

    def places(self) -> dict[str, Place]:
        """Where the cells of rows stand, by table."""
        return {name: _place(parts) for name, parts in self.parts.items()}


def _among(file: str, place: Place) -> Place:
    """Where cells stand, with the file, which is one of several of the return."""
    name = Path(file).name
    return lambda row, column: f"{name}, {place(row, column)}"


def _place(parts: Sequence[tuple[pa.Table, Place]]) -> Place:
    ends = np.cumsum([rows.num_rows for rows, _ in parts])

    def place(row: int, column: str) -> str:
        part = int(np.searchsorted(ends, row, side="right"))
        return parts[part][1](row - (int(ends[part - 1]) if part else 0), column)

    return place


def _plain_days(texts: pa.Array) -> pa.Array:
    """Days as 2024-03-31, each distinct text looked at once."""
    encoded = texts.dictionary_encode()
    plain = pa.array([plain_day(text.strip()) for text in encoded.dictionary.to_pylist()])
    return plain.cast(pa.string()).take(encoded.indices)


def _coverage(
    form: Form, tables: dict[str, pa.Table], area: str, year: int | None
) -> Iterator[Coverage]:
    """The months of each table with rows, whole; the collection year, where that is given."""
    for name in form.tables:
        rows = tables.get(name)
        if rows is None:
            continue
        if year:
            yield Coverage(name, area, date(year - 1, 4, 1), date(year, 3, 31))
            continue
        days = rows[table(name).dates[0]].unique().to_pylist()
        ends = reach(each.date() if isinstance(each, datetime) else each for each in days)
        if ends:
            first, last = ends
            month_ends = monthrange(last.year, last.month)[1]
            yield Coverage(name, area, first.replace(day=1), last.replace(day=month_ends))
