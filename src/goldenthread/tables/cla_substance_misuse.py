"""Substance misuse of children looked after: one row for each record."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cla_substance_misuse",
    title="Substance misuse of children looked after",
    grain="One row for each record.",
    key=("person_id", "misuse_date"),
    own_columns=(
        PERSON,
        Column("misuse_date", ColumnKind.DATE, "The day it was recorded."),
        Column("intervention_received", ColumnKind.FLAG, "Whether help was received."),
    ),
    ssd="ssd_cla_substance_misuse",
    dates=("misuse_date",),
)
