"""Factors found at assessments: one row for each factor recorded at the end of an assessment."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="assessment_factors",
    title="Factors found at assessments",
    grain="One row for each factor recorded at the end of an assessment.",
    key=("person_id", "start_date", "factor"),
    own_columns=(
        Column("assessment_id", ColumnKind.TEXT, "The assessment."),
        PERSON,
        Column(
            "start_date",
            ColumnKind.DATE,
            "The day the assessment began, which names it in every format.",
            required=True,
        ),
        Column(
            "factor", ColumnKind.CODE, "The factor found.", codes="assessment_factor", required=True
        ),
    ),
    ssd="ssd_assessment_factors",
    dates=("start_date",),
)
