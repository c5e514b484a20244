"""Meetings told of one period that lie outside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.claims.dates.moments import Grain, Moment, Span, days_of, last_day
from goldenthread.claims.dates.slips import Slip

_IN = r"(?:in|during|over|throughout|between|for|across|of)"
_KIND = (
    r"(?P<kind>(?:calendar|financial|academic|school|municipal|reporting)\s+year\s+"
    r"|year\s+(?:from\s+)?)?"
)
_PERIOD = re.compile(
    rf"(?:^|[.;]\s+|,\s+){_IN}\s+(?:the\s+)?{_KIND}(?:from\s+|of\s+)?$",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|sat|meetings?\s+(?:were|was)\s+held|were\s+held|was\s+held|took\s+place|gathered"
    r"|convened"
    r"|held\s+(?:\w+\s+){0,2}meetings?)\b(?P<how>[^.;]{0,40}?)(?:\b(?:on|in)|\s*[:(–—])\s+(?:\w+day\s+)?$",
    re.IGNORECASE,
)
# What else was done on each of several days: "drills were carried out on 3 May and 4 June".
_DONE = re.compile(
    r"\b(?:was|were|has|have|had|been|[a-z]{3,}ed|gave|ran|went|made|took|came)\b[^.;]{0,60}?"
    r"(?:\bon|\s*[:(–—])\s+(?:\w+day\s+)?$",
    re.IGNORECASE,
)
_LIST = 3  # so many days, of which all but one lie in the period
# "The forum met four times in 2023/24: ...", "Meetings in 2023/24 were held on ...".
_MET_IN = re.compile(
    r"\b(?:met|sat|gathered|convened|(?:meetings?|sittings?|sessions?)(?:\s+(?:were\s+|was\s+)?held)?"
    rf"|held\s+(?:\w+\s+){{0,2}}meetings?)\b[^.;:\d]{{0,40}}?\b{_IN}\s+(?:the\s+)?{_KIND}"
    r"(?:from\s+|of\s+)?$",
    re.IGNORECASE,
)
_DATES = re.compile(
    r"\s*(?:[:(–—,-]|\s)\s*(?:(?:they\s+)?(?:were|was)\s+(?:held\s+)?)?(?:namely\s+)?"
    r"(?:on\s+|in\s+)?(?:\w+day\s+)?",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(
    r"\b(?:plan\w*|agreed|discuss\w*|minutes?|report\w*|publish\w*|previous\w*|will|next|since"
    r"|before|after"
    r"|last\s+(?:met|held)|until|due|review\w*\s+of)\b",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,|;|and|[,;]\s*and|&)\s*(?:(?:last|finally|lastly|again|then|,|on"
    r"|in)\s*,?\s*)*(?:\w+day\s+)?",
    re.IGNORECASE,
)
# A year labelled by its two years alone begins at the earliest and at the latest in these months.
_FIRST_START, _LAST_START = 4, 9


@dataclass(frozen=True, slots=True)
class _Period:
    """The first and last day, the words, where they stand, and whether the year may be another."""

    begins: date
    ends: date
    words: str
    start: int
    after: int
    loose: bool = False


def outside_its_period(text: str, named: list[Moment], joined: list[Span]) -> Iterator[Slip]:
    """Every date of a meeting that does not lie in the period the sentence says it is told of."""
    for period in _periods(text, named, joined):
        listed = _listed(text, named, period)
        if not listed or (period.loose and _in_one_year(listed, period)):
            continue
        led = _PERIOD.search(text[: period.start])
        after = [each.start for each in named if each.start >= period.after]
        met = any(_MET.search(text[period.after : start]) for start in after)
        if led and not met and not _are_a_list(listed, period):
            continue
        for moment in listed:
            days = days_of(moment)
            if days and (days[1] < period.begins or days[0] > period.ends):
                early = days[1] < period.begins
                side, edge = ("before", period.begins) if early else ("after", period.ends)
                yield Slip(
                    printed=moment.text,
                    message=f"The date is told of {period.words} and does not lie in it: put the "
                    "date right.",
                    evidence=f"{moment.text} is {side} {edge.day} {edge:%B %Y}",
                )
        return


def _listed(text: str, named: list[Moment], period: _Period) -> list[Moment]:
    """The dates of meetings told of a period, in order; those without a year are left out."""
    dates = [each for each in named if each.start >= period.after]
    first = next((n for n, each in enumerate(dates) if _is_told(text, period, each)), None)
    if first is None:
        return []
    found = dates[first : first + 1]
    for one, other in zip(dates[first:], dates[first + 1 :], strict=False):
        if not _AND.fullmatch(text, one.end, other.start):
            break
        found.append(other)
    return [each for each in found if each.year and each.grain in (Grain.DAY, Grain.MONTH)]


def _is_told(text: str, period: _Period, moment: Moment) -> bool:
    """Whether a date is the first of the meetings told of the period."""
    between = text[period.after : moment.start]
    if _NOT_THEN.search(between):
        return False
    if _PERIOD.search(text[: period.start]):
        return bool(_MET.search(between) or _DONE.search(between))
    return bool(_DATES.fullmatch(between)) and not _NOT_THEN.search(text[: period.start])


def _are_a_list(listed: list[Moment], period: _Period) -> bool:
    """Whether all but one of several days lie in the period."""
    days = [each for moment in listed if (each := days_of(moment))]
    out = [each for each in days if each[1] < period.begins or each[0] > period.ends]
    return len(days) >= _LIST and len(out) <= 1


def _in_one_year(listed: list[Moment], period: _Period) -> bool:
    """Whether some year that the label may stand for holds all the dates."""
    days = [each for moment in listed if (each := days_of(moment))]
    year = period.begins.year
    for month in range(_FIRST_START, _LAST_START + 1):
        begins, ends = date(year, month, 1), date(year + 1, month, 1)
        if all(begins <= each[0] and each[1] < ends for each in days):
            return True
    return False


def _periods(text: str, named: list[Moment], joined: list[Span]) -> Iterator[_Period]:
    """Each period that a sentence tells its meetings of."""
    for span in joined:
        if span.first.grain not in (Grain.DAY, Grain.MONTH) or not _leads(text, span.start):
            continue
        first, last = days_of(span.first), days_of(span.last)
        if first and last and span.first.year and span.last.year and first[0] < last[1]:
            yield _Period(first[0], last[1], text[span.start : span.end], span.start, span.end)
    for moment in named:
        match = _leads(text, moment.start)
        if match is None or any(moment in (span.first, span.last) for span in joined):
            continue
        kind = (match["kind"] or "").lower()
        if moment.grain is Grain.FINANCIAL_YEAR:
            month = 9 if kind.startswith(("academic", "school")) else 4
            end = date(moment.year + 1, month - 1, last_day(moment.year + 1, month - 1))
            begins = date(moment.year, month, 1)
            loose = not kind.startswith(("academic", "school", "financial"))
            yield _Period(begins, end, moment.text, moment.start, moment.end, loose)
        elif moment.grain is Grain.YEAR:
            ends = date(moment.year, 12, 31)
            begins = date(moment.year, 1, 1)
            yield _Period(begins, ends, moment.text, moment.start, moment.end)


def _leads(text: str, start: int) -> re.Match[str] | None:
    return _PERIOD.search(text[:start]) or _MET_IN.search(text[:start])
