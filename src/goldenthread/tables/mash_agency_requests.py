"""Agencies asked in a hub episode."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="mash_agency_requests",
    title="Agencies asked in a hub episode",
    grain="One row for each agency asked for information in a hub episode.",
    key=("person_id", "episode_id", "agency", "asked_at"),
    own_columns=(
        Column("episode_id", ColumnKind.TEXT, "The episode.", required=True),
        PERSON,
        Column("agency", ColumnKind.TEXT, "The agency asked.", required=True),
        Column("asked_at", ColumnKind.MOMENT, "When it was asked.", required=True),
        Column("answered_at", ColumnKind.MOMENT, "When it answered; empty where it has not."),
    ),
    dates=("asked_at",),
)
