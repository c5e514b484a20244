"""What a yearly report must hold, by edition of the statutory guidance, as dated data.

Each edition is one file in the folder ``editions``, chosen by the year the report is about. A
requirement is met by kinds of section; ``SECTION_KINDS`` is the one closed list of them, and a
report's contents file says which kinds each of its sections is.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from goldenthread.nouns import GoldenThreadError, Period

SECTION_KINDS: dict[str, str] = {
    "activity": "What the partnership did in the year: its work on each priority.",
    "arrangements": "Who the partners are and how they work together: structure and membership.",
    "audits": "What multi-agency and single-agency audits found.",
    "changes_to_arrangements": "Changes to the published arrangements, each with its date.",
    "childrens_voice": "What children and families said, how they were asked, what changed.",
    "costs": "Income by contributor, spending by heading, changes, and value for money.",
    "data_and_figures": "Figures about children and services, with what they do not tell.",
    "disproportionality": "Groups met more or less often than their number would suggest.",
    "early_help": "Help for families before social care is needed.",
    "evidence_of_impact": "What is different for children and families, and how that is known.",
    "information_sharing": "How data and the policies for sharing information are used.",
    "learning_from_reviews": "Serious incidents and reviews: what was learnt and then done.",
    "little_progress": "Priorities on which there was little or no progress, and why.",
    "looked_after": "Children looked after and young people who have left care.",
    "national_reforms": "How national reforms are being put into effect here.",
    "partner_reflections": "Each partner’s own account of its part, signed by the partner.",
    "scrutiny": "The independent scrutineer’s assessment, which nobody else edits.",
    "training_impact": "What training changed in practice.",
}
"""The kinds of section there are, each with what a section of that kind holds."""


class State(StrEnum):
    """Whether a report meets a requirement."""

    MET = "met"
    EMPTY = "empty"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing a report must hold.

    Any one of the kinds in ``met_by`` meets it. ``confirm`` says what has still to be checked in
    the original, empty where nothing has; ``edition`` is the edition that brought it.
    """

    key: str
    words: str
    basis: str
    met_by: tuple[str, ...]
    confirm: str
    edition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of the guidance, with the reporting years it applies to, both ends included.

    No ``first_year`` means from the beginning, no ``last_year`` until a later edition comes.
    ``requirements`` holds those of the edition it builds on first.
    """

    id: str
    title: str
    published: str
    first_year: Period | None
    last_year: Period | None
    builds_on: str
    checked: date
    checked_against: str
    confirm: str
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether one requirement is met.

    ``where`` holds the ids of the sections that meet it, or of those that would if something were
    written in them.
    """

    requirement: Requirement
    state: State
    where: tuple[str, ...]


@cache
def editions() -> tuple[Edition, ...]:
    """Every edition, the oldest first."""
    folder = files("goldenthread.report") / "editions"
    read: dict[str, dict[str, Any]] = {}
    for file in folder.iterdir():
        if file.name.endswith(".toml"):
            name = file.name.removesuffix(".toml")
            read[name] = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(_edition(name, read) for name in sorted(read))


def edition(name: str) -> Edition:
    """The edition of that id; raises GoldenThreadError naming those there are."""
    found = next((each for each in editions() if each.id == name), None)
    if found is None:
        raise GoldenThreadError(
            f"There is no edition called {name!r}; choose one of "
            f"{', '.join(each.id for each in editions())}."
        )
    return found


def edition_for(year: Period) -> Edition:
    """The edition that a report about ``year`` falls under, by the financial year it ends in."""
    ends = year.reporting_year().end
    for each in editions():
        begun = each.first_year is None or each.first_year.end <= ends
        over = each.last_year is not None and each.last_year.end < ends
        if begun and not over:
            return each
    raise GoldenThreadError(
        f"No edition of the guidance covers {year}; add its file to report/editions."
    )


def check(
    edition: Edition,
    sections_present: Mapping[str, Sequence[str]],
    empty: Mapping[str, Sequence[str]],
) -> tuple[Finding, ...]:
    """Whether each requirement is met, in the edition's order.

    Both mappings go from a kind of section to section ids: ``sections_present`` those with
    something in them, ``empty`` those that are there with nothing written yet. Raises
    GoldenThreadError for a kind that is not in ``SECTION_KINDS``.
    """
    for kind in (*sections_present, *empty):
        if kind not in SECTION_KINDS:
            raise GoldenThreadError(
                f"{kind!r} is no kind of section; choose from {', '.join(SECTION_KINDS)}."
            )
    return tuple(_finding(each, sections_present, empty) for each in edition.requirements)


def _finding(
    requirement: Requirement,
    present: Mapping[str, Sequence[str]],
    empty: Mapping[str, Sequence[str]],
) -> Finding:
    for state, sections in ((State.MET, present), (State.EMPTY, empty)):
        named = [each for kind in requirement.met_by for each in sections.get(kind, ())]
        if named:
            return Finding(requirement, state, tuple(dict.fromkeys(named)))
    return Finding(requirement, State.MISSING, ())


def _edition(name: str, read: Mapping[str, dict[str, Any]]) -> Edition:
    data = dict(read[name])
    added = tuple(
        Requirement(**(each | {"met_by": tuple(each["met_by"]), "edition": name}))
        for each in data.pop("requirement")
    )
    before = _edition(data["builds_on"], read).requirements if data["builds_on"] else ()
    for end in ("first_year", "last_year"):
        data[end] = Period.parse(data[end]) if data[end] else None
    return Edition(id=name, requirements=(*before, *added), **data)
