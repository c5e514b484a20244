"""Targets and owners that a partnership sets: what it aims at, and which post answers for it.

The catalogue says what is counted everywhere; a target belongs to one place and year.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import Field

from goldenthread.comparisons.breaks import Written
from goldenthread.comparisons.periods import period_of
from goldenthread.comparisons.tomlfile import Entry, read_entries
from goldenthread.indicators.definition import Indicator
from goldenthread.nouns import Area, Figure, GoldenThreadError, Period, Sensitivity, Thread

SOURCE = "local.targets"


class TargetEntry(Entry):
    """One ``[[target]]`` as a person writes it.

    ``value`` is in the unit areas are compared by; ``owner`` a post, never a person; ``agreed``
    the day it was agreed and ``source`` where that is written down.
    """

    indicator: Written
    year: Written
    value: Annotated[Decimal, Field(ge=0)]
    owner: Written
    source: Written
    agreed: date


@dataclass(frozen=True, slots=True)
class Target:
    """A target as a figure, and the post that answers for the indicator."""

    entry: TargetEntry
    file: str
    place: int

    def figure(self, indicator: Indicator, area: Area) -> Figure:
        """The target as a figure of the area, so that it can be printed with its thread."""
        period = period_of(indicator.period_kind, _year(self.entry.year, self.file))
        if period is None:
            raise GoldenThreadError(
                f"{self.file}: {indicator.title} is not counted by the year, so no yearly target "
                "can be set for it."
            )
        return Figure(
            indicator=indicator.name,
            unit=indicator.compared_by,
            area=area,
            period=period,
            value=self.entry.value,
            decimals=indicator.places(indicator.compared_by),
            sensitivity=Sensitivity.NONE,
            thread=Thread(
                source=SOURCE,
                file=self.file,
                locator=f"target {self.place}: {self.entry.source}",
                definition=f"{indicator.name}:target",
                vintage=self.entry.year,
                known_since=self.entry.agreed,
            ),
        )


def read_targets(file: Path, known: Collection[str]) -> tuple[Target, ...]:
    """The targets a partnership wrote; ``known`` are the catalogue's names.

    Raises GoldenThreadError naming the file, the entry and what to mend.
    """
    entries = read_entries(file, "target", TargetEntry)
    for number, entry in enumerate(entries, start=1):
        if entry.indicator not in known:
            raise GoldenThreadError(
                f"{file.name}, target {number}: {entry.indicator!r} is no indicator's name: "
                "see goldenthread indicators"
            )
        _year(entry.year, f"{file.name}, target {number}")
    return tuple(Target(entry, file.name, number) for number, entry in enumerate(entries, start=1))


def _year(text: str, where: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise GoldenThreadError(f"{where}: {error}") from error
