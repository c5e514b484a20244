"""What was published of a visit before the visit: "on 14 June 2023. The letter came on 24 May".

A letter, report or result comes after what it is of. The day of the visit stands in the sentence
before, or earlier in the same one.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.dates.moments import Grain, Moment, days_of, moments
from goldenthread.claims.dates.slips import Slip

_EVENT = re.compile(
    r"\b(?:inspect(?:ed|ion)|visit(?:ed)?|audit(?:ed)?|review(?:ed)?|survey(?:ed)?|hearing"
    r"|assess(?:ed|ment)|fieldwork|consultation|census|ballot|inquest|incident|count)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:on|between|from|held|(?:and|to|of))\s(?:\w+day,?\s)?(?:\d{1,2}\s(?:and|to|–)\s)?$", re.I
)
_TOLD = re.compile(
    r"(?:^|[.;,]\s(?:and\s)?)(?:The|Its|Their|Our)\s(?:(?:full|final|formal|inspection|written"
    r"|published|headline|resulting|outcome|feedback|audit|survey|review)\s){0,2}"
    r"(?:letter|report|findings?|results?|outcome|judgements?|grading|feedback|verdict"
    r"|conclusions?)\s(?:of\sth(?:e|is)\s(?:visit|inspection|audit|review|survey)\s)?"
    r"(?:(?:was|were|has\sbeen|had\sbeen|is)\s)?(?:\w+ly\s)?(?:published|issued|received|released"
    r"|shared|sent|announced|presented|came|arrived|followed|confirmed)\b[^.;\d]{0,40}?"
    r"\b(?:on|in|dated)\s(?:\w+day,?\s)?$",
    re.IGNORECASE,
)
# Of another visit, or of the one before.
_ANOTHER = re.compile(
    r"\b(?:previous|earlier|former|first|second|last|next|another|follow(?:ing|-?up)|draft"
    r"|re-?inspect\w*|planned|due|will|since|before|ahead)\b",
    re.IGNORECASE,
)


def reported_before(before: str, text: str) -> Iterator[Slip]:
    """Every report dated before what it is of."""
    lead = f"{before} " if before else ""
    whole = lead + text
    named = [each for each in moments(whole) if each.grain in (Grain.DAY, Grain.MONTH)]
    for place, each in enumerate(named):
        if each.start < len(lead) or not each.year:
            continue
        told = _TOLD.search(whole, max(0, each.start - 160), each.start)
        if told is None or _ANOTHER.search(whole, told.start(), each.start):
            continue
        events = [one for one in named[:place] if one.end <= told.start() + 2 and one.year]
        if len(events) != 1 or not _is_of(whole, events[0]):
            continue
        one, other = days_of(events[0]), days_of(each)
        if one and other and other[1] < one[0]:
            yield Slip(
                printed=each.text,
                message="What was found is dated before what it was found of: put one of the dates "
                "right.",
                evidence=f"{each.text} is before {events[0].text}",
            )


def _is_of(text: str, event: Moment) -> bool:
    """Whether a day is plainly that of an event which others then report on."""
    start = max(text.rfind(". ", 0, event.start) + 1, 0)
    words = text[start : event.start]
    return bool(
        _EVENT.search(text, start, event.end + 40)
        and _HELD.search(words)
        and not _ANOTHER.search(words)
    )
