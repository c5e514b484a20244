"""Strengths and difficulties scores: one row for each questionnaire completed."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="sdq_scores",
    title="Strengths and difficulties scores",
    grain="One row for each questionnaire completed.",
    key=("person_id", "completed_date"),
    own_columns=(
        PERSON,
        Column("completed_date", ColumnKind.DATE, "The day it was completed.", required=True),
        Column("score", ColumnKind.WHOLE, "The total difficulties score, 0 to 40."),
        Column("reason", ColumnKind.CODE, "Why there is no score.", codes="sdq_reason"),
    ),
    ssd="ssd_sdq_scores",
    dates=("completed_date",),
)
