"""Writes records as a folder of Parquet files, with a page that says what was read into them.

What each return told stands beside the whole, since the rules between returns need them apart.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.nouns import GoldenThreadError
from goldenthread.tables import Coverage, Records, Return

SCHEMA = 2
CONTENTS = "records.json"
RETURNS = "returns"


def write(records: Records, folder: Path) -> None:
    """Each table as ``<table>.parquet``, and ``records.json``: returns, coverage and rows.

    Of several returns, the tables of each stand in ``returns/<number>`` too, as they were read.
    The same records are the same bytes. Raises GoldenThreadError where the folder holds something
    else or cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_strangers(folder)
        for name, table in records.tables.items():
            _write_table(table, folder / f"{name}.parquet")
        for number, each in enumerate(_apart(records)):
            place = folder_of(folder, number)
            place.mkdir(parents=True, exist_ok=True)
            for name, table in each.tables.items():
                if table.num_rows:
                    _write_table(table, place / f"{name}.parquet")
        text = json.dumps(contents(records), indent=2) + "\n"
        (folder / CONTENTS).write_text(text, encoding="utf-8", newline="\n")
    except (OSError, pa.ArrowException) as error:
        raise GoldenThreadError(
            f"The records could not be written to {folder} ({error}): name a folder that may be "
            "written to and has room."
        ) from error


def contents(records: Records) -> dict[str, Any]:
    """What ``records.json`` holds."""
    return {
        "schema": SCHEMA,
        "areas": list(records.areas),
        "returns": [_return(each) for each in records.kept_apart],
        "coverage": [_coverage(each) for each in records.coverage],
        "rows": {name: table.num_rows for name, table in records.tables.items()},
    }


def folder_of(folder: Path, number: int) -> Path:
    """Where what one of several returns told stands, counted from nought."""
    return folder / RETURNS / str(number)


def _apart(records: Records) -> Sequence[Return]:
    """The returns, where they are several: one return alone is what the whole is."""
    apart = records.kept_apart
    return apart if len(apart) > 1 else ()


def _write_table(table: pa.Table, path: Path) -> None:
    with pq.ParquetWriter(path, table.schema, compression="zstd") as file:
        file.write_table(table)


def _return(each: Return) -> dict[str, Any]:
    return {
        "file": Path(each.file).name,
        "kind": each.kind,
        "digest": each.digest,
        "area": each.area,
        "areas": list(each.areas),
        "year": each.year,
        "coverage": [_coverage(one) for one in each.coverage],
        "rows": {name: table.num_rows for name, table in sorted(each.tables.items())},
        "untold": {
            name: sorted(columns) for name, columns in sorted(each.untold.items()) if columns
        },
    }


def _coverage(each: Coverage) -> dict[str, str]:
    return {
        "table": each.table,
        "area": each.area,
        "start": each.start.isoformat(),
        "end": each.end.isoformat(),
    }


def _refuse_strangers(folder: Path) -> None:
    """A folder of somebody else's files is not written into; one of ours is written over."""
    if (folder / CONTENTS).exists():
        for stale in (folder / RETURNS).glob("*/*.parquet"):
            stale.unlink()
        return
    if any(folder.iterdir()):
        raise GoldenThreadError(f"{folder} holds other files: name an empty folder, or a new one.")
