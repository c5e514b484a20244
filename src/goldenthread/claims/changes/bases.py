"""Whether the two numbers a size is held against are on the base it names, if it names one."""

import re
from datetime import timedelta

from goldenthread.claims.language.assertion import Stated
from goldenthread.claims.language.model import Time
from goldenthread.claims.language.skeleton import (
    EARLIER,
    LAST,
    LATER,
    QUANTITY,
    TIME,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.timing import when

_OF = (
    r"(?:the|that|those|of|in|a|total|just|our|its|last|year's|[a-z]+'s|peak|trough|high|low|level|"
    r"figure|record|baseline|rate|average"
)
# "9% above the 410 of last year".
_A_NUMBER = re.compile(
    r"(?: [a-z-]+){0,3}? (?:on|than|below|above|over|from|against|short of) "
    rf"(?:{_OF}|[{WHEN}](?:'s)?) )*(?P<base>[{QUANTITY}])"
)
# "Up 9% on 2019", "2019, up 20% on June of the year before".
_A_TIME = re.compile(
    r"[\s)]*(?:[a-z]+ ){0,3}?(?:from|on|since|over|against|than|below|above|compared (?:with|to)|"
    r"between) (?:(?:the|that of|those of|in|what it was in|peak|high|low|level|figure|of|at) )*"
    rf"(?P<when>[{WHEN}])(?P<year> (?:of )?[{WHEN}])?"
)
_RECKONED = re.compile(
    rf"(?<!not )\b(?:since|against|compared (?:with|to)|than in|on) (?P<when>[{TIME}])"
)
_THAT_IS = re.compile(r"[ ,:(–]*(?:that is|i\.e\.|namely|from|with|:|\(|–)")
# "Up by 14%, as is known: since 2021 the number has gone from 96 to 214".
_SINCE = re.compile(r"[:–,;.] ?since\b")


# "31 more than we had counted on": the base is told in words alone.
_THAN = re.compile(r"(?: [a-z-]+){0,4} (?:than|what) (?P<base>[^,.;:()]*)")
_A_PAST = re.compile(
    rf"[{QUANTITY}{WHEN}]|\b(?:then|when|before|previous|first|last|"
    r"earlier|once|now)\b|\b(?:it|they) (?:was|were|had been)$"
)


# "Nine above the average": of what it is unless that has been told.
_A_NORM = re.compile(
    rf"(?: [a-z-]+){{0,2}}? (?:on|above|below|over|under|from|than|against|short of) "
    rf"(?:the |our |its |a )?(?:[a-z-]+ ){{0,2}}(?P<norm>average|mean|norm|median|usual|normal|"
    rf"target|forecast|budget|peak|trend)\b(?! (?:of|was) [{QUANTITY}])"
)


def on_a_norm(text: str, at: int) -> bool:
    """Whether a size is told on an average or a target that the text before it has not told."""
    match = _A_NORM.match(text, at + 1)
    return match is not None and match["norm"] not in text[:at]


def on_its_base(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether the number or time that a size is told on, if any, is that of one of the two."""
    at = skeleton.at[stated.place]
    if on_a_norm(skeleton.text, at):
        return False
    number = _A_NUMBER.match(skeleton.text, at + 1)
    if number is not None:
        base = skeleton.number(number["base"])
        # "31% above the trough of 15,618, but below the peak of 23,240": neither is what is so.
        return base in pair and not any(_a_base_too(skeleton, each, base) for each in pair)
    than = _THAN.match(skeleton.text, at + 1)
    if than is not None and not _A_PAST.search(than["base"]):
        return False
    if _SINCE.search(skeleton.text[at : min(skeleton.at[each] for each in pair)]):
        return False
    return _on_its_time(skeleton, at, pair)


_A_BASE = re.compile(
    rf"\b(?:on|than|below|above|over|against|short of) (?:{_OF}|[{WHEN}](?:'s)?) )*$"
)


def _a_base_too(skeleton: Skeleton, place: int, base: int) -> bool:
    """Whether a number is what something else is held against: "below the peak of 23,240"."""
    before = skeleton.text[: skeleton.at[place]]
    return place != base and _A_BASE.search(before) is not None


# Two numbers dated farther apart than this are not of one year and the year before.
_YEAR_BEFORE = timedelta(days=550)


def _a_year_apart(known: list[Time]) -> bool:
    """Whether two dated numbers may be of one year and the one before, so far as is known."""
    if len(known) < 2 or not all(each.year_given for each in known):
        return True
    return abs(known[0].first - known[1].first) < _YEAR_BEFORE


def _on_its_time(skeleton: Skeleton, at: int, pair: tuple[int, int]) -> bool:
    slots = [when(skeleton, each) for each in pair]
    known = [time for slot in slots if slot and (time := skeleton.time(slot))]
    first = _A_TIME.match(skeleton.text, at + 1)
    if first and first["year"]:
        return False
    sentence = skeleton.text.rfind(". ", 0, at) + 1
    for match in (first, *_RECKONED.finditer(skeleton.text, sentence)):
        if match is None or match["when"] in slots:
            continue
        if match["when"] in (EARLIER, LAST) and not _a_year_apart(known):
            return False
        undated = "than in " in match.group() and set(slots) <= {"", LATER}
        if undated and (_THAT_IS.match(skeleton.text, match.end()) or not first):
            continue  # "more than in December, that is 612 rather than 588"
        told = skeleton.time(match["when"])
        if told and not any(each.first <= told.last and told.first <= each.last for each in known):
            return False
    return True


# "The rate fell by 14.7% between 2005/06 and 2015/16": from one year that is named to another.
_ITS_TIMES = re.compile(
    rf"[^{QUANTITY}.;,]{{0,40}} (?:between|from) [{TIME}](?: (?:and|to) [{TIME}])?"
)


def names_its_times(skeleton: Skeleton, at: int, *numbers: int) -> bool:
    """Whether a size names its two times, and all these numbers stand in sentences before it."""
    start = skeleton.text.rfind(". ", 0, at)
    told_before = all(skeleton.at[each] < start for each in numbers)
    return told_before and bool(_ITS_TIMES.match(skeleton.text, at + 1))
