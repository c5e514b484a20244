"""One number with everything needed to trust it: the cell of the figure book.

A Figure is what is known. It is not what may be shown: only ``disclosure`` turns it into a
``Released`` value.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from goldenthread.nouns.area import Area
from goldenthread.nouns.breakdown import Breakdown
from goldenthread.nouns.period import Period
from goldenthread.nouns.symbol import Symbol
from goldenthread.nouns.unit import Unit


class Status(StrEnum):
    """How settled a figure is."""

    FORECAST = "forecast"
    PROVISIONAL = "provisional"
    FINAL = "final"


class Quality(StrEnum):
    """How far a figure can be leaned on; the note beside it says why."""

    GOOD = "good"
    CAUTION = "caution"
    POOR = "poor"


class Sensitivity(StrEnum):
    """Whom a small count could give away; the disclosure rule of the source acts on it."""

    CHILDREN = "children"
    WORKFORCE = "workforce"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Thread:
    """Where a number came from, so that anyone can go back and look.

    ``source`` names the dataset (``c4`` of children in need, or a partnership's table),
    ``file`` and ``digest`` the very file, ``locator`` the row and column or sheet and cell,
    ``definition`` the version of the definition it was counted by, ``vintage`` the release,
    ``known_since`` the day it could first be known. A computed number has ``inputs`` (the ids of
    the figures it was worked out from) and a ``calculation`` in words.
    """

    source: str
    locator: str = ""
    file: str = ""
    digest: str = ""
    definition: str = ""
    vintage: str = ""
    known_since: date | None = None
    calculation: str = ""
    inputs: tuple[str, ...] = ()

    @property
    def computed(self) -> bool:
        """True for a number worked out here, False for one taken as published."""
        return bool(self.calculation)


@dataclass(frozen=True, slots=True, order=True)
class FigureKey:
    """What a figure is about; two figures with one key are two values of one thing."""

    indicator: str
    unit: Unit
    area: str
    period: Period
    breakdown: Breakdown = field(default_factory=Breakdown)

    @classmethod
    def parse(cls, text: str) -> "FigureKey":
        """Read the written form; raises ValueError where it is none.

        >>> str(FigureKey.parse("referrals|count|821|2023-24|source=Police"))
        'referrals|count|821|2023-24|source=Police'
        """
        parts = [part.strip() for part in text.split("|")]
        if not 4 <= len(parts) <= 5 or not all(parts[:4]):
            raise ValueError(f"a figure is written indicator|unit|area|period, not {text!r}")
        indicator, unit, area, period = parts[:4]
        breakdown = Breakdown.parse(parts[4] if len(parts) == 5 else "")
        return cls(indicator, Unit(unit), area, Period.parse(period), breakdown)

    def __str__(self) -> str:
        parts = [self.indicator, self.unit.value, self.area, self.period.code]
        return "|".join([*parts, str(self.breakdown)] if self.breakdown else parts)


@dataclass(frozen=True)  # without slots, so that its name is worked out once and kept
class Figure:
    """One value (or the symbol in its place) of one thing, from one source.

    ``value`` is in ``unit`` to ``decimals`` places. ``numerator`` and ``denominator`` are counts
    where they are known; ``denominator_vintage`` names the population estimate used, or the
    release the counts are printed in where that is not the figure's own.
    """

    indicator: str
    unit: Unit
    area: Area
    period: Period
    thread: Thread
    value: Decimal | None = None
    symbol: Symbol | None = None
    breakdown: Breakdown = field(default_factory=Breakdown)
    decimals: int = 0
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    denominator_vintage: str = ""
    status: Status = Status.FINAL
    quality: Quality = Quality.GOOD
    quality_note: str = ""
    sensitivity: Sensitivity = Sensitivity.CHILDREN

    def __post_init__(self) -> None:
        if (self.value is None) == (self.symbol is None):
            raise ValueError(f"{self.key}: a figure has either a value or a symbol")

    @property
    def key(self) -> FigureKey:
        """What it is about, without where it came from."""
        return FigureKey(self.indicator, self.unit, self.area.code, self.period, self.breakdown)

    @cached_property
    def id(self) -> str:
        """A short stable name: the same figure from the same source and release, always."""
        thread = self.thread
        basis = (str(self.key), thread.source, thread.vintage, thread.locator, *thread.inputs)
        return sha256("\n".join(basis).encode()).hexdigest()[:12]

    @property
    def known(self) -> bool:
        """True where there is a value."""
        return self.value is not None

    @property
    def why_unknown(self) -> str:
        """Why there is no value, in a phrase; nothing where there is one."""
        if self.symbol is None:
            return ""
        if self.symbol is Symbol.CONFIDENTIAL and self.thread.computed and self.thread.locator:
            return "not worked out, because the source withholds a part of it"
        return self.symbol.meaning

    def with_symbol(self, symbol: Symbol) -> "Figure":
        """The same figure with its value, and what would give it away, taken out.

        A calculation in words names the very numbers it was worked from, so it goes too.
        """
        thread = self.thread
        if thread.computed:
            thread = replace(thread, calculation="withheld with the value")
        return replace(
            self, value=None, symbol=symbol, numerator=None, denominator=None, thread=thread
        )
