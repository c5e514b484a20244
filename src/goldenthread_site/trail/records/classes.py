"""The classes of records, read from the file beside this one; a partnership may edit it."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

ERASE, LOOK, KEEP = "erase", "look", "keep"


@dataclass(frozen=True, slots=True)
class RecordClass:
    """See ``classes.toml`` for what each field means."""

    name: str
    title: str
    what: str
    controller: str
    years: int
    after: str
    then: str
    reason: str
    basis: str

    @property
    def rule(self) -> str:
        """How long, in words: "Erased 7 years after it was done"."""
        if self.then == KEEP:
            return "Kept for good"
        verb = "Erased" if self.then == ERASE else "Looked at by a person"
        return f"{verb} {self.years} years after {self.after}"

    def last_day(self, today: date) -> date:
        """What ended before this day has been kept for its time."""
        year = today.year - self.years
        try:
            return today.replace(year=year)
        except ValueError:  # 29 February
            return today.replace(year=year, day=28)


@cache
def classes() -> tuple[RecordClass, ...]:
    """Every class, in the order of the file. Raises ValueError for one that does not make sense."""
    text = (files("goldenthread_site.trail.records") / "classes.toml").read_text("utf-8")
    found = tuple(RecordClass(**each) for each in tomllib.loads(text)["class"])
    for each in found:
        if each.then not in (ERASE, LOOK, KEEP) or (each.then != KEEP and each.years < 1):
            raise ValueError(f"classes.toml: {each.name} needs a rule and a number of years")
    return found
