"""What a rule is: what must not be, which indicator goes wrong where it is, and an example."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from goldenthread.nouns import Severity
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Return


@dataclass(frozen=True, slots=True)
class Told:
    """One return of an example: its format, the months it covers, and its tables, drawn as text."""

    tables: Mapping[str, str]
    kind: str = "cin_census"
    start: date = date(2023, 4, 1)
    end: date = date(2024, 3, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Something that must not be in records.

    ``table`` and ``column`` are where it shows; ``message`` says what is wrong and what to do.
    ``official`` are the numbers of national rules it does the work of ("CIN 8630", "903 356").
    ``changes`` names the indicators that are wrong where it is broken, and ``how`` says how: an
    ERROR makes them wrong, a WARNING may. ``wrong`` is the smallest example that breaks it in one
    row and ``right`` the same put right.
    """

    name: str
    table: str
    column: str
    message: str
    severity: Severity = Severity.ERROR
    official: tuple[str, ...] = ()
    changes: tuple[str, ...]
    how: str
    wrong: tuple[Told, ...]
    right: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithinRecords(Rule):
    """A rule on all records together: ``broken`` says of each row of its table whether it is."""

    broken: Callable[[Held], np.ndarray]


@dataclass(frozen=True, slots=True, kw_only=True)
class BetweenReturns(Rule):
    """A rule on each return, or between two: ``broken`` gives returns, and which of their rows."""

    broken: Callable[[Held], Iterable[tuple[Return, np.ndarray]]]


def one(**tables: str) -> tuple[Told, ...]:
    """An example of one return, of these tables."""
    return (Told(tables),)
