"""Health checks of children looked after: one row for each check."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cla_health",
    title="Health checks of children looked after",
    grain="One row for each check.",
    key=("person_id", "check_type", "check_date"),
    own_columns=(
        PERSON,
        Column(
            "check_type",
            ColumnKind.CODE,
            "Initial or yearly health assessment, dental check, development check.",
            codes="health_check",
            required=True,
        ),
        Column("check_date", ColumnKind.DATE, "The day it was done.", required=True),
        Column("status", ColumnKind.TEXT, "Whether it was completed, as the system says."),
    ),
    ssd="ssd_cla_health",
    dates=("check_date",),
)
