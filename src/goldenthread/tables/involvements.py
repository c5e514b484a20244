"""Workers’ involvements: one row for each time a worker was allocated to a child."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="involvements",
    title="Workers’ involvements",
    grain="One row for each time a worker was allocated to a child.",
    key=("person_id", "worker_id", "start_date"),
    own_columns=(
        PERSON,
        Column(
            "worker_id",
            ColumnKind.TEXT,
            "The worker, by the council’s own identifier.",
            required=True,
            personal=True,
        ),
        Column("role", ColumnKind.TEXT, "Their role."),
        Column("start_date", ColumnKind.DATE, "The day the allocation began.", required=True),
        Column("end_date", ColumnKind.DATE, "The day it ended."),
        Column("change_reason", ColumnKind.CODE, "Why it ended.", codes="worker_change_reason"),
    ),
    ssd="ssd_involvements",
    dates=("start_date", "end_date"),
)
