"""Draws a table as text again, as ``drawn`` reads it: one line for each row, cells in columns."""

from datetime import date, datetime
from typing import Any

import pyarrow as pa

from goldenthread.tables.drawing import AREA


def redrawn(rows: pa.Table) -> str:
    """The table as text, without the columns that are empty and without the council of examples."""
    names = [name for name in rows.column_names if rows[name].null_count < rows.num_rows]
    if set(rows["area"].to_pylist()) == {AREA}:
        names.remove("area")
    names.sort(key=lambda name: name != "person_id")
    lines = [names, *([_cell(row[name]) for name in names] for row in rows.to_pylist())]
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    return "\n".join(
        " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:g}" if isinstance(value, float) else str(value)
