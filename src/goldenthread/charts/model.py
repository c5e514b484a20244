"""What a chart is: its kind, its released values, its table and its words, always together.

Drawing is elsewhere; nothing here knows of a file format. Every mark is a ``Released`` value, so
that the picture, the table under it and the sentence beside it can only say one thing.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from goldenthread.disclosure import Released
from goldenthread.nouns import Unit


class ChartKind(StrEnum):
    """The kinds of picture there are."""

    YEARS = "multi-year lines with the neighbours’ band"
    MONTHS = "monthly line with its limits"
    NEIGHBOURS = "neighbours compared"
    RANKED = "ranked categories, with entries and exits"
    GRID = "months by category, highest and lowest marked"
    STACKED = "stacked outcomes"
    SMALL_MULTIPLES = "small multiples"


@dataclass(frozen=True, slots=True)
class Point:
    """One mark: where it stands along the axis, and its value."""

    label: str
    released: Released


@dataclass(frozen=True, slots=True)
class Series:
    """One line, bar set or stack segment. ``emphasis`` is for the area the report is about."""

    name: str
    points: tuple[Point, ...]
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A lower and an upper series between which an area is shaded (neighbours, limits)."""

    name: str
    lower: tuple[Point, ...]
    upper: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class BreakMark:
    """A place on the axis across which nothing may be compared, and why.

    ``label`` is the first axis label after the break.
    """

    label: str
    when: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart ready to be drawn.

    ``title`` says what it shows in words of fact; ``description`` is the text alternative, one to
    three sentences; ``labels`` the axis, in order, the same for every series.

    ``entered`` and ``left`` belong to ranked categories: those that came into the ranking since
    last year, and those that went out of it. They are told, never guessed from a missing point.
    ``same_scale`` belongs to small multiples: one scale for every panel. ``from_zero`` may be
    turned off for lines of percentages and rates only; the picture then says so.
    """

    kind: ChartKind
    title: str
    description: str
    unit: Unit
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    band: Band | None = None
    breaks: tuple[BreakMark, ...] = ()
    label_heading: str = "Year"
    notes: tuple[str, ...] = field(default=())
    entered: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    same_scale: bool = True
    from_zero: bool = True
