"""Child protection plans: one row for each child protection plan of a child."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cp_plans",
    title="Child protection plans",
    grain="One row for each child protection plan of a child.",
    key=("person_id", "start_date"),
    own_columns=(
        Column("plan_id", ColumnKind.TEXT, "The plan."),
        PERSON,
        Column("referral_id", ColumnKind.TEXT, "The referral it belongs to."),
        Column("conference_date", ColumnKind.DATE, "The day of the conference that made it."),
        Column("start_date", ColumnKind.DATE, "The day it began.", required=True),
        Column("end_date", ColumnKind.DATE, "The day it ended; empty while it runs."),
        Column(
            "initial_category",
            ColumnKind.CODE,
            "The category at the start.",
            codes="abuse_category",
        ),
        Column(
            "latest_category",
            ColumnKind.CODE,
            "The category now, or at the end.",
            codes="abuse_category",
        ),
        Column(
            "previous_plans",
            ColumnKind.WHOLE,
            "How many plans the child had in the council before.",
        ),
        Column(
            "other_area", ColumnKind.FLAG, "Whether it is another council’s plan, kept for a time."
        ),
        Column(
            "last_visit_date",
            ColumnKind.DATE,
            "The last statutory visit, where the format tells only that.",
        ),
        Column(
            "last_review_date",
            ColumnKind.DATE,
            "The last review conference, where the format tells only that.",
        ),
    ),
    ssd="ssd_cp_plans",
    dates=("start_date", "end_date"),
)
