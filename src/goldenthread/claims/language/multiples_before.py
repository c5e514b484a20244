"""Multiples told of the two rates of the sentence before: "... 24.9%; there, 5.9%. So four times".

"A resident of the first is therefore more than four times as likely to smoke as one of the second".
"""

import re
from collections.abc import Iterator

from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.pairs_in_words import PairInWords
from goldenthread.claims.language.skeleton import EARLIER, LAST, TIMES, Skeleton

_RATES = (Measure.PERCENT, Measure.RATE)
_LEANS = re.compile(
    r"\b(?:therefore|thus|hence|so|that is|this is|means?|meaning|in other words|the first|"
    r"the former|the latter|the second|the two|between them|the one|the other)\b"
)
_LIKELY = re.compile(
    rf"(?P<x>[{TIMES}]) (?:as (?:likely|high|common|great|large|often|many|much)\b|"
    r"(?:more|higher|greater) (?:likely )?than\b|"
    r"(?:that|those|the (?:rate|level|figure)) (?:of|in|for)\b)"
)
_OTHERWISE = re.compile(
    rf"\b(?:national\w*|england|average|target|expected|not|no|never|nor|regional\w*)\b|"
    rf"[{EARLIER}{LAST}]"
)


def multiples_before(skeleton: Skeleton, since: int) -> Iterator[PairInWords]:
    """The only number of a sentence, where it is a multiple of the two rates told before it."""
    own = [place for place, at in enumerate(skeleton.at) if at >= since > 0]
    match = _LIKELY.search(skeleton.text, since)
    if len(own) != 1 or match is None or skeleton.number(match["x"]) != own[0]:
        return
    if skeleton.quantities[own[0]].value <= 1 or _OTHERWISE.search(skeleton.text, since):
        return
    if not _LEANS.search(skeleton.text, since):
        return
    start = skeleton.text.rfind(". ", 0, max(since - 2, 0)) + 1
    before = [
        place
        for place, each in enumerate(skeleton.quantities)
        if start <= skeleton.at[place] < since and each.measure in _RATES
    ]
    if len(before) != 2:
        return
    one, other = before
    if not _of_one_base(skeleton.quantities[one], skeleton.quantities[other]):
        return
    if skeleton.quantities[one].value < skeleton.quantities[other].value:
        one, other = other, one
    if skeleton.quantities[other].interval.low > 0:
        yield PairInWords(own[0], one, other)


def _of_one_base(one: Quantity, other: Quantity) -> bool:
    return one.measure is other.measure and one.per == other.per
