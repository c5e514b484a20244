"""Dates told as entries: "Opened: 9 August 2023. Closed: 2 July 2023."."""

import re
from collections.abc import Iterator
from itertools import pairwise

from goldenthread.claims.dates.moments import Grain, Moment, days_of
from goldenthread.claims.dates.slips import Slip

_WHAT = r"(?P<what>(?:[A-Za-z]+\s+){0,3}?)"
_ON = r"(?:\s+(?:date|on))?\s*[:–—-]\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?$"
_BEGINS = re.compile(
    rf"(?:^|[.;,|\n]\s*){_WHAT}\b(?:opene?d?|opens|opening|start(?:ed|s)?|began|begins|launch(?:ed|es)?|"
    rf"from|issued|commenced|commences|advertised|received|logged|raised){_ON}",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"(?:^|[.;,|\n]\s*){_WHAT}\b(?:closed?|closes|closing|finish(?:ed|es)?|end(?:ed|s)?|complet(?:ed|ion)|"
    rf"expire[sd]?|deadline|resolved|concluded){_ON}",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:re-?opened|previous|last|next|another|first|second)\b", re.IGNORECASE)
_MAY = re.compile(r"(?:date|on|[a-z])\s*[:–—-]\s*[A-Za-z]*\s*\d", re.IGNORECASE)


def may_be_entries(text: str) -> bool:
    """Whether it is worth looking for dates after labels."""
    return bool(_MAY.search(text))


def ended_first(text: str, named: list[Moment]) -> Iterator[Slip]:
    """Each end labelled as one that comes before the beginning labelled last, of one thing."""
    if _AGAIN.search(text):
        return
    told = [
        (moment, begins, match["what"].strip().lower())
        for moment in named
        if moment.grain in (Grain.DAY, Grain.MONTH) and moment.year
        for begins, pattern in ((True, _BEGINS), (False, _ENDS))
        if (match := pattern.search(text[: moment.start]))
    ]
    for (first, begins, one), (last, more, other) in pairwise(told):
        early, late = days_of(first), days_of(last)
        if begins and not more and one == other and early and late and late[1] < early[0]:
            yield Slip(
                printed=last.text,
                message="The end comes before the beginning: put one of the dates right.",
                evidence=f"{last.text} is before {first.text}",
            )
