"""The stages of a child's journey, dated by area: what each is called, and what it became.

The parts of the journey are the same everywhere and always; what stands for them is not. In one
area early help and child in need become one stage on a day, in another on another day or never.
What is counted across such a day is not the same thing, so a series breaks there.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from goldenthread.nouns import register
from goldenthread.nouns.fault import GoldenThreadError

# The parts of the journey, in its order.
PARTS = (
    "contact",
    "hub",
    "early_help",
    "referral",
    "assessment",
    "child_in_need",
    "section_47",
    "conference",
    "protection_plan",
    "looked_after",
    "care_leaver",
)

_KEYS = {"name", "parts", "areas", "from", "source", "confirm"}


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its local name, the parts of the journey it stands for, from when and where.

    ``since`` is None where it has always been so, ``areas`` is empty for all of England. What has
    still to be confirmed of it stands in ``confirm``.
    """

    name: str
    parts: tuple[str, ...]
    since: date | None = None
    areas: tuple[str, ...] = ()
    source: str = field(default="", repr=False)
    confirm: str = field(default="", repr=False)

    @property
    def words(self) -> str:
        """Its name within a sentence: ``Early help`` is early help, ``Family Help`` stays."""
        plain = self.name[1:] == self.name[1:].lower()
        return self.name[:1].lower() + self.name[1:] if plain else self.name


@dataclass(frozen=True, slots=True)
class StageChange:
    """A stage that took the place of others on a day, for some parts of the journey.

    ``area`` is empty for all of England.
    """

    when: date
    area: str
    stage: Stage
    parts: tuple[str, ...]
    instead_of: tuple[Stage, ...]

    @property
    def words(self) -> str:
        """What happened: ``Family Help took the place of early help and child in need``."""
        *most, last = [each.words for each in self.instead_of]
        before = f"{', '.join(most)} and {last}" if most else last
        return f"{self.stage.name} took the place of {before}"


@dataclass(frozen=True)
class Stages:
    """Every stage known, and what may be asked of them. An area is asked for by its code."""

    known: tuple[Stage, ...]

    def of(self, part: str) -> tuple[Stage, ...]:
        """The stages that stand for a part anywhere, each before those it holds over.

        An area's own hold over England's, later ones over earlier ones.
        """
        found = [each for each in self.known if part in each.parts]
        return tuple(sorted(found, key=_precedence, reverse=True))

    def at(self, part: str, area: str, on: date) -> Stage:
        """The stage that stands for a part of the journey in an area on a day."""
        for each in self.of(part):
            if (not each.areas or area in each.areas) and (each.since or on) <= on:
                return each
        raise ValueError(f"no stage stands for {part!r}")

    def in_force(self, area: str, on: date) -> tuple[Stage, ...]:
        """The stages of an area on a day, each once, in the order of the journey."""
        return tuple(dict.fromkeys(self.at(part, area, on) for part in PARTS))

    def changes(self, area: str | None = None) -> tuple[StageChange, ...]:
        """What took the place of what, the earliest first: in one area, or everywhere."""
        found = [each for stage in self.known for each in self._made_by(stage, area)]
        return tuple(sorted(found, key=lambda each: (each.when, each.area, each.stage.name)))

    def became(self, name: str, area: str) -> tuple[StageChange, ...]:
        """The changes in which a stage of an area ended, or a part of it: its successors."""
        return tuple(
            each
            for each in self.changes(area)
            if name in (before.name for before in each.instead_of)
        )

    def came_from(self, name: str, area: str) -> tuple[StageChange, ...]:
        """The changes by which a stage of an area began: its predecessors."""
        return tuple(each for each in self.changes(area) if each.stage.name == name)

    def _made_by(self, stage: Stage, asked: str | None) -> Iterator[StageChange]:
        if stage.since is None:
            return
        day_before = date.fromordinal(stage.since.toordinal() - 1)
        places = stage.areas or ("",)
        if asked is not None:
            places = (asked,) if not stage.areas or asked in stage.areas else ()
        for area in places:
            parts = tuple(p for p in stage.parts if self.at(p, area, stage.since) is stage)
            before = dict.fromkeys(self.at(part, area, day_before) for part in parts)
            if before:
                yield StageChange(stage.since, area, stage, parts, tuple(before))


@cache
def stages() -> Stages:
    """The stages shipped: England's, and those of areas that are known to differ."""
    text = (files("goldenthread.nouns") / "data" / "stages.toml").read_text(encoding="utf-8")
    return Stages(_checked(_parsed(text, "stages.toml")))


def with_own(file: Path) -> Stages:
    """The stages shipped, with those an area tells in a file of the same form.

    Of a stage of the same name and areas the file's own holds. Raises GoldenThreadError naming the
    file, the entry and what to mend.
    """
    try:
        own = _parsed(file.read_text(encoding="utf-8-sig"), file.name)
    except (OSError, UnicodeDecodeError) as error:
        raise GoldenThreadError(
            f"{file.name} cannot be read ({error}): save it as UTF-8."
        ) from error
    told = {(each.name, each.areas) for each in own}
    shipped = [each for each in stages().known if (each.name, each.areas) not in told]
    return Stages(_checked([*shipped, *own], file.name))


def _precedence(stage: Stage) -> tuple[bool, date]:
    return bool(stage.areas), stage.since or date.min


def _parsed(text: str, name: str) -> list[Stage]:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise GoldenThreadError(f"{name} is not TOML: {error}.") from error
    entries = content.get("stage", [])
    tables = isinstance(entries, list) and all(isinstance(each, dict) for each in entries)
    if set(content) - {"stage"} or not tables:
        raise GoldenThreadError(f"{name}: begin each entry with [[stage]], in double brackets.")
    return [_stage(each, f"{name}, stage {number}") for number, each in enumerate(entries, 1)]


def _stage(entry: dict[str, Any], place: str) -> Stage:
    if unknown := sorted(set(entry) - _KEYS):
        raise GoldenThreadError(f"{place}: {unknown[0]!r} is not a key that is known.")
    for key in ("name", "parts", "source"):
        if not entry.get(key):
            raise GoldenThreadError(f"{place}: {key!r} is missing: add it.")
    texts = [entry["name"], entry["source"], entry.get("confirm", "")]
    lists = [entry["parts"], entry.get("areas", [])]
    since = entry.get("from")
    if (
        not all(isinstance(each, str) for each in texts)
        or not all(_is_texts(each) for each in lists)
        or not (since is None or type(since) is date)
    ):
        raise GoldenThreadError(
            f'{place}: write name = "Family Help", parts = ["early_help"], areas = ["821"] and '
            "from = 2025-04-01."
        )
    for part in entry["parts"]:
        if part not in PARTS:
            raise GoldenThreadError(
                f"{place}: {part!r} is no part of the journey: write one of {', '.join(PARTS)}."
            )
    try:
        areas = tuple(register.find_area(area).code for area in entry.get("areas", []))
    except GoldenThreadError as error:
        raise GoldenThreadError(f"{place}: {error}") from error
    return Stage(entry["name"], tuple(entry["parts"]), since, areas, entry["source"], texts[2])


def _is_texts(given: object) -> bool:
    return isinstance(given, list) and all(isinstance(each, str) for each in given)


def _checked(given: Iterable[Stage], name: str = "stages.toml") -> tuple[Stage, ...]:
    """The stages, once nothing is told twice and every part has one that always stood for it."""
    known = tuple(given)
    seen: set[tuple[str, str, date | None]] = set()
    for each in known:
        for key in (
            (part, area, each.since) for part in each.parts for area in each.areas or ("",)
        ):
            if key in seen:
                raise GoldenThreadError(
                    f"{name}: two stages stand for {key[0]} from the same day in the same area: "
                    "leave one of them."
                )
            seen.add(key)
    for part in PARTS:
        if (part, "", None) not in seen:
            raise GoldenThreadError(
                f"{name}: no stage stands for {part} in all of England: add one without areas "
                "and without from."
            )
    return known
