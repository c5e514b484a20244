"""Visits to children in need: one row for each visit."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cin_visits",
    title="Visits to children in need",
    grain="One row for each visit.",
    key=("person_id", "visit_date"),
    own_columns=(
        PERSON,
        Column("visit_date", ColumnKind.DATE, "The day of the visit.", required=True),
        Column("seen", ColumnKind.FLAG, "Whether the child was seen."),
        Column("seen_alone", ColumnKind.FLAG, "Whether the child was seen alone."),
    ),
    ssd="ssd_cin_visits",
    dates=("visit_date",),
)
