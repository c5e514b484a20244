"""Lengths in years that the years told with them gainsay, though they do not stand beside them.

"Over the last 20 years, from 39 per 1,000 in 2006 to 24 in 2016"; "forty years ago, in 1982", in a
text whose latest year is 2012; "the 21 year period", where the section tells of 2002 to 2012 alone.
"""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.dates.length_words import COUNT
from goldenthread.claims.dates.lengths import size_of, told_lengths
from goldenthread.claims.dates.moments import YEAR, Grain, Moment, Span, spans
from goldenthread.claims.dates.slips import Slip
from goldenthread.claims.language.model import Sentence

_YEARS = (Grain.YEAR, Grain.FINANCIAL_YEAR)
_OVER = re.compile(r"\b(?:over|in|during|across|throughout)\s(?:the\s)?(?:last|past|next)\s$", re.I)
_OVER_THE = re.compile(r"\b(?:over|during|across|throughout|within)\s(?:the|this|that)\s$", re.I)
_FROM = re.compile(r"(?:\s(?:[a-z]+\s){0,4}?|,\s)from\s[^;]{1,60}$", re.IGNORECASE)
_TO = re.compile(r"\bto\b")
_FARTHEST = 90
# "Over the last ten years" may be reckoned to the day of writing, a year or two after the last.
_LATER_WRITTEN = 2


def over_years(text: str, named: Sequence[Moment]) -> Iterator[Slip]:
    """Every "over the last N years, from A in one year to B in another" of another length."""
    years = [each for each in named if each.grain in _YEARS]
    for count in COUNT.finditer(text):
        number, unit = size_of(count)
        if unit != "year" or not _OVER.search(text, 0, count.start()):
            continue
        after = [each for each in years if count.end() <= each.start]
        if len(after) < 2 or after[1].start - count.end() > 2 * _FARTHEST:
            continue
        first, last = after[:2]
        between = text[first.end : last.start]
        if first.grain is not last.grain or "-" in between[:2] or "–" in between[:2]:
            continue
        if not _FROM.fullmatch(text, count.end(), first.start) or not _TO.search(between):
            continue
        passed = last.year - first.year
        if passed > 0 and not passed - 1 <= number <= passed + _LATER_WRITTEN:
            yield _slip(count.group().strip(), f"{passed} years", f"{first.text} to {last.text}")


_AGO = re.compile(
    rf"\s+(?:ago|earlier|before),?\s(?:\(|in\s|back\sin\s)+(?P<year>{YEAR})\b(?![/–-])"
)
_SLACK = 2


def years_ago(text: str, every: Sequence[int]) -> Iterator[Slip]:
    """Every "forty years ago, in 1982" that leads to no year the text speaks of.

    ``every`` are the years named in the whole text.
    """
    for count in COUNT.finditer(text):
        number, unit = size_of(count)
        told = _AGO.match(text, count.end())
        if told is None or unit != "year" or not every:
            continue
        now = int(told["year"]) + number
        if all(abs(each - now) > _SLACK for each in every):
            latest = max(every)
            yield _slip(
                f"{count.group()}{told.group()}".replace(f", in {told['year']}", ""),
                f"{latest - int(told['year'])} years ago",
                f"{told['year']} and {number} years is {now}, and the text speaks of {latest}",
                exact=True,
            )


_PERIOD_LED = re.compile(
    r"\b(?:period|between|over|years|during)\s(?:from\s|of\s)?$", re.IGNORECASE
)
_PERIOD_AFTER = re.compile(r"[\s-]period\b(?!\s*[(,:–-]?\s*(?:from|between|\(|\d|of\s\d|to\s|end))")


def known_period(section: Sequence[Sentence]) -> Span | None:
    """The stretch of years that a section names as its period, where all others lie within it."""
    found: list[tuple[Span, str]] = []
    for sentence in section:
        for span in spans(sentence.text):
            if span.first.grain in _YEARS and span.first.year < span.last.year:
                found.append((span, sentence.text[: span.first.start]))
    if not found:
        return None
    whole, lead = max(found, key=lambda each: each[0].last.year - each[0].first.year)
    within = all(
        whole.first.year <= span.first.year and span.last.year <= whole.last.year
        for span, _ in found
    )
    return whole if within and _PERIOD_LED.search(lead) else None


def longer_than_period(text: str, period: Span) -> Iterator[Slip]:
    """Every "over the 21 year period" that is longer than the only period of its section."""
    tied = {told.start for told in told_lengths(text)}
    counted = period.last.year - period.first.year + 1
    for count in COUNT.finditer(text):
        number, unit = size_of(count)
        if unit != "year" or count.start() in tied or number <= counted:
            continue
        if _OVER_THE.search(text, 0, count.start()) and _PERIOD_AFTER.match(text, count.end()):
            ends = f"{period.first.text} to {period.last.text}"
            yield _slip(count.group().strip(), f"{counted} years", ends)


def _slip(printed: str, expected: str, ends: str, *, exact: bool = False) -> Slip:
    return Slip(
        printed=printed,
        expected=expected,
        message="The length told and the years named do not agree: put the one or the other right.",
        evidence=ends if exact else f"{ends} is {expected}, not {printed}",
    )
