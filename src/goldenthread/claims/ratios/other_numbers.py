"""Whether a share in words that does not fit the numbers beside it fits others of its sentence."""

from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.hedges import hedge_before
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import Skeleton
from goldenthread.claims.ratios.same_whole import with_those_after


def of_two_percentages(skeleton: Skeleton, words: int, percent: Quantity) -> bool:
    """Whether the words are fair of two percentages: "8.6%, a quarter of the rate then (34%)"."""
    allowed = _fair(skeleton, words)
    if percent.interval.scaled(Fraction(1, 100)).meets(allowed) or percent.interval.low <= 0:
        return False
    return any(
        (each.interval / percent.interval).meets(allowed)
        for each in skeleton.quantities
        if each.measure is Measure.PERCENT and each is not percent
    )


def of_another(skeleton: Skeleton, words: int, part: str, whole: str) -> bool:
    """Whether the words are fair of the part and another count told before the part."""
    told, allowed = skeleton.quantity(part), _fair(skeleton, words)
    stated = told.interval / skeleton.quantity(whole).interval
    return not stated.meets(allowed) and any(
        (told.interval / each.interval).meets(allowed)
        for place, each in enumerate(skeleton.quantities)
        if each.measure is told.measure
        and each.value >= told.value > 0
        and each.interval.low > 0
        and skeleton.at[place] < skeleton.text.index(part)
    )


def of_an_unnamed_whole(skeleton: Skeleton, words: int, percent: Quantity) -> bool:
    """Whether another share in words with its percentage makes the whole that these two make.

    "Around half of these were renting (11%), whilst around a quarter had no home (6%)".
    """
    allowed = _fair(skeleton, words)
    if percent.interval.scaled(Fraction(1, 100)).meets(allowed) or allowed.low <= 0:
        return False
    whole = percent.interval / allowed
    for place, each in enumerate(skeleton.quantities):
        if place == words or each.measure is not Measure.TIMES or not 0 < each.value < 1:
            continue
        after = [one for one in skeleton.quantities if one.start > each.start]
        other = _fair(skeleton, place)
        if after and after[0].measure is Measure.PERCENT and after[0] is not percent:
            fits = after[0].interval.scaled(Fraction(1, 100)).meets(other)
            if not fits and other.low > 0 and (after[0].interval / other).meets(whole):
                return True
    return False


def of_several(skeleton: Skeleton, words: int, part: int, whole: Interval) -> bool:
    """Whether the words are fair of the part and those told after it, added up."""
    allowed = _fair(skeleton, words)
    told = skeleton.quantity(skeleton.text[part]).interval
    return not (told / whole).meets(allowed) and any(
        (each / whole).meets(allowed) for each in with_those_after(skeleton, part)
    )


def _fair(skeleton: Skeleton, words: int) -> Interval:
    """Every share that the words may fairly stand for, with what hedges them."""
    quantity = skeleton.quantities[words]
    return room(quantity, hedge_before(skeleton.source, quantity.start)[2]).fair
