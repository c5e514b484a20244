"""Times told in the wrong order, and times outside the period that a text says it is about."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from goldenthread.claims.dates.moments import Grain, Moment, Span, last_day
from goldenthread.claims.dates.slips import Slip
from goldenthread.nouns.fault import Severity

_MOVED = re.compile(
    r"\b(?:compar\w+|moved?|brought|revised|rescheduled|changed|amended|backdated"
    r"|differen\w+|differs?|gap"
    r"|variance|versus|vs?\.?|against|postponed|deferred|delayed|extended|backwards?|reverse\w*"
    r"|corrected|updated|instead|shift\w*|rather|relative|change)\b",
    re.IGNORECASE,
)


def backwards(text: str, joined: list[Span]) -> Iterator[Slip]:
    """Every span whose end comes before its beginning."""
    for span in joined:
        first, last = span.first, span.last
        if not first.year and _turned_in_its_month(text, span):
            yield Slip(
                printed=text[span.start : span.end],
                message="The period ends before it begins: put one of the days right.",
                evidence=f"{last.text} is before {first.text}",
            )
        if not (first.year and last.year) or _key(first) <= _key(last) or _MOVED.search(text):
            continue
        between = re.search(r"\bbetween\s+(?:the\s+)?$", text[: first.start], re.IGNORECASE)
        led = between or re.search(r"\bfrom\s+(?:the\s+)?$", text[: first.start], re.IGNORECASE)
        if span.joint == "and" and not between:
            continue
        fine = first.grain in (Grain.DAY, Grain.MONTH)
        if first.grain is Grain.YEAR and (last.year < 1950 or span.joint in ("/", "-", "–", "—")):
            continue
        yield Slip(
            printed=text[span.start : span.end],
            expected=f"{last.text} to {first.text}" if len(last.text) > 2 else "",
            severity=Severity.ERROR if fine or (led and not between) else Severity.WARNING,
            message="The period ends before it begins: put the dates or their years right.",
            evidence=f"{last.text if len(last.text) > 2 else last.year} is before {first.text}",
        )


_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+|\w+day,?\s+)?$", re.IGNORECASE)
_SO_LONG = re.compile(r"\b(?:year|years|months|annual\w*|yearly)\b", re.IGNORECASE)


def _turned_in_its_month(text: str, span: Span) -> bool:
    """Whether days of one month run backwards: "from Monday 10 March to Sunday 2 March 2025".

    The first has no year, and might be of the one before; a day short of a year it would be one.
    """
    first, last = span.first, span.last
    if first.grain is not Grain.DAY or first.month != last.month or not last.year:
        return False
    if span.joint == "and" or first.day - last.day <= 1 or _MOVED.search(text):
        return False
    lead = text[max(0, span.start - 60) : span.start]
    return bool(_FROM.search(lead)) and not _SO_LONG.search(lead)


def _key(moment: Moment) -> tuple[int, int, int, int]:
    return moment.year, moment.month, moment.day, moment.quarter


Period = tuple[date, date, str]

_COVERS = re.compile(
    r"\b(?:(?:this|the|our)\s+(?:annual\s+|yearly\s+|quarterly\s+)?"
    r"(?:report|account|review|summary|return|document|bulletin|statement|update)\b[^.;]{0,60}?"
    r"\b(?:covers|covering|is for|is about|relates to|concerns|describes|reports on|sets out"
    r"|runs|spans"
    r"|reviews|summarises)\b"
    r"|\b(?:figures|data|numbers)\s+(?:in|of)\s+this\s+\w+\s+(?:are|is)\s+for\b"
    r"|\breporting\s+(?:period|year)\s*(?:\(|is|was|runs|ran|of|from|,)"
    r"|\b(?:annual|yearly)\s+(?:report|account|review)s?(?:\s+(?:for|of)\b|\s*[,:(–—-]?\s*"
    r"(?-i:(?=\d{1,2}\s[A-Z]|[A-Z][a-z]+\s\d{4}))))",
    re.IGNORECASE,
)
_YEAR_ENDED = re.compile(
    r"\b(?:the\s+)?(?:financial\s+)?(?:year|twelve\s+months|12\s+months)\s+(?:end(?:ed|ing)"
    r"|to)(?:\s+on)?\s+$",
    re.I,
)
_CALENDAR_YEAR = re.compile(r"\bcalendar\s+year\s+(?:of\s+)?$", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:within|during|in|over|throughout)\s+(?:the|this|that|our)\s+"
    r"(?:(?:same|reporting|reported|review|report['’]?s?)\s+)?"
    r"(?:year|period|twelve months|12 months)"
    r"(?!\s*[- ]?(?:end|on|before|after|from|to|of|since|ahead|ago))"
    r"(?:\s+(?:under review|covered|of (?:this|the) report|reported(?: on)?))?\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:was|were|took\s+place|met|held|found|began|opened|launched|visited|inspected"
    r"|of\s+(?:them|these|which|whom))\b",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"\b(?:will|plan(?:s|ned)?|next|since|until|after|following|before|prior|previous|due"
    r"|expected|from|began"
    r"|later|earlier|last|then|subsequent\w*|compar\w+|forward|scheduled|published|by the end)\b",
    re.IGNORECASE,
)

# A report of a year is agreed after it: told of the report, and not of what it reports.
_AGREED = re.compile(
    r"\b(?:agreed|approved|signed(?: off)?|adopted|ratified|endorsed|presented|submitted)\b",
    re.IGNORECASE,
)


def period_reported(text: str, joined: list[Span], named: list[Moment]) -> Period | None:
    """The period a sentence says its text is about, by first and last day, with its words."""
    covers = _COVERS.search(text)
    if covers is None:
        return None
    for span in joined:
        if span.first.grain in (Grain.DAY, Grain.MONTH) and span.joint != "and":
            ends = _ends(span)
            if ends:
                return (*ends, text[span.start : span.end])
    for moment in named:
        ended = _YEAR_ENDED.search(text[: moment.start])
        if ended and moment.grain in (Grain.DAY, Grain.MONTH) and moment.year:
            whole = year_to(moment)
            if whole:
                return (*whole, text[ended.start() : moment.end])
    for moment in named:
        if moment.grain is Grain.YEAR and _CALENDAR_YEAR.search(text[: moment.start]):
            return date(moment.year, 1, 1), date(moment.year, 12, 31), moment.text
    labels = [each for each in named if each.grain is Grain.FINANCIAL_YEAR]
    if len(labels) == 1 and not joined:
        label = labels[0]
        return date(label.year, 4, 1), date(label.year + 1, 3, 31), label.text
    return None


def year_to(moment: Moment) -> tuple[date, date] | None:
    """The first and last day of the year that ends with a day or a month."""
    try:
        day = moment.day or last_day(moment.year, moment.month)
        end = date(moment.year, moment.month, day)
    except ValueError:
        return None
    begin = end + timedelta(days=1)
    return begin.replace(year=begin.year - 1, day=min(begin.day, 28)), end


def _ends(span: Span) -> tuple[date, date] | None:
    first, last = span.first, span.last
    if not last.year:
        return None
    year = first.year or last.year - (first.month > last.month)
    try:
        start = date(year, first.month, first.day or 1)
        end = date(last.year, last.month, last.day or last_day(last.year, last.month))
    except ValueError:
        return None
    return (start, end) if start < end else None


def outside(text: str, named: list[Moment], period: Period) -> Iterator[Slip]:
    """Days and months said to lie within the period reported that do not."""
    within = bool(_WITHIN.search(text))
    if _OUTSIDE.search(text) or not (within or _HAPPENED.search(text)):
        return
    if not within and _AGREED.search(text):
        return
    first, last, words = period
    for moment in named:
        if moment.grain not in (Grain.DAY, Grain.MONTH) or not moment.year:
            continue
        try:
            begins = date(moment.year, moment.month, moment.day or 1)
        except ValueError:
            continue
        ends = (
            begins
            if moment.day
            else date(moment.year, moment.month, last_day(moment.year, moment.month))
        )
        if (ends < first and within) or begins > last:
            side = "before" if ends < first else "after"
            edge = first if ends < first else last
            yield Slip(
                printed=moment.text,
                severity=Severity.ERROR if within else Severity.WARNING,
                message=f"The date is said to lie within the period reported ({words}) and does "
                "not: put the date right, or say that it is of another year.",
                evidence=f"{moment.text} is {side} {edge.day} {edge:%B %Y}",
            )
