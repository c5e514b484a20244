"""What stands out: far from its statistical neighbours, or changed far more than is usual.

Distances are counted in the spread of the others, by the median and the median absolute
deviation, so that one far-off neighbour neither hides another nor is hidden by it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from goldenthread.comparisons.chance import clustering_of, counts_of, of_counts
from goldenthread.comparisons.derived import value_of
from goldenthread.comparisons.model import ComparatorKind, Comparison, Direction, Outlier, Unusual
from goldenthread.comparisons.neighbours import MINIMUM_MEMBERS
from goldenthread.indicators.definition import Polarity
from goldenthread.nouns import Figure, Unit
from goldenthread.nouns.breaks import between

# Makes a median absolute deviation as large as a standard deviation where the spread is normal.
NORMAL_SPREAD = 1.4826

# So many spreads out is far by itself. One in four hundred of a normal spread lies so far out,
# but over all councils and all measures of the Local Authority Interactive Tool for 2024 it was
# one in twenty, as councils differ by more than a normal spread.
FAR = 3.0

# Enough where it is also beyond every neighbour, or a greater change than any before: being the
# most extreme of eleven happens to every council for two measures in eleven, so it takes both.
FAR_AT_THE_END = 1.5

# A spread is taken to be no smaller than this, or ten neighbours that all print 97 would make 98
# an outlier: a share of the median, and a step that a reader would call a difference at all.
LEAST_SHARE = 0.05
LEAST_STEP = {Unit.PERCENT: 1.0, Unit.RATE_PER_10000: 1.0}

# A change is judged against at least so many others (the area's own of earlier years and its
# neighbours' of this one), and called its greatest only after so many of its own.
LEAST_CHANGES = 8
LEAST_OWN_CHANGES = 4

DISTANCE = "distance from its statistical neighbours"
CHANGE = "change on the year before"


@dataclass(frozen=True, slots=True)
class _Finding:
    by: str
    score: float
    reason: str


def spreads_out(value: float, others: Sequence[float], least: float) -> float:
    """How many spreads ``value`` lies above (or below: negative) the median of ``others``.

    ``least`` is the smallest spread to count in. Raises ValueError where there are no others.
    """
    if not others:
        raise ValueError("a distance needs others to be distant from")
    middle = median(others)
    deviation = median(abs(other - middle) for other in others)
    return (value - middle) / max(NORMAL_SPREAD * deviation, least)


def step(earlier: Figure, later: Figure) -> float:
    """How far a figure moved: in points for a percentage, else over the middle of the two values.

    Over the middle, a doubling and a halving are equally far, and nothing is divided by zero.
    """
    before, after = float(value_of(earlier)), float(value_of(later))
    if later.unit is Unit.PERCENT:
        return after - before
    both = abs(before) + abs(after)
    return 2 * (after - before) / both if both else 0.0


def outliers(comparisons: Iterable[Comparison]) -> tuple[Outlier, ...]:
    """What stands out among the comparisons, the furthest out first.

    One for each comparison at most. Where the polarity is known only the unwanted direction
    counts; where it is neutral either way is unusual. A distance or change that chance could
    well give, where that is known, does not stand out.
    """
    found = []
    for comparison in comparisons:
        findings = [each for each in (_distance(comparison), _change(comparison)) if each]
        if findings:
            findings.sort(key=lambda each: -each.score)
            neutral = comparison.polarity is Polarity.NEUTRAL
            found.append(
                Outlier(
                    comparison=comparison,
                    why=Unusual.UNUSUAL if neutral else Unusual.UNWANTED,
                    by=" and ".join(each.by for each in findings),
                    score=findings[0].score,
                    reason=", and ".join(each.reason for each in findings),
                )
            )
    return tuple(sorted(found, key=lambda each: (-each.score, str(each.comparison.figure.key))))


def _distance(comparison: Comparison) -> _Finding | None:
    beside = comparison.neighbours
    figure = comparison.figure
    if not figure.known or beside is None or len(beside.members) < MINIMUM_MEMBERS:
        return None
    value = float(value_of(figure))
    others = [float(value_of(member)) for member in beside.members]
    score = spreads_out(value, others, _least(figure, others))
    beyond_all = value > max(others) if score > 0 else value < min(others)
    if not _far(score, at_the_end=beyond_all) or _wanted(score, comparison.polarity):
        return None
    if _chance_gives(figure, beside.members):
        return None
    side = "above" if score > 0 else "below"
    opening = f"{side} every one of" if beyond_all else f"far {side}"
    england = comparison.comparator(ComparatorKind.ENGLAND)
    same_side = england and england.direction is (Direction.UP if score > 0 else Direction.DOWN)
    ending = f", and {side} England" if same_side else ""
    those = " with a value" if beside.missing and beyond_all else ""
    reason = f"{opening} its statistical neighbours{those}{ending}"
    return _Finding(DISTANCE, abs(score), reason)


def _change(comparison: Comparison) -> _Finding | None:
    change = comparison.change
    if change is None or change.across or (change.chance and not change.chance.beyond):
        return None
    own = list(_own_steps(comparison))
    others = own + list(_neighbours_steps(comparison))
    moved = step(change.earlier, change.later)
    if len(others) < LEAST_CHANGES:
        return None
    least = LEAST_STEP[Unit.PERCENT] if change.later.unit is Unit.PERCENT else LEAST_SHARE
    score = spreads_out(moved, others, least)
    if moved * score <= 0:  # a rise that is small beside everyone's rise is not a fall
        return None
    greatest = all(moved > each if score > 0 else moved < each for each in own)
    greatest = greatest and len(own) >= LEAST_OWN_CHANGES
    if not _far(score, at_the_end=greatest) or _wanted(score, comparison.polarity):
        return None
    way = "rise" if score > 0 else "fall"
    reason = (
        f"a greater {way} than in any earlier year known"
        if greatest
        else f"a far greater {way} than is usual here or among its statistical neighbours"
    )
    return _Finding(CHANGE, abs(score), reason)


def _far(score: float, *, at_the_end: bool) -> bool:
    return abs(score) >= (FAR_AT_THE_END if at_the_end else FAR)


def _wanted(score: float, polarity: Polarity) -> bool:
    if polarity is Polarity.NEUTRAL:
        return False
    return (score > 0) is (polarity is Polarity.HIGH_IS_BETTER)


def _least(figure: Figure, others: Sequence[float]) -> float:
    smallest = LEAST_STEP.get(figure.unit, 10.0**-figure.decimals)
    return max(LEAST_SHARE * abs(median(others)), smallest)


def _chance_gives(figure: Figure, members: Sequence[Figure]) -> bool:
    """True where the counts are known and the gap from the neighbours together may be chance."""
    own = counts_of(figure)
    theirs = [counts_of(member) for member in members]
    known = [each for each in theirs if each]
    if own is None or len(known) < len(members):
        return False
    together = sum(count for count, _ in known), sum(base for _, base in known)
    found = of_counts(figure.unit, own, together, clustering=clustering_of(figure))
    return found is not None and not found.beyond


def _own_steps(comparison: Comparison) -> Iterator[float]:
    """The area's own changes of earlier years, none of them across a break or a gap."""
    for earlier, later in pairwise(comparison.series[:-1]):
        broken = between(
            earlier.period,
            later.period,
            indicator=later.indicator,
            area=later.area.code,
            breaks=comparison.breaks,
        )
        if earlier.known and later.known and not broken and earlier.period == later.period.back(1):
            yield step(earlier, later)


def _neighbours_steps(comparison: Comparison) -> Iterator[float]:
    if comparison.neighbours is None:
        return
    before = {each.area.code: each for each in comparison.neighbours.earlier}
    for member in comparison.neighbours.members:
        earlier = before.get(member.area.code)
        if earlier:
            yield step(earlier, member)
