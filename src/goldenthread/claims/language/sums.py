"""Percentages told together, and the one they are said to make: "31% and 22%, together 53%"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.sizes import sizes_in
from goldenthread.claims.language.skeleton import PERCENT, QUANTITY, TIMES, WHEN, Skeleton

_TOGETHER = (
    r"(?:combined|together|in total|altogether|taken together|jointly|between them|in all|"
    r"a combined|the two|both)"
)
_SUM = re.compile(
    rf"\b(?:a |an )?{_TOGETHER}\b[^{QUANTITY};.]{{0,60}}(?P<p>[{PERCENT}])|"
    rf"(?P<p2>[{PERCENT}])[^{QUANTITY};.,]{{0,30}} "
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
        if re.search(f"[{WHEN}{TIMES}]", stretch) or _OVERLAP.search(skeleton.text):
            continue
        yield Sum(parts, total, _sum_holds(skeleton, parts, total))


def _sum_holds(skeleton: Skeleton, parts: tuple[int, ...], total: int) -> bool:
    """Whether all the parts, or the last of them from the second on, can make the total."""
    for start in range(len(parts) - 1):
        interval = skeleton.quantities[parts[start]].interval
        for place in parts[start + 1 :]:
            interval = interval + skeleton.quantities[place].interval
        if interval.meets(skeleton.quantities[total].interval):
            return True
    return False
