"""Whether a list may lack a value that comes before the one said to be second or third in it."""

import re
from collections.abc import Sequence

from goldenthread.claims.language.model import Quantity
from goldenthread.claims.orders.values.known import Known
from goldenthread.claims.orders.values.model import Point, Way, beyond
from goldenthread.claims.orders.values.yardsticks import is_yardstick_value

# "Of the 97", "a total of 97": what the values are of is none of them.
_WHOLE = re.compile(
    r"\b(?:of|out of|among|total|all|both|were|was) (?:(?:the|our|all|these|those|of) )*[£$]?$",
    re.IGNORECASE,
)


def too_few_ahead(points: Sequence[Point], one: int, way: Way, rank: int) -> bool:
    """Whether a place fails because too few of the values told come before, and not too many."""
    ways = (Way.HIGHEST, Way.LOWEST) if way is Way.EITHER else (way,)
    mine = points[one]
    return any(
        sum(_is_ahead(p, mine, each) for n, p in enumerate(points) if n != one) < rank - 1
        for each in ways
    )


def may_lack(known: Known, claimed: Point, way: Way) -> bool:
    """Whether the sentences of a list tell a value that is none of it and would come before."""
    points = known.series.points
    printed = {point.printed for point in points}
    whole = sum((point.interval for point in points[1:]), points[0].interval)
    sentences = known.parts or (known.source,)
    measures = {
        each.measure for one in sentences for each in one.quantities if each.text in printed
    }
    return any(
        each.measure in measures
        and each.text not in printed
        and not each.interval.meets(whole)
        and _is_ahead(_point(each), claimed, way)
        and not _WHOLE.search(one.text, 0, each.start)
        and not is_yardstick_value(one.text, each)
        for one in sentences
        for each in one.quantities
    )


def _point(quantity: Quantity) -> Point:
    return Point(label="", printed=quantity.text, interval=quantity.interval)


def _is_ahead(one: Point, other: Point, way: Way) -> bool:
    if way is Way.EITHER:
        return one.interval != other.interval
    if way is Way.HIGHEST:
        return beyond(one.interval, other.interval)
    return beyond(other.interval, one.interval)
