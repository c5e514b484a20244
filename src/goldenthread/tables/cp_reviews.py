"""Child protection reviews: one row for each review conference of a plan."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cp_reviews",
    title="Child protection reviews",
    grain="One row for each review conference of a plan.",
    key=("person_id", "plan_start_date", "review_date"),
    own_columns=(
        PERSON,
        Column("plan_id", ColumnKind.TEXT, "The plan."),
        Column(
            "plan_start_date",
            ColumnKind.DATE,
            "The day the plan began, which names it in every format.",
            required=True,
        ),
        Column("due_date", ColumnKind.DATE, "The last day for it."),
        Column("review_date", ColumnKind.DATE, "The day it was held.", required=True),
    ),
    ssd="ssd_cp_reviews",
    dates=("review_date",),
)
