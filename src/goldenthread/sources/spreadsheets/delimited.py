"""Reads a CSV file as it comes: its encoding, its quoting and its size are not trusted."""

import csv
import io
from pathlib import Path

from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.grid import Cell, Grid, TableRefusedError

_OTHER_MARKS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"), (b"PK\x03\x04", "a workbook"))


def read_delimited(data: bytes, file: Path, encoding: str, delimiter: str) -> Grid:
    """The file's cells. Raises TableRefusedError, naming the line, for a file that is not whole."""
    text = _decoded(data, encoding)
    # One line of nothing but delimiters would be a list of millions before it could be counted.
    if text.count(delimiter) > limits.MAX_CELLS:
        raise too_large("", limits.TABLE)
    rows: list[list[Cell]] = []
    cells = 0
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for line in lines:
            cells += len(line)
            if len(line) > limits.MAX_COLUMNS or len(rows) >= limits.MAX_ROWS:
                raise too_large(f"line {lines.line_num}", limits.TABLE)
            if cells > limits.MAX_CELLS:
                raise too_large(f"line {lines.line_num}", limits.TABLE)
            rows.append([Cell(tidy(each)) for each in line])
    except csv.Error as error:
        raise TableRefusedError(
            "broken_csv",
            f"{file.name} breaks off or is wrongly quoted ({error}): "
            "open it, see that the last line is whole, and save it as CSV UTF-8 again.",
            f"line {lines.line_num}",
        ) from error
    return Grid.of(rows)


def delimiter_of(data: bytes) -> str:
    """A comma, or the semicolon that some computers write instead."""
    first = data.split(b"\n", 1)[0]
    return ";" if first.count(b";") > first.count(b",") else ","


def too_large(place: str, size: limits.Size) -> TableRefusedError:
    """The one sentence for a sheet beyond the limits."""
    return TableRefusedError(
        "too_large",
        f"The table is larger than {size.rows:,} rows, {size.columns:,} columns or "
        f"{size.cells:,} cells: save the part that is wanted in a file of its own.",
        place,
    )


def tidy(text: str) -> str:
    """A cell's text on one line, outer and doubled spaces gone, cut where it is absurdly long."""
    cut = text[: limits.MAX_CELL_CHARACTERS]
    return " ".join(cut.replace("\u00a0", " ").replace("\u202f", " ").split())


def _decoded(data: bytes, encoding: str) -> str:
    for mark, kind in _OTHER_MARKS:
        if data.startswith(mark):
            raise TableRefusedError(
                "encoding", f"This is {kind} and not CSV in UTF-8: save it as CSV UTF-8."
            )
    codec = "utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TableRefusedError(
            "encoding",
            f"Byte {error.start + 1} is not {encoding}: save the file as CSV UTF-8, or write "
            'encoding = "cp1252" in the mapping if it comes from an older Excel.',
            f"line {line}",
        ) from error
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise TableRefusedError(
            "encoding", "There is a zero byte in the text: save it as CSV UTF-8.", f"line {line}"
        )
    return text
