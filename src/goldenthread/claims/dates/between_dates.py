"""Lengths of what began on one day and ended on another: "It ran from ... Those three years"."""

import re
from collections.abc import Iterator

from goldenthread.claims.dates.length_words import COUNT
from goldenthread.claims.dates.lengths import Told, size_of
from goldenthread.claims.dates.moments import Grain, Moment, Span, moments

_BEGINS = re.compile(
    r"\b(?:began|begins|start(?:s|ed)|open(?:s|ed)|launched|ran\s+from|runs\s+from)\s+"
    r"(?:(?:on|in|work)\s+)?(?:\w+day\s+)?$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[^\d.]{0,25}?\b(?:end(?:s|ed)|finish(?:es|ed)|clos(?:es|ed)|to|until|conclude[sd]|stopped)\s+"
    r"(?:on\s+|in\s+)?(?:\w+day\s+)?",
    re.IGNORECASE,
)
# What takes the two dates up again, and so tells of the time between them.
_TAKEN_UP = re.compile(
    r"\b(?:those|these|(?:shut|closed|open|ran|runs|lasted|lasts|away|out of (?:use|action)|"
    r"suspended|on show|on site)(?:\s+\w+)?\s+(?:for|all)|all)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:about|around|nearly|almost|over|more|less|under|except|apart|working|later|earlier|"
    r"extended|delayed|first|last|next|another|further)\b",
    re.IGNORECASE,
)
_UNITS = ("year", "month", "week")  # days may be working days


def between_dates(text: str) -> Iterator[Told]:
    """Every length taken up from the only two days told, one a beginning and one an end."""
    named = moments(text)
    if len(named) != 2 or _OTHERWISE.search(text):
        return
    first, last = named
    if not _are_ends(text, first, last):
        return
    for count in COUNT.finditer(text, last.end):
        number, unit = size_of(count)
        if unit in _UNITS and _TAKEN_UP.search(text, 0, count.start()):
            yield Told(
                words=count.group(),
                number=number,
                unit=unit,
                span=Span(first, last, "to"),
                start=count.start(),
                end=count.end(),
            )
            return


def _are_ends(text: str, first: Moment, last: Moment) -> bool:
    return (
        first.grain is Grain.DAY
        and last.grain is Grain.DAY
        and bool(first.year and last.year)
        and bool(_BEGINS.search(text, 0, first.start))
        and bool(_ENDS.fullmatch(text.replace(";", ","), first.end, last.start))
    )
