"""What closed before it opened, and meetings told of one period that lie outside it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from goldenthread.claims.series.moments import Grain, Moment, Span, last_day
from goldenthread.claims.series.slips import Slip

_OPENED = re.compile(
    r"\b(?:opened|began|begun|started|launched|commenced|set\s+up|founded)\s+(?:(?:for"
    r"|to)\s+(?:\w+\s+){1,2})?(?:in|on)\s+"
    r"(?:the\s+|\w+day\s+)?$",
    re.IGNORECASE,
)
# Between the two dates nothing may come in that could be another thing's.
_CLOSED = re.compile(
    r"\s*,?\s*(?:(?:and|but|it|then|had|has|was|were|is|to|be|will|finally|later|which|that|when"
    r"|before)\s+)*"
    r"(?:with\s+a\s+(?:closing\s+date|deadline|end\s+date)\s+of"
    r"|(?P<verb>closed|closes?|ended|ends?|finish(?:ed|es)?|concluded?|concludes|completed"
    r"|expired|expires"
    r"|stopped)\s+(?:in|on|at\s+the\s+end\s+of))\s+(?:the\s+|\w+day\s+)?",
    re.IGNORECASE,
)
_A_FIRST = re.compile(
    r"\b(?:a|the|our|its)\s+first\b(?!\s+(?:quarter|half|term))[^.;]{0,50}\b(?:in"
    r"|on)\s+(?:\w+day\s+)?$",
    re.I,
)
_A_SECOND = re.compile(
    r"\s*,?\s*(?:and|with|,)?\s*(?:a|the|our|its)\s+second\b(?!\s+(?:quarter|half"
    r"|term))[^.;]{0,40}?\b(?:in|on|for)\s+(?:\w+day\s+)?",
    re.IGNORECASE,
)
_A_YEAR = re.compile(
    r"\b(?:the|this|our)\s+(?:(?:financial|reporting|full|calendar|municipal"
    r"|academic)\s+)?year\s*(?:,|\()?\s*"
    r"(?:from\s+)?$",
    re.IGNORECASE,
)
_ANNUAL = re.compile(
    r"\b(?:annual|yearly)\s+(?:report|review|account|statement)s?\b[^.;]{0,30}\b(?:covers"
    r"|covering|for|is\s+for)\s+"
    r"(?:the\s+)?(?:period\s+)?(?:from\s+)?$",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:part|half|quarter|to\s+date|so\s+far|remainder|rest)\b", re.IGNORECASE)
_SLACK = 40  # from the first day to the last, or to the first of the next month
_OTHERS = re.compile(
    r"\b(?:another|others?|former|previous|replac\w*|predecessor|re-?opened|old|next|second|instead"
    r"|respectively|corrected)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:^|[.;]\s+|,\s+)(?:in|during|over|throughout|between|for|across)\s+(?:the\s+)?"
    r"(?P<kind>(?:calendar|financial|academic|school|municipal|reporting)\s+year\s+|year\s+)?"
    r"(?:from\s+|of\s+)?$",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|sat|meetings?\s+(?:were|was)\s+held|were\s+held|was\s+held|took\s+place|gathered"
    r"|convened"
    r"|held\s+(?:\w+\s+){0,2}meetings?)\b(?P<how>[^.;]{0,40}?)\b(?:on|in)\s+(?:\w+day\s+)?$",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(
    r"\b(?:plan\w*|agreed|discuss\w*|minutes?|report\w*|publish\w*|previous\w*|will|next|since"
    r"|before|after"
    r"|last\s+(?:met|held)|until|due|review\w*\s+of)\b",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,|and|,\s*and|&)\s*(?:(?:last|finally|lastly|again|then|,|on"
    r"|in)\s*,?\s*)*(?:\w+day\s+)?",
    re.IGNORECASE,
)


def closed_before(text: str, named: list[Moment]) -> Iterator[Slip]:
    """Every end told of something that comes before its beginning, both dated."""
    for first, last in pairwise(named):
        if not (first.year and last.year) or not _OPENED.search(text[: first.start]):
            continue
        if not _CLOSED.fullmatch(text, first.end, last.start) or _OTHERS.search(text):
            continue
        one, other = _days(first), _days(last)
        if one and other and other[1] < one[0]:
            verb = _CLOSED.match(text, first.end, last.start)
            start = verb.start("verb") if verb and verb["verb"] else last.start
            yield Slip(
                printed=text[start : last.end],
                message="The end comes before the beginning: put one of the dates right.",
                evidence=f"{last.text} is before {first.text}",
            )


def second_before_first(text: str, named: list[Moment]) -> Iterator[Slip]:
    """A second told of for a time before the first: "a first in October, a second in May"."""
    for first, last in pairwise(named):
        if not (first.year and last.year):
            continue
        if not _A_FIRST.search(text[: first.start]) or not _A_SECOND.fullmatch(
            text, first.end, last.start
        ):
            continue
        one, other = _days(first), _days(last)
        if one and other and other[1] < one[0]:
            yield Slip(
                printed=last.text,
                message="The second comes before the first: put one of the dates right.",
                evidence=f"{last.text} is before {first.text}",
            )


def not_a_year(text: str, joined: list[Span]) -> Iterator[Slip]:
    """A year told from its first to its last day that is two years long, or half a year."""
    for span in joined:
        if span.first.grain is not Grain.DAY or not (span.first.year and span.last.year):
            continue
        lead = text[max(0, span.start - 90) : span.start]
        if not (_A_YEAR.search(lead) or _ANNUAL.search(lead)) or _PART.search(lead):
            continue
        first, last = _days(span.first), _days(span.last)
        if first is None or last is None or last[1] <= first[0]:
            continue
        days = (last[1] - first[0]).days + 1
        if abs(days - 365) > _SLACK:
            right = last_of_year(first[0])
            yield Slip(
                printed=text[span.start : span.end],
                expected=f"{span.first.text} to {right.day} {right:%B %Y}",
                message="A year is told here, and the dates are not a year apart: put one right.",
                evidence=f"{span.first.text} to {span.last.text} is {days} days, and a year is 365",
            )


def last_of_year(first: date) -> date:
    """The last day of the year that begins on a day."""
    try:
        return first.replace(year=first.year + 1) - timedelta(days=1)
    except ValueError:  # 29 February
        return first.replace(year=first.year + 1, day=28)


def outside_its_period(text: str, named: list[Moment], joined: list[Span]) -> Iterator[Slip]:
    """Every date of a meeting that does not lie in the period the sentence says it is told of."""
    period = _period(text, named, joined)
    if period is None:
        return
    begins, ends, words, after = period
    dates = [each for each in named if each.start >= after]
    first = next((n for n, each in enumerate(dates) if _MET.search(text[after : each.start])), None)
    if first is None:
        return
    lead = _MET.search(text[after : dates[first].start])
    if lead is None or _NOT_THEN.search(text[after : dates[first].start]):
        return
    for place, moment in enumerate(dates[first:], start=first):
        if place > first and not _AND.fullmatch(text, dates[place - 1].end, moment.start):
            return
        days = _days(moment) if moment.year and moment.grain in (Grain.DAY, Grain.MONTH) else None
        if days and (days[1] < begins or days[0] > ends):
            side, edge = ("before", begins) if days[1] < begins else ("after", ends)
            yield Slip(
                printed=moment.text,
                message=f"The date is told of {words} and does not lie in it: put the date right.",
                evidence=f"{moment.text} is {side} {edge.day} {edge:%B %Y}",
            )


def _period(
    text: str, named: list[Moment], joined: list[Span]
) -> tuple[date, date, str, int] | None:
    """The first and last day of the period that opens the sentence, its words and its end."""
    for span in joined:
        if _PERIOD.search(text[: span.start]) and span.first.grain in (Grain.DAY, Grain.MONTH):
            first, last = _days(span.first), _days(span.last)
            if first and last and span.first.year and span.last.year and first[0] < last[1]:
                return first[0], last[1], text[span.start : span.end], span.end
    for moment in named:
        match = _PERIOD.search(text[: moment.start])
        if match is None or any(moment in (span.first, span.last) for span in joined):
            continue
        kind = (match["kind"] or "").lower()
        if moment.grain is Grain.FINANCIAL_YEAR:
            month = 9 if kind.startswith(("academic", "school")) else 4
            end = date(moment.year + 1, month - 1, last_day(moment.year + 1, month - 1))
            return date(moment.year, month, 1), end, moment.text, moment.end
        if moment.grain is Grain.YEAR and kind.startswith("calendar"):
            return date(moment.year, 1, 1), date(moment.year, 12, 31), moment.text, moment.end
    return None


def _days(moment: Moment) -> tuple[date, date] | None:
    """The first and last day of a moment with its year; None where there is no such day."""
    try:
        if moment.grain is Grain.DAY:
            day = moment.as_date()
            return day, day
        if moment.grain is Grain.MONTH:
            end = last_day(moment.year, moment.month)
            return date(moment.year, moment.month, 1), date(moment.year, moment.month, end)
        if moment.grain is Grain.YEAR:
            return date(moment.year, 1, 1), date(moment.year, 12, 31)
    except ValueError:
        return None
    return None
