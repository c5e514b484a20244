"""Mothers: one row for each child of a mother who is known to the council as a child."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="mother",
    title="Mothers",
    grain="One row for each child of a mother who is known to the council as a child.",
    key=("person_id", "child_birth_date"),
    own_columns=(
        PERSON,
        Column("child_birth_date", ColumnKind.DATE, "The birth of her child.", personal=True),
    ),
    ssd="ssd_mother",
)
