"""Initial child protection conferences: one row for each initial conference about a child."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="initial_cp_conference",
    title="Initial child protection conferences",
    grain="One row for each initial conference about a child.",
    key=("person_id", "conference_date"),
    own_columns=(
        Column("conference_id", ColumnKind.TEXT, "The conference."),
        PERSON,
        Column("referral_id", ColumnKind.TEXT, "The referral it belongs to."),
        Column(
            "s47_start_date", ColumnKind.DATE, "The day the section 47 enquiry it follows began."
        ),
        Column("target_date", ColumnKind.DATE, "The last day for it."),
        Column("conference_date", ColumnKind.DATE, "The day it was held.", required=True),
        Column(
            "transfer_in",
            ColumnKind.FLAG,
            "Whether it was about a child who came with a plan from another council.",
        ),
        Column("became_plan", ColumnKind.FLAG, "Whether it decided on a child protection plan."),
    ),
    ssd="ssd_initial_cp_conference",
    dates=("conference_date",),
)
