"""A timeline told line by line, each beginning with its day, that goes back once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from goldenthread.claims.dates.moments import Grain, Moment, moments
from goldenthread.claims.dates.one_astray import (
    astray,
    of_another_month,
    of_another_year,
    runs_forward,
)
from goldenthread.claims.dates.slips import Slip
from goldenthread.claims.documents.model import Passage

_OPENS = re.compile(r"\W*(?:(?:On\s+)?\w+day,?\s+|On\s+)?", re.IGNORECASE)
_TELLS = re.compile(r"\s*(?:[:–—-]|,\s|\s[a-z]|\()", re.IGNORECASE)
# What is still to be done may be listed by its weight, and not by its day.
_TO_COME = re.compile(
    r"\b(?:due|deadline|will|to be|target|priority|by when|born)\b", re.IGNORECASE
)
_FEWEST = 5

Line = tuple[Passage, Moment]


def gone_back(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Slip]]:
    """Each line of a timeline whose day is before that of the line above, with that line."""
    for lines in dated_lines(passages):
        days = _dated([moment for _, moment in lines])
        if len(lines) < _FEWEST or days is None or runs_forward(days):
            continue
        back = next(n for n, day in enumerate(days) if n and day < days[n - 1])
        if not any(_mended(days, place) for place in astray(days)):
            continue
        (_, above), (passage, moment) = lines[back - 1], lines[back]
        yield (
            passage,
            Slip(
                printed=moment.text,
                message="The timeline goes back here, and nowhere else: put one of the two dates "
                "right.",
                evidence=f"{moment.text} is told after {above.text} and is before it",
            ),
        )


def dated_lines(passages: Iterable[Passage]) -> Iterator[list[Line]]:
    """Lines that follow one another, each beginning with a day."""
    lines: list[Line] = []
    for passage in passages:
        moment = None if passage.heading else _first_day(passage.text)
        if moment is None or (lines and passage.order != lines[-1][0].order + 1):
            yield lines
            lines = []
        if moment is not None:
            lines.append((passage, moment))
    yield lines


def _first_day(text: str) -> Moment | None:
    opens = _OPENS.match(text)
    if opens is None or not text[opens.end() : opens.end() + 1].isdigit() or _TO_COME.search(text):
        return None
    named = moments(text)
    first = named[0] if named else None
    if first is None or first.start != opens.end() or first.grain is not Grain.DAY:
        return None
    return first if _TELLS.match(text, first.end) else None


def _dated(listed: Sequence[Moment]) -> list[date] | None:
    """The days; one without its year takes that of the line above, or None if none is told."""
    found: list[date] = []
    for moment in listed:
        year = moment.year or (found[-1].year if found else 0)
        try:
            found.append(date(year, moment.month, moment.day))
        except ValueError:
            return None
    # A line without its year after one of December is of the next.
    turned = any(
        not moment.year and day < above
        for moment, day, above in zip(listed[1:], found[1:], found, strict=False)
    )
    return None if turned else found


def _mended(days: Sequence[date], place: int) -> bool:
    """Whether the day would stand in order with another month or year."""
    inside = 0 < place < len(days) - 1
    return any(of_another_year(days, place)) or (inside and any(of_another_month(days, place)))
