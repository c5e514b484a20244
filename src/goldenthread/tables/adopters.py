"""Prospective adopters: one row for each person in the adoption process."""

from goldenthread.tables.definition import Column, ColumnKind, Table

TABLE = Table(
    name="adopters",
    title="Prospective adopters",
    grain="One row for each person in the adoption process.",
    key=("adopter_id",),
    own_columns=(
        Column(
            "adopter_id",
            ColumnKind.TEXT,
            "The adopter, by the council’s own identifier.",
            required=True,
            personal=True,
        ),
        Column("family_id", ColumnKind.TEXT, "The family.", personal=True),
        Column("enquiry_date", ColumnKind.DATE, "The enquiry."),
        Column("stage_1_start", ColumnKind.DATE, "Stage 1 began."),
        Column("stage_1_end", ColumnKind.DATE, "Stage 1 ended."),
        Column("stage_2_start", ColumnKind.DATE, "Stage 2 began."),
        Column("stage_2_end", ColumnKind.DATE, "Stage 2 ended."),
        Column("application_date", ColumnKind.DATE, "The application."),
        Column("approved_date", ColumnKind.DATE, "The approval."),
        Column("matched_date", ColumnKind.DATE, "The match."),
        Column("placed_date", ColumnKind.DATE, "The placement."),
        Column("children_placed", ColumnKind.WHOLE, "How many children were placed."),
        Column("order_date", ColumnKind.DATE, "The adoption order."),
        Column("left_date", ColumnKind.DATE, "The day the process was left."),
        Column("left_reason", ColumnKind.CODE, "Why it was left.", codes="adopter_leaving_reason"),
    ),
    dates=("enquiry_date",),
)
