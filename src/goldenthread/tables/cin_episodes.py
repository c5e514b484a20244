"""Referrals and episodes of need."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cin_episodes",
    title="Referrals and episodes of need",
    grain=(
        "One row for each referral of a child to social care, with the episode of need it opened."
    ),
    key=("person_id", "referral_date"),
    own_columns=(
        Column("referral_id", ColumnKind.TEXT, "The referral."),
        PERSON,
        Column("referral_date", ColumnKind.DATE, "The day of the referral.", required=True),
        Column("source", ColumnKind.CODE, "Who referred.", codes="referral_source"),
        Column("primary_need", ColumnKind.CODE, "The main need.", codes="primary_need"),
        Column(
            "no_further_action", ColumnKind.FLAG, "Whether the referral led to nothing further."
        ),
        Column(
            "closure_date", ColumnKind.DATE, "The day the episode closed; empty while it is open."
        ),
        Column("closure_reason", ColumnKind.CODE, "Why it closed.", codes="closure_reason"),
        Column("team", ColumnKind.TEXT, "The team it was allocated to."),
    ),
    ssd="ssd_cin_episodes",
    dates=("referral_date", "closure_date"),
)
