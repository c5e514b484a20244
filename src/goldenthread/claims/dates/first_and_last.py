"""The first or last of what a period saw, on a day outside it.

"Spring term (8 January to 28 March 2024): 90 referrals. The first came on 9 January 2024, the last
on 3 May 2024."
"""

import re
from collections.abc import Iterator
from datetime import date

from goldenthread.claims.dates.moments import YEAR, Grain, Moment, Span, days_of, spans
from goldenthread.claims.dates.slips import Slip

_PERIOD = re.compile(
    rf"\b(?:term|half[- ]term|quarter|period|season|half|half[- ]year|year|months)\s*"
    rf"(?P<year>{YEAR})?\s*\((?:from\s+)?$",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"(?:(?:^|[.:(–—])\s*(?:The\s+)?|(?:[,;]|\band)\s*(?:and\s+)?(?:the|its)\s+)(?:very\s+)?"
    r"(?:first|last|earliest|latest|final)(?:\s+(?:one|of\s+(?:them|these|all)))?"
    r"(?:\s+(?:came|was|were|arrived|received"
    r"|made|opened|reported|recorded|logged|reached\s+us|in))*\s+(?:on\s+)?(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
_NEAR = 160
# An answer, a decision or a payment may well come after what it belongs to, and the first of a
# run before it.
_LATER = re.compile(
    r"\b(?:repl\w+|respon\w+|answer\w*|consult\w*|late|later|paid|payments?|minutes|decisions?"
    r"|outcomes?|conclu\w+|complet\w+|closed|published|reports?|appeals?|will|due|since|next"
    r"|before|previous\w*|carried|drawn|extracted|plan\w*|until"
    r"|second|third|fourth|fifth|sixth|run|series|ever|history)\b",
    re.IGNORECASE,
)


def outside_its_brackets(text: str, named: list[Moment]) -> Iterator[Slip]:
    """Every first or last of a passage told on a day outside the one period in brackets."""
    found = [each for each in spans(text, named) if _period(text, each)]
    if len(found) != 1 or (period := _period(text, found[0])) is None:
        return
    begins, ends = period
    words = text[found[0].start : found[0].end]
    after = text.find(")", found[0].end)
    for moment in named:
        if (
            not after < moment.start < after + _NEAR
            or moment.grain is not Grain.DAY
            or not moment.year
        ):
            continue
        day = days_of(moment)
        lead = text[max(0, moment.start - 80) : moment.start]
        if not day or not _EDGE.search(lead) or _LATER.search(text[after : moment.start]):
            continue
        if day[1] < begins or day[0] > ends:
            side, edge = ("before", begins) if day[1] < begins else ("after", ends)
            yield Slip(
                printed=moment.text,
                message=f"What is told is of {words}, and this day does not lie in it: put one of "
                "the dates right.",
                evidence=f"{moment.text} is {side} {edge.day} {edge:%B %Y}",
            )


def _period(text: str, span: Span) -> tuple[date, date] | None:
    """The first and last day in brackets after the period's name, or after its name and year."""
    led = _PERIOD.search(text[: span.start])
    closes = text.startswith(")", span.end)
    if led is None or not closes or span.first.grain is not Grain.DAY or span.joint == "and":
        return None
    last_year = span.last.year or int(led["year"] or 0)
    crosses = (span.first.month, span.first.day) > (span.last.month, span.last.day)
    try:
        begins = date(span.first.year or last_year - crosses, span.first.month, span.first.day)
        ends = date(last_year, span.last.month, span.last.day)
    except ValueError:
        return None
    # A year printed ahead of a period that runs into the next may be that of either end.
    return None if (crosses and not span.last.year) or ends <= begins else (begins, ends)
