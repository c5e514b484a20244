"""Month by month: the limits of ordinary variation (an XmR chart), and each month a year before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from goldenthread.comparisons.change import change
from goldenthread.comparisons.derived import derive, value_of
from goldenthread.comparisons.model import Change, NotKnown
from goldenthread.indicators.definition import Indicator
from goldenthread.nouns import Break, Breakdown, Figure, Unit

# Limits worked from fewer points move too much with each new one to judge a month by.
LEAST_POINTS = 12

# Three standard deviations, in mean moving ranges of two: 3 over 1.128, as tables of control
# charts print it.
RANGES = Decimal("2.66")

# So many points in a row on one side of the average would come by chance about once in 128.
RUN = 8

Labelled = Sequence[tuple[str, Figure]]


@dataclass(frozen=True, slots=True)
class Run:
    """``RUN`` or more months in a row on one side of the average, by their labels."""

    labels: tuple[str, ...]
    above: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """The average of the months and the limits that ordinary variation keeps within.

    ``outside`` holds the ids of the months beyond a limit.
    """

    points: tuple[tuple[str, Figure], ...]
    centre: Figure
    lower: Figure
    upper: Figure
    outside: tuple[str, ...]
    runs: tuple[Run, ...]

    def figures(self) -> Iterator[Figure]:
        """The three figures worked out, so that a report can declare them."""
        yield from (self.centre, self.lower, self.upper)


def monthly_limits(points: Labelled) -> Limits | None:
    """The limits for months in order of time, or None where fewer than ``LEAST_POINTS`` have one.

    ``points`` are labels with figures of one indicator, unit and area; a month without a value
    is left out and no range is taken across it. A count's lower limit is not below zero.
    """
    known = [(label, figure) for label, figure in points if figure.known]
    if len(known) < LEAST_POINTS:
        return None
    ranges = [
        abs(value_of(later) - value_of(earlier))
        for (_, earlier), (_, later) in pairwise(points)
        if earlier.known and later.known
    ]
    if not ranges:
        return None
    figures = [figure for _, figure in known]
    ids = tuple(figure.id for figure in figures)
    average = sum((Fraction(value_of(each)) for each in figures), Fraction(0)) / len(figures)
    reach = Fraction(RANGES) * Fraction(sum(ranges)) / len(ranges)
    floor = max(average - reach, Fraction(0)) if figures[0].unit is Unit.COUNT else average - reach
    summed = f"mean of {len(figures)} months, {known[0][0]} to {known[-1][0]}"
    moving = f"{RANGES} times the mean of {len(ranges)} ranges from month to month"

    def line(value: Fraction, name: str, calculation: str) -> Figure:
        return derive(
            figures,
            value,
            unit=figures[0].unit,
            decimals=max(1, *(figure.decimals for figure in figures)),
            calculation=calculation,
            statistic=name,
            about=figures[-1],
            breakdown=_without_month(figures),
            input_ids=ids,
        )

    return Limits(
        points=tuple(points),
        centre=line(average, "monthly average", summed),
        lower=line(floor, "lower limit", f"{summed}, less {moving}"),
        upper=line(average + reach, "upper limit", f"{summed}, and {moving}"),
        outside=tuple(
            figure.id for figure in figures if abs(Fraction(value_of(figure)) - average) > reach
        ),
        runs=tuple(_runs(known, average)),
    )


def year_before(
    points: Labelled,
    before: Mapping[str, Figure],
    indicator: Indicator,
    breaks: Iterable[Break] = (),
) -> tuple[tuple[str, Change | NotKnown], ...]:
    """Each month beside the same month a year before, by label: a season is not a trend."""
    given = tuple(breaks)
    return tuple(
        (label, change(before[label], figure, indicator, given))
        if label in before
        else (label, NotKnown(f"No figure for {label} of the year before is in the data."))
        for label, figure in points
    )


def _without_month(figures: Sequence[Figure]) -> Breakdown:
    """What all the points have in common: what the average of them is about."""
    common = set(figures[0].breakdown.parts)
    for figure in figures[1:]:
        common &= set(figure.breakdown.parts)
    return Breakdown(tuple(sorted(common)))


def _runs(known: Labelled, average: Fraction) -> Iterator[Run]:
    """The longest runs on one side; a month on the average itself ends a run."""
    labels: list[str] = []
    side = 0
    for label, figure in known:
        value = Fraction(value_of(figure))
        now = (value > average) - (value < average)
        if now != side:
            if side and len(labels) >= RUN:
                yield Run(tuple(labels), above=side > 0)
            labels, side = [], now
        labels.append(label)
    if side and len(labels) >= RUN:
        yield Run(tuple(labels), above=side > 0)
