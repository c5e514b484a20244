"""Which state of the figures something prepared is of.

Deposits, targets and breaks are only ever added and ended, so their numbers together name a state,
in whatever order transactions finish. The code is part of it: other words are another page.
"""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from django.db import connection

from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.agreed.models import SeriesBreak, Target
from goldenthread_site.figures.models import Deposit

_MADE_OF = (".py", ".toml", ".csv")


def state_of(partnership: Partnership) -> str:
    """The state as it is now: one query, in words of its own, for every page of figures asks it."""
    with connection.cursor() as cursor:
        cursor.execute(_question(), [partnership.pk] * len(_MADE_FROM))
        told = cursor.fetchone()
    return ".".join([*(str(each) for each in told), *partnership.areas, code()])


# What is only ever added (counted by its number) and ended (by when).
_MADE_FROM = (
    (Deposit, "id"),
    (Target, "id"),
    (Target, "ended_at"),
    (SeriesBreak, "id"),
    (SeriesBreak, "ended_at"),
)


@cache
def _question() -> str:
    counts = (
        f"(SELECT COUNT({what}) FROM {model._meta.db_table} WHERE partnership_id = %s)"  # noqa: S608
        for model, what in _MADE_FROM
    )
    return f"SELECT {', '.join(counts)}"


@cache
def code() -> str:
    """A digest of everything that words, pictures and comparisons are made by."""
    found = sha256()
    for package in ("goldenthread", "goldenthread_site.figures"):
        for name, content in sorted(_contents(files(package), package)):
            found.update(name.encode() + b"\n" + content)
    return found.hexdigest()[:16]


def _contents(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found = []
    for each in folder.iterdir():
        if each.is_dir() and each.name != "__pycache__":
            found += _contents(each, f"{name}/{each.name}")
        elif each.name.endswith(_MADE_OF):
            found.append((f"{name}/{each.name}", each.read_bytes()))
    return found
