"""Values that belong together, each with its label, and what can be said of their order."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from goldenthread.claims.dates.moments import Grain, Moment
from goldenthread.claims.intervals import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One value: ``label`` and ``printed`` as they stand, ``moment`` where the label is a time."""

    label: str
    printed: str
    interval: Interval
    moment: Moment | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Points in the order printed. ``name`` is what they measure, as far as it is said."""

    name: str
    points: tuple[Point, ...]

    @property
    def in_time(self) -> bool:
        """Whether every point has its time, and the times run forwards."""
        moments = [point.moment for point in self.points]
        if any(moment is None for moment in moments):
            return False
        return forwards([moment for moment in moments if moment])


def forwards(moments: Sequence[Moment]) -> bool:
    """Whether each moment comes after the one before; months without a year within one year."""
    if all(each.grain is Grain.MONTH and not each.year for each in moments):
        steps = [(b.month - a.month) % 12 for a, b in pairwise(moments)]
        return all(steps) and sum(steps) < 12
    keys = [when(moment) for moment in moments]
    return all(a < b for a, b in pairwise(keys))


def when(moment: Moment) -> tuple[int, int, int, int]:
    """A key that puts moments in order; months without a year run from April to March."""
    month = moment.month
    if moment.grain is Grain.MONTH and not moment.year and month:
        month = (month - 4) % 12
    return moment.year, month, moment.day, moment.quarter


class Way(StrEnum):
    """Which end of the order a word names; ``EITHER`` is best or worst, as the measure has it."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    EITHER = "best or worst"


class Truth(StrEnum):
    """What the values printed say to a claim."""

    HOLDS = "holds"
    TIED = "tied"
    UNSURE = "unsure"
    FAILS = "fails"


def place_of(points: Sequence[Point], one: int, way: Way, rank: int = 1) -> Truth:
    """Whether the point at ``one`` is the ``rank``-th highest (or lowest) of the points."""
    if way is Way.EITHER:
        both = (place_of(points, one, Way.HIGHEST, rank), place_of(points, one, Way.LOWEST, rank))
        return next(truth for truth in Truth if truth in both)
    mine = points[one].interval
    ahead = level = 0
    tied = False
    for place, other in enumerate(points):
        if place == one:
            continue
        theirs = other.interval
        if beyond(theirs, mine) if way is Way.HIGHEST else beyond(mine, theirs):
            ahead += 1
        elif theirs.meets(mine):
            level += 1
            tied = tied or (theirs == mine and points[one].exact and other.exact)
    if ahead > rank - 1 or ahead + level < rank - 1:
        return Truth.FAILS
    if tied:
        return Truth.TIED
    return Truth.UNSURE if level else Truth.HOLDS


def beyond(one: Interval, other: Interval) -> bool:
    """Whether the first is surely above the second.

    97% and 96% meet in 96.5 alone, and whoever rounds that up or down does so for both.
    """
    return one.low >= other.high and one.high > other.high


def in_order(points: Sequence[Point], way: Way) -> list[Point]:
    """The points from the highest (or lowest)."""
    return sorted(points, key=lambda each: each.interval.low, reverse=way is not Way.LOWEST)
