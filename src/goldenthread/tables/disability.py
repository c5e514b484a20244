"""Disabilities: one row for each disability recorded of a child."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="disability",
    title="Disabilities",
    grain="One row for each disability recorded of a child.",
    key=("person_id", "disability"),
    own_columns=(
        PERSON,
        Column(
            "disability",
            ColumnKind.CODE,
            "The kind of disability.",
            codes="disability",
            required=True,
        ),
    ),
    ssd="ssd_disability",
)
