"""Lets a test that commits be tidied up after: the database refuses to delete the trail's links.

Only the tests' own emptying of all tables lifts the refusal, for as long as it lasts.
"""

from typing import Any

from django.db.backends.postgresql.base import DatabaseWrapper as OnPostgreSQL
from django.db.backends.sqlite3.base import DatabaseWrapper as OnSQLite

TRIGGER = "trail_link_no_delete"


def let_tests_tidy_up() -> None:
    """Wrap the statements by which each database empties its tables."""
    for kind, before, after in (
        (
            OnSQLite.ops_class,
            f"DROP TRIGGER IF EXISTS {TRIGGER}",
            f"CREATE TRIGGER {TRIGGER} BEFORE DELETE ON trail_link"
            " BEGIN SELECT RAISE(ABORT, 'the trail is only ever added to'); END",
        ),
        (
            OnPostgreSQL.ops_class,
            "ALTER TABLE trail_link DISABLE TRIGGER USER",
            "ALTER TABLE trail_link ENABLE TRIGGER USER",
        ),
    ):
        _wrap(kind, before, after)


def _wrap(kind: Any, before: str, after: str) -> None:
    flush = kind.sql_flush

    def wrapped(self: Any, style: Any, tables: Any, **more: Any) -> list[str]:
        found: list[str] = flush(self, style, tables, **more)
        return [before, *found, after] if found else found

    kind.sql_flush = wrapped
