"""Quarters told beside their months: "Q4 (January to March 2024)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.claims.dates.moments import (
    MONTHS,
    Grain,
    Moment,
    Span,
    moments,
    months_between,
    spans,
)
from goldenthread.claims.language.model import Sentence
from goldenthread.nouns.fault import Severity

FINANCIAL = (4, 7, 10, 1)
CALENDAR = (1, 4, 7, 10)
_OPENS = re.compile(
    r"\s*(?:(?:of|in)\s+(?:the|our|each|its)\s+(?:calendar|financial|reporting)?\s*year"
    r"(?:\s+20\d\d\s?[/–-]\s?(?:20)?\d\d)?\s*)?"
    r"(?:,?\s*(?:which|that)\s+(?:starts|begins|runs)\s+(?:in|from|on)\s+(?:1\s+)?April,?\s*)?"
    r"(?:\)\s*)?(?:\(|:|,|–|—|-)\s*(?:(?:namely|that\s+is|i\.e\.|meaning|being),?\s+)?(?:from\s+)?"
)
# "Third-quarter borrowing (July to September)".
_OPENS_AFTER_NOUN = re.compile(r"(?:\s+[a-z]+){1,2}\s*\(\s*(?:from\s+)?")
_FROM_APRIL = re.compile(
    r"\byear\s+(?:which|that)?\s?(?:starts|begins|runs)\s+(?:in|from|on)\s+(?:1\s+)?April"
)
_LISTING = re.compile(r"\s*(?:,|,?\s*and|&)\s*")
_CALENDAR_YEAR = re.compile(r"\bquarter\s+(?:of|in)\s+the\s+calendar\s+year\b", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(\s*(?:i\.e\.,?\s*)?")
_ALL_FINANCIAL = re.compile(
    r"\b(?:all|the)\s+(?:figures|data|numbers|quarters|dates)\b.{0,40}\bfinancial\s+year",
    re.IGNORECASE,
)
_TO_DATE = re.compile(r"\b(?:to date|so far|only)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A quarter (or a run of quarters) and the months said to make it."""

    first: Moment
    last: Moment
    months: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """A quarter whose months are another's."""

    quarter: str
    printed: str
    expected: str
    evidence: str
    severity: Severity


def told_quarters(text: str) -> Iterator[Told]:
    """Every quarter with its months straight after or before it, in brackets or after a colon."""
    named = moments(text)
    if not any(each.grain is Grain.QUARTER for each in named):
        return
    joined = list(spans(text, named))
    months = [span for span in joined if span.first.grain is Grain.MONTH and span.joint != "and"]
    months += _listed(text, named)
    runs = {
        end: span
        for span in joined
        if span.first.grain is Grain.QUARTER
        for end in (span.first.end, span.last.end)
    }
    for quarter in (each for each in named if each.grain is Grain.QUARTER):
        run = runs.get(quarter.end)
        first, last = (run.first, run.last) if run else (quarter, quarter)
        for span in months:
            opens = _OPENS_AFTER_NOUN if "-" in last.text and not last.year else _OPENS
            after = quarter is last and opens.fullmatch(text, last.end, span.start)
            before = quarter is first and _BRACKET.fullmatch(text, span.end, first.start)
            if after or (before and text[last.end :].lstrip().startswith(")")):
                yield Told(first=first, last=last, months=span)


def _listed(text: str, named: Sequence[Moment]) -> Iterator[Span]:
    """Three months named one by one: "July, August and September 2023"."""
    for one, two, three in zip(named, named[1:], named[2:], strict=False):
        if all(each.grain is Grain.MONTH for each in (one, two, three)) and (
            _LISTING.fullmatch(text, one.end, two.start)
            and _LISTING.fullmatch(text, two.end, three.start)
        ):
            yield Span(one, three, "to")


def odd_quarters(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Odd | None]]:
    """Each sentence that tells a quarter's months, with what is odd about it, or None.

    A calendar quarter fits where no financial year is named; where the same file elsewhere names
    quarters of the financial year it is a warning.
    """
    found = [
        (sentence, told)
        for sentence in sentences
        if "uarter" in sentence.text or "Q" in sentence.text
        for told in told_quarters(sentence.text)
        if not _TO_DATE.search(sentence.text)
    ]
    if not found:
        return
    financial = {sentence.file for sentence, told in found if _fits(told, FINANCIAL)}
    said = {each.file for each in sentences if _ALL_FINANCIAL.search(each.text)}
    for sentence, told in found:
        by_rule = sentence.file in said or "financial year" in sentence.text.lower()
        by_rule = by_rule or bool(_FROM_APRIL.search(sentence.text))
        yield sentence, _odd(sentence.text, told, sentence.file in financial, by_rule)


def _fits(told: Told, starts: tuple[int, ...]) -> bool:
    return told.months.first.month == starts[told.first.quarter - 1] and told.months.last.month == (
        starts[told.last.quarter - 1] + 2
    )


def _odd(text: str, told: Told, financial: bool, by_rule: bool) -> Odd | None:
    starts = CALENDAR if _CALENDAR_YEAR.search(text) else FINANCIAL
    if _fits(told, starts):
        return None
    if starts is CALENDAR:
        if _part(told, CALENDAR):
            return None
        return _told_odd(text, told, CALENDAR, Severity.ERROR)
    calendar = _fits(told, CALENDAR)
    named = told.first.two_years or told.last.two_years or by_rule
    if calendar and not (named or financial):
        return None
    severity = Severity.ERROR
    if calendar and not named:
        severity = Severity.WARNING
    else:
        between = months_between(told.months)
        whole = between is not None and (between + 1) % 3 == 0
        if _part(told, FINANCIAL) or (not named and _part(told, CALENDAR)):
            return None
        if whole and told.months.first.month not in FINANCIAL:
            severity = Severity.WARNING  # a year of another start: schools, charities
    return _told_odd(text, told, FINANCIAL, severity)


def _told_odd(text: str, told: Told, starts: tuple[int, ...], severity: Severity) -> Odd:
    first, last = starts[told.first.quarter - 1], starts[told.last.quarter - 1] + 2
    expected = f"{_name(first)} to {_name(last)}"
    start, end = min(told.first.start, told.months.start), max(told.last.end, told.months.end)
    one = told.first is told.last
    name = told.first.text if one else f"{told.first.text} to {told.last.text}"
    return Odd(
        quarter=name,
        printed=text[start : end + (text[end : end + 1] == ")")],
        expected=expected,
        evidence=f"{name} of a year from {_name(starts[0])} to {_name(starts[3] + 2)} is "
        f"{expected}, not {told.months.first.text} to {told.months.last.text}",
        severity=severity,
    )


def _part(told: Told, starts: tuple[int, ...]) -> bool:
    """Whether the months are a part of the quarter: the first two of three, where data end."""
    first, last = starts[told.first.quarter - 1], starts[told.last.quarter - 1] + 2
    length = (last - first) % 12
    a, b = (told.months.first.month - first) % 12, (told.months.last.month - first) % 12
    return a <= b <= length


def _name(month: int) -> str:
    return MONTHS[month - 1]
