"""The register of English areas: find one by any name or code, and say what belongs to what.

The tables beside it (``data/``) hold the facts; nothing about a place is in code. Councils are
joined by the Department for Education's three-digit code, because Office for National Statistics
codes change with boundaries.
"""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from goldenthread.nouns.area import Area, AreaKind
from goldenthread.nouns.fault import GoldenThreadError

ENGLAND = "E92000001"
LONDON = "E12000007"
INNER_LONDON = "E13000001"
OUTER_LONDON = "E13000002"

# Words that people put round a council's name and that never tell two areas apart.
_WRAPPING = re.compile(
    r"\b(the|london borough of|royal borough of|city of|county of|city council|county council|"
    r"borough council|metropolitan borough council|district council|council|lscp|scp)\b"
)


@dataclass(frozen=True, slots=True)
class Succession:
    """One council replaced by another on a day; the same code twice where it was made over."""

    predecessor: str
    successor: str
    day: date
    what_happened: str


@cache
def areas() -> tuple[Area, ...]:
    """Every area known, England and regions first, former councils included."""
    ons: dict[str, list[str]] = defaultdict(list)
    for row in _table("ons_codes"):
        ons[row["code"]].append(row["ons_code"])
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for succession in successions():
        if succession.predecessor != succession.successor:
            before[succession.successor].append(succession.predecessor)
            after[succession.predecessor].append(succession.successor)
    return tuple(
        Area(
            code=row["code"],
            name=row["name"],
            kind=AreaKind(row["kind"]),
            region=row["region"],
            ons_codes=tuple(ons[row["code"]]),
            members=tuple(row["members"].split()),
            predecessors=tuple(before[row["code"]]),
            successors=tuple(after[row["code"]]),
        )
        for row in _table("areas")
    )


@cache
def successions() -> tuple[Succession, ...]:
    """Every change of council recorded, in the order of the table."""
    return tuple(
        Succession(
            row["predecessor"],
            row["successor"],
            date.fromisoformat(row["day"]),
            row["what_happened"],
        )
        for row in _table("successions")
    )


def area(code: str) -> Area:
    """The area of a book's code; raises GoldenThreadError where there is none."""
    found = _by_code().get(code)
    if found is None:
        raise GoldenThreadError(
            f"No area has the code {code!r}; look it up by name with `goldenthread areas`."
        )
    return found


def find_area(text: str) -> Area:
    """The area a person or a file means by a name, an alias or any of its codes.

    Capitals and punctuation do not matter. Where a former council and today's share a name
    (Dorset), today's is meant. Raises GoldenThreadError, naming near matches, where none fits.
    """
    wanted = text.strip()
    if found := _by_code().get(wanted) or _by_any_code().get(wanted.upper()) or named(wanted):
        return found
    near = get_close_matches(_plain(wanted), _by_name(), n=5, cutoff=0.6)
    names = list(dict.fromkeys(_by_name()[match].name for match in near))
    hint = f"did you mean {' or '.join(names)}?" if names else "see `goldenthread areas`."
    raise GoldenThreadError(f"No area is called {text!r}; {hint}")


def named(text: str) -> Area | None:
    """The area of a name or alias, or None."""
    for key in (_plain(text), _bare(text)):
        if key and (found := _by_name().get(key)):
            return found
    return None


def codes_in_files() -> dict[str, str]:
    """Every code or number a file may print, to the book's code, for joining whole files."""
    return {text: found.code for text, found in {**_by_any_code(), **_by_code()}.items()}


def councils(on: date | None = None) -> tuple[Area, ...]:
    """The councils that exist on a day (default: today's), in order of code."""
    return tuple(
        each for each in areas() if each.kind is AreaKind.COUNCIL and _exists(each.code, on)
    )


def regions() -> tuple[Area, ...]:
    """The nine regions of England, Inner and Outer London apart."""
    return tuple(each for each in areas() if each.kind is AreaKind.REGION and not each.region)


def region_of(place: Area) -> Area | None:
    """The region an area lies in (London for its boroughs), or None for a region or country."""
    return area(place.region) if place.region else None


def part_of_london(place: Area) -> Area | None:
    """Inner or Outer London for a London borough, None elsewhere."""
    halves = (area(INNER_LONDON), area(OUTER_LONDON))
    return next((half for half in halves if place.code in half.members), None)


def members(place: Area, on: date | None = None) -> tuple[Area, ...]:
    """The councils that make up a region, a partnership or England; a council is its own."""
    if place.kind is AreaKind.COUNCIL:
        return (place,)
    if place.members:
        return tuple(area(code) for code in place.members)
    everyone = councils(on)
    if place.code == ENGLAND:
        return everyone
    return tuple(each for each in everyone if each.region == place.code)


@cache
def first_day(code: str) -> date | None:
    """The day a council began, None where it exists throughout."""
    return _days()[code][0]


@cache
def last_day(code: str) -> date | None:
    """The day a council ended, None where it still exists."""
    return _days()[code][1]


def _exists(code: str, on: date | None) -> bool:
    first, last = _days()[code]
    if on is None:
        return last is None
    return (first is None or first <= on) and (last is None or on <= last)


@cache
def _days() -> dict[str, tuple[date | None, date | None]]:
    return {row["code"]: (_day(row["first_day"]), _day(row["last_day"])) for row in _table("areas")}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def _by_code() -> dict[str, Area]:
    return {each.code: each for each in areas()}


@cache
def _by_any_code() -> dict[str, Area]:
    found = {code: each for each in areas() for code in each.ons_codes}
    for row in _table("aliases"):
        if not any(character.isalpha() for character in row["alias"]):
            found[row["alias"]] = _by_code()[row["code"]]
    return found


@cache
def _by_name() -> dict[str, Area]:
    """Every name, plain and bare, to its area; today's councils win over former ones."""
    names: dict[str, Area] = {}
    current = sorted(areas(), key=lambda each: _days()[each.code][1] is not None)
    aliases = [(row["alias"], _by_code()[row["code"]]) for row in _table("aliases")]
    given = [(each.name, each) for each in current] + aliases
    for form in (_plain, _bare):
        for name, each in given:
            names.setdefault(form(name), each)
    return names


def _plain(text: str) -> str:
    """Lower case, words only: ``St. Helens`` and ``st helens`` are one."""
    words = re.sub(r"[^\w\s]", " ", text.casefold().replace("&", " and ").replace("'", ""))
    return " ".join(words.split())


def _bare(text: str) -> str:
    return " ".join(_WRAPPING.sub(" ", _plain(text)).split())


@cache
def _table(name: str) -> tuple[dict[str, str], ...]:
    file = files("goldenthread.nouns") / "data" / f"{name}.csv"
    return tuple(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
