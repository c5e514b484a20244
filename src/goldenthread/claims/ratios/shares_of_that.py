"""Shares told in words of a whole that the words beside them make known.

"They ordered 96,400 hours; 72,300 were worked. That is about half of the hours": of the two
numbers just before, the whole is the one of that noun. "Ours had 311, two thirds of the total,
others 147, and the rest 184 (28.7%)": where a part's own percentage is of the parts added up,
that is the total.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Hedge, Measure, Quantity
from goldenthread.claims.language.printed import number, printed
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    MONEY,
    PERCENT,
    QUANTITY,
    TIMES,
    Skeleton,
)

_C = f"[{COUNT}{DURATION}{MONEY}]"
_W = rf"[^{QUANTITY};.():]"
# "72,300 were worked. That is about half of the hours".
_THAT = re.compile(
    rf"(?P<part>{_C}) (?:were|was|had been|have been|has been)\b{_W}{{1,60}}[.;] "
    rf"(?:that|this|which) (?:is|was|makes|comes to) (?:only |just )?(?P<x>[{TIMES}]) "
    rf"of (?:the|all|those|these|all the) (?P<noun>[a-z]+?)s?\b"
)
_OF_TOTAL = re.compile(
    rf"(?P<part>[{COUNT}])(?: of (?:them|these|those))?,? (?:\(|– )?(?:or |that is |which is )?"
    rf"(?P<x>[{TIMES}]) of (?:the total|the whole|them all|all of them)\b"
)
_OWN_SHARE = re.compile(rf"(?P<n>[{COUNT}]) \((?P<p>[{PERCENT}])\)")
_FEWEST_PARTS = 3


@dataclass(frozen=True, slots=True)
class ShareOfThat:
    """The place of the words, the share the numbers make, and how."""

    words: int
    value: Interval
    evidence: str


def shares_of_that(skeleton: Skeleton, since: int) -> Iterator[ShareOfThat]:
    """Every share told in words from ``since`` on of what stands just before, or of the parts."""
    for match in _THAT.finditer(skeleton.text):
        if match.start("x") >= since and (whole := _two_before(skeleton, match)):
            yield _of(skeleton, match, whole.interval, printed(whole))
    for match in _OF_TOTAL.finditer(skeleton.text, since):
        parts = _added_up(skeleton, match)
        if parts:
            total = sum((each.interval for each in parts[1:]), parts[0].interval)
            told = " + ".join(printed(each) for each in parts)
            yield _of(skeleton, match, total, f"({told})")


def _of(skeleton: Skeleton, match: re.Match[str], whole: Interval, told: str) -> ShareOfThat:
    part = skeleton.quantity(match["part"])
    value = part.interval / whole
    share = f"{printed(part)} ÷ {told} = {number(value.low * 100, 1)}%"
    return ShareOfThat(skeleton.number(match["x"]), value, share)


def _two_before(skeleton: Skeleton, match: re.Match[str]) -> Quantity | None:
    """The whole, where it and the part are the only two numbers of the sentence before."""
    part = skeleton.quantity(match["part"])
    start = skeleton.text.rfind(". ", 0, match.start("part")) + 1
    before = re.findall(f"[{QUANTITY}]", skeleton.text[start : match.start("part")])
    if len(before) != 1 or part.hedge is not Hedge.NONE:
        return None
    whole = skeleton.quantity(before[0])
    named = f"{whole.text} {whole.noun}".lower()
    alike = part.measure in (Measure.COUNT, whole.measure)
    if not alike or whole.measure not in (Measure.COUNT, Measure.DURATION):
        return None
    if not re.search(rf"\b{match['noun']}s?\b", named) or not 0 < part.value <= whole.value:
        return None
    return whole


def _added_up(skeleton: Skeleton, match: re.Match[str]) -> list[Quantity]:
    """The counts of the sentence, where the percentage of one is of all of them added up."""
    start = skeleton.text.rfind(". ", 0, match.start("part")) + 1
    stop = skeleton.text.find(". ", match.end())
    sentence = skeleton.text[start : stop if stop > 0 else None]
    parts = [skeleton.quantity(slot) for slot in re.findall(f"[{COUNT}]", sentence)]
    if len(parts) < _FEWEST_PARTS or any(each.hedge is not Hedge.NONE for each in parts):
        return []
    whole = sum((each.interval for each in parts[1:]), parts[0].interval)
    own = list(_OWN_SHARE.finditer(sentence))
    if whole.low <= 0 or not own or len(own) != len(re.findall(f"[{PERCENT}]", sentence)):
        return []
    borne = all(
        (skeleton.quantity(each["n"]).interval / whole)
        .scaled(100)
        .meets(skeleton.quantity(each["p"]).interval)
        for each in own
    )
    return parts if borne else []
