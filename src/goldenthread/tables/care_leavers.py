"""Care leavers: one row for each care leaver and each day they were reported on."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="care_leavers",
    title="Care leavers",
    grain="One row for each care leaver and each day they were reported on.",
    key=("person_id", "reported_on"),
    own_columns=(
        PERSON,
        Column(
            "reported_on",
            ColumnKind.DATE,
            (
                "The day the row is about: the birthday in the national return, the day of the "
                "extract elsewhere."
            ),
            required=True,
        ),
        Column(
            "eligibility",
            ColumnKind.CODE,
            "The duty owed to the young person.",
            codes="care_leaver_eligibility",
        ),
        Column("in_touch", ColumnKind.CODE, "Whether the council is in touch.", codes="in_touch"),
        Column("latest_contact", ColumnKind.DATE, "The last contact."),
        Column(
            "accommodation", ColumnKind.CODE, "The kind of accommodation.", codes="accommodation"
        ),
        Column("suitable", ColumnKind.FLAG, "Whether it is suitable."),
        Column(
            "activity",
            ColumnKind.CODE,
            "Education, training or employment, or why not.",
            codes="activity",
        ),
        Column("pathway_review_date", ColumnKind.DATE, "The last review of the pathway plan."),
    ),
    ssd="ssd_care_leavers",
    dates=("reported_on",),
)
