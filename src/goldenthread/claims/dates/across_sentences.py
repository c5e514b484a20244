"""Lengths of time told of two moments that stand apart: "on 6 February. It ended on 19 April".

"... was declared over on 19 April, a little over six weeks later", "it remained so for 30 months
and was released on 14 March": the beginning stands in the sentence before, or further back in the
same one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from goldenthread.claims.dates.length_words import COUNT
from goldenthread.claims.dates.lengths import size_of
from goldenthread.claims.dates.moments import Grain, Moment, days_of, moments
from goldenthread.claims.dates.slips import Slip

_LATER = re.compile(
    r",?\s(?:(?:a\s(?:little|bit|few\sdays)|just|some|about|around|nearly|almost|over|under|more"
    r"|less|than|only|exactly|roughly|approximately|fully)\s){0,4}$",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"\s(?:later|afterwards|after(?:\sthat)?(?=[,.;)]|$))\b", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?:remain(?:ed|ing)|stay(?:ed|ing)|lasted|lasting|ran|continued|spent|served|suspended"
    r"|closed|shut|(?:was|were)\s(?:open|away|vacant|empty)|in\s(?:place|force|post|operation"
    r"|measures)|out\sof\s(?:use|action))\b(?:(?!\b(?:not|never|each|every)\b)[^.;\d]){0,30}?"
    r"(?:\sfor)?\s(?:(?:just|a\s(?:little|bit)|some|about|nearly|almost|over|under|more|less|than)"
    r"\s){0,3}$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"[^.;:()]{0,80}?(?:\b(?:until|and|before|when|to)\b|,)[^.;:()]{0,60}?"
    r"\b(?:on|in|until|till|to)\s(?:\w+day,?\s)?",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|over|under|more|less)\b", re.I
)
# What else may have happened in between has a beginning of its own.
_ANEW = re.compile(
    r"\b(?:second|third|another|again|re-?opened|resumed|last|previous|earlier|planned|expected"
    r"|scheduled|due|would|will|target|average|each|every|working|school|respectively)\b",
    re.IGNORECASE,
)
_DAYS = {
    "week": Fraction(7),
    "month": Fraction(487, 16),
    "year": Fraction(1461, 4),
    "day": Fraction(1),
}
# So far from the length told nobody quarrels; a hedge gives half a unit more.
_SLACK = {"day": 3, "week": 6, "month": 20, "year": 120}
_OF_A_MONTH = 31


def lengths_apart(before: str, text: str) -> Iterator[Slip]:
    """Every length of a sentence that is not what lies between its two moments, wherever told."""
    lead = f"{before} " if before else ""
    whole = lead + text
    counts = [each for each in COUNT.finditer(whole) if each.start() >= len(lead)]
    if not counts or _ANEW.search(whole):
        return
    named = [each for each in moments(whole) if each.grain in (Grain.DAY, Grain.MONTH)]
    for count in counts:
        number, unit = size_of(count)
        end = _end_of(whole, count, named)
        if end is None or unit not in _DAYS:
            continue
        stop = min(count.start(), end.start)
        starts = [
            each for each in named if each.end <= stop and each.grain is end.grain and each.year
        ]
        if len(starts) != 1:
            continue
        hedged = bool(_HEDGED.search(whole, max(0, count.start() - 20), count.start()))
        if slip := _slip(count.group(), number, unit, (starts[0], end), hedged=hedged):
            yield slip


def _end_of(text: str, count: re.Match[str], named: list[Moment]) -> Moment | None:
    """The moment at which a length is told to be over: "on 19 April, six weeks later"."""
    for each in named:
        if each.end <= count.start():
            if _LATER.fullmatch(text, each.end, count.start()) and _AFTERWARDS.match(
                text, count.end()
            ):
                return each
        elif _LASTED.search(text, max(0, count.start() - 80), count.start()):
            return each if _UNTIL.fullmatch(text, count.end(), each.start) else None
    return None


def _slip(
    words: str, number: int, unit: str, ends: tuple[Moment, Moment], *, hedged: bool
) -> Slip | None:
    first, last = ends
    if not last.year:
        last = replace(last, year=first.year)
        last = replace(last, year=first.year + 1) if _before(last, first) else last
    one, other = days_of(first), days_of(last)
    if one is None or other is None or other[0] <= one[0]:
        return None
    days = Fraction((other[0] - one[0]).days)
    slack = Fraction(_SLACK[unit]) + (_DAYS[unit] / 2 if hedged else 0)
    if first.grain is Grain.MONTH:
        slack += _OF_A_MONTH
    if abs(days - number * _DAYS[unit]) <= slack:
        return None
    found = days / _DAYS[unit]
    told = f"{float(found):.1f}".removesuffix(".0")
    return Slip(
        printed=words,
        expected=f"{round(found)} {unit}s",
        message="The length told is not what lies between the two dates: put it right, or one of "
        "the dates.",
        evidence=f"{first.text} to {last.text} is {told} {unit}s, not {words}",
    )


def _before(one: Moment, other: Moment) -> bool:
    first, second = days_of(one), days_of(other)
    return bool(first and second and first[0] < second[0])
