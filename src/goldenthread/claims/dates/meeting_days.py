"""The days of one body's meetings told in a list, with one of them out of order."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from goldenthread.claims.dates.moments import Grain, Moment
from goldenthread.claims.dates.one_astray import (
    astray,
    of_another_month,
    of_another_year,
    runs_forward,
)
from goldenthread.claims.dates.slips import Slip

_HELD = re.compile(
    r"\b(?:meets?|met|sat|gathered|convened|(?:was|were)\s+held|meetings?|sittings?)\b"
    r"(?:[^.;\d]|20\d\d(?:[/–-]\d\d)?){0,70}?"
    r"(?:\b(?:on|in)|[:(–—-])\s*(?:on\s+|in\s+)?(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,|;|and\b|&)\s*(?:(?:and|on|in|again|then|lastly?|finally|&|,)\s*,?\s*)*"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s*(?:,|and\b|&)\s*)*(?:\w+day,?\s+)?",
    re.IGNORECASE,
)
# Of several bodies, cases or places the days may be told in the order of those.
_SEVERAL = re.compile(
    r"\b(?:respectively|each|both|order|various|(?:groups|boards|panels|committees|councils"
    r"|forums|teams|schools|homes|sites|areas)\s+(?:(?:also|have|had|all|then)\s+)?(?:meet|met|sat"
    r"|gathered|convened)|for\s+(?:the|these|those|all|our)\s+\w+|(?:about|concerning|minutes?)"
    r"|postponed|cancelled|rescheduled|moved|instead|corrected|originally)\b",
    re.IGNORECASE,
)
_FEWEST = 4  # so many days with their years, one of a year that cannot be
_MANY = 5  # so many days without years, one of a month that cannot be
_A_YEAR = 400  # days: a body tells the meetings of about a year


def out_of_order(text: str, named: list[Moment]) -> Iterator[Slip]:
    """Each day of a meeting that stands out of order among the others, which are in order."""
    for listed in _lists(text, named):
        if len(listed) < _FEWEST or not _HELD.search(text[: listed[0].start]):
            continue
        if _SEVERAL.search(text):
            continue
        days = _dated(listed)
        place = _mistaken(days, listed) if days else None
        if place is None:
            continue
        beside = listed[place - 1] if place else listed[1]
        yield Slip(
            printed=listed[place].text,
            message="The dates of the meetings are in order but for this one: put its month or "
            "year right.",
            evidence=f"{listed[place].text} is told {'after' if place else 'before'} "
            f"{beside.text} and is {'before' if place else 'after'} it",
        )


def _lists(text: str, named: list[Moment]) -> Iterator[list[Moment]]:
    """Days and months that stand in a row, joined by nothing but commas and "and"."""
    row: list[Moment] = []
    for moment in named:
        joined = row and row[-1].grain is moment.grain
        if joined and _AND.fullmatch(text, row[-1].end, moment.start):
            row.append(moment)
            continue
        yield row
        row = [moment] if moment.grain in (Grain.DAY, Grain.MONTH) else []
    yield row


def _dated(listed: Sequence[Moment]) -> list[date] | None:
    """The days, where one without its year takes that of the next told, or the year before."""
    found: list[date] = []
    for moment in reversed(listed):
        after = found[0] if found else None
        year = moment.year or (after.year if after else 2024)
        try:
            day = date(year, moment.month, moment.day or 1)
            if after and not moment.year and day > after and _some_years(listed):
                day = day.replace(year=year - 1)
        except ValueError:
            return None
        found.insert(0, day)
    return found


def _some_years(listed: Sequence[Moment]) -> bool:
    """Whether any but the last tells its year."""
    return any(moment.year for moment in listed[:-1])


def _mistaken(days: list[date], listed: Sequence[Moment]) -> int | None:
    """The place of the one day that is mistaken beyond doubt: no other may be so instead."""
    likely = _of_a_wrong_year if _some_years(listed) else _of_a_wrong_month
    places = [place for place in astray(days) if likely(days, listed, place)]
    return places[0] if len(places) == 1 else None


def _of_a_wrong_year(days: list[date], listed: Sequence[Moment], place: int) -> bool:
    """Whether with another year printed the day would be in order, in a list of about a year."""
    for day in of_another_year(days, place) if listed[place].year else ():
        right = [*days[:place], day, *days[place + 1 :]]
        if (right[-1] - right[0]).days <= _A_YEAR:
            return True
    return False


def _of_a_wrong_month(days: list[date], listed: Sequence[Moment], place: int) -> bool:
    """Whether among many days without years this would be in order with another month."""
    # The list may run on into the next year: "September, December, March and June".
    if len(days) < _MANY or any(_runs_on(days, turn) for turn in range(1, len(days))):
        return False
    inside = 0 < place < len(days) - 1
    return inside and listed[0].grain is Grain.DAY and any(of_another_month(days, place))


def _runs_on(days: list[date], turn: int) -> bool:
    """Whether the days from a place on lie in the year after those before it, all in one year."""
    return runs_forward([*days[turn:], *days[:turn]])
