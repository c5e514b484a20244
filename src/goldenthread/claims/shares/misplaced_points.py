"""A share with its decimal point in the wrong place: "eight, representing 5.4% of the deaths".

Where no number of the text bears a share out, and moving its point makes it the part of a whole
that is told for certain, it is that share: two digits seldom agree by chance.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from goldenthread.claims.intervals import Interval, may_be_share
from goldenthread.claims.language.model import Hedge, Measure
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY, WHEN, Skeleton
from goldenthread.claims.shares.share_model import Share

_TOLD = re.compile(
    rf"(?P<n>[{COUNT}])[^{QUANTITY}{WHEN}.;()]{{0,40}}?(?:, (?:which )?(?:or|represent(?:s|ing)|"
    rf"equating to|equates to|equivalent to|is|are) | \(|, )(?P<p>[{PERCENT}])"
    rf"(?P<of> of (?:the|all|our|these|those|them)\b[^{QUANTITY}.;,()]{{0,50}})"
)
_TENS = (Fraction(1, 100), Fraction(1, 10), Fraction(10), Fraction(100))
_MOST_COUNTS, _LEAST_PARTS, _LEAST_DIGITS = 8, 2, 2


def points_misplaced(skeleton: Skeleton, since: int) -> Iterator[Share]:
    """Every share told from ``since`` on that is right of a sure whole but for its point."""
    for match in _TOLD.finditer(skeleton.text):
        part, percent = skeleton.number(match["n"]), skeleton.number(match["p"])
        stated = skeleton.quantities[percent]
        digits = re.sub(r"\D", "", stated.text.lstrip("0.")).rstrip("0")
        if match.start("p") < since or len(digits) < _LEAST_DIGITS:
            continue
        if stated.hedge is not Hedge.NONE or skeleton.quantities[part].hedge is not Hedge.NONE:
            continue
        counts = [
            place
            for place, each in enumerate(skeleton.quantities)
            if each.measure is Measure.COUNT and place != part and skeleton.at[place] >= 0
        ]
        if len(counts) > _MOST_COUNTS or _fits_some(skeleton, counts, part, percent):
            continue
        wholes = [each for each in counts if _is_whole(skeleton, each, counts, match["of"])]
        found = [each for each in wholes if _but_for_its_point(skeleton, each, part, percent)]
        if len(found) == 1:
            yield Share(part, found[0], percent)


def _but_for_its_point(skeleton: Skeleton, whole: int, part: int, percent: int) -> bool:
    base, one, stated = (skeleton.quantities[each].interval for each in (whole, part, percent))
    return base.low > 0 and any(may_be_share(stated.scaled(each), one, base) for each in _TENS)


def _is_whole(skeleton: Skeleton, place: int, counts: list[int], words: str) -> bool:
    """Whether others told after it make a number up, or it counts what the share is said of."""
    quantity = skeleton.quantities[place]
    after = [each for each in counts if skeleton.at[each] > skeleton.at[place]]
    if any(
        _sum(skeleton, some).meets(quantity.interval)
        for number in range(_LEAST_PARTS, len(after) + 1)
        for some in combinations(after, number)
    ):
        return True
    named = {word.rstrip("s") for word in re.findall(r"[a-z]{4,}", words)}
    return bool(named & {word.lower().rstrip("s") for word in quantity.noun.split()})


def _fits_some(skeleton: Skeleton, counts: list[int], part: int, percent: int) -> bool:
    """Whether the share is that of some number of the text, or of some of them together."""
    one, stated = (skeleton.quantities[each].interval for each in (part, percent))
    return any(
        whole.low > 0 and may_be_share(stated, one, whole)
        for number in range(1, len(counts) + 1)
        for some in combinations(counts, number)
        for whole in (_sum(skeleton, some),)
    )


def _sum(skeleton: Skeleton, places: tuple[int, ...]) -> Interval:
    total = skeleton.quantities[places[0]].interval
    for each in places[1:]:
        total += skeleton.quantities[each].interval
    return total
