"""Reads CSV files and workbooks: each sheet's tables, titles and notes, cells named as in Excel."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from goldenthread.claims.documents import shapes
from goldenthread.claims.documents.building import Builder
from goldenthread.claims.documents.model import Document
from goldenthread.claims.documents.texts import decoded
from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.delimited import read_delimited
from goldenthread.sources.spreadsheets.grid import Grid as Sheet
from goldenthread.sources.spreadsheets.grid import TableRefusedError, letters
from goldenthread.sources.spreadsheets.workbook import read_every_sheet

_DELIMITERS = ",;\t|"
_SAMPLE = 20_000
_NAMELESS = ("sheet", "table", "tabelle", "feuil")

# A part of a sheet: first row, row after the last, first column, column after the last.
_Part = tuple[int, int, int, int]


def read_csv(data: bytes, file: str) -> Document:
    """The tables of a CSV or TSV file; places are "C4". Raises GoldenThreadError if broken."""
    text = decoded(data, file).replace("\x1a", "")
    try:
        sheet = read_delimited(text.encode(), Path(file), "utf-8", _delimiter(text[:_SAMPLE]))
    except TableRefusedError as refused:
        raise _named(refused, file) from refused
    builder = Builder(file)
    _add(sheet, builder)
    return builder.document()


def read_workbook(data: bytes, file: str) -> Document:
    """The tables of every sheet; places are "Sheet1!C4". Raises GoldenThreadError if unsafe."""
    if len(data) > limits.MAX_FILE_BYTES:
        raise GoldenThreadError(
            f"{file} is larger than {limits.MAX_FILE_BYTES // 1_000_000} million bytes: save the"
            " sheets wanted in a workbook of their own."
        )
    try:
        sheets = read_every_sheet(data, Path(file))
    except TableRefusedError as refused:
        raise _named(refused, file) from refused
    builder = Builder(file)
    for sheet in sheets:
        if not sheet.sheet.casefold().startswith(_NAMELESS) and sheet.rows:
            builder.heading(sheet.sheet, sheet.sheet)
        _add(sheet, builder)
    return builder.document()


def _named(refused: TableRefusedError, file: str) -> GoldenThreadError:
    """The same refusal, naming file and place as they are named here."""
    name = Path(file).name
    where = ", ".join(part for part in (file, refused.place) if part)
    message = str(refused)
    if message.startswith(name):
        return GoldenThreadError(message.replace(name, file, 1))
    return GoldenThreadError(f"{where}: {message}")


def _delimiter(sample: str) -> str:
    """The character that parts the cells: the one that parts most lines the same way."""
    lines = [line for line in sample.splitlines()[:40] if line.strip()]

    def agreement(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(_DELIMITERS, key=agreement)


def _add(sheet: Sheet, builder: Builder) -> None:
    texts = [[cell.text for cell in row] for row in sheet.rows]
    for top, bottom, left, right in _parts(texts):
        kept = [row for row in range(top, bottom) if any(texts[row][left:right])]
        builder.table(
            [texts[row][left:right] for row in kept],
            [[_place(sheet, row, column) for column in range(left, right)] for row in kept],
            _place(sheet, top, left),
        )


def _place(sheet: Sheet, row: int, column: int) -> str:
    cell = f"{letters(column)}{row + 1}"
    return f"{sheet.sheet}!{cell}" if sheet.sheet else cell


def _parts(texts: Sequence[Sequence[str]]) -> Iterator[_Part]:
    """The tables of a sheet: parted by empty rows, and by empty columns beside one another."""
    found: list[_Part] = []
    for top, bottom in _runs([any(row) for row in texts]):
        columns = list(zip(*texts[top:bottom], strict=True))
        for left, right in _beside(texts[top], _runs([any(each) for each in columns])):
            part = (top, bottom, left, right)
            if found and _goes_on(texts, found[-1], part):
                found[-1] = (found[-1][0], bottom, min(left, found[-1][2]), right)
            else:
                found.append(part)
    yield from found


def _runs(filled: Sequence[bool]) -> list[tuple[int, int]]:
    """Where each unbroken run of filled rows or columns begins and ends."""
    edges = [False, *filled, False]
    changes = [at for at, (before, after) in enumerate(pairwise(edges)) if before != after]
    return list(zip(changes[::2], changes[1::2], strict=True))


def _beside(first: Sequence[str], runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Tables side by side where each has a name and values of its own, else one across all."""
    several = len(runs) > 1 and all(
        right - left > 1 and not _is_plain_row(first[left:right]) for left, right in runs
    )
    return runs if several else [(runs[0][0], runs[-1][1])]


def _is_plain_row(cells: Sequence[str]) -> bool:
    """Whether a row holds values, or nothing, and so cannot be the first of a table."""
    return not cells[0] or any(shapes.is_value(cell) for cell in cells[1:])


def _goes_on(texts: Sequence[Sequence[str]], above: _Part, part: _Part) -> bool:
    """Whether a part is the end of the table above it: a total set off by one empty row."""
    top, bottom, left, right = part
    if top - above[1] != 1 or right > above[3] or left < above[2] or right - left < 2:
        return False
    if bottom - top < 2 or above[1] - above[0] < 2:
        return above[1] - above[0] > 1 and _is_plain_row(texts[top][left:right])
    return _is_plain_row(texts[top][left:right]) and right == above[3]
