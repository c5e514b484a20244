"""Breaks in a series: dated, with a reason, so that no rise or fall is told across them.

A partnership writes its own in ``breaks.toml``; those that hold for all of England are shipped in
``national_breaks.toml``. Where a stage of the journey took the place of others, the break follows
from the stages and is written nowhere else.
"""

from collections.abc import Collection, Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import Field

from goldenthread.comparisons.tomlfile import Entry, parse_entries, read_entries
from goldenthread.indicators import Indicator
from goldenthread.nouns import Break, GoldenThreadError
from goldenthread.nouns.stages import Stages

Written = Annotated[str, Field(min_length=1)]


class BreakEntry(Entry):
    """One ``[[break]]`` as a person writes it."""

    when: date
    reason: Written
    indicators: Annotated[tuple[Written, ...], Field(min_length=1)]
    areas: tuple[Written, ...] = ()
    source: Written
    confirm: str = ""


def read_breaks(file: Path, known: Collection[str] | None = None) -> tuple[Break, ...]:
    """The breaks a partnership wrote, in order of date.

    ``known`` are the catalogue's names: with it, a break of an indicator nobody knows is an error.
    Raises GoldenThreadError naming the file, the entry and what to mend.
    """
    entries = read_entries(file, "break", BreakEntry)
    if known is not None:
        for number, entry in enumerate(entries, start=1):
            for name in entry.indicators:
                if name not in known:
                    raise GoldenThreadError(
                        f"{file.name}, break {number}: {name!r} is no indicator's name: "
                        "see goldenthread indicators"
                    )
    return _breaks(entries)


@cache
def national_breaks() -> tuple[Break, ...]:
    """The breaks shipped: those that hold for every area of England."""
    name = "national_breaks.toml"
    text = (files("goldenthread.comparisons") / name).read_text(encoding="utf-8")
    return _breaks(parse_entries(text, name, "break", BreakEntry))


def stage_breaks(stages: Stages, indicators: Iterable[Indicator]) -> tuple[Break, ...]:
    """The breaks that follow from stages taking one another's place, by what each counts."""
    counting = {each.name: {*each.stages} for each in indicators if each.stages}
    found = []
    for change in stages.changes():
        names = tuple(sorted(n for n, parts in counting.items() if parts & {*change.parts}))
        if names:
            found.append(
                Break(
                    when=change.when,
                    reason=f"{change.words}.",
                    indicators=names,
                    areas=(change.area,) if change.area else (),
                    source=change.stage.source,
                    confirm=change.stage.confirm,
                )
            )
    return tuple(found)


def _breaks(entries: Iterable[BreakEntry]) -> tuple[Break, ...]:
    found = [Break(**entry.model_dump()) for entry in entries]
    return tuple(sorted(found, key=lambda each: (each.when, each.indicators)))
