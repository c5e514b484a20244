"""Visits under child protection plans: one row for each statutory visit."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cp_visits",
    title="Visits under child protection plans",
    grain="One row for each statutory visit.",
    key=("person_id", "visit_date"),
    own_columns=(
        PERSON,
        Column("plan_id", ColumnKind.TEXT, "The plan."),
        Column("visit_date", ColumnKind.DATE, "The day of the visit.", required=True),
        Column("seen", ColumnKind.FLAG, "Whether the child was seen."),
        Column("seen_alone", ColumnKind.FLAG, "Whether the child was seen alone."),
    ),
    ssd="ssd_cp_visits",
    dates=("visit_date",),
)
