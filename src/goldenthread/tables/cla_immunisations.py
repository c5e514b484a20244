"""Immunisations of children looked after: one row for each status recorded."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cla_immunisations",
    title="Immunisations of children looked after",
    grain="One row for each status recorded.",
    key=("person_id", "status_date"),
    own_columns=(
        PERSON,
        Column("up_to_date", ColumnKind.FLAG, "Whether immunisations are up to date."),
        Column("status_date", ColumnKind.DATE, "The day it was recorded."),
    ),
    ssd="ssd_cla_immunisations",
    dates=("status_date",),
)
