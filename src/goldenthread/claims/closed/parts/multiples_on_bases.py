"""A multiple told in words on a base that it names, against a level told before it.

"Higher starts have trebled since 2020, when there were 337", with 674 in the sentence before: the
base is named, and the other end is one of the levels told just before. Where none of them makes the
words true, the one that is just another simple multiple of the base shows which was meant.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from goldenthread.claims.changes.blockers import DENIED, ELSEWHERE, RECKONED, TO_COME, WISHED
from goldenthread.claims.closed.changes.window import sentence_of
from goldenthread.claims.closed.parts.ratios import Untrue
from goldenthread.claims.language.hedges import BOUNDED, hedge_before
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import COUNT, MONEY, QUANTITY, TIMES, WHEN, Skeleton
from goldenthread.claims.language.windows import windows
from goldenthread.claims.reading import Reading

_SOFT = rf"(?:[a-z' -]|[{WHEN}]|, (?=when|from|which))"
# Doubled "since 2020, when there were 337", "from 1,196"; "a quarter of the number here (126)".
_ON = re.compile(
    rf"(?P<x>[{TIMES}])(?P<words>{_SOFT}{{0,70}}?\b(?:from|when|of|as|than)\b{_SOFT}{{0,40}}?)"
    rf"\(?(?P<base>[{COUNT}{MONEY}])(?! (?:to|and)\b)"
)
# "By a third", "a third more": by so much, and not so many times.
_BY = re.compile(r"\b(?:by|a further|another) (?:[a-z]+ )?$")
_MORE = re.compile(r" (?:more|fewer|less|again|higher|lower|larger|smaller)\b|[^.;]*\bto\b")
_APPOSED = re.compile(r"[a-z], (?:(?:only|just|about|almost|nearly|over|under|some) )*$")
_LOOSE = (DENIED, WISHED, RECKONED, ELSEWHERE, TO_COME)
_SIMPLE = tuple(map(Fraction, ("1/5", "1/4", "1/3", "1/2", "2/3", "3/4", "3/2", *"2345", "10")))
# So near another simple multiple that it is no chance.
_CLOSE = Fraction(1, 60)


def multiples_on_bases(reading: Reading) -> Iterator[Untrue]:
    """Every such multiple that no level before it makes true of its base."""
    for window in windows(reading):
        skeleton = window.skeleton
        for match in _ON.finditer(skeleton.text, window.since):
            found = _untrue(skeleton, match)
            if found is not None:
                words, level, base = found
                start = hedge_before(skeleton.source, words.start)[1]
                printed = skeleton.source[start : words.end]
                yield Untrue(window.sentence, printed, level, base)


def _untrue(skeleton: Skeleton, match: re.Match[str]) -> tuple[Quantity, Quantity, Quantity] | None:
    text, words, base = (
        skeleton.text,
        skeleton.quantity(match["x"]),
        skeleton.quantity(match["base"]),
    )
    start, stop = sentence_of(text, match.start())
    if any(each.search(text, start, stop) for each in _LOOSE) or base.hedge not in BOUNDED:
        return None
    if _BY.search(text[: match.start()]) or _MORE.match(match["words"]) or base.value <= 0:
        return None
    if re.search(f"[{QUANTITY}]", match["words"]):
        return None
    if words.value < 1 and not _APPOSED.search(text, start, match.start()):
        return None  # "a quarter of the 611 are known to us": of how many is not told
    close = hedge_before(skeleton.source, words.start)[2]
    allowed = room(words, close).doubtful
    every = [
        each
        for each, at in zip(skeleton.quantities, skeleton.at, strict=True)
        if at >= 0 and each.measure is base.measure and each is not base and each.value > 0
    ]
    if any(
        (each.interval / base.interval).meets(allowed)
        or (each.interval.low > 0 and (base.interval / each.interval).meets(allowed))
        for each in every
    ):
        return None
    told = [
        each
        for each, at in zip(skeleton.quantities, skeleton.at, strict=True)
        if 0 <= at < match.start() and each in every and each.hedge in BOUNDED
    ]
    meant = [each for each in told if _is_another(each.value / base.value, words)]
    return (words, meant[0], base) if len({each.value for each in meant}) == 1 else None


def _is_another(ratio: Fraction, words: Quantity) -> bool:
    """Whether two numbers make a simple multiple that is not the one told."""
    others = [
        each
        for each in _SIMPLE
        if each != words.value and ((each > 1) is (words.value > 1) or each * words.value == 1)
    ]
    return words.measure is Measure.TIMES and any(
        abs(ratio - each) <= each * _CLOSE for each in others
    )
