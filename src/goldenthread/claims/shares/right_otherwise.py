"""Whether a percentage held for wrong is right of other numbers of its own sentence, or of none.

Every reading of shares has its own way to find part and whole; whichever told the fault, what the
words straight beside the percentage say goes before it.
"""

import re
from collections.abc import Iterator

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
    rf"^[^{QUANTITY}]*(?P<n>{_N})(?: [a-z]+)? of the (?:[a-z]+ )?(?:total|whole), (?P<p>{_P})[,.]"
)
# What is not there: the share of the rest.
_LACKING = re.compile(
    r"\b(?:vacan\w+|unfilled|void|empty|drop-?out|absence|absent|shortfall|failure|attrition|gap)\b"
)


def is_right_otherwise(reading: Reading, fault: ClaimFault) -> bool:
    """Whether the words beside a percentage tell it of other numbers, which bear it out."""
    before = None
    for sentence in reading.sentences:
        if (sentence.file, sentence.locator) == (fault.file, fault.locator):
            skeleton = skeleton_of(sentence.text)
            told = [
                place
                for place, each in enumerate(skeleton.quantities)
                if each.measure is Measure.PERCENT and each.text.strip() == fault.printed
            ]
            led = before.text if before and before.passage is sentence.passage else ""
            return any(_is_right(skeleton, place, f"{led} {sentence.text}") for place in told)
        before = sentence
    return False


def _is_right(skeleton: Skeleton, place: int, said: str) -> bool:
    share = skeleton.quantities[place]
    if any(_fits(share, part, whole) for part, whole in _beside(skeleton, place)):
        return True
    patterns = (_OF_OTHERS, _THEN, _LONG_AGO, _IT_WAS_THEN, _ALONE, _OF_A_TOTAL)
    if any(_tells(skeleton, pattern, place) for pattern in patterns):
        return True
    return _LACKING.search(said.lower()) is not None and _is_of_the_rest(skeleton, share)


def _beside(skeleton: Skeleton, place: int) -> Iterator[tuple[Quantity, Quantity]]:
    for pattern in _BESIDE:
        for match in pattern.finditer(skeleton.text):
            if skeleton.number(match["p"]) == place:
                yield skeleton.quantity(match["n"]), skeleton.quantity(match["whole"])


def _tells(skeleton: Skeleton, pattern: re.Pattern[str], place: int) -> bool:
    return any(skeleton.number(match["p"]) == place for match in pattern.finditer(skeleton.text))


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
