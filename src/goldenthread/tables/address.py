"""Addresses: one row for each time a child lived at one, as far as counting by locality needs."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="address",
    title="Addresses",
    grain="One row for each time a child’s home was at an address.",
    key=("person_id", "start_date"),
    own_columns=(
        PERSON,
        Column(
            "start_date",
            ColumnKind.DATE,
            "The day it became the home; empty where it was before all that is told.",
        ),
        Column("end_date", ColumnKind.DATE, "The day it ceased to be; empty while it is."),
        Column(
            "postcode",
            ColumnKind.TEXT,
            "The postcode, and nothing else of the address.",
            personal=True,
        ),
    ),
    ssd="ssd_address",
    notes=(
        "Placements of children looked after are left out: a locality is that of the home. "
        "[Measure by locality](../how-to/measure-by-locality.md) says what is made of it."
    ),
)
