"""Graded Care Profile 2 assessments: one row for each child in each neglect assessment."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="gcp2_assessments",
    title="Graded Care Profile 2 assessments",
    grain="One row for each child in each neglect assessment.",
    key=("person_id", "assessment_date", "agency"),
    own_columns=(
        Column("assessment_id", ColumnKind.TEXT, "The assessment."),
        PERSON,
        Column("assessment_date", ColumnKind.DATE, "The day it was completed.", required=True),
        Column("agency", ColumnKind.TEXT, "The agency that did it.", required=True),
        Column("physical_care", ColumnKind.WHOLE, "The grade of physical care, 1 best to 5 worst."),
        Column("safety", ColumnKind.WHOLE, "The grade of safety."),
        Column("emotional_care", ColumnKind.WHOLE, "The grade of emotional care."),
        Column("developmental_care", ColumnKind.WHOLE, "The grade of developmental care."),
    ),
    dates=("assessment_date",),
)
