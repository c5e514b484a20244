"""Whether a percentage held for wrong is right of other numbers of its own sentence, or of none.

Every reading of shares has its own way to find part and whole; whichever told the fault, what the
words straight beside the percentage say goes before it.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from goldenthread.claims.found import ClaimFault
from goldenthread.claims.intervals import may_be_share
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    QUANTITY,
    WHEN,
    Skeleton,
    skeleton_of,
)
from goldenthread.claims.reading import Reading

_N, _P = f"[{COUNT}{MONEY}]", f"[{PERCENT}]"
_GAP = rf"[^{QUANTITY}.;:()]"
# "155 vacancies in 2,140 posts (7.2%)", "184,000, or 22.3% of the 824,000".
_BESIDE = (
    re.compile(rf"(?P<n>{_N}){_GAP}{{1,40}}(?P<whole>{_N})(?: [a-z'-]+){{0,3}} \((?P<p>{_P})\)"),
    re.compile(rf"(?P<n>{_N}){_GAP}{{0,60}}, or (?P<p>{_P}) of {_GAP}{{0,20}}(?P<whole>{_N})"),
)
# "97 of those on free meals (30%)": of all of those, and how many they are is not told.
_OF_OTHERS = re.compile(
    rf"{_N} of (?:those|the [a-z'-]+) (?:on|in|with|from|aged|at|under|over|who|living|without)\b"
    rf"{_GAP}{{0,40}}\((?P<p>{_P})\)"
)
# "Against 417 (21%) at the end of June": of what there was then.
_THEN = re.compile(
    rf"\b(?:against|compared with|compared to|from) (?:the )?{_N} \((?P<p>{_P})\) "
    rf"(?:at|in|on|by|a|the) (?:[a-z]+ ){{0,5}}?(?:[{WHEN}]|year|month|quarter|earlier|before)"
)
# "21.9% (18.6% a year ago)".
_LONG_AGO = re.compile(rf"\((?P<p>{_P}),? (?:[{WHEN}]|previously|before|last time)\)")
# "This was 14% in 2022", of what is told of the year now; "among rowers alone it was 40 (77%)".
_IT_WAS_THEN = re.compile(
    rf"^(?:this|that|it|the (?:figure|rate)) (?:was|had been|stood at) (?P<p>{_P}) "
    rf"(?:(?:in|at|a|the) )?[{WHEN}]"
)
_ALONE = re.compile(
    rf"\bamong (?:the )?[a-z ]{{2,30}}? (?:alone,? )?(?:it was|they were|there were) "
    rf"{_N} \((?P<p>{_P})\)"
)
# "1,764 of the total, 56%", where no number is told before it.
_OF_A_TOTAL = re.compile(
    rf"^[^{QUANTITY}]*(?P<n>{_N})(?:(?: [a-z]+)? of the (?:[a-z]+ )?(?:total|whole), (?P<p>{_P})|"
    rf"(?: [a-z]+){{0,3}}, (?P<of>{_P}) of the (?:[a-z]+ )?(?:total|whole))[,.]"
)
# "Among rowers 152 (25%)", "of the mills, 52 (42%)": of all of these, and how many is not told.
_AMONG = re.compile(
    rf"\b(?:among|amongst) (?:(?:the|those|all) )?(?:[a-z' -]{{0,40}} )?(?P<whom>[a-z]{{3,}}) {_N} "
    rf"\((?P<p>{_P})\)|^of the (?P<what>[a-z]+), {_N} \((?P<of>{_P})\)"
)
# "£9.3m (8.5%) above 2022": how far it lies from another.
_APART = re.compile(
    rf"{_N} \((?P<p>{_P})\) (?:above|below|more|less|fewer|higher|lower|under|over|up|down)\b"
)
# "4,993 and 4,195 of them respectively ..., that is 73% and 79%": each of a whole of its own.
_IN_TURN = re.compile(
    rf"{_N} and {_N}[^{QUANTITY}.;]* respectively\b[^.;]*?(?P<p>{_P}) and (?P<of>{_P})"
)
# What is not there: the share of the rest.
_LACKING = re.compile(
    r"\b(?:vacan\w+|unfilled|void|empty|drop-?out|absence|absent|shortfall|failure|attrition|gap)\b"
)


_BACK = 2  # sentences


def is_right_otherwise(reading: Reading, fault: ClaimFault) -> bool:
    """Whether the words beside a percentage tell it of other numbers, which bear it out."""
    sentences = reading.sentences
    for at, sentence in enumerate(sentences):
        if (sentence.file, sentence.locator) == (fault.file, fault.locator):
            skeleton = skeleton_of(sentence.text)
            told = [
                place
                for place, each in enumerate(skeleton.quantities)
                if each.measure is Measure.PERCENT and each.text.strip() == fault.printed
            ]
            led = [
                each.text for each in sentences[max(0, at - _BACK) : at] if each.file == fault.file
            ]
            said = " ".join([*led, sentence.text])
            return bool(told) and all(_is_right(skeleton, place, said) for place in told)
    return False


def _is_right(skeleton: Skeleton, place: int, said: str) -> bool:
    share = skeleton.quantities[place]
    if any(_fits(share, part, whole) for part, whole in _beside(skeleton, place)):
        return True
    if (
        _is_among(skeleton, place, said)
        or _is_in_proportion(skeleton, place)
        or any(_fits(share, *each) for each in _in_clause(said, share))
    ):
        return True
    patterns = (_OF_OTHERS, _THEN, _LONG_AGO, _IT_WAS_THEN, _ALONE, _IN_TURN, _APART, _OF_A_TOTAL)
    if any(_tells(skeleton, pattern, place) for pattern in patterns):
        return True
    return _LACKING.search(said.lower()) is not None and _is_of_the_rest(skeleton, share)


def _beside(skeleton: Skeleton, place: int) -> Iterator[tuple[Quantity, Quantity]]:
    for pattern in _BESIDE:
        for match in pattern.finditer(skeleton.text):
            if skeleton.number(match["p"]) == place:
                yield skeleton.quantity(match["n"]), skeleton.quantity(match["whole"])


def _is_among(skeleton: Skeleton, place: int, said: str) -> bool:
    """Whether a percentage is of some of whom no number tells how many they are."""
    for match in _AMONG.finditer(skeleton.text):
        if skeleton.number(match["p"] or match["of"]) == place:
            named = match["whom"] or match["what"]
            return re.search(rf"\d[^.;]{{0,30}}\b{named}\b", said.lower()) is None
    return False


_EXACT = Fraction(3, 100)  # how far apart the ends of a whole may lie that a share tells
_PAIR = re.compile(rf"(?P<n>{_N}){_GAP}{{0,40}} \((?P<p>{_P})\)")


def _is_in_proportion(skeleton: Skeleton, place: int) -> bool:
    """Whether it and another of its sentence are of one whole, which is not told."""
    wholes = {
        skeleton.number(match["p"]): skeleton.quantity(match["n"]).interval
        / skeleton.quantity(match["p"]).interval
        for match in _PAIR.finditer(skeleton.text)
        if skeleton.quantity(match["p"]).interval.low > 0
    }
    exact = {at: each for at, each in wholes.items() if each.high - each.low <= each.low * _EXACT}
    return place in exact and any(
        each.meets(exact[place]) for other, each in exact.items() if other != place
    )


def _in_clause(said: str, share: Quantity) -> Iterator[tuple[Quantity, Quantity]]:
    """The counts of a percentage's clause before a mark beside it: "19 were marked 4 (33%)".

    Each with every number told before that clause.
    """
    skeleton = skeleton_of(said)
    told = [
        (each, at)
        for each, at in zip(skeleton.quantities, skeleton.at, strict=True)
        if each.measure in (Measure.COUNT, Measure.MONEY) and at >= 0
    ]
    places = [
        at
        for each, at in zip(skeleton.quantities, skeleton.at, strict=True)
        if each.text == share.text and each.measure is share.measure
    ]
    if not places:
        return
    since = max((each.end() for each in _CLAUSE.finditer(skeleton.text, 0, places[-1])), default=0)
    parts = [each for each, at in told if since <= at < places[-1]]
    if len(parts) > 1 and parts[-1].value <= _A_MARK:
        yield from product(parts[:-1], [each for each, at in told if at < since])


_A_MARK = 10
_CLAUSE = re.compile(r"[.;:,] ")


def _tells(skeleton: Skeleton, pattern: re.Pattern[str], place: int) -> bool:
    return any(
        skeleton.number(slot) == place
        for match in pattern.finditer(skeleton.text)
        for name, slot in match.groupdict().items()
        if name in ("p", "of") and slot
    )


def _is_of_the_rest(skeleton: Skeleton, share: Quantity) -> bool:
    """Whether it is what two counts of the sentence leave, as a share of the greater."""
    counts = [each for each in skeleton.quantities if each.measure is Measure.COUNT]
    return any(
        0 < one.value < whole.value
        and may_be_share(share.interval, whole.interval - one.interval, whole.interval)
        for one in counts
        for whole in counts
    )


def _fits(share: Quantity, part: Quantity, whole: Quantity) -> bool:
    if part.measure is not whole.measure or not 0 < part.value <= whole.value:
        return False
    return may_be_share(share.interval, part.interval, whole.interval)
