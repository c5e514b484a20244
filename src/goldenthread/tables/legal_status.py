"""Legal statuses: one row for each legal status of a child looked after."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="legal_status",
    title="Legal statuses",
    grain="One row for each legal status of a child looked after.",
    key=("person_id", "start_date"),
    own_columns=(
        PERSON,
        Column(
            "legal_status",
            ColumnKind.CODE,
            "The legal status.",
            codes="legal_status",
            required=True,
        ),
        Column("start_date", ColumnKind.DATE, "The day it began.", required=True),
        Column("end_date", ColumnKind.DATE, "The day it ended."),
    ),
    ssd="ssd_legal_status",
    dates=("start_date", "end_date"),
)
