"""Words of direction in forms that leave no doubt which two numbers they are of.

"The wait, at 69 days, was shorter than the average of the year before (66 days)"; "47% of the
first group say so, but this rises to 39% in the second": whatever is compared, the two numbers
printed must go the way that the word has it.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.changes.binding import PART_OF, alike
from goldenthread.claims.changes.governing import Direction
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.pairs import ENDS, LEAD, how_many_times
from goldenthread.claims.changes.sizes import changes_named
from goldenthread.claims.language.directions import NEGATED, NOUN, VERB, sign_of
from goldenthread.claims.language.skeleton import (
    DURATION,
    PERCENT,
    QUANTITY,
    WHEN,
    Skeleton,
)

_WORDS = rf"[^{QUANTITY};.:()]"
# How long a time was is no number beside what is counted over it: "the three-year average".
_OVER = r"(?=[ -](?:periods?|average|rolling|moving|mean|window|span)\b)"
_WINDOW = rf"(?:[{DURATION}]{_OVER})?"
_A, _B = rf"(?P<a>[{QUANTITY}])", rf"(?P<b>[{QUANTITY}])(?!{_OVER})"
_LIGHT = (
    r"(?:(?:still|much|slightly|significantly|well|far|considerably|a|little|just|substantially|"
    r"markedly|marginally|also|therefore|statistically|even|now) )*"
)
_COMPARED = (
    r"(?P<word>higher|lower|greater|larger|smaller|longer|shorter|more|fewer|less) than|"
    r"(?P<where>above|below)"
)
_HIGHER = re.compile(
    rf"{_A}(?P<of>{_WORDS}{{0,60}}?)\)?"
    r"(?:,? (?:(?:which|this|that|it) )?(?:is|was|are|were|remains?|remained) |, )"
    rf"{_LIGHT}(?:{_COMPARED}) (?P<then>{_WORDS}{{0,60}}?{_WINDOW}{_WORDS}{{0,40}}?)"
    rf"(?P<bracket>\()?{_B}(?(bracket)[^{QUANTITY}()]{{0,30}}\))"
)
# "47% of these, but this rises to 52% of those", "12 in 2021, falling to 9".
_AGAIN = (
    r"(?:(?:then|has|have|had|also|since|was|is|were|only|even|gradually|again|slightly|sharply|"
    r"significantly|steadily|further|back|up|down) )*"
)
_RISES_TO = re.compile(
    rf"{_A}(?P<of>{_WORDS}{{0,90}}?)(?:[;,.]|,? –|\),?)"
    r"(?: (?:but|and|however|although|while|whereas),?)* "
    r"(?:(?:this|it|which|that|the (?:figure|number|proportion|percentage|rate|share|total)) "
    rf"{_AGAIN}|(?=\w+ing\b))(?P<word>{VERB}) {_AGAIN}to {LEAD}{_B}"
)
# "Prices rose by 8.1% in the year to March, up from 7.4% in the year to June": rates of growth.
_GROWTH = re.compile(
    rf"\b(?P<grown>{VERB}|{NOUN})(?: (?:by|of))? (?P<a>[{PERCENT}])"
    r"(?P<of>(?: (?:in|over|during|for|on|to|the|a|year|quarter|month|compared with)"
    rf"| ?[{WHEN}])*) ?\(?,? (?:revised |a rate )?(?P<word>up|down) from "
    rf"(?:(?:an? |the )?(?:annual |previously estimated |revised |initial )*(?:{NOUN}) of )?"
    rf"(?:(?:the|a|an|previously|estimated|initial|first|estimate|of) )*(?P<b>[{PERCENT}])"
)
# What joins another thing to the first, or bounds it.
_OTHERWISE = re.compile(
    r"\b(?:and|but|while|whilst|whereas|although|though|who|because|so|if|target\w*|rank\w*|"
    r"respectively|expected|between|from|no|not|any|every|each|other|some|combined|together|"
    r"total of|sum of|deficit|loss|net|minus)\b"
)
_RANKED = re.compile(r"\b(?:rank\w*|positions?|league|places?|decile|quintile|grades?|p-value)\b")
_A_PART = re.compile(rf"[{QUANTITY}][^{QUANTITY}.;]{{0,40}} of (?:the |all |our |its |these )?$")


def plain_ways(skeleton: Skeleton, since: int) -> Iterator[Judged]:
    """Each word of direction told in such a form from ``since`` on, with the two it is of."""
    if _RANKED.search(skeleton.text):
        return
    for pattern in (_HIGHER, _RISES_TO, _GROWTH):
        for match in pattern.finditer(skeleton.text):
            if match.start("b") >= since and (judged := _judged(skeleton, match)):
                yield judged


def _judged(skeleton: Skeleton, match: re.Match[str]) -> Judged | None:
    words = match.groupdict()
    word = words["word"] or words.get("where") or ""
    sign = sign_of(word) if sign_of(words.get("grown") or "rise") > 0 else 0
    told, other = skeleton.number(match["a"]), skeleton.number(match["b"])
    level, held = skeleton.quantities[told], skeleton.quantities[other]
    named = {size.number for size in changes_named(skeleton)}
    if not sign or level.measure is not held.measure or level.measure not in ENDS:
        return None
    growth = match.re is _GROWTH
    if (not growth and (told in named or other in named)) or not alike(level, held):
        return None
    if level.hedge or held.hedge or how_many_times(skeleton, told, other) > _MOST_TIMES:
        return None
    if NEGATED.search(skeleton.text[: match.start("word")]) or _otherwise(skeleton, match):
        return None
    above = "then" in words or growth
    difference = held.interval - level.interval
    sign = -sign if above else sign
    can = difference.high > 0 if sign > 0 else difference.low < 0
    before, after = (other, told) if above else (told, other)
    return Judged(
        verdict=Verdict.HOLDS if can else Verdict.DIRECTION,
        pair=Pair(before=before, after=after, how=How.COMPARED if above else How.THEN),
        direction=Direction(word, -sign if above else sign),
        plain=True,
    )


_MOST_TIMES = 10


def _otherwise(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the words bring in another thing, or one of the two is a whole or a part."""
    text = skeleton.text
    words = match.groupdict()
    if words.get("then") is not None and _OTHERWISE.search(f"{words['of']}|{words['then']}"):
        return True
    if words.get("then") is None and re.search(r"\b(?:target|between|and)\b", words["of"] or ""):
        return True
    if _A_PART.search(text[: match.start("a")]) or _A_PART.search(text[: match.start("b")]):
        return True
    return (
        PART_OF.search(text) is not None
        or re.match(rf" (?:out )?of (?:the |all )?[{QUANTITY}]", text[match.end("b") :]) is not None
    )
