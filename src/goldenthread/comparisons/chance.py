"""Whether a difference is more than chance would give, for percentages, rates and counts.

The children of one year are not a sample drawn from somewhere; the question is whether the same
underlying risk could well have given both numbers. Where a source prints no counts behind its
percentage the answer is not known, and None.
"""

from dataclasses import dataclass
from math import inf, sqrt
from statistics import NormalDist

from goldenthread.comparisons.model import Chance
from goldenthread.nouns import Figure, PeriodKind, Sensitivity, Unit

# How sure an interval is meant to be. The usual choice in public health and in official
# statistics; one comparison in twenty is then called a difference where there is none.
CONFIDENCE = 0.95

# How many times the plain variance counts of children have, because brothers and sisters are
# referred, assessed and planned for together. Were whole families always counted together it
# would be the mean of squared family size over mean family size: about 2.1 for families with
# one (45%), two (41%) and three or more (14%) dependent children. Confirm: from national family
# sizes and not measured on safeguarding records, where larger families are commoner but not
# every child of a family is counted.
FAMILY_CLUSTERING = 2.0

PROPORTIONS = "Newcombe’s hybrid score interval for a difference of two proportions"
RATES = "score interval for the ratio of two rates, on the sum of both counts"


@dataclass(frozen=True, slots=True)
class Interval:
    """From where to where a true value may well lie; ``high`` may be infinite for a ratio."""

    low: float
    high: float

    def excludes(self, value: float) -> bool:
        """True where ``value`` lies outside."""
        return not self.low <= value <= self.high


def wilson(count: float, of: float, confidence: float = CONFIDENCE) -> Interval:
    """The score interval of one proportion (Wilson 1927); ``of`` must be above zero."""
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = count / of
    middle = share + z * z / (2 * of)
    reach = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    base = 1 + z * z / of
    # At the very ends the formula is exact on paper and one bit out in floating point.
    low = 0.0 if count <= 0 else max(0.0, (middle - reach) / base)
    high = 1.0 if count >= of else min(1.0, (middle + reach) / base)
    return Interval(low, high)


def difference_of_proportions(
    count: float,
    of: float,
    other_count: float,
    other_of: float,
    *,
    confidence: float = CONFIDENCE,
    clustering: float = FAMILY_CLUSTERING,
) -> Interval:
    """The first proportion less the other (Newcombe 1998, method 10), as fractions of one.

    ``clustering`` divides counts and bases alike: the interval of that many fewer children.
    """
    first = wilson(count / clustering, of / clustering, confidence)
    other = wilson(other_count / clustering, other_of / clustering, confidence)
    share, other_share = count / of, other_count / other_of
    gap = share - other_share
    below = sqrt((share - first.low) ** 2 + (other.high - other_share) ** 2)
    above = sqrt((first.high - share) ** 2 + (other_share - other.low) ** 2)
    return Interval(gap - below, gap + above)


def ratio_of_rates(
    count: float,
    base: float,
    other_count: float,
    other_base: float,
    *,
    confidence: float = CONFIDENCE,
    clustering: float = FAMILY_CLUSTERING,
) -> Interval:
    """The first rate over the other (Graham, Mengersen and Morton 2003), zero counts included.

    Given their sum, the first count is a share of it, binomial with a chance set by the two
    bases; the score interval of that share is turned back into a ratio of rates.
    """
    both = (count + other_count) / clustering
    if both == 0:
        return Interval(0.0, inf)
    share = wilson(count / clustering, both, confidence)
    scale = other_base / base
    high = inf if share.high >= 1.0 else scale * share.high / (1 - share.high)
    return Interval(scale * share.low / (1 - share.low) if share.low < 1.0 else inf, high)


def clustering_of(figure: Figure) -> float:
    """The variance counts of this kind are taken to have: children come in families, staff not."""
    return FAMILY_CLUSTERING if figure.sensitivity is Sensitivity.CHILDREN else 1.0


def chance(
    first: Figure,
    other: Figure,
    *,
    confidence: float = CONFIDENCE,
    clustering: float | None = None,
) -> Chance | None:
    """Whether two values of one indicator differ by more than chance; None where not known.

    Percentages and rates need the counts behind both. Two counts are compared as counts over
    periods of equal length, so only for one area; estimates of whole populations not at all.
    """
    spread = clustering_of(first) if clustering is None else clustering
    if first.unit is not other.unit or not first.known or not other.known:
        return None
    if first.unit is Unit.COUNT:
        if first.area.code != other.area.code or first.period.kind is PeriodKind.MID_YEAR:
            return None
        ones = (float(first.value or 0), 1.0), (float(other.value or 0), 1.0)
        return of_counts(Unit.RATE_PER_10000, *ones, confidence=confidence, clustering=spread)
    counts, other_counts = counts_of(first), counts_of(other)
    if counts is None or other_counts is None:
        return None
    return of_counts(first.unit, counts, other_counts, confidence=confidence, clustering=spread)


def counts_of(figure: Figure) -> tuple[float, float] | None:
    """The counts above and below the line, or None where the source gives no such pair.

    Where it prints a percentage to a decimal and what it is of, the count above is taken from the
    two: near enough to judge by, though it may be some children out, and never printed.
    """
    if not figure.denominator:
        return None
    below = float(figure.denominator)
    if figure.numerator is not None:
        return float(figure.numerator), below
    if figure.unit is Unit.PERCENT and figure.value is not None and figure.decimals > 0:
        return float(figure.value) * below / 100, below
    return None


def of_counts(
    unit: Unit,
    counts: tuple[float, float],
    other: tuple[float, float],
    *,
    confidence: float = CONFIDENCE,
    clustering: float = FAMILY_CLUSTERING,
) -> Chance | None:
    """As ``chance``, from a count and its base on each side; None for other units."""
    if min(*counts, *other) < 0:
        return None
    if unit is Unit.PERCENT and counts[0] <= counts[1] and other[0] <= other[1]:
        gap = difference_of_proportions(
            *counts, *other, confidence=confidence, clustering=clustering
        )
        return Chance(gap.excludes(0.0), PROPORTIONS, confidence, clustering)
    if unit is Unit.RATE_PER_10000:
        ratio = ratio_of_rates(*counts, *other, confidence=confidence, clustering=clustering)
        return Chance(ratio.excludes(1.0), RATES, confidence, clustering)
    return None
