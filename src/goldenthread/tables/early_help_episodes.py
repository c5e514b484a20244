"""Early help: one row for each early help assessment or episode of a child."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="early_help_episodes",
    title="Early help",
    grain="One row for each early help assessment or episode of a child.",
    key=("person_id", "start_date"),
    own_columns=(
        Column("episode_id", ColumnKind.TEXT, "The episode."),
        PERSON,
        Column(
            "start_date", ColumnKind.DATE, "The day the assessment or episode began.", required=True
        ),
        Column("end_date", ColumnKind.DATE, "The day it was completed or closed."),
        Column("reason", ColumnKind.TEXT, "Why it began."),
        Column("end_reason", ColumnKind.TEXT, "Why it ended."),
        Column("organisation", ColumnKind.TEXT, "Who did it."),
        Column(
            "stage",
            ColumnKind.CODE,
            "The stage of the journey the record says it is of; empty where it says none.",
            codes="journey_stage",
        ),
    ),
    ssd="ssd_early_help_episodes",
    dates=("start_date", "end_date"),
)
