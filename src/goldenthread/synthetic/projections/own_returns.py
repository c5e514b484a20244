"""Our own returns, the hub and GCP2: a CSV file for each table, headed as its columns.

The hub knows where the children of its contacts live; to the neglect return nobody says it. An
episode of the hub is in the return of the year it began in, and again in the next where it was
decided then; the agencies asked stand with their episode.
"""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.days import number
from goldenthread.synthetic.projections.texts import csv, iso, moment, text, yes_no
from goldenthread.synthetic.projections.view import View


def write_mash(view: View, folder: Path) -> Sequence[Path]:
    """Contacts, hub episodes and the agencies asked, of the year, and the children’s homes."""
    every = view["mash_episodes"]
    began = pa.scalar(number(view.first) * 86400, pa.int64()).cast(pa.timestamp("s"))
    in_year = pc.fill_null(pc.greater_equal(every["decided_at"], began), True)
    episodes = every.filter(pc.or_(in_year, pc.greater_equal(every["started_at"], began)))
    asked = view["mash_agency_requests"]
    theirs = pc.is_in(asked["episode_id"], episodes["episode_id"].combine_chunks())
    contacts, homes = view.within("contacts", "contact_date"), view["address"]
    children = pa.chunked_array([*contacts["person_id"].chunks, *episodes["person_id"].chunks])
    of_them = pc.is_in(homes["person_id"], value_set=children.combine_chunks())
    return [
        _file(view, folder, "address", homes.filter(of_them)),
        _file(view, folder, "contacts", contacts),
        _file(view, folder, "mash_episodes", episodes),
        _file(view, folder, "mash_agency_requests", asked.filter(theirs)),
    ]


def write_gcp2(view: View, folder: Path) -> Sequence[Path]:
    """Neglect assessments of the year."""
    return [
        _file(view, folder, "gcp2_assessments", view.within("gcp2_assessments", "assessment_date"))
    ]


def _file(view: View, folder: Path, name: str, rows: pa.Table) -> Path:
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
