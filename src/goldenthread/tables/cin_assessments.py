"""Assessments: one row for each assessment of a child by social care."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cin_assessments",
    title="Assessments",
    grain="One row for each assessment of a child by social care.",
    key=("person_id", "start_date"),
    own_columns=(
        Column("assessment_id", ColumnKind.TEXT, "The assessment."),
        PERSON,
        Column("referral_id", ColumnKind.TEXT, "The referral it followed."),
        Column("start_date", ColumnKind.DATE, "The day it began.", required=True),
        Column(
            "authorisation_date", ColumnKind.DATE, "The day it was authorised; empty while it runs."
        ),
        Column("child_seen", ColumnKind.FLAG, "Whether the child was seen."),
        Column(
            "needs_social_care", ColumnKind.FLAG, "Whether it found that social care should go on."
        ),
        Column(
            "stage",
            ColumnKind.CODE,
            "The stage of the journey the record says it is of; empty where it says none.",
            codes="journey_stage",
        ),
    ),
    ssd="ssd_cin_assessments",
    dates=("start_date", "authorisation_date"),
)
