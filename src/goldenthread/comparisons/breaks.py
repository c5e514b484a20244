"""Breaks in a series: dated, with a reason, so that no rise or fall is told across them.

A partnership writes its own in ``breaks.toml``; those that hold for all of England are shipped in
``national_breaks.toml``. Where a stage of the journey took the place of others, the break follows
from the stages and is written nowhere else.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import Field

from goldenthread.comparisons.model import Break
from goldenthread.comparisons.tomlfile import Entry, parse_entries, read_entries
from goldenthread.indicators import Indicator
from goldenthread.nouns import Figure, GoldenThreadError, Period
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


def is_after(period: Period, when: date) -> bool:
    """Whether a period is counted the new way: where at least half of its days are."""
    return (period.end - when).days + 1 >= (when - period.start).days


def concerning(breaks: Iterable[Break], *, indicator: str, area: str) -> tuple[Break, ...]:
    """The breaks that concern one indicator in one area, the earliest first."""
    return tuple(
        sorted(
            (
                each
                for each in breaks
                if indicator in each.indicators and (not each.areas or area in each.areas)
            ),
            key=lambda each: each.when,
        )
    )


def between(
    earlier: Period, later: Period, *, indicator: str, area: str, breaks: Iterable[Break]
) -> Break | None:
    """The last break that leaves the two periods on different sides of it, or None."""
    crossing = [
        each
        for each in concerning(breaks, indicator=indicator, area=area)
        if is_after(later, each.when) and not is_after(earlier, each.when)
    ]
    return crossing[-1] if crossing else None


def within(series: Sequence[Figure], breaks: Iterable[Break]) -> tuple[Break, ...]:
    """The breaks that fall inside a series, from its first to its last period."""
    if not series:
        return ()
    first, last = series[0], series[-1]
    return tuple(
        each
        for each in concerning(breaks, indicator=last.indicator, area=last.area.code)
        if is_after(last.period, each.when) and not is_after(first.period, each.when)
    )


def _breaks(entries: Iterable[BreakEntry]) -> tuple[Break, ...]:
    found = [Break(**entry.model_dump()) for entry in entries]
    return tuple(sorted(found, key=lambda each: (each.when, each.indicators)))
