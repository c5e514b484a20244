"""The kinds of check: each is one file that says what it asks and what it cannot tell."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from goldenthread.claims.found import Findings
from goldenthread.claims.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A short text, and whether the check finds a fault in it; documentation that a test runs.

    ``text`` is read as a plain text file, tables with pipes or tabs included; ``after`` are further
    texts read beside it, for the checks that compare texts; ``area`` the area given, and with
    ``book`` the embedded example's figure book with its breaks and neighbours.
    """

    text: str
    fault: bool
    after: tuple[str, ...] = ()
    area: str = ""
    book: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of check. ``name`` is the fault's ``kind`` in JSON and the file's name."""

    name: str
    title: str
    asks: str
    examples: tuple[Example, ...]
    limits: tuple[str, ...]
    run: Callable[[Reading, Findings], None]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of check by name, in order: each module of ``checks`` holds a ``KIND``."""
    package = import_module("goldenthread.claims.checks")
    found = {}
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda each: each.name):
        kind = import_module(f"{package.__name__}.{module.name}").KIND
        if kind.name != module.name:
            raise ValueError(f"the check in {module.name}.py calls itself {kind.name}")
        found[kind.name] = kind
    return found
