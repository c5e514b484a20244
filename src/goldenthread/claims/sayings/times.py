"""Times that are counted from another: "last year", "the same period last year", "this year"."""

import re
from datetime import date

from goldenthread.claims.language.model import Time
from goldenthread.claims.sayings.model import When

_KIND = r"(?:(?:financial|calendar|academic|reporting|school|full|whole)\s)?"
_BEFORE = re.compile(
    rf"\b(?:(?:the\s)?same\s(?:period|time|point|stage|quarter|month|date)\s(?:in\s)?(?:the\s)?"
    rf"(?:last|previous|prior|preceding)\s{_KIND}year|(?<!over\s)(?<!over\sthe\s)(?<!in\sthe\s)"
    rf"(?<!during\sthe\s)(?:the\s)?(?:previous|preceding|prior|last)\s{_KIND}year"
    rf"|(?:a|one|the)\s{_KIND}year\s(?:earlier|ago|before|previously)|{_KIND}year\sbefore"
    r"|(?:12|twelve)\smonths\s(?:earlier|ago|before))(?:['’]s)?\b",
    re.IGNORECASE,
)
_THIS = re.compile(
    rf"\b(?:this|the\scurrent|the\sreporting|the\spresent)\s{_KIND}(?:year|period)\b"
    rf"|\b(?:in|over|during|throughout|for)\sthe\s{_KIND}year\b|\bcurrently\b|\bnow\b"
    r"|\bcurrent\syear\b|\bthe\sreporting\s(?:period|year)\b",
    re.IGNORECASE,
)
_AT_END = re.compile(r"\b(?:at|by|as at|from)\s(?:the\s)?end\sof(?:\sthe)?\b", re.IGNORECASE)
_ENDS = re.compile(rf"{_AT_END.pattern}(?:\sthe)?(?:\s{_KIND}year)?\s?$", re.IGNORECASE)


def relative(text: str) -> int | None:
    """How many years back the words of a piece say: 0 or 1, None where they say nothing of it."""
    if _BEFORE.search(text):
        return 1
    return 0 if _THIS.search(text) else None


def without_relative(text: str) -> str:
    """The text without such words."""
    return _AT_END.sub(" ", _THIS.sub(" ", _BEFORE.sub(" ", text)))


def of_time(time: Time, before: str = "") -> When:
    """The time named in words; after "at the end of" (in the text ``before``) its last day."""
    if _ENDS.search(before):
        return When(time.last, time.last)
    return When(time.first, time.last)


def year_back(when: When) -> When | None:
    """The same time a year before, None where it is no year and no day known."""
    if when.years_back is not None:
        return When(years_back=when.years_back + 1)
    if when.first is None or when.last is None or when.first.year < 2:
        return None
    return When(_back(when.first), _back(when.last))


def _back(day: date) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)
