"""Whether a percentage held for wrong is right of other numbers of its own sentence, or of none.

Every reading of shares has its own way to find part and whole; whichever told the fault, what the
words straight beside the percentage say goes before it.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations, product

from goldenthread.claims.found import ClaimFault
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
from goldenthread.claims.shares.share_model import Share, fits

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
    patterns = (_OF_OTHERS, _THEN, _LONG_AGO, _IT_WAS_THEN, _ALONE, _IN_TURN, _APART, _OF_A_TOTAL)
    return (
        any(fits(skeleton, share) for share in _beside(skeleton, place))
        or _is_among(skeleton, place, said)
        or _is_in_proportion(skeleton, place)
        or _is_beside_a_mark(said, skeleton.quantities[place])
        or any(_tells(skeleton, pattern, place) for pattern in patterns)
        or (_LACKING.search(said.lower()) is not None and _is_of_the_rest(skeleton, place))
    )


def _beside(skeleton: Skeleton, place: int) -> Iterator[Share]:
    for pattern in _BESIDE:
        for match in pattern.finditer(skeleton.text):
            if skeleton.number(match["p"]) == place:
                yield Share(skeleton.number(match["n"]), skeleton.number(match["whole"]), place)


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


def _is_beside_a_mark(said: str, share: Quantity) -> bool:
    """Whether it is of a count told before a mark that stands nearer: "19 marked 4 (33%)"."""
    skeleton = skeleton_of(said)
    places = [
        place
        for place, each in enumerate(skeleton.quantities)
        if each.text == share.text and each.measure is share.measure
    ]
    if not places:
        return False
    end = skeleton.at[places[-1]]
    since = max((each.end() for each in _CLAUSE.finditer(skeleton.text, 0, end)), default=0)
    counts = _counts(skeleton)
    parts = [each for each in counts if since <= skeleton.at[each] < end]
    wholes = [each for each in counts if 0 <= skeleton.at[each] < since]
    if len(parts) <= 1 or skeleton.quantities[parts[-1]].value > _A_MARK:
        return False
    return any(
        fits(skeleton, Share(part, whole, places[-1]))
        for part, whole in product(parts[:-1], wholes)
    )


def _counts(skeleton: Skeleton) -> list[int]:
    """The places of the counts of a text."""
    told = enumerate(skeleton.quantities)
    return [place for place, each in told if each.measure is Measure.COUNT]


_A_MARK = 10
_CLAUSE = re.compile(r"[.;:,] ")


def _tells(skeleton: Skeleton, pattern: re.Pattern[str], place: int) -> bool:
    return any(
        skeleton.number(slot) == place
        for match in pattern.finditer(skeleton.text)
        for name, slot in match.groupdict().items()
        if name in ("p", "of") and slot
    )


def _is_of_the_rest(skeleton: Skeleton, place: int) -> bool:
    """Whether it is what two counts of the sentence leave, as a share of the greater."""
    told = skeleton.quantities
    return any(
        0 < told[part].value < told[whole].value
        and fits(skeleton, Share(part, whole, place, rest=True))
        for part, whole in permutations(_counts(skeleton), 2)
    )
