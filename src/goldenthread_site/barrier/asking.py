"""Who asks the database, as far as it has to know: nobody, unless the code says otherwise.

A page is asked for by a person; the middleware says which, once it is known. What the site does by
itself (a command, the background worker, letting someone in) names itself and its reason with
``as_the_system``, at the place where it does it. Plain Python: SQLite is told nothing of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

SYSTEM = "system"  # held in place of a role by the site itself


@dataclass(frozen=True, slots=True)
class Asker:
    """``held`` are roles in ``partnership``, one held for an agency with its number: ``role@7``.

    ``system`` is why the site itself asks, of every partnership; empty for anyone else.
    """

    person: int | None = None
    partnership: int | None = None
    held: tuple[str, ...] = ()
    today: date | None = None
    system: str = ""


NOBODY = Asker()
_ASKER: ContextVar[Asker] = ContextVar("goldenthread_asker", default=NOBODY)


def current() -> Asker:
    """Whoever asks now, in this thread."""
    return _ASKER.get()


@contextmanager
def asking(asker: Asker) -> Iterator[None]:
    """Ask as they do within it; whoever asked before does so again afterwards."""
    before = _ASKER.set(asker)
    try:
        yield
    finally:
        _ASKER.reset(before)


def asked_by(asker: Asker) -> None:
    """From here to the end of what ``asking`` began it is they who ask: for the middleware."""
    _ASKER.set(asker)


@contextmanager
def as_the_system(why: str, *, partnership: int | None = None) -> Iterator[None]:
    """Ask as the site itself, for a reason, and of one partnership where one is named.

    As a decorator too. Raises ValueError where no reason is given.
    """
    if not why.strip():
        raise ValueError("say why the site itself asks: whatever it asks, it is given")
    everywhere = "" if partnership is not None else why
    with asking(Asker(partnership=partnership, held=(SYSTEM,), system=everywhere)):
        yield
