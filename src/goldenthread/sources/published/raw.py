"""Opens one delivered CSV file as text cells, or says what is wrong with it. Never raises."""

import csv
import io
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from goldenthread.nouns import Fault
from goldenthread.sources.published.faults import rows_at_fault, shown

LARGEST_FILE = 256 * 1024 * 1024
MOST_ROWS = 2_000_000
MOST_COLUMNS = 2_000

_NO_TABLE = "its rows cannot be told apart; save it as CSV"
_NO_HEADER = "its first row is not a row of column names; download it again"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file's cells as text, by column, with the file's own row numbers (the header is row 1)."""

    name: str
    digest: str
    columns: dict[str, pa.Array]
    numbers: Any

    def __len__(self) -> int:
        return len(self.numbers)


def open_csv(
    path: Path, largest: int = LARGEST_FILE, *, keep_repeated: bool = False
) -> tuple[RawFile | None, list[Fault]]:
    """The file's cells and what was wrong with it; None where nothing in it can be used.

    Of columns with one name the first is read; with ``keep_repeated`` the others too, their
    position behind their name: ``SNP (9)``.

    A row with too few or too many cells is left out and named; so is a last row that has no line
    end, because a file cut short would otherwise give a wrong number.
    """
    data, faults = _bytes_of(path, largest)
    if data is None:
        return None, faults
    header, header_faults = _header(path.name, data, keep_repeated)
    faults += header_faults
    if header is None:
        return None, faults
    cut_short = not data.endswith(b"\n")
    table, skipped, row_faults = _cells(path.name, data, header)
    faults += row_faults
    if table is None:
        return None, faults
    numbers, kept = _row_numbers(table, skipped)
    if cut_short and len(kept):
        faults.append(
            Fault(
                "cut-short",
                "the last row has no line end, so the file may be cut short; that row was not "
                "read: download the file again",
                path.name,
                f"row {numbers[kept[-1]]}",
            )
        )
        kept = kept[:-1]
    if not len(kept):
        faults.append(Fault("no-rows", "no row could be read; download it again", path.name))
        return None, faults
    if len(kept) < table.num_rows:
        table = table.take(pa.array(kept))
    columns = {
        name: table.column(position).combine_chunks()
        for position, name in enumerate(header)
        if name
    }
    digest = sha256(data).hexdigest()
    return RawFile(path.name, digest, columns, numbers[kept]), faults


def _bytes_of(path: Path, largest: int) -> tuple[bytes | None, list[Fault]]:
    def refuse(rule: str, message: str, place: str = "") -> tuple[None, list[Fault]]:
        return None, [Fault(rule, message, path.name, place)]

    try:
        size = path.stat().st_size
        if size > largest:
            return refuse(
                "too-large",
                f"it has {size:,} bytes, more than the {largest:,} allowed; raise the limit if "
                "the file is truly that large",
            )
        data = path.read_bytes()
    except OSError as error:
        return refuse("unreadable", f"it cannot be opened ({error.strerror}); check the file")
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        return refuse("empty-file", "it is empty; download it again")
    if (place := data.find(b"\0")) >= 0:
        return refuse(
            "not-text",
            "it holds NUL bytes and is not a CSV file; save it as CSV",
            _row(data, place),
        )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return refuse(
            "not-utf8", "it is not in UTF-8; save it as CSV UTF-8", _row(data, error.start)
        )
    if data.count(b'"') % 2:
        return refuse(
            "unterminated-quote",
            "a quotation mark is opened and never closed; download the file again",
            _row(data, _last_odd_quote(data)),
        )
    if (rows := data.count(b"\n")) > MOST_ROWS:
        return refuse("too-large", f"it has {rows:,} rows, more than {MOST_ROWS:,}")
    return data, []


def _row(data: bytes, place: int) -> str:
    return f"row {data.count(bytes([10]), 0, place) + 1}"


def _last_odd_quote(data: bytes) -> int:
    """Where the first line with an odd number of quotation marks begins."""
    place = 0
    for line in data.split(b"\n"):
        if line.count(b'"') % 2:
            break
        place += len(line) + 1
    return place


def _header(name: str, data: bytes, keep_repeated: bool) -> tuple[list[str] | None, list[Fault]]:
    """The column names, empty for a column that cannot be used."""
    first = data.removeprefix(_BYTE_ORDER_MARK).split(b"\n", 1)[0].decode("utf-8")
    try:
        names = [cell.strip() for cell in next(csv.reader(io.StringIO(first)), [])]
    except csv.Error:
        return None, [Fault("not-a-table", _NO_HEADER, name)]
    if len(names) > MOST_COLUMNS:
        return None, [Fault("too-large", f"it has more than {MOST_COLUMNS:,} columns", name)]
    faults, seen = [], set()
    for position, column in enumerate(names):
        if column and column in seen and keep_repeated:
            names[position] = f"{column} ({position + 1})"
        elif column and column in seen:
            faults.append(
                Fault(
                    "repeated-column",
                    f"column {shown(column)} is there twice; the second was not read",
                    name,
                    f"row 1, column {position + 1}",
                )
            )
            names[position] = ""
        seen.add(column)
    return names, faults


def _cells(
    name: str, data: bytes, header: list[str]
) -> tuple[pa.Table | None, list[int], list[Fault]]:
    """The file's cells, header included, and the numbers of the rows that were left out."""
    skipped: list[int] = []

    def skip(row: Any) -> str:
        skipped.append(row.number)
        return "skip"

    try:
        table = pyarrow.csv.read_csv(
            pa.BufferReader(data),
            read_options=pyarrow.csv.ReadOptions(
                use_threads=False, autogenerate_column_names=True, block_size=len(data) + 1
            ),
            parse_options=pyarrow.csv.ParseOptions(
                newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=skip
            ),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types={f"f{i}": pa.string() for i in range(len(header))},
                strings_can_be_null=False,
            ),
        )
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, pa.ArrowKeyError):
        return None, [], [Fault("not-a-table", _NO_TABLE, name)]
    if table.num_columns != len(header):
        return None, [], [Fault("not-a-table", _NO_HEADER, name)]
    message = f"it does not have {len(header)} cells as the header has; the row was not read"
    return table, skipped, rows_at_fault(name, skipped, "row-length", message)


def _row_numbers(table: pa.Table, skipped: list[int]) -> tuple[Any, Any]:
    """The file's number of every row in the table, and which rows are neither header nor blank."""
    numbers = np.arange(1, table.num_rows + len(skipped) + 1, dtype=np.int32)
    numbers = np.delete(numbers, np.array(skipped, dtype=np.int64) - 1)
    blank = np.ones(table.num_rows, dtype=bool)
    for column in table.columns:
        blank &= pc.equal(pc.binary_length(column), 0).to_numpy(zero_copy_only=False)
        if not blank.any():
            break
    blank[0] = True
    kept = np.nonzero(~blank)[0]
    return numbers, kept
