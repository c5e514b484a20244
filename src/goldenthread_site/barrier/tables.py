"""Every table of the site: by which rule its rows are kept back, or why they are not.

Each room says so of its own tables in its ``protection.py``, which has ``TABLES`` by the names the
database has for them. A table that nobody speaks of is shut to everybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from goldenthread_site.barrier.rules import Rule

_ROOMS = "goldenthread_site."


@dataclass(frozen=True, slots=True)
class Protected:
    """``reads`` says which rows are read, ``writes`` which are changed: the same where not said.

    ``adds`` is for a table to which more is added than read; one with ``kept`` is only added to.
    """

    reads: Rule
    writes: Rule | None = None
    adds: Rule | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """Not kept back by the database; ``why`` is for whoever asks."""

    why: str


Told = Protected | Open


def tables() -> dict[str, Told]:
    """What the rooms say, by table. Raises ValueError where two speak of the same one."""
    found: dict[str, Told] = {}
    for config in apps.get_app_configs():
        if not config.name.startswith(_ROOMS) or find_spec(f"{config.name}.protection") is None:
            continue
        said: Mapping[str, Told] = import_module(f"{config.name}.protection").TABLES
        if twice := said.keys() & found.keys():
            raise ValueError(f"two rooms say how {', '.join(sorted(twice))} is protected")
        found |= said
    return found


def named() -> frozenset[str]:
    """Every table that a model of the site or of a library has, those in between too."""
    return frozenset(
        each._meta.db_table
        for each in apps.get_models(include_auto_created=True)
        if each._meta.managed and not each._meta.proxy
    )


def unspoken() -> list[str]:
    """Tables of which no room says anything."""
    return sorted(named() - tables().keys())
