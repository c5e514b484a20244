"""What changed in how indicators are counted from records: each version with its day and a note.

The file ``changes.toml`` beside this one is written by ``tools/say_what_changed.py``; a test fails
while an indicator is counted in a way that the file does not tell.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from goldenthread.figures.measured.definitions import version
from goldenthread.indicators import Indicator

FILE = files("goldenthread.figures.measured") / "changes.toml"


@dataclass(frozen=True, slots=True)
class Change:
    """What changed on a day: a note for people, and the versions of indicators from then on.

    A version is that of the choices which are made where nobody chooses.
    """

    on: date
    note: str
    versions: Mapping[str, str]


@cache
def changes() -> tuple[Change, ...]:
    """Every change, the earliest first."""
    return read(FILE.read_text(encoding="utf-8"))


def read(text: str) -> tuple[Change, ...]:
    """The changes that a text in the form of the file tells."""
    told = tomllib.loads(text).get("change", ())
    return tuple(Change(each["on"], each["note"], each["versions"]) for each in told)


def history(name: str) -> tuple[Change, ...]:
    """The changes of one indicator, the earliest first."""
    return tuple(each for each in changes() if name in each.versions)


def untold(indicators: Iterable[Indicator], told: Iterable[Change]) -> dict[str, str]:
    """The versions, by indicator, that are counted by now and that no change ends with."""
    last = {name: held for each in told for name, held in each.versions.items()}
    now = {each.name: version(each) for each in indicators if each.expression}
    return {name: held for name, held in now.items() if last.get(name) != held}


def written(change: Change) -> str:
    """A change as the file holds it."""
    note = change.note.replace("\\", "\\\\").replace('"', '\\"')
    lines = ["[[change]]", f"on = {change.on}", f'note = "{note}"', "", "[change.versions]"]
    lines += [f'{name} = "{held}"' for name, held in sorted(change.versions.items())]
    return "\n".join(lines) + "\n"
