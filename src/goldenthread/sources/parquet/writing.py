"""Writes records as a folder of Parquet files, with a page that says what was read into them."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.nouns import GoldenThreadError
from goldenthread.tables import Coverage, Records, Return

SCHEMA = 1
CONTENTS = "records.json"


def write(records: Records, folder: Path) -> None:
    """Each table as ``<table>.parquet``, and ``records.json``: returns, coverage and rows.

    The same records are the same bytes. Raises GoldenThreadError where the folder holds something
    else or cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_strangers(folder)
        for name, table in records.tables.items():
            with pq.ParquetWriter(
                folder / f"{name}.parquet", table.schema, compression="zstd"
            ) as file:
                file.write_table(table)
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
        "returns": [_return(each) for each in records.returns],
        "coverage": [_coverage(each) for each in records.coverage],
        "rows": {name: table.num_rows for name, table in records.tables.items()},
    }


def _return(each: Return) -> dict[str, Any]:
    return {
        "file": Path(each.file).name,
        "kind": each.kind,
        "digest": each.digest,
        "area": each.area,
        "year": each.year,
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
        return
    if any(folder.iterdir()):
        raise GoldenThreadError(f"{folder} holds other files: name an empty folder, or a new one.")
