"""Plans for adoption and permanence: one row for each plan for a child."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="permanence",
    title="Plans for adoption and permanence",
    grain="One row for each plan for a child.",
    key=("person_id", "decision_date"),
    own_columns=(
        PERSON,
        Column("entered_care_date", ColumnKind.DATE, "The day the child entered care."),
        Column(
            "decision_date",
            ColumnKind.DATE,
            "The day it was decided that the child should be placed for adoption.",
        ),
        Column("placement_order_date", ColumnKind.DATE, "The day of the placement order."),
        Column("matched_date", ColumnKind.DATE, "The day the child was matched with adopters."),
        Column("placed_date", ColumnKind.DATE, "The day the child was placed."),
        Column(
            "placed_foster_date",
            ColumnKind.DATE,
            "The day placed with foster carers who may adopt.",
        ),
        Column("order_date", ColumnKind.DATE, "The day of the order."),
        Column(
            "reversed_date",
            ColumnKind.DATE,
            "The day it was decided that the child should not be placed any more.",
        ),
        Column(
            "reversed_reason",
            ColumnKind.CODE,
            "Why it was decided.",
            codes="adoption_reversal_reason",
        ),
        Column(
            "adopter_was_carer", ColumnKind.FLAG, "Whether the adopters fostered the child before."
        ),
        Column("adopters", ColumnKind.WHOLE, "How many adopters."),
        Column("adopters_sex", ColumnKind.CODE, "Their sexes.", codes="adopters_sex"),
        Column("adopters_status", ColumnKind.CODE, "Their legal status.", codes="adopters_status"),
    ),
    ssd="ssd_permanence",
    dates=("decision_date", "order_date"),
)
