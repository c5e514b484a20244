"""Reads the words at the head of a row or column: footnote marks off, periods understood."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from goldenthread.nouns import Period

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}

_MARK = re.compile(
    r"\s*(\*+|†+|‡+|§+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[(?:note )?[A-Za-z0-9]{1,3}\])$", re.IGNORECASE
)
_MONTH_YEAR = re.compile(r"([a-z]+)[\s\-/.]+(\d{4}|\d{2})", re.ASCII)
_QUARTER = r"(?:q|qtr|quarter)\s*([1-4])"
_YEAR = r"(\d{4})\s*[/\-–]\s*(\d{4}|\d{2})"
_BARE_QUARTER = re.compile(_QUARTER, re.ASCII)
_QUARTER_YEAR = re.compile(rf"{_QUARTER}[\s,]+{_YEAR}", re.ASCII)
_YEAR_QUARTER = re.compile(rf"{_YEAR}[\s,]+{_QUARTER}", re.ASCII)
_YEAR_PAIR = re.compile(_YEAR, re.ASCII)
_ONE_YEAR = re.compile(r"\d{4}", re.ASCII)
_BRITISH_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_WRITTEN_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]+) (\d{4})", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def split_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """The words, and the footnote marks that follow them: ``Total 2021/22**`` has ``**``.

    A cell that is nothing but a mark is left as it is, for it may be a symbol.
    """
    marks: list[str] = []
    rest = text
    while (match := _MARK.search(rest)) and match.start() > 0:
        marks.insert(0, match[1])
        rest = rest[: match.start()]
    return rest, tuple(marks)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """A heading as it is compared: marks, capitals, doubled spaces and kinds of quotes away."""
    words, _ = split_marks(" ".join(text.split()))
    return words.casefold().translate(_PLAIN)


_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def read_period(text: str, year: Period | None, kind: str) -> Period:
    """The period a heading names. Raises ValueError, saying what to write, where it names none.

    ``year`` is the financial year of a bare ``Q1`` or ``October``; ``kind`` what a year such as
    ``2022/23`` or ``2023`` is a year of. A date cell on the first of a month means that month,
    which is how spreadsheets keep ``Oct-23``.
    """
    words = fold(text)
    for pattern, build in _FORMS:
        if match := pattern.fullmatch(words):
            return build(_Head(match, year, kind))
    if words in MONTHS:
        return _month_within(MONTHS[words], year)
    return Period.parse(text)


class _Head(NamedTuple):
    """A heading that fits a form, with what its axis says of years."""

    match: re.Match[str]
    year: Period | None
    kind: str


def _month_year(head: _Head) -> Period:
    if head.match[1] not in MONTHS:
        raise ValueError(f"{head.match[0]!r} is not a month")
    given = int(head.match[2])
    return Period.month(given if given > 99 else 2000 + given, MONTHS[head.match[1]])


def _bare_quarter(head: _Head) -> Period:
    if head.year is None:
        raise ValueError(
            f'{head.match[0]!r} has no year: write year = "2023-24" beside is = "period"'
        )
    return Period.quarters(head.year.ending, int(head.match[1]))


def _month_within(month: int, year: Period | None) -> Period:
    if year is None:
        raise ValueError('a month without its year: write year = "2023-24" beside is = "period"')
    return Period.month(year.ending if month < 4 else year.ending - 1, month)


def _ending(first: str, last: str) -> int:
    return Period.parse(f"{first}-{last[-2:]}").ending


def _year_pair(head: _Head) -> Period:
    ending = _ending(head.match[1], head.match[2])
    if head.kind == "financial_year":
        return Period.financial_year(ending)
    if head.kind == "academic_year":
        return Period.academic_year(ending)
    if head.kind == "year_end":
        return Period.year_end(ending)
    raise ValueError(f"{head.match[0]!r} is two years, and kind = {head.kind!r} is about one")


def _one_year(head: _Head) -> Period:
    number = int(head.match[0])
    if head.kind == "calendar_year":
        return Period.calendar_year(number)
    if head.kind == "year_end":
        return Period.year_end(number)
    if head.kind == "mid_year":
        return Period.mid_year(number)
    raise ValueError(
        f'{head.match[0]!r} may be several years: write kind = "calendar_year", "year_end" or '
        '"mid_year" beside is = "period", or give it in values'
    )


def _quarter_year(head: _Head) -> Period:
    return Period.quarters(_ending(head.match[2], head.match[3]), int(head.match[1]))


def _year_quarter(head: _Head) -> Period:
    return Period.quarters(_ending(head.match[1], head.match[2]), int(head.match[3]))


def _british_day(head: _Head) -> Period:
    return Period.day(date(int(head.match[3]), int(head.match[2]), int(head.match[1])))


def _written_day(head: _Head) -> Period:
    if head.match[2] not in MONTHS:
        raise ValueError(f"{head.match[0]!r} is not a day")
    return Period.day(date(int(head.match[3]), MONTHS[head.match[2]], int(head.match[1])))


def _iso_day(head: _Head) -> Period:
    day = date(int(head.match[1]), int(head.match[2]), int(head.match[3]))
    return Period.month(day.year, day.month) if day.day == 1 else Period.day(day)


_FORMS = (
    (_ISO_DAY, _iso_day),
    (_BARE_QUARTER, _bare_quarter),
    (_QUARTER_YEAR, _quarter_year),
    (_YEAR_QUARTER, _year_quarter),
    (_YEAR_PAIR, _year_pair),
    (_ONE_YEAR, _one_year),
    (_BRITISH_DAY, _british_day),
    (_WRITTEN_DAY, _written_day),
    (_MONTH_YEAR, _month_year),
)
