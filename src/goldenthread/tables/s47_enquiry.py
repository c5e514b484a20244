"""Section 47 enquiries: one row for each section 47 enquiry about a child."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="s47_enquiry",
    title="Section 47 enquiries",
    grain="One row for each section 47 enquiry about a child.",
    key=("person_id", "start_date"),
    own_columns=(
        Column("enquiry_id", ColumnKind.TEXT, "The enquiry."),
        PERSON,
        Column("referral_id", ColumnKind.TEXT, "The referral it belongs to."),
        Column(
            "start_date",
            ColumnKind.DATE,
            "The day of the strategy discussion that began it.",
            required=True,
        ),
        Column("end_date", ColumnKind.DATE, "The day it ended."),
        Column(
            "conference_not_required",
            ColumnKind.FLAG,
            "Whether it was decided that no initial conference was needed.",
        ),
        Column("conference_target", ColumnKind.DATE, "The last day for the initial conference."),
        Column(
            "conference_date", ColumnKind.DATE, "The day of the initial conference that followed."
        ),
    ),
    ssd="ssd_s47_enquiry",
    dates=("start_date", "end_date"),
)
