"""Multi-agency safeguarding hub episodes."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="mash_episodes",
    title="Multi-agency safeguarding hub episodes",
    grain="One row for each child whose case the agencies of the hub looked at together.",
    key=("person_id", "started_at", "episode_id"),
    own_columns=(
        Column("episode_id", ColumnKind.TEXT, "The episode."),
        PERSON,
        Column("contact_id", ColumnKind.TEXT, "The contact it followed."),
        Column("started_at", ColumnKind.MOMENT, "When the hub began.", required=True),
        Column("decided_at", ColumnKind.MOMENT, "When it decided."),
        Column(
            "rating",
            ColumnKind.CODE,
            "The urgency given at the start: red, amber or green.",
            codes="mash_rating",
        ),
        Column("outcome", ColumnKind.CODE, "What was decided.", codes="mash_outcome"),
    ),
    dates=("started_at",),
)
