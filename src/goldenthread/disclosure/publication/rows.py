"""The rows of a release's tables: CSV in UTF-8, each row a place, a number and what is inside.

``count``, ``numerator`` and ``denominator`` are columns of inside knowledge; ``value`` is what
is printed.
"""

import csv
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from goldenthread.disclosure.publication.layout import TableEntry
from goldenthread.nouns import GoldenThreadError

MEASURE, VALUE = "measure", "value"
INSIDE = ("count", "numerator", "denominator")

# A release's tables are read whole; a file beyond this is some other file.
_MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its place on each dimension the table names, its measure, its cells.

    ``number`` counts as a spreadsheet does, the headings being row 1.
    """

    file: str
    number: int
    at: dict[str, str]
    measure: str
    value: str
    inside: dict[str, str]

    @property
    def place(self) -> str:
        """Where it stands, for a person."""
        return f"{self.file}, row {self.number}"


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: what it is said to be, its headings in order, its rows in order."""

    entry: TableEntry
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(folder: Path, entry: TableEntry, dimensions: Collection[str]) -> Table:
    """One table of the folder; raises GoldenThreadError naming the file and row."""
    file = _inside(folder, entry.file)
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise GoldenThreadError(f"{entry.file} is larger than {_MAX_BYTES:,} bytes: split it")
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise GoldenThreadError(
            f"{entry.file} is not in {folder}: add the table, or delete its entry in release.toml"
        ) from error
    except UnicodeDecodeError as error:
        raise GoldenThreadError(f"{entry.file} is not UTF-8 text: save it as CSV UTF-8") from error
    lines = csv.reader(text.splitlines(keepends=True), strict=True)
    rows: list[Row] = []
    try:
        columns = tuple(name.strip() for name in next(lines, []))
        _check_columns(entry, columns, dimensions)
        for number, line in enumerate(lines, start=2):
            if line:
                rows.append(_row(entry, columns, number, line))
    except csv.Error as error:
        raise GoldenThreadError(
            f"{entry.file}, line {lines.line_num} is wrongly quoted or breaks off ({error}): mend"
            " it"
        ) from error
    return Table(entry, columns, tuple(rows))


def _row(entry: TableEntry, columns: tuple[str, ...], number: int, line: list[str]) -> Row:
    if len(line) != len(columns):
        raise GoldenThreadError(
            f"{entry.file}, row {number} has {len(line)} cells under {len(columns)} headings: mend"
            " the row"
        )
    cells = {name: cell.strip() for name, cell in zip(columns, line, strict=True)}
    value = cells.pop(VALUE)
    measure = cells.pop(MEASURE, "") or entry.measure
    inside = {name: cells.pop(name) for name in INSIDE if name in cells}
    for name, cell in [*cells.items(), (MEASURE, measure)]:
        if not cell:
            raise GoldenThreadError(f"{entry.file}, row {number} has no {name}: fill it in")
    return Row(entry.file, number, cells, measure, value, inside)


def _check_columns(
    entry: TableEntry, columns: tuple[str, ...], dimensions: Collection[str]
) -> None:
    if not columns:
        raise GoldenThreadError(f"{entry.file} is empty: the first row must name the columns")
    if len(set(columns)) != len(columns):
        raise GoldenThreadError(f"{entry.file} has two columns of one name: rename one")
    if VALUE not in columns:
        raise GoldenThreadError(f"{entry.file} has no column {VALUE!r}: the number printed")
    if (MEASURE in columns) == bool(entry.measure):
        raise GoldenThreadError(
            f"{entry.file}: say what is measured either in release.toml or in a column"
            f" {MEASURE!r}, once"
        )
    known = {VALUE, MEASURE, *INSIDE, *dimensions}
    if strange := [name for name in columns if name not in known]:
        raise GoldenThreadError(
            f"{entry.file} has a column {strange[0]!r}, which is no dimension of release.toml: add"
            " a [[dimension]] of that name, or take the column out"
        )


def _inside(folder: Path, name: str) -> Path:
    """The file of that name in the folder; refuses every way of leading out of it."""
    plain, windows = PurePosixPath(name), PureWindowsPath(name)
    if (
        plain.is_absolute()
        or windows.drive
        or windows.root
        or "\\" in name
        or ".." in plain.parts
        or plain.as_posix() != name
        or any(ord(character) < 32 or character in '<>:"|?*' for character in name)
        or not name.lower().endswith(".csv")
        or any(part.startswith(".") for part in plain.parts)
    ):
        raise GoldenThreadError(
            f"release.toml names {name!r}: give the plain name of a .csv file inside the folder"
        )
    file = folder / name
    if not file.resolve().is_relative_to(folder.resolve()):
        raise GoldenThreadError(f"{name} leads out of {folder}: put the table itself there")
    return file
