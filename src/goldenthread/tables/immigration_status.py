"""Immigration statuses: one row for each immigration status of a child."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="immigration_status",
    title="Immigration statuses",
    grain="One row for each immigration status of a child.",
    key=("person_id", "status", "start_date"),
    own_columns=(
        PERSON,
        Column(
            "status",
            ColumnKind.CODE,
            "The status; UASC is an unaccompanied asylum-seeking child.",
            codes="immigration_status",
            required=True,
        ),
        Column("start_date", ColumnKind.DATE, "The day it began."),
        Column("end_date", ColumnKind.DATE, "The day it ended."),
    ),
    ssd="ssd_immigration_status",
    dates=("start_date", "end_date"),
)
