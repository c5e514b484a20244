"""Child in need plans: one row for each child in need plan."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cin_plans",
    title="Child in need plans",
    grain="One row for each child in need plan.",
    key=("person_id", "start_date"),
    own_columns=(
        Column("plan_id", ColumnKind.TEXT, "The plan."),
        PERSON,
        Column("referral_id", ColumnKind.TEXT, "The referral it belongs to."),
        Column("start_date", ColumnKind.DATE, "The day it began.", required=True),
        Column("end_date", ColumnKind.DATE, "The day it ended; empty while it runs."),
        Column(
            "stage",
            ColumnKind.CODE,
            "The stage of the journey the record says it is of; empty where it says none.",
            codes="journey_stage",
        ),
    ),
    ssd="ssd_cin_plans",
    dates=("start_date", "end_date"),
)
