"""Spans of months by which quarters and halves are called: "46 in July to September"."""

import re

from goldenthread.claims.dates.moments import MONTH, YEAR, Grain, Moment, month_number

_SPAN = re.compile(
    rf"\b(?P<first>{MONTH})(?: (?P<from>{YEAR}))?(?: to |\s?[–-]\s?)(?P<last>{MONTH})"
    rf"(?: (?P<year>{YEAR}))?\b"
)
_APRIL = 4


def month_spans(text: str) -> list[Moment]:
    """Every span of months in a text, as one moment: its month is the first, counted from April."""
    return [_moment(match) for match in _SPAN.finditer(text)]


def _moment(match: re.Match[str]) -> Moment:
    first, last = month_number(match["first"]), month_number(match["last"])
    return Moment(
        text=match.group(),
        start=match.start(),
        end=match.end(),
        grain=Grain.QUARTER,
        year=int(match["year"] or 0),
        month=(first - _APRIL) % 12 + 1,
        day=(last - first) % 12 + 1,  # how many months: no half is one of the quarters
    )
