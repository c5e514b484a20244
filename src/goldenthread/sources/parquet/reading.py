"""Reads back the folder of Parquet files that records were written to."""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from goldenthread.nouns import Fault, GoldenThreadError, Severity
from goldenthread.sources.parquet.apart import part_of, parts, spanned
from goldenthread.sources.parquet.writing import CONTENTS, RETURNS, SCHEMA
from goldenthread.tables import Balance, Found, Return, Table, catalogue

KIND = "parquet"

# How the page of contents begins as it is written.
_OPENING = b'{\n  "schema": '


def recognises(path: Path) -> bool:
    """Whether a file is one of such a folder: its page of contents, or a Parquet file beside it."""
    try:
        ours = path.name == CONTENTS or _begins(path, b"PAR1")
        return ours and _begins(path.parent / CONTENTS, _OPENING)
    except OSError:
        return False


def within(path: Path) -> bool:
    """Whether a file is only a return kept apart in such a folder, and read with the whole."""
    if len(path.parts) < 4 or path.parents[1].name != RETURNS:
        return False
    try:
        return _begins(path.parents[2] / CONTENTS, _OPENING)
    except OSError:
        return False


def read(
    paths: Sequence[Path],
    *,
    area: str = "",  # noqa: ARG001 - every format is called alike
    year: int | None = None,  # noqa: ARG001
    progress: Callable[[str], None] | None = None,
) -> Return:
    """The records of a folder, whichever of its files are named, as one return.

    Area and years are those of the returns that were written. Faults: ``unknown_table``,
    ``column_missing``, ``cell_missing``, ``rows_changed``. Raises GoldenThreadError where its
    page of contents cannot be used.
    """
    folder = paths[0].parent
    text, told = _contents(folder)
    found = Found()
    tables: dict[str, pa.Table] = {}
    balances: dict[str, Balance] = {}
    for file in sorted(folder.glob("*.parquet")):
        if file.stem not in catalogue():
            found.add(
                Fault(
                    "unknown_table",
                    "This is no table of the records, and is not read: see docs/reference.",
                    str(file),
                    severity=Severity.WARNING,
                )
            )
            continue
        if progress:
            progress(file.stem)
        came_in, rows = _table(catalogue()[file.stem], file, found)
        if came_in != told["rows"].get(file.stem, came_in):
            found.add(
                Fault(
                    "rows_changed",
                    f"{CONTENTS} tells another number of rows: write the folder again from the "
                    "returns.",
                    str(file),
                    severity=Severity.WARNING,
                )
            )
        tables[file.stem], balances[file.stem] = rows, Balance(came_in, rows.num_rows)
    return Return(
        file=str(folder),
        kind=KIND,
        digest=hashlib.sha256(text).hexdigest(),
        area=told["areas"][0] if len(told["areas"]) == 1 else "",
        year=None,
        tables=tables,
        coverage=told["coverage"],
        balances=balances,
        found=found,
        areas=told["areas"],
        parts=parts(folder, told["returns"], tables),
    )


def _contents(folder: Path) -> tuple[bytes, dict[str, Any]]:
    """The page of contents, as it stands and as it is used."""
    try:
        text = (folder / CONTENTS).read_bytes()
        told = json.loads(text)
        if told["schema"] != SCHEMA:
            raise GoldenThreadError(
                f"{folder} was written by another version of the program: write it again with "
                "`goldenthread read`."
            )
        return text, {
            "areas": tuple(str(each) for each in told["areas"]),
            "coverage": tuple(spanned(each) for each in told["coverage"]),
            "rows": dict(told["rows"]),
            "returns": [part_of(each) for each in told["returns"]],
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise GoldenThreadError(
            f"{folder / CONTENTS} is not as `goldenthread read --out` writes it: write the folder "
            "again from the returns."
        ) from error


def _table(table: Table, file: Path, found: Found) -> tuple[int, pa.Table]:
    """How many rows came in, and those that are kept, in the table's own columns and types."""
    try:
        raw = pq.read_table(file)
    except (OSError, pa.ArrowException) as error:
        raise GoldenThreadError(
            f"{file} cannot be read as Parquet: write the folder again from the returns."
        ) from error
    columns = []
    for name, kind in zip(table.schema.names, table.schema.types, strict=True):
        if name not in raw.column_names:
            found.add(
                Fault("column_missing", f"There is no column {name}: write it again.", str(file))
            )
            columns.append(pa.nulls(raw.num_rows, kind))
            continue
        try:
            columns.append(raw[name].cast(kind))
        except pa.ArrowException:
            found.add(
                Fault(
                    "column_unreadable",
                    f"The column {name} is not of the kind {kind}: write it again.",
                    str(file),
                )
            )
            columns.append(pa.nulls(raw.num_rows, kind))
    rows = pa.Table.from_arrays(columns, schema=table.schema)
    return raw.num_rows, _with_required(table, rows, file, found)


def _with_required(table: Table, rows: pa.Table, file: Path, found: Found) -> pa.Table:
    keep = None
    for column in table.columns:
        if column.required and rows[column.name].null_count:
            there = pc.is_valid(rows[column.name])
            missing = pc.indices_nonzero(pc.invert(there)).to_pylist()
            found.add_each(
                Fault(
                    "cell_missing",
                    f"{column.name} is missing and a row of {table.name} cannot be counted "
                    "without it: fill the cell.",
                    str(file),
                ),
                (f"row {row + 1}, {column.name}" for row in missing),
                len(missing),
            )
            keep = there if keep is None else pc.and_(keep, there)
    return rows if keep is None else rows.filter(keep)


def _begins(path: Path, mark: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(mark)) == mark
