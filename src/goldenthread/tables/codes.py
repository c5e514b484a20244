"""Lists of codes, each with the collection years it is valid in.

A list is a CSV file in ``code_lists/``: ``code,label,group,first,last,notes``, where ``first`` and
``last`` are collection years by the calendar year they end in and may be empty. A collection year
runs from 1 April; the year 2024 is 2023-24.
"""

import csv
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from goldenthread.nouns import GoldenThreadError


@dataclass(frozen=True, slots=True)
class Code:
    """One code: what it stands for, the group it is published in, and when it was valid."""

    code: str
    label: str
    group: str = ""
    first: int | None = None
    last: int | None = None
    notes: str = ""

    def valid_in(self, year: int | None) -> bool:
        """Whether a return of that year may use it; without a year, whether any may."""
        if year is None:
            return True
        return (self.first or year) <= year <= (self.last or year)


@dataclass(frozen=True)
class CodeList:
    """The codes of one list, in the order they are published in."""

    name: str
    codes: tuple[Code, ...]

    @cached_property
    def by_code(self) -> dict[str, Code]:
        """The codes by what is written."""
        return {each.code: each for each in self.codes}

    def groups(self) -> dict[str, str]:
        """The published group of each code; its label where the list has no groups."""
        return {each.code: each.group or each.label for each in self.codes}

    def labels(self) -> dict[str, str]:
        """What each code stands for."""
        return {each.code: each.label for each in self.codes}


@cache
def code_list(name: str) -> CodeList:
    """One list; raises GoldenThreadError for a name that none has."""
    file = files("goldenthread.tables") / "code_lists" / f"{name}.csv"
    if not file.is_file():
        raise GoldenThreadError(f"There is no list of codes {name!r}.")
    lines = file.read_text(encoding="utf-8").splitlines()
    return CodeList(name, tuple(_code(row) for row in csv.DictReader(lines)))


@cache
def code_lists() -> tuple[str, ...]:
    """The name of every list, in order."""
    held = (files("goldenthread.tables") / "code_lists").iterdir()
    return tuple(sorted(each.name[:-4] for each in held if each.name.endswith(".csv")))


def _code(row: dict[str, str]) -> Code:
    return Code(
        row["code"],
        row["label"],
        row["group"],
        int(row["first"]) if row["first"] else None,
        int(row["last"]) if row["last"] else None,
        row["notes"],
    )
