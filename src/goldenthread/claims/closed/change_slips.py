"""The known slips of a change: reckoned on the wrong base, points as per cent, a digit wrong."""

from collections.abc import Iterable
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.printed import number
from goldenthread.claims.language.slip import figures_of, slip_of

_HUNDRED = 100
# So many times what the two make, or so little of it, a size may be and still be meant of them.
_NEAR = Fraction(8, 5)


def made_by(stated: Quantity, before: Quantity, after: Quantity) -> Fraction:
    """The change of two levels in the manner the size is told in: in per cent, or as it is."""
    difference = abs(after.value - before.value)
    if stated.measure is Measure.PERCENT:
        return difference / before.value * _HUNDRED
    if stated.measure is Measure.TIMES:
        return difference / before.value
    return difference


def is_near(stated: Quantity, before: Quantity, after: Quantity) -> bool:
    """Whether a size comes near what the two make."""
    low, high = sorted((abs(stated.value), made_by(stated, before, after)))
    return 0 < low and high <= low * _NEAR


def is_slip(
    stated: Quantity, before: Quantity, after: Quantity, others: Iterable[Quantity] = ()
) -> bool:
    """Whether a size is just what a known slip would make of the two levels.

    ``others`` are further levels of their sort, one of which may have been taken for the base.
    """
    told = Interval.rounded(abs(stated.value), stated.decimals)
    difference = abs(after.value - before.value)
    if stated.measure is Measure.PERCENT:
        wrong = [difference / after.value * _HUNDRED, after.value / before.value * _HUNDRED]
        wrong += [abs(after.value - each.value) / each.value * _HUNDRED for each in others if each.value]
        if before.measure is Measure.PERCENT or difference >= _HUNDRED / 10:
            wrong.append(difference)
        if any(told.meets(Interval.exactly(each)) for each in wrong):
            return True
    if stated.measure is Measure.POINTS and told.meets(
        Interval.exactly(difference / before.value * _HUNDRED)
    ):
        return True
    right = figures_of(number(made_by(stated, before, after), stated.decimals))
    figures = figures_of(stated.text)
    return len(right) == len(figures) > 1 and slip_of(right, figures) is not None
