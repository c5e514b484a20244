"""Reads a CSV table of the return into columns of text, by line, and loses no row unseen."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from goldenthread.nouns import Fault, GoldenThreadError, Severity
from goldenthread.sources.ssda903.block import Block
from goldenthread.sources.ssda903.layout import Layout, known_by
from goldenthread.sources.ssda903.lines import PIECE, Body, Heading, Writing, heading, writing
from goldenthread.tables import Found

# Spreadsheets leave lines of nothing but these behind.
_OF_NOTHING = ',;|\t "\r'


@dataclass(frozen=True)
class _Parsed:
    """What came out of the lines: the rows, and by line number what could not be one.

    Those of the ``ragged`` that are ``blank`` hold nothing that could be lost.
    """

    rows: pa.Table
    ragged: list[int]
    blank: set[int]
    broken: list[int]
    lines: int
    unread: int

    @property
    def agrees(self) -> bool:
        """Whether each line became a row or a fault, so that no row swallowed another."""
        return self.rows.num_rows + len(self.ragged) + self.unread == self.lines


def read(path: Path, file: str, found: Found) -> Block:
    """The table that a CSV file is.

    Faults: ``unknown_column`` and ``column_twice`` once for each, ``column_missing``,
    ``ragged_row``, ``broken_quoting``, ``line_too_long``, ``encoding``. Raises GoldenThreadError
    where it is no table of the return.
    """
    written = writing(path)
    head = heading(path, written.encoding)
    layout = known_by(head.cells) if head else None
    if head is None or layout is None:
        raise GoldenThreadError(
            f"{path.name} has no line of headings of a 903 table, such as CHILD and DECOM: export "
            "it again with its headings."
        )
    if not written.certain:
        found.add(
            Fault(
                "encoding",
                "The file is not UTF-8 and is read as Windows-1252: export it as CSV UTF-8 if "
                "letters with accents stand in it.",
                file,
                severity=Severity.WARNING,
            )
        )
    columns = _columns(head, layout, file, found)
    parsed = _parsed(path, written, head, list(columns.values()))
    if not parsed.agrees:
        raise GoldenThreadError(
            f"{path.name} cannot be parted into rows: export it again as CSV UTF-8."
        )
    return _block(parsed, columns, layout, file, head.number, found)


def _columns(head: Heading, layout: Layout, file: str, found: Found) -> dict[str, int]:
    """The columns of the table and where each stands; the unknown, doubled and missing are told."""
    columns: dict[str, int] = {}
    for position, text in enumerate(head.cells):
        column = layout.column(text)
        # A heading is told by its number: in a broken file it may be a cell of the first child.
        place = f"row {head.number}, column {position + 1}"
        if column is None:
            if text.strip():
                found.add(
                    Fault(
                        "unknown_column",
                        f"This column is none of the {layout.name} table: it is not read.",
                        file,
                        place,
                        Severity.WARNING,
                    )
                )
        elif column in columns:
            found.add(
                Fault(
                    "column_twice",
                    f"The column {column} stands twice: the first is read. Take the other out.",
                    file,
                    place,
                )
            )
        elif column not in layout.passed_over:
            columns[column] = position
    for column in layout.mandatory:
        if column not in columns:
            found.add(
                Fault(
                    "column_missing",
                    f"The {layout.name} table has no column {column}: export it again with it. The "
                    "rest is read.",
                    file,
                    f"row {head.number}",
                )
            )
    return columns


def _parsed(path: Path, written: Writing, head: Heading, wanted: Sequence[int]) -> _Parsed:
    """The rows; each line is looked at by itself where quotation marks made one of several."""
    if written.quotes:
        try:
            quoted = _rows(path, written, head, wanted, careful=False)
        except pa.ArrowInvalid:
            return _rows(path, written, head, wanted, careful=True)
        return quoted if quoted.agrees else _rows(path, written, head, wanted, careful=True)
    return _rows(path, written, head, wanted, careful=False)


def _rows(
    path: Path, written: Writing, head: Heading, wanted: Sequence[int], careful: bool
) -> _Parsed:
    ragged: list[int] = []
    blank: set[int] = set()

    def skip(row: csv.InvalidRow) -> str:
        ragged.append(row.number)
        if not row.text.strip(_OF_NOTHING):
            blank.add(row.number)
        return "skip"

    names = [str(position) for position in wanted]
    kinds = pa.schema([(name, pa.string()) for name in names])
    batches: list[pa.RecordBatch] = []
    unread = 0
    with Body(path, written, head.number, head.delimiter if careful else "") as body:
        try:
            with csv.open_csv(
                body,
                csv.ReadOptions(
                    use_threads=False,
                    block_size=4 * PIECE,
                    column_names=[str(position) for position in range(len(head.cells))],
                ),
                csv.ParseOptions(
                    delimiter=head.delimiter,
                    quote_char='"' if written.quotes else False,
                    invalid_row_handler=skip,
                    ignore_empty_lines=False,
                ),
                csv.ConvertOptions(
                    include_columns=names, column_types=kinds, strings_can_be_null=False
                ),
            ) as reader:
                batches.extend(reader)
        except pa.ArrowInvalid:
            if written.quotes and not careful:
                raise
            # A line longer than a block, or no line at all: what came before it is kept.
            body.pass_over()
            kept = sum(batch.num_rows for batch in batches)
            ragged = _among(kept, ragged)
            unread = body.count - kept - len(ragged)
        lines, broken = body.count, body.broken
    return _Parsed(pa.Table.from_batches(batches, kinds), ragged, blank, broken, lines, unread)


def _among(kept: int, ragged: Sequence[int]) -> list[int]:
    """The ragged lines among and before those that were kept, not those read ahead of them."""
    return [line for before, line in enumerate(sorted(ragged)) if line <= kept + before + 1]


def _block(
    parsed: _Parsed,
    columns: dict[str, int],
    layout: Layout,
    file: str,
    first: int,
    found: Found,
) -> Block:
    """The rows with something in them, each knowing its line."""
    left = np.ones(parsed.lines - parsed.unread + 1, dtype=bool)
    left[0] = False
    left[parsed.ragged] = False
    numbers = np.flatnonzero(left)
    told = _something(parsed.rows)
    rows = parsed.rows.filter(pa.array(told)) if not told.all() else parsed.rows
    numbers = numbers[told] + first
    ragged = [line for line in parsed.ragged if line not in parsed.blank]
    for rule, message, lines in (
        (
            "ragged_row",
            "This row has more cells than there are headings, or fewer, so nobody can tell which "
            "is which: it is not kept. A cell with a comma in it needs quotation marks.",
            ragged,
        ),
        (
            "broken_quoting",
            "A quotation mark in this row is not closed, or stands inside a cell: it is not kept. "
            "Export the file again.",
            parsed.broken,
        ),
    ):
        fault = Fault(rule, message, file)
        found.add_each(fault, (f"row {first + line}" for line in lines), len(lines))
    if parsed.unread:
        found.add_each(
            Fault(
                "line_too_long",
                "From here a line is so long that it can be none of the table: neither it nor "
                f"what follows is read, {parsed.unread:,} lines in all. Export the file again.",
                file,
            ),
            [f"row {first + len(left)}"] * parsed.unread,
            parsed.unread,
        )

    def place(row: int, column: str) -> str:
        return f"row {numbers[row]}, column {column}"

    return Block(
        layout,
        file,
        {name: rows[str(position)] for name, position in columns.items()},
        place,
        lost=len(ragged) + len(parsed.broken) + parsed.unread,
    )


def _something(rows: pa.Table) -> np.ndarray:
    """Which rows are not blank."""
    told = np.zeros(rows.num_rows, dtype=bool)
    for column in rows.columns:
        if told.all():
            break
        told |= np.asarray(pc.not_equal(column, ""))
    return told
