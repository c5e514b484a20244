"""Earlier permanence: one row for each child who had left care for permanence before."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cla_previous_permanence",
    title="Earlier permanence",
    grain="One row for each child who had left care for permanence before.",
    key=("person_id", "option"),
    own_columns=(
        PERSON,
        Column("option", ColumnKind.CODE, "The permanence they had.", codes="previous_permanence"),
        Column("order_area", ColumnKind.TEXT, "The council of the order."),
        Column(
            "order_date",
            ColumnKind.TEXT,
            "The day of the order as far as it is known, which may be partly.",
        ),
    ),
    ssd="ssd_cla_previous_permanence",
)
