"""Which state of the figures something prepared is of.

Deposits, targets and breaks are only ever added and ended, so their numbers together name a state,
in whatever order transactions finish. The code is part of it: other words are another page.
"""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.agreed.models import SeriesBreak, Target
from goldenthread_site.figures.models import Deposit

_MADE_OF = (".py", ".toml", ".csv")


def state_of(partnership: Partnership) -> str:
    """The state as it is now: one query."""
    told = Partnership.objects.filter(pk=partnership.pk).values_list(
        _how_many(Deposit, "pk"),
        _how_many(Target, "pk"),
        _how_many(Target, "ended_at"),
        _how_many(SeriesBreak, "pk"),
        _how_many(SeriesBreak, "ended_at"),
    )
    return ".".join([*(str(each) for each in told.get()), *partnership.areas, code()])


def _how_many(model: Any, what: str) -> Coalesce:
    rows = model.objects.filter(partnership=OuterRef("pk")).order_by().values("partnership")
    return Coalesce(Subquery(rows.annotate(n=Count(what)).values("n")), 0, output_field=_NUMBER)


_NUMBER = IntegerField()


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
