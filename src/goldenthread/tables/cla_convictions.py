"""Convictions of children looked after: one row for each conviction."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cla_convictions",
    title="Convictions of children looked after",
    grain="One row for each conviction.",
    key=("person_id", "conviction_date"),
    own_columns=(
        PERSON,
        Column("conviction_date", ColumnKind.DATE, "The day of the conviction.", required=True),
    ),
    ssd="ssd_cla_convictions",
    dates=("conviction_date",),
)
