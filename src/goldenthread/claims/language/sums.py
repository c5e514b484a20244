"""Percentages told together, and the one they are said to make: "31% and 22%, together 53%"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.sizes import sizes_in
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY, TIMES, WHEN, Skeleton

_TOGETHER = (
    r"(?:combined|together|in total|altogether|taken together|jointly|between them|in all|"
    r"a combined|the two|both)"
)
_SUM = re.compile(
    rf"\b(?:a |an )?{_TOGETHER}\b[^{QUANTITY};.]{{0,60}}(?P<p>[{PERCENT}])|"
    rf"(?P<p2>[{PERCENT}])(?! (?:[a-z]+ing|met|in|did|passed|had|took|used) both)"
    rf"[^{QUANTITY};.,]{{0,30}} "
    rf"{_TOGETHER}\b(?![^{QUANTITY};.]{{0,60}}[{PERCENT}])"
)
# Parts of a sum stand close together, with "and" or a comma between them.
_LISTED = 70
_OVERLAP = re.compile(
    r"\b(?:overlap\w*|either|at least|more than one|multiple|factors?|both (?:of|domestic)|or both|"
    r"some of|may|each|respectively|out of)\b"
)


@dataclass(frozen=True, slots=True)
class Sum:
    """Percentages said to make another together: places of the parts and of the total."""

    parts: tuple[int, ...]
    total: int
    holds: bool


def sums_in(skeleton: Skeleton) -> Iterator[Sum]:
    """Every "A% and B%, together C%" with whether the parts can make the total."""
    used = {size.number for size in sizes_in(skeleton)}
    percents = [
        place
        for place, each in enumerate(skeleton.quantities)
        if each.measure is Measure.PERCENT and place not in used
    ]
    for match in _SUM.finditer(skeleton.text):
        total = skeleton.number(match["p"] or match["p2"])
        before = tuple(each for each in percents if each < total)
        after = tuple(each for each in percents if each > total)
        parts = before or after
        if total not in percents or not 2 <= len(parts) <= 4:
            continue
        stretch = skeleton.text[skeleton.at[parts[0]] : skeleton.at[total]]
        if before and not re.search(r"\b(?:and|plus)\b|[,;]", stretch[:_LISTED]):
            continue
        if _is_an_average(skeleton, parts, total):
            continue
        if re.search(f"[{WHEN}{TIMES}]", stretch) or _OVERLAP.search(skeleton.text):
            continue
        yield Sum(parts, total, _sum_holds(skeleton, parts, total))


_OF_THE_WHOLE = re.compile(r" of (?:the |all |our )?[" + COUNT + "]")


def _is_an_average(skeleton: Skeleton, parts: tuple[int, ...], total: int) -> bool:
    """Whether it is of all groups together what the parts are of each: it lies between them."""
    if not _OF_THE_WHOLE.match(skeleton.text, skeleton.at[total] + 1):
        return False
    values = [skeleton.quantities[each].value for each in parts]
    return min(values) <= skeleton.quantities[total].value <= max(values)


_REST = re.compile(
    rf"\b(?:the (?:other|remaining)|(?:for |up )(?:all )?the (?:rest|remainder),?(?: at)?|"
    rf"the (?:rest|remainder),?(?: at| being)?|the (?:rest|remainder) \() ?(?P<p>[{PERCENT}])"
)


def rests_in(skeleton: Skeleton) -> Iterator[Sum]:
    """Every "A% and the other B%": with all that are told before it makes a hundred.

    ``holds`` is True also where only the last of them, or they with the rest of a part told before,
    make what they are of.
    """
    percents = [
        place for place, each in enumerate(skeleton.quantities) if each.measure is Measure.PERCENT
    ]
    for match in _REST.finditer(skeleton.text):
        total = skeleton.number(match["p"])
        parts = tuple(each for each in percents if each < total)
        stretch = skeleton.text[: skeleton.at[total]]
        whose = {
            found[1]
            for place in (*parts, total)
            if (found := _WHOSE.match(skeleton.text, skeleton.at[place] + 1))
        }
        if len(whose) > 1 or re.search(f"[{TIMES}]", stretch):
            continue
        if not parts or len(parts) > 4 or total != percents[-1] or _NO_REST.search(stretch):
            continue
        yield Sum(parts, total, _rest_holds(skeleton, parts, total))


_WHOSE = re.compile(r" of (?:the |all |our |its |their )?([a-z]+)")
_NO_REST = re.compile(
    r"[.] |\b(?:compared|than|against|from|more than one|either|overlap\w*|average|last year|"
    r"of (?:whom|which|these|those|them)|counts?|excluding|apart from|and \S+ declined)\b"
)


def _rest_holds(skeleton: Skeleton, parts: tuple[int, ...], total: int) -> bool:
    each = [skeleton.quantities[place].interval for place in (*parts, total)]
    wholes = [Interval.exactly(100), *each[:-1]]
    for start in range(len(parts)):
        together = each[start]
        for one in each[start + 1 :]:
            together = together + one
        if any(together.meets(whole) for whole in wholes):
            return True
    return False


def _sum_holds(skeleton: Skeleton, parts: tuple[int, ...], total: int) -> bool:
    """Whether all the parts, or the last of them from the second on, can make the total."""
    for start in range(len(parts) - 1):
        interval = skeleton.quantities[parts[start]].interval
        for place in parts[start + 1 :]:
            interval = interval + skeleton.quantities[place].interval
        if interval.meets(skeleton.quantities[total].interval):
            return True
    return False
