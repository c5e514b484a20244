"""Halves of a year told beside their months: "the first half of 2023/24 (October to March)"."""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.dates.moments import MONTHS, Grain, Span, moments, spans
from goldenthread.claims.dates.quarters import Odd
from goldenthread.claims.language.model import Sentence
from goldenthread.nouns.fault import Severity

_OPENS = (
    r"(?:\s*\(|,|:|\s[–—-])\s*(?:(?:namely|that\s+is|i\.e\.|meaning|being|from|between)[,\s]\s*)*"
)
_YEAR = r"(?:the\s+)?(?P<sort>(?:financial|calendar)\s+year|20\d\d\s?[/–-]\s?(?:20)?\d\d|20\d\d)"
_HALF = re.compile(
    rf"\b(?P<which>first|second|last|final)\s+(?P<part>half|quarter)\s+of\s+{_YEAR}"
    rf"(?:\s+20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?)?{_OPENS}$",
    re.IGNORECASE,
)
_HALF_AFTER = re.compile(
    rf"(?:\)|,)\s*,?\s*(?:that\s+is,?\s+)?(?:the\s+)?(?P<which>first|second|last|final)\s+"
    rf"(?P<part>half|quarter)\s+of\s+{_YEAR}\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:to date|so far|only|part)\b", re.IGNORECASE)
_APRIL = 4


def odd_halves(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Odd | None]]:
    """Each sentence that tells the months of a half (or the last quarter) of a named year."""
    for sentence in sentences:
        text = sentence.text
        if " of " not in text or not ("half" in text or "quarter" in text) or _PART.search(text):
            continue
        for span in spans(text, moments(text)):
            if span.first.grain is not Grain.MONTH:
                continue
            found = _HALF.search(text, 0, span.start) or _HALF_AFTER.match(text, span.end)
            if found:
                yield sentence, _odd(text, found, span)


def _odd(text: str, told: re.Match[str], span: Span) -> Odd | None:
    sort, which = told["sort"].lower(), told["which"].lower()
    calendar = "calendar" in sort or re.fullmatch(r"20\d\d", sort) is not None
    start, long = (1 if calendar else _APRIL), (6 if told["part"].lower() == "half" else 3)
    if which == "second" and long == 3:
        return None  # a quarter by its number is told elsewhere
    offset = 0 if which == "first" else 12 - long
    first, last = (start - 1 + offset) % 12 + 1, (start - 2 + offset + long) % 12 + 1
    if (span.first.month, span.last.month) == (first, last):
        return None
    length = (span.last.month - span.first.month) % 12 + 1
    if length != long:
        return None  # another fault, or a part of it
    begin, end = min(told.start(), span.start), max(told.end(), span.end)
    name = f"{which} {told['part'].lower()}"
    expected = f"{MONTHS[first - 1]} to {MONTHS[last - 1]}"
    year = f"a year from {MONTHS[start - 1]} to {MONTHS[(start - 2) % 12]}"
    return Odd(
        quarter=f"the {name}",
        printed=text[begin:end].strip(" ,(") + (")" if "(" in text[begin:end] else ""),
        expected=expected,
        evidence=f"the {name} of {year} is {expected}, not {span.first.text} to {span.last.text}",
        severity=Severity.ERROR,
    )
