"""The second way: every indicator again in plain Python, slowly, from its words alone.

Rows are dictionaries. Nothing here knows of Ibis or of an engine, and nothing is shared with the
expressions but the project's nouns (periods, working days), so that one mistake is not made twice.
A module of a group holds a function for each indicator, registered with ``second_way``: it is
given the records of one council and one period, and gives a ``Thing`` for each thing in the
denominator. ``answers`` adds them up as ``counting`` promises to.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib import import_module
from pkgutil import iter_modules
from statistics import median
from typing import Any

from goldenthread.nouns import Period
from tests.factories.localities import LINES

Row = Mapping[str, Any]
Key = tuple[str, str, str, str]
"""Area, period, dimension and category; the last two are empty for the whole."""

NOT_KNOWN = "Not known"


@dataclass(frozen=True)
class Records:
    """What is known of one council's children: rows by table, and the choices made."""

    rows: Mapping[str, Sequence[Row]]
    choices: Mapping[str, str]

    def table(self, name: str) -> Sequence[Row]:
        """The rows of a table."""
        return self.rows.get(name, ())

    def of(self, name: str, person: str) -> list[Row]:
        """A child's rows of a table."""
        return [row for row in self.table(name) if row["person_id"] == person]

    def child(self, person: str) -> Row:
        """What is known of a child; all of it unknown where nothing is."""
        unknown = dict.fromkeys(("birth_date", "expected_birth_date", "sex", "ethnicity"))
        return next(iter(self.of("person", person)), unknown)

    def about(self, person: str, day: date) -> dict[str, str]:
        """The child's age band on a day, sex, ethnicity and locality, as breakdowns."""
        child = self.child(person)
        return {
            "age": age_band(child["birth_date"], day, child["expected_birth_date"]),
            "sex": SEXES.get(child["sex"], NOT_KNOWN),
            "ethnicity": ethnic_group(child["ethnicity"]),
            "locality": self.locality(person, day),
        }

    def locality(self, person: str, day: date) -> str:
        """Where the child's home is on a day: of several, the one that began last."""
        homes = [(row, row["postcode"], 1) for row in self.of("address", person)]
        homes += [
            (row, row["home_postcode"], 0)
            for row in self.of("cla_episodes", person)
            if row["home_postcode"] is not None
        ]
        found = [
            (row["start_date"] or date.min, told, row["end_date"] or date.max,
             postcode is None, postcode or "", row["area"])
            for row, postcode, told in homes
            if (row["start_date"] or date.min) <= day <= (row["end_date"] or date.max)
        ]  # fmt: skip
        if not found:
            return NOT_KNOWN
        *_, postcode, area = max(found)
        return locality_of(area, postcode, day)


def locality_of(area: str, postcode: str, day: date) -> str:
    """The locality of a postcode: by all of it, else by its sector, else by its district."""
    letters = postcode.replace(" ", "").upper()
    outward, inward = letters[:-3], letters[-3:]
    whole = inward[:1].isdigit() and inward[1:].isalpha() and outward[:1].isalpha()
    whole = whole and 2 <= len(outward) <= 4 and any(each.isdigit() for each in outward[1:])
    if not whole or outward == "ZZ99" or area not in {line[0] for line in LINES}:
        return NOT_KNOWN
    for key in (f"{outward} {inward}", f"{outward} {inward[0]}", outward):
        for council, part, name, first, last in LINES:
            holds = (first or date.min) <= day <= (last or date.max)
            if (council, part) == (area, key) and holds:
                return name
    return "Outside the area"


@dataclass(frozen=True)
class Thing:
    """One thing in the denominator: whose, whether it counts (or its amount), its categories.

    ``once`` names what is counted once however often it is given, where not rows are counted.
    """

    person: str
    counts: float = 1
    breakdowns: Mapping[str, str] = field(default_factory=dict)
    once: Any = None


Way = Callable[[Records, Period], Iterable[Thing]]


@dataclass(frozen=True)
class SecondWay:
    """One indicator's second way. ``shape`` is count, share, mean or median."""

    name: str
    shape: str
    way: Way


_WAYS: dict[str, SecondWay] = {}


def second_way(name: str, shape: str) -> Callable[[Way], Way]:
    """Registers a function as an indicator's second way."""

    def register(way: Way) -> Way:
        if name in _WAYS or shape not in _ADDED_UP:
            raise ValueError(f"{name} stands twice, or {shape} is no shape")
        _WAYS[name] = SecondWay(name, shape, way)
        return way

    return register


def ways() -> Mapping[str, SecondWay]:
    """Every second way there is, by indicator, in whatever module beside this file."""
    for entry in iter_modules(__path__):
        import_module(f"{__name__}.{entry.name}")
    return _WAYS


def answers(
    name: str,
    tables: Mapping[str, Sequence[Row]],
    periods: Iterable[Period],
    choices: Mapping[str, str],
) -> dict[Key, tuple[float, float]]:
    """Numerator and denominator by area, period, dimension and category.

    ``tables`` hold rows of any number of areas, each with its ``area``; ``choices`` has every
    parameter. What has no thing in it is left out.
    """
    one = ways()[name]
    found: dict[Key, tuple[float, float]] = {}
    areas = sorted({row["area"] for rows in tables.values() for row in rows})
    for area in areas:
        held = {key: [r for r in rows if r["area"] == area] for key, rows in tables.items()}
        records = Records(held, choices)
        for period in periods:
            cells: dict[tuple[str, str], list[Thing]] = defaultdict(list)
            for thing in one.way(records, period):
                cells["", ""].append(thing)
                for dimension, category in thing.breakdowns.items():
                    cells[dimension, category].append(thing)
            for (dimension, category), things in cells.items():
                key = (area, period.code, dimension, category)
                found[key] = _ADDED_UP[one.shape](_each_once(things))
    return found


def _each_once(things: Sequence[Thing]) -> list[float]:
    """What each counts; what is counted once counts if it does so anywhere."""
    if all(thing.once is None for thing in things):
        return [thing.counts for thing in things]
    best: dict[Any, float] = {}
    for thing in things:
        best[thing.once] = max(thing.counts, best.get(thing.once, 0))
    return list(best.values())


_ADDED_UP: dict[str, Callable[[list[float]], tuple[float, float]]] = {
    "count": lambda counts: (sum(counts), len(counts)),
    "share": lambda counts: (sum(counts), len(counts)),
    "mean": lambda counts: (sum(counts), len(counts)),
    "median": lambda counts: (median(counts), len(counts)),
}

SEXES = {"F": "Female", "M": "Male"}

_ETHNIC_GROUPS = {
    "White": {"WBRI", "WIRI", "WIRT", "WOTH", "WROM", "WHITE"},
    "Mixed": {"MWBC", "MWBA", "MWAS", "MOTH", "MIXED"},
    "Asian or Asian British": {"AIND", "APKN", "ABAN", "AOTH", "CHNE", "ASIAN"},
    "Black or Black British": {"BCRB", "BAFR", "BOTH", "BLACK"},
    "Other ethnic group": {"OOTH"},
}


def ethnic_group(code: str | None) -> str:
    """The group an ethnicity is published in; refused and not obtained are not known."""
    for group, codes in _ETHNIC_GROUPS.items():
        if code in codes:
            return group
    return NOT_KNOWN


def age_on(born: date, day: date) -> int:
    """Birthdays had by a day; one born on 29 February has it on 1 March in other years."""
    birthdays = 0
    while _birthday(born, birthdays + 1) <= day:
        birthdays += 1
    return birthdays


def _birthday(born: date, number: int) -> date:
    try:
        return born.replace(year=born.year + number)
    except ValueError:
        return date(born.year + number, 3, 1)


def age_band(born: date | None, day: date, expected: date | None = None) -> str:
    """The band of the children in need census; who is expected and has no birthday is unborn."""
    if born is None:
        return NOT_KNOWN if expected is None else "Unborn"
    if day < born:
        return "Unborn"
    age = age_on(born, day)
    if age == 0:
        return "Under 1"
    if age < 5:
        return "1-4"
    if age < 10:
        return "5-9"
    return "10-15" if age < 16 else "16 and over"


def months_later(day: date, months: int) -> date:
    """The same day of a later month (or earlier: a negative number), or that month's last."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    for of_month in range(day.day, 27, -1):
        try:
            return date(year, month, of_month)
        except ValueError:
            continue
    return date(year, month, day.day)


def within(day: date | None, period: Period) -> bool:
    """Whether a day lies in a period; no day lies in none."""
    return day is not None and period.start <= day <= period.end


def every_day(first: date, last: date) -> Iterator[date]:
    """Each day from the first to the last, both with it."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


RECORDED_STAGES = {
    "EARLY HELP": "Early help",
    "ASSESSMENT": "Assessment",
    "CHILD IN NEED": "Child in need",
    "FAMILY HELP": "Family Help",
}


def stage(row: Row, day: date, elsewhere: str) -> str:
    """The stage a record says it is of; else Luton's from April 2025, and what it is elsewhere."""
    if row.get("stage") is not None:
        return RECORDED_STAGES[row["stage"]]
    return "Family Help" if row["area"] == "821" and day >= date(2025, 4, 1) else elsewhere


def open_on(row: Row, day: date, start: str = "start_date", end: str = "end_date") -> bool:
    """Whether it had begun by the end of a day and not ended by then."""
    return row[start] <= day and (row[end] is None or row[end] > day)
