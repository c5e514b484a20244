"""What a figure means beside others: the results of comparing, with no rule of how in them.

Every number worked out here (a difference, a mean, a rank) is itself a ``Figure`` whose thread
names its inputs and its calculation, so it can be declared, released and traced like any other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.indicators.definition import Polarity
from goldenthread.nouns import Break, Figure, NeighbourSet


class Direction(StrEnum):
    """Which way a figure went, or stands."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


class Judgement(StrEnum):
    """What the direction means, given the indicator's polarity."""

    BETTER = "better"
    WORSE = "worse"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Why a comparison cannot be made, in one sentence fit for a reader."""

    reason: str


@dataclass(frozen=True, slots=True)
class Chance:
    """Whether a difference is more than chance would give, and by which method.

    ``clustering`` is how many times the variance of plain chance the counts were taken to have.
    """

    beyond: bool
    method: str
    confidence: float
    clustering: float = 1.0


@dataclass(frozen=True, slots=True)
class Change:
    """From one period to a later one, of one indicator in one area from one source and vintage.

    ``difference`` is in the figure's own unit (percentage points for a percentage);
    ``relative`` is the percentage change, for counts and rates only. ``across`` is the break
    that lies between the two, where one does: then nothing is said to have risen or fallen, both
    differences are None and the judgement is NEITHER, whatever the two numbers are.
    """

    earlier: Figure
    later: Figure
    difference: Figure | None
    relative: Figure | None
    direction: Direction
    judgement: Judgement
    chance: Chance | None
    across: Break | None = None


class ComparatorKind(StrEnum):
    """Against whom."""

    ENGLAND = "England"
    REGION = "region"
    NEIGHBOURS_MEAN = "statistical neighbours’ mean"
    NEIGHBOURS_MEDIAN = "statistical neighbours’ median"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Comparator:
    """The same thing elsewhere in the same period, from the same source and vintage."""

    kind: ComparatorKind
    name: str
    figure: Figure
    direction: Direction
    judgement: Judgement
    chance: Chance | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The neighbours' own figures with their mean and median; withheld ones are left out.

    ``missing`` counts the members with no value, and is said wherever the mean is. ``earlier``
    holds members' figures of the year before, to judge a change by; they are not printed.
    """

    set: NeighbourSet
    members: tuple[Figure, ...]
    mean: Figure | None
    median: Figure | None
    missing: int
    earlier: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator for one area in one period, beside everything it may be compared with.

    ``figure`` is in the indicator's ``compared_by`` unit and ``count`` the number behind it,
    where there is one. ``series`` and ``count_series`` run from the earliest to ``figure``'s
    period, one source and vintage; ``england_series``, ``region_series`` and the neighbours'
    lowest and highest values run beside it, those they were taken from being ``behind`` them.
    ``not_known`` says, in sentences, what could not be
    compared and why. ``polarity`` is the indicator's.
    """

    figure: Figure
    count: Figure | None = None
    series: tuple[Figure, ...] = ()
    count_series: tuple[Figure, ...] = ()
    england_series: tuple[Figure, ...] = ()
    region_series: tuple[Figure, ...] = ()
    neighbour_low_series: tuple[Figure, ...] = ()
    neighbour_high_series: tuple[Figure, ...] = ()
    behind: tuple[Figure, ...] = ()
    change: Change | None = None
    count_change: Change | None = None
    comparators: tuple[Comparator, ...] = ()
    neighbours: Neighbours | None = None
    rank: Figure | None = None
    rank_of: int = 0
    breaks: tuple[Break, ...] = ()
    not_known: tuple[str, ...] = ()
    polarity: Polarity = Polarity.NEUTRAL

    def comparator(self, kind: ComparatorKind) -> Comparator | None:
        """The comparator of that kind, or None."""
        return next((c for c in self.comparators if c.kind is kind), None)

    def figures(self) -> Iterator[Figure]:
        """Every figure in it, so that a report can declare them all."""
        yield self.figure
        optional = [self.count, self.rank]
        for change in (self.change, self.count_change):
            if change:
                optional += [change.earlier, change.later, change.difference, change.relative]
        if self.neighbours:
            optional += [*self.neighbours.members, self.neighbours.mean, self.neighbours.median]
        optional += [comparator.figure for comparator in self.comparators]
        for series in (
            self.series,
            self.count_series,
            self.england_series,
            self.region_series,
            self.neighbour_low_series,
            self.neighbour_high_series,
            self.behind,
        ):
            optional += series
        yield from (figure for figure in optional if figure)


class Unusual(StrEnum):
    """Why an outlier stands out."""

    UNWANTED = "in the unwanted direction"
    UNUSUAL = "unusual"


@dataclass(frozen=True, slots=True)
class Outlier:
    """A figure far from its neighbours, or changed far more than most.

    ``score`` ranks it (larger is further out); ``reason`` says in a sentence's end what stands
    out. It must appear in the report, or be dismissed there with a reason.
    """

    comparison: Comparison
    why: Unusual
    by: str
    score: float
    reason: str
