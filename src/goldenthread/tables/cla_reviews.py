"""Reviews of children looked after: one row for each review."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cla_reviews",
    title="Reviews of children looked after",
    grain="One row for each review.",
    key=("person_id", "review_date"),
    own_columns=(
        PERSON,
        Column("due_date", ColumnKind.DATE, "The last day for it."),
        Column("review_date", ColumnKind.DATE, "The day it was held.", required=True),
        Column(
            "participation",
            ColumnKind.CODE,
            "How the child took part.",
            codes="review_participation",
        ),
    ),
    ssd="ssd_cla_reviews",
    dates=("review_date",),
)
