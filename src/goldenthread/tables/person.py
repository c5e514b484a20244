"""Children: one row for each child known to the council in any return."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="person",
    title="Children",
    grain="One row for each child known to the council in any return.",
    key=("person_id",),
    own_columns=(
        PERSON,
        Column(
            "sex",
            ColumnKind.CODE,
            "The child’s sex as recorded; gender in returns before 2025.",
            codes="sex",
        ),
        Column("ethnicity", ColumnKind.CODE, "The child’s ethnic group.", codes="ethnicity"),
        Column("birth_date", ColumnKind.DATE, "The day of birth.", personal=True),
        Column(
            "expected_birth_date",
            ColumnKind.DATE,
            "The day an unborn child was expected.",
            personal=True,
        ),
        Column("death_date", ColumnKind.DATE, "The day of death.", personal=True),
        Column("upn", ColumnKind.TEXT, "The unique pupil number.", personal=True),
        Column(
            "upn_unknown", ColumnKind.CODE, "Why there is no pupil number.", codes="upn_unknown"
        ),
        Column("disabled", ColumnKind.FLAG, "Whether the council records a disability."),
        Column(
            "asylum_seeking",
            ColumnKind.FLAG,
            "Whether the child is or was an unaccompanied asylum-seeking child.",
        ),
        Column("is_mother", ColumnKind.FLAG, "Whether the child is a mother."),
    ),
    ssd="ssd_person",
)
