"""Pre-proceedings: one row for each time a child’s case was in pre-proceedings."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="pre_proceedings",
    title="Pre-proceedings",
    grain="One row for each time a child’s case was in pre-proceedings.",
    key=("person_id", "start_date"),
    own_columns=(
        PERSON,
        Column("start_date", ColumnKind.DATE, "The day it was decided to begin.", required=True),
        Column("letter_date", ColumnKind.DATE, "The day the letter before proceedings was sent."),
        Column(
            "family_meeting_offered",
            ColumnKind.FLAG,
            "Whether a family group decision-making meeting was offered.",
        ),
        Column("family_meeting_held", ColumnKind.FLAG, "Whether one was held."),
        Column("first_meeting_date", ColumnKind.DATE, "The first meeting."),
        Column("review_meetings", ColumnKind.WHOLE, "How many review meetings."),
        Column("step_decision_date", ColumnKind.DATE, "The day the next step was decided."),
        Column("outcome", ColumnKind.CODE, "The step decided.", codes="pre_proceedings_outcome"),
        Column("court_application_date", ColumnKind.DATE, "The day of the application to court."),
    ),
    ssd="ssd_pre_proceedings",
    dates=("start_date",),
)
