"""Django's own connection to PostgreSQL, which tells the database who asks it.

Told lazily, just before a statement and only where it has changed since the last one: a page costs
two tellings and not one for each query. They run beneath Django's log of queries, which counts what
the site asks, and are counted here in ``tellings``. A setting goes back when the transaction it was
made in does, so after each rollback it is told anew.
"""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from django.db.backends.postgresql import base

from goldenthread_site.barrier.asking import NOBODY, Asker, current

_TELL = "SELECT " + ", ".join(
    f"set_config('goldenthread.{name}', %s, false)"
    for name in ("person", "partnership", "held", "today", "system")
)

_MOST_PLANS = 300  # kept on a connection: all that its pages ask, some 100 kB each at the most


class DatabaseWrapper(base.DatabaseWrapper):
    """``told`` is who the database takes to be asking; None where that is not known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.told: Asker | None = None
        self.tellings = 0
        self.going_back = False
        self.execute_wrappers.append(self._tell_first)

    def _tell_first(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        # A broken transaction takes no statement but the one that goes back to where it was whole.
        if not (self.needs_rollback or self.going_back):
            self.tell(current())
        return execute(sql, params, many, context)

    def tell(self, asker: Asker) -> None:
        """Say who asks from here on; nothing where it is who asked before."""
        if self.told == asker:
            return
        self.told = None
        with self.wrap_database_errors, self.connection.cursor() as cursor:
            cursor.execute(_TELL, _words(asker))
        self.tellings += 1
        self.told = asker

    def forget(self) -> None:
        """Leave nobody's standing behind for whoever uses the connection next."""
        if self.connection is None or self.told == NOBODY:
            return
        try:
            self.tell(NOBODY)
        except DatabaseError:
            self.told = None
            if not self.in_atomic_block:
                self.close()

    def init_connection_state(self) -> None:
        """Told by nobody yet, whoever the server gave the connection to before."""
        self.told = None
        self.connection.prepared_max = _MOST_PLANS
        super().init_connection_state()

    def _rollback(self) -> None:
        super()._rollback()  # type: ignore[misc]
        self.told = None

    def _savepoint_rollback(self, sid: str) -> None:
        self.going_back = True
        try:
            super()._savepoint_rollback(sid)  # type: ignore[misc]
        finally:
            self.going_back, self.told = False, None


def _words(asker: Asker) -> list[str]:
    """Each setting as text, for PostgreSQL keeps no other; empty where there is none."""
    if any(set(each) & set('{},"\\ ') for each in asker.held):
        raise ImproperlyConfigured("a role's name is a word: it goes into a list as it is")
    return [
        "" if asker.person is None else str(asker.person),
        "" if asker.partnership is None else str(asker.partnership),
        "{" + ",".join(asker.held) + "}",
        "" if asker.today is None else asker.today.isoformat(),
        asker.system,
    ]
