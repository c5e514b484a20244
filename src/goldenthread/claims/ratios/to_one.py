"""Ratios told as so many to one: "outnumber them by three to one", "five to one in favour".

They are held against two counts of the window, or a percentage and the rest of the hundred.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from goldenthread.claims.changes.blockers import ELSEWHERE, WISHED
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.hedges import BOUNDED, hedge_before
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.printed import number, printed
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import COUNT, Skeleton
from goldenthread.claims.ratios.vague import Vague

_TO_ONE = re.compile(rf"(?P<x>[{COUNT}])(?: to |-to-)(?P<one>[{COUNT}]|one\b)")
# A score or a vote may be told so too, and a ratio may be of what has no number here.
_RATIO = re.compile(r"\b(?:outnumber\w*|ratio|odds|exceed\w*|it (?:is|was)|by)\b")
_OTHERWISE = re.compile(
    r"\b(?:won|lost|beat|score\w*|match\w*|goals?|defeat\w*|session\w*|tutor\w*|staff(?:ing)?)\b"
)
_HUNDRED = Interval.exactly(100)


def ratios_to_one(skeleton: Skeleton, since: int) -> Iterator[Vague]:
    """Every "N to one" from ``since`` on beside the only two numbers it may be of."""
    for match in _TO_ONE.finditer(skeleton.text, since):
        places = [skeleton.number(match["x"])]
        if match["one"] != "one":
            places.append(skeleton.number(match["one"]))
            if skeleton.quantities[places[1]].value != 1:
                continue
        text = skeleton.text
        if WISHED.search(text) or ELSEWHERE.search(text) or _OTHERWISE.search(text):
            continue
        if not _RATIO.search(text):
            continue
        found = list(_ratios(skeleton, places))
        if found:
            yield _judged(skeleton, places, found)


def _ratios(skeleton: Skeleton, without: list[int]) -> Iterator[tuple[Interval, Fraction, str]]:
    """What one is to the other, either way: of two counts and no third, or of a share alone."""
    rest = [
        each
        for place, each in enumerate(skeleton.quantities)
        if place not in without and skeleton.at[place] >= 0
    ]
    percents = [each for each in rest if each.measure is Measure.PERCENT]
    counts = [each for each in rest if each.measure in (Measure.COUNT, Measure.MONEY)]
    if any(each.hedge not in BOUNDED for each in rest):
        return
    if len(percents) == 1 and not counts and _is_of_them(skeleton, percents[0], without[0]):
        share = percents[0]
        left = _HUNDRED - share.interval
        if share.interval.low > 0 and left.low > 0:
            value = share.value / (100 - share.value)
            told = f"100 − {number(share.value)} = {number(100 - share.value)}; "
            told += f"{number(share.value)} ÷ {number(100 - share.value)} = {number(value, 2)}"
            yield share.interval / left, value, told
            yield left / share.interval, 1 / value, told
    elif not percents and len(counts) == 2 and counts[0].measure is counts[1].measure:
        for one, other in permutations(sorted(counts, key=lambda each: -each.value)):
            if other.interval.low > 0:
                value = one.value / other.value
                told = f"{printed(one)} ÷ {printed(other)} = {number(value, 2)}"
                yield one.interval / other.interval, value, told


def _is_of_them(skeleton: Skeleton, share: Quantity, words: int) -> bool:
    """Whether a percentage is of one of the two: told before, or after it as what they are."""
    at, ratio = skeleton.at[skeleton.quantities.index(share)], skeleton.at[words]
    between = skeleton.text[min(at, ratio) + 1 : max(at, ratio)]
    if re.search(r"[;.]|\band\b", between):
        return False
    return at < ratio or bool(re.match(r" (?:of (?:them|these) )?being\b", skeleton.text[at + 1 :]))


def _judged(
    skeleton: Skeleton,
    places: list[int],
    found: list[tuple[Interval, Fraction, str]],
) -> Vague:
    words = skeleton.quantities[places[0]]
    hedge, start, close = hedge_before(skeleton.source, words.start)
    as_times = replace(words, measure=Measure.TIMES, hedge=hedge)
    allowed = room(as_times, close)
    last = skeleton.quantities[places[-1]]
    stop = last.end if len(places) > 1 else words.end + len(" to one")
    return Vague(
        printed=skeleton.source[start:stop],
        fair=any(each[0].meets(allowed.fair) for each in found),
        possible=any(each[0].meets(allowed.doubtful) for each in found),
        evidence=f"{found[0][2]}; “{skeleton.source[words.start : stop]}” is {number(words.value)}",
    )
