"""What was adopted before it was consulted on, where the words have the consultation first.

"The policy went to consultation from 4 March to 26 April 2024. Having weighed the replies, Cabinet
adopted it on 18 January 2024."
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from goldenthread.claims.dates.moments import Grain, Moment, days_of
from goldenthread.claims.dates.slips import Slip

_CONSULTED = re.compile(
    r"\b(?:consult(?:ation|ed)(?:\s+(?:on|upon)\b[^.;\d]{0,60}?)?)\b[^.;\d]{0,40}?"
    r"\b(?:from|between|on|in|during|began|opened|started|ran)\s+(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"\b(?:was|were|we|they|council|cabinet|committee|board|partners(?:hip)?|governors|trustees"
    r"|members|councillors|panel|executive|mayor|commissioner|authority|it)\s+"
    r"(?:(?:then|duly|formally|finally|unanimously)\s+)?(?:adopted|approved|agreed|ratified|signed\s+off|confirmed|endorsed)\s+"
    r"(?:(?:it|them|(?:the|this|our|its)\s+(?:(?:final|new|revised|amended)\s+)?[a-z]+)\s+)?"
    r"(?:by\s+[^.;,\d]{1,40}?\s+)?on\s+(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
# Only where the words say that the one followed upon the other.
_THEREUPON = re.compile(
    r"\b(?:having|after\s+(?:weighing|considering|reading|hearing|taking|that|this|these|the\s+(?:"
    r"replies|responses|consultation))|following|in\s+(?:the\s+)?light\s+of|as\s+a\s+result|then"
    r"|subsequently|afterwards|thereafter|finally)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:draft|to\s+consult|for\s+consultation|earlier|previous\w*|already|before|prior|had\s+"
    r"(?:been\s+)?(?:adopted|approved|agreed)|interim|old|existing|another|second|next|first"
    r"|will|due|planned|in\s+principle)\b",
    re.IGNORECASE,
)
_NEAR = 420
_FARTHEST = 550  # days: what was adopted longer ago was the one before


def adopted_first(text: str, named: list[Moment]) -> Iterator[Slip]:
    """Every adoption of a passage dated before the one consultation it is said to follow."""
    days = [each for each in named if each.grain is Grain.DAY]
    held = [each for each in days if _CONSULTED.search(text[: each.start])]
    if len(held) != 1:
        return
    begun = held[0]
    for moment in days:
        if not begun.end < moment.start < begun.end + _NEAR or not moment.year:
            continue
        between = text[begun.end : moment.start]
        if not _ADOPTED.search(between) or not _THEREUPON.search(between):
            continue
        if _ANOTHER.search(between):
            continue
        first = _begun(begun, days)
        one, other = first and days_of(first), days_of(moment)
        if not (first and one and other):
            return
        if 0 < (one[0] - other[1]).days < _FARTHEST:
            yield Slip(
                printed=moment.text,
                message="What was consulted on is adopted before the consultation: put one of the "
                "dates right.",
                evidence=f"{moment.text} is before {first.text}",
            )
        return


def _begun(begun: Moment, days: list[Moment]) -> Moment | None:
    """The first day of a consultation; its year may be printed with its last alone."""
    if begun.year:
        return begun
    after = [each for each in days if each.start > begun.start]
    if not after or not after[0].year:
        return None
    crosses = (begun.month, begun.day) > (after[0].month, after[0].day)
    return replace(begun, year=after[0].year - crosses)
