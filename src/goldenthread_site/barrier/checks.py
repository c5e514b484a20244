"""Says where the second barrier does not stand: ``check --database default``, and ``migrate``."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Warning
from django.db import connections

from goldenthread_site.barrier.policies import as_made

_ASKS = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"


def stands(
    app_configs: Any = None, databases: Sequence[str] | None = None, **more: Any
) -> list[CheckMessage]:
    """Whether the account is a plain one, and the policies are those of this version."""
    found: list[CheckMessage] = []
    for connection in (connections[each] for each in databases or ()):
        if connection.vendor != "postgresql":
            continue
        with connection.cursor() as cursor:
            cursor.execute(_ASKS)
            if cursor.fetchone() == (True,):
                hint = "Use a plain account: docs/how-to/run-on-postgresql.md says how."
                told = "The site's account walks past every rule of the database about rows."
                found.append(Warning(told, hint=hint, id="barrier.W001"))
        # No error: migrate asks first too, and is what mends it.
        if not as_made(connection):
            hint = "Run goldenthread-site migrate as the owner of the tables."
            told = "The database's rules about rows are not those of this version of the site."
            found.append(Warning(told, hint=hint, id="barrier.W002"))
    return found
