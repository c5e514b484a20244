"""Missing episodes: one row for each time a child was missing or absent."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="missing",
    title="Missing episodes",
    grain="One row for each time a child was missing or absent.",
    key=("person_id", "start_date"),
    own_columns=(
        PERSON,
        Column("start_date", ColumnKind.DATE, "The day the child went missing.", required=True),
        Column("end_date", ColumnKind.DATE, "The day the child came back."),
        Column(
            "missing_type",
            ColumnKind.CODE,
            "Missing, or away from placement without authorisation.",
            codes="missing_type",
        ),
        Column(
            "interview_offered", ColumnKind.FLAG, "Whether a return-home interview was offered."
        ),
        Column("interview_accepted", ColumnKind.FLAG, "Whether it was accepted."),
    ),
    ssd="ssd_missing",
    dates=("start_date", "end_date"),
)
