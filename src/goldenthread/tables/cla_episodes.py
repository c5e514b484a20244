"""Episodes of being looked after."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cla_episodes",
    title="Episodes of being looked after",
    grain=(
        "One row for each stretch under one legal status in one placement, as in the "
        "national return."
    ),
    key=("person_id", "start_date"),
    own_columns=(
        Column("episode_id", ColumnKind.TEXT, "The episode."),
        PERSON,
        Column("start_date", ColumnKind.DATE, "The day it began.", required=True),
        Column(
            "start_reason",
            ColumnKind.CODE,
            "Why it began: first, or what changed.",
            codes="episode_start_reason",
        ),
        Column("legal_status", ColumnKind.CODE, "The legal status.", codes="legal_status"),
        Column(
            "primary_need",
            ColumnKind.CODE,
            "The main need when the child began to be looked after.",
            codes="primary_need",
        ),
        Column("placement_type", ColumnKind.CODE, "The kind of placement.", codes="placement_type"),
        Column(
            "placement_provider", ColumnKind.CODE, "Who provides it.", codes="placement_provider"
        ),
        Column(
            "placement_change_reason",
            ColumnKind.CODE,
            "Why the placement changed at its end.",
            codes="placement_change_reason",
        ),
        Column("placement_urn", ColumnKind.TEXT, "The registration number of the placement."),
        Column("in_area", ColumnKind.FLAG, "Whether the placement is inside the council’s area."),
        Column(
            "distance",
            ColumnKind.NUMBER,
            (
                "From home to placement in miles, in a straight line; 999.9 in a return means "
                "not known and is left empty."
            ),
        ),
        Column("home_postcode", ColumnKind.TEXT, "The postcode of home.", personal=True),
        Column(
            "placement_postcode", ColumnKind.TEXT, "The postcode of the placement.", personal=True
        ),
        Column("end_date", ColumnKind.DATE, "The day it ended; empty while it runs."),
        Column(
            "end_reason",
            ColumnKind.CODE,
            "Why it ended; X1 where the next began.",
            codes="episode_end_reason",
        ),
        Column(
            "entered_care_date",
            ColumnKind.DATE,
            "The day the child began to be looked after, where the format tells it.",
        ),
        Column(
            "placements_in_year",
            ColumnKind.WHOLE,
            ("Placements in the last 12 months as the list counts them, where only that is told."),
        ),
        Column(
            "missing_in_year",
            ColumnKind.WHOLE,
            "Times missing in the last 12 months as the list counts them, where only that is told.",
        ),
        Column(
            "last_visit_date",
            ColumnKind.DATE,
            "The last visit by the social worker, where the format tells only that.",
        ),
        Column(
            "last_review_date",
            ColumnKind.DATE,
            "The last review, where the format tells only that.",
        ),
        Column(
            "last_health_assessment_date",
            ColumnKind.DATE,
            "The last health assessment, where the format tells only that.",
        ),
        Column(
            "last_dental_check_date",
            ColumnKind.DATE,
            "The last dental check, where the format tells only that.",
        ),
    ),
    ssd="ssd_cla_episodes",
    dates=("start_date", "end_date"),
)
