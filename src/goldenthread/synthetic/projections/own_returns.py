"""Our own returns, the hub and GCP2: a CSV file for each table, headed as its columns."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from goldenthread.synthetic.projections.texts import csv, iso, moment, text, yes_no
from goldenthread.synthetic.projections.view import View


def write_mash(view: View, folder: Path) -> Sequence[Path]:
    """Contacts, hub episodes and the agencies asked, of the year."""
    return [
        _file(view, folder, "contacts", "contact_date"),
        _file(view, folder, "mash_episodes", "started_at"),
        _file(view, folder, "mash_agency_requests", "asked_at"),
    ]


def write_gcp2(view: View, folder: Path) -> Sequence[Path]:
    """Neglect assessments of the year."""
    return [_file(view, folder, "gcp2_assessments", "assessment_date")]


def _file(view: View, folder: Path, name: str, day: str) -> Path:
    rows = view.within(name, day)
    cells = {column: _cells(rows[column]) for column in rows.schema.names if column != "area"}
    return csv(folder / f"{name}_{view.year}.csv", cells)


def _cells(column: pa.ChunkedArray) -> pa.Array:
    if pa.types.is_date(column.type):
        return iso(column)
    if pa.types.is_timestamp(column.type):
        return moment(column)
    if pa.types.is_boolean(column.type):
        return yes_no(column, "yes", "no")
    return text(column)
