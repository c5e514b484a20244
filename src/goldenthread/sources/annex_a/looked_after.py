"""List 8: each child looked after, of whom only the latest stretch is told in full.

The table's row is a stretch under one legal status in one placement. The list tells when the child
began to be looked after, and of the latest stretch when its status and its placement began: it
began on the later of the two. Where that is after the child began to be looked after, a first
stretch is added, up to the latest, of which nothing but its days is known: without it the child
would not have been looked after in between. How often the child moved within it is not known; the
list counts placements itself.
"""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault
from goldenthread.sources.annex_a.filling import Filling, said
from goldenthread.sources.annex_a.sheets import ListSheet
from goldenthread.sources.days import day_in
from goldenthread.tables import Conformed, table

_BEGINNINGS = ("entered_care_date", "legal_start", "placement_start")
_SHORT_BREAKS = ("V3", "V4")


def looked_after(each: ListSheet, _day: date | None, filling: Filling) -> None:
    """The latest stretch of each child, and before it the first, where that is another."""
    name = "cla_episodes"
    fields = {field: field for field in each.list.fields if field in table(name).by_name}
    fields["start_date"] = "entered_care_date"
    _report_unreadable(each, filling)
    told = filling.conformed(name, each, fields, made={"start_date": _starts(each)})
    filling.put(name, _with_start_reason(told.rows), told.place, told.untold)
    filling.count(name, told.came_in, told.rows.num_rows)
    _put_first_stretches(name, told, filling)


def _starts(each: ListSheet) -> list[str]:
    """The day each child's latest stretch began, as text."""
    starts: list[str] = []
    for texts in zip(*(each.texts(field) for field in _BEGINNINGS), strict=True):
        days = [day for text in texts if (day := day_in(text))]
        starts.append(max(days).isoformat() if days else "")
    return starts


def _report_unreadable(each: ListSheet, filling: Filling) -> None:
    """The days that only go into the start of a stretch are no column, so are looked at here."""
    for field in _BEGINNINGS[1:]:
        rows = [
            row for row, text in enumerate(each.texts(field)) if said(text) and not day_in(text)
        ]
        if rows:
            fault = Fault(
                "date_unreadable",
                f"{each.heading(field)} cannot be read as a date: write it as 31/03/2024.",
                filling.file,
            )
            filling.found.add_each(fault, (each.place(row, field) for row in rows), len(rows))


def _began(rows: pa.Table) -> pa.Array:
    """Whether the latest stretch is also the first."""
    return pc.equal(rows["start_date"], rows["entered_care_date"]).fill_null(False)


def _with_start_reason(rows: pa.Table) -> pa.Table:
    """Why a stretch began is known only where it is the first."""
    reasons = pc.if_else(_began(rows), "S", pa.scalar(None, pa.string()))
    return _replaced(rows, "start_reason", reasons)


def _put_first_stretches(name: str, told: Conformed, filling: Filling) -> None:
    rows = told.rows
    earlier = pc.less(rows["entered_care_date"], rows["start_date"]).fill_null(False)
    at = pc.indices_nonzero(earlier).to_pylist()
    if not at:
        return
    latest = rows.take(at)
    breaks = pc.is_in(latest["legal_status"], pa.array(_SHORT_BREAKS))
    known = {
        "area": latest["area"],
        "person_id": latest["person_id"],
        "start_date": latest["entered_care_date"],
        "start_reason": pa.array(["S"] * len(at)),
        "primary_need": latest["primary_need"],
        "legal_status": pc.if_else(breaks, latest["legal_status"], pa.scalar(None, pa.string())),
        "end_date": latest["start_date"],
        "end_reason": pa.array(["X1"] * len(at)),
        "entered_care_date": latest["entered_care_date"],
    }
    schema = rows.schema
    columns = [known.get(field.name, pa.nulls(len(at), field.type)) for field in schema]
    filling.put(
        name,
        pa.Table.from_arrays(columns, schema=schema),
        lambda row, column: told.place(at[row], column),
        told.untold,
    )


def _replaced(rows: pa.Table, column: str, values: pa.Array) -> pa.Table:
    at = rows.schema.get_field_index(column)
    return rows.set_column(at, rows.schema.field(column), values)
