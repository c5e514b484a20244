"""Deprivations of liberty: one row for each order."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="deprivation_of_liberty",
    title="Deprivations of liberty",
    grain="One row for each order.",
    key=("person_id", "start_date"),
    own_columns=(
        PERSON,
        Column("start_date", ColumnKind.DATE, "The day it began.", required=True),
        Column("end_date", ColumnKind.DATE, "The day it ended."),
    ),
    dates=("start_date", "end_date"),
)
