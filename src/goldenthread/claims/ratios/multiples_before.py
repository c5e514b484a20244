"""Multiples told of the two rates just before: "... 24.9%; there, 5.9%. So four times".

"A resident of the first is therefore more than four times as likely to smoke as one of the second".
"""

import re
from collections.abc import Iterator

from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import EARLIER, LAST, TIMES, WHEN, Skeleton
from goldenthread.claims.ratios.pairs_in_words import PairInWords

_RATES = (Measure.PERCENT, Measure.RATE, Measure.MONEY)
_LEANS = re.compile(
    r"\b(?:therefore|thus|hence|so|that is|this is|means?|meaning|in other words|the first|"
    r"the former|the latter|the second|the two|between them|the one|the other)\b"
)
_LIKELY = re.compile(
    rf"(?P<x>[{TIMES}]) (?:as (?:likely|high|common|great|large|often|many|much)\b|"
    r"(?:more|higher|greater|larger|bigger) (?:likely )?than\b|"
    r"(?:that|those|the (?:rate|level|figure)) (?:of|in|for)\b|"
    r"(?:of )?the (?:rate|level|figure)(?=[.,;)]| (?:in|for|among|at)\b))"
)
# "11 of the 118 (9.3%) came back, of the others 18.7%. That is half the rate": the less likely.
_A_PART = re.compile(r" (?:as (?:likely|high|common|great|large|often|many|much)|(?:of )?th)")
_WHEN = re.compile(f"[{WHEN}]")
_CLAUSE = re.compile(r"(?:[:;]| –|, so(?: that)?|, which means(?: that)?) ")
_FULL_STOP = re.compile(r"(?<!\bi\.e)(?<!\be\.g)[.?!] ")
_OTHERS = re.compile(
    r"(?:(?:and|but) )?(?:among|amongst|for|of|in|with) (?:all )?the (?:others?|rest|remaining|"
    r"remainder)\b|the (?:others?|rest|remaining)\b|elsewhere\b|"
    r"(?:in|by) (?:comparison|contrast)\b"
)
_OTHERWISE = re.compile(
    rf"\b(?:national\w*|england|average|target|expected|not|no|never|nor|regional\w*)\b|"
    rf"[{EARLIER}{LAST}]"
)


def multiples_before(skeleton: Skeleton, since: int) -> Iterator[PairInWords]:
    """The only number of a sentence, where it is a multiple of the two rates told before it."""
    match = _LIKELY.search(skeleton.text, since)
    if match is None:
        return
    since = _clause(skeleton, since, match.start())
    own = [place for place, at in enumerate(skeleton.at) if at >= since > 0]
    if len(own) != 1 or skeleton.number(match["x"]) != own[0]:
        return
    multiple = skeleton.quantities[own[0]].value > 1
    if not (multiple or _A_PART.match(skeleton.text, match.end("x"))) or _OTHERWISE.search(
        skeleton.text, since
    ):
        return
    if _WHEN.search(skeleton.text, match.end("x")):
        return  # "half the rate of 2019"
    if not _LEANS.search(skeleton.text, since):
        return
    before = _rates_before(skeleton, since)
    if len(before) != 2:
        return
    one, other = before
    if not _of_one_base(skeleton.quantities[one], skeleton.quantities[other]):
        return
    if (skeleton.quantities[one].value < skeleton.quantities[other].value) is multiple:
        one, other = other, one
    if skeleton.quantities[other].interval.low > 0:
        yield PairInWords(own[0], one, other)


def _clause(skeleton: Skeleton, since: int, at: int) -> int:
    """Where what tells the multiple begins: its sentence, or its clause where numbers lead it in.

    "In the first fifth 29.4%, in the last 14.2%: a child from the first is twice as likely".
    """
    starts = [each.start() for each in _CLAUSE.finditer(skeleton.text, since, at)]
    led = starts and any(since <= each < starts[-1] for each in skeleton.at)
    return starts[-1] if led else since


def _rates_before(skeleton: Skeleton, since: int) -> list[int]:
    """The rates of the sentence before, or of the two before where the later is of the others."""
    ends = [each.end() for each in _FULL_STOP.finditer(skeleton.text, 0, max(since - 1, 0))]
    starts = [0, *ends]
    before = _rates(skeleton, starts[-1], since)
    if len(before) == 1 and len(starts) > 1 and _OTHERS.match(skeleton.text, starts[-1]):
        return [*_rates(skeleton, starts[-2], starts[-1]), *before]
    return before


def _rates(skeleton: Skeleton, start: int, stop: int) -> list[int]:
    return [
        place
        for place, each in enumerate(skeleton.quantities)
        if start <= skeleton.at[place] < stop and each.measure in _RATES
    ]


def _of_one_base(one: Quantity, other: Quantity) -> bool:
    return one.measure is other.measure and one.per == other.per
