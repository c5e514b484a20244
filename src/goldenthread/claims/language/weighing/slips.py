"""How near a size comes to what two numbers make, and whether it is a known slip of theirs."""

from collections.abc import Iterator
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.assertions.assignment import wanted
from goldenthread.claims.language.assertions.model import Role
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import Skeleton
from goldenthread.claims.language.weighing.candidates import Candidate

_STEPS = (Fraction(21, 20), Fraction(5, 4), Fraction(8, 5), Fraction(5, 2), Fraction(5))


def near(skeleton: Skeleton, candidate: Candidate) -> str:
    """So many times the nearest value that the two make, or so small a part of it, in steps."""
    told = _told(skeleton, candidate)
    made = [value for value in _right(skeleton, candidate) if value > 0]
    if not made or told <= 0:
        return "none"
    ratio = min(max(told / each, each / told) for each in made)
    return next((f"{float(step):.2f}" for step in _STEPS if ratio <= step), "far")


def slip(skeleton: Skeleton, candidate: Candidate) -> str:
    """The name of the slip that makes the size of the two numbers; "" where none does."""
    want = wanted(skeleton, candidate.stated)
    for name, value in _slips(skeleton, candidate):
        if want.meets(Interval.exactly(value)):
            return name
    size = skeleton.quantities[candidate.stated.place]
    if size.measure is Measure.TIMES:
        return ""
    for value in _right(skeleton, candidate):
        scaled = value * 100 if size.measure is Measure.PERCENT else value
        if _one_digit_apart(abs(size.value), scaled, size.decimals):
            return "digit"
    return ""


def _told(skeleton: Skeleton, candidate: Candidate) -> Fraction:
    size = skeleton.quantities[candidate.stated.place]
    return abs(size.value) / 100 if size.measure is Measure.PERCENT else abs(size.value)


def _ends(skeleton: Skeleton, candidate: Candidate) -> tuple[Fraction, Fraction]:
    values = sorted(skeleton.quantities[each].value for each in (candidate.one, candidate.other))
    return values[0], values[1]


def _right(skeleton: Skeleton, candidate: Candidate) -> Iterator[Fraction]:
    """What the two make by the sort of size: shares, changes up or down, multiples, differences."""
    low, high = _ends(skeleton, candidate)
    stated = candidate.stated
    measure = skeleton.quantities[stated.place].measure
    if measure not in (Measure.PERCENT, Measure.TIMES):
        yield high - low
    elif stated.role is Role.SHARE:
        yield low / high
    elif stated.role is Role.MULTIPLE:
        yield high / low
    else:
        if stated.sign >= 0:
            yield high / low - 1
        if stated.sign <= 0:
            yield 1 - low / high


def _slips(skeleton: Skeleton, candidate: Candidate) -> Iterator[tuple[str, Fraction]]:
    """What people reckon by mistake: the other base, points for per cent, what is left."""
    low, high = _ends(skeleton, candidate)
    stated = candidate.stated
    size = skeleton.quantities[stated.place]
    share = skeleton.quantities[candidate.one].measure is Measure.PERCENT
    if size.measure is Measure.POINTS:
        yield "per cent", (high - low) / low * 100
        yield "per cent", (high - low) / high * 100
        return
    if size.measure not in (Measure.PERCENT, Measure.TIMES):
        yield "sum", high + low
        yield "ten", (high - low) * 10
        yield "ten", (high - low) / 10
        return
    if share:
        yield "points", (high - low) / 100
    if stated.role is Role.SHARE:
        yield "left", 1 - low / high
        yield "added", low / (low + high)
        yield "of the rest", low / (high - low)
        yield "turned", high / low / 100
    else:
        yield "base", high / low - 1
        yield "base", 1 - low / high
        yield "ratio", low / high
        yield "ratio", high / low
        yield "difference", (high - low) / 100
    for value in list(_right(skeleton, candidate)):
        yield "ten", value * 10
        yield "ten", value / 10


def _one_digit_apart(told: Fraction, made: Fraction, decimals: int) -> bool:
    """Whether one digit is another, is missing, or has changed places with the next."""
    places = max(decimals, 0)
    one, other = (str(round(each * 10**places)) for each in (told, made))
    if one == other or max(len(one), len(other)) < 2:
        return False
    if len(one) == len(other):
        apart = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(apart) == 1:
            return True
        return len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(one) == sorted(other)
    return False
