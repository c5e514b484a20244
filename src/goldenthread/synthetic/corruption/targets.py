"""Where a format can be spoilt, from ``targets.toml``."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

_YEAR = re.compile(r"_\d{4}$")


@dataclass(frozen=True, slots=True)
class Spelt:
    """A column of codes, and other ways of writing each, which a reader must understand."""

    column: str
    ways: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Target:
    """The columns of one file, sheet or element that faults are planted in; empty where none."""

    needed: str = ""
    day: str = ""
    days: tuple[str, ...] = ()
    code: str = ""
    number: str = ""
    renamed: tuple[str, ...] = ()
    spelt: Spelt | None = field(default=None)


def targets(kind: str, name: str) -> Target | None:
    """The target of a file, sheet or element; None where nothing of it is spoilt."""
    return _all().get((kind, _YEAR.sub("", name)))


@cache
def _all() -> Mapping[tuple[str, str], Target]:
    text = (files("goldenthread.synthetic.corruption") / "targets.toml").read_text("utf-8")
    return {
        (kind, name): _target(entry)
        for kind, entries in tomllib.loads(text).items()
        for name, entry in entries.items()
    }


def _target(entry: Mapping[str, Any]) -> Target:
    told = dict(entry)
    for name in ("days", "renamed"):
        told[name] = tuple(told.get(name, ()))
    if "spelt" in told:
        ways = {str(code): tuple(each) for code, each in told["spelt"]["ways"].items()}
        told["spelt"] = Spelt(told["spelt"]["column"], ways)
    return Target(**told)
