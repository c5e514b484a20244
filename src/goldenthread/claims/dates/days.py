"""Days that cannot be: the 31st of June, a Monday that was a Tuesday."""

import re
from collections.abc import Iterator
from datetime import date

from goldenthread.claims.dates.moments import MONTHS, Grain, Moment, last_day
from goldenthread.claims.dates.slips import Slip

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_BEFORE = re.compile(rf"\b{_WEEKDAY},?\s+(?:the\s+)?$")
_AFTER = re.compile(rf"\s*(?:\((?:a\s+)?|,\s+a\s+){_WEEKDAY}\b(?!\s+and\b|\s*[,/&–-])")
_LED = re.compile(
    r"\b(?:on|to|until|by|at|from|since|before|after|end(?:ing|ed|s)?|dated|between|is|was"
    r"|date(?:\s+of)?)\s+$"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:the\s+)?$"
)
_COUNTED = re.compile(r"\b(?:the|all|these|those|of|than|total of|just|only)\s+$", re.IGNORECASE)
_OF_ITS_MONTH = re.compile(r"\d{1,2}\s+of\b")
_GOES_ON = re.compile(
    r"\s+(?!and\b|to\b|until\b|or\b|at\b|in\b|for\b|by\b|with\b|we\b|the\b)[a-z]+"
)


def odd_days(text: str, named: list[Moment]) -> Iterator[Slip]:
    """Every day named that no calendar has, or that fell on another day of the week."""
    for moment in named:
        if moment.grain is not Grain.DAY:
            continue
        if not _is_a_day(moment):
            if _surely_a_date(text, moment):
                yield _no_such_day(moment)
        elif moment.year:
            yield from _weekday(text, moment)


def _is_a_day(moment: Moment) -> bool:
    year = moment.year or 2024
    return 1 <= moment.month <= 12 and 1 <= moment.day <= last_day(year, moment.month)


def _surely_a_date(text: str, moment: Moment) -> bool:
    """Whether it is meant for a date: "the 31 June referrals" is a count of them."""
    if moment.month > 12:
        return False  # a reference number, or the day written after the month
    before = text[: moment.start]
    ordinal = re.match(r"\d{1,2}(?:st|nd|rd|th)", moment.text)
    if not ordinal and _OF_ITS_MONTH.match(moment.text):
        return False  # "up on the 47 of March 2023": so many things, in a month
    if moment.year:
        return True
    if moment.day > 31 and not ordinal:
        return False
    if ordinal:
        return True
    plain = not _GOES_ON.match(text, moment.end)
    return bool(_LED.search(before)) and plain and not _COUNTED.search(before)


def _no_such_day(moment: Moment) -> Slip:
    month = MONTHS[moment.month - 1]
    days = last_day(moment.year or 2024, moment.month)
    when = f"{month} {moment.year}" if moment.month == 2 and moment.year else month
    return Slip(
        printed=moment.text,
        expected=f"{days} {when}" if moment.day == days + 1 else "",
        message="There is no such day: look up the date that is meant.",
        evidence=f"{when} has {days} days, so there is no day {moment.day}",
    )


def _weekday(text: str, moment: Moment) -> Iterator[Slip]:
    before = _BEFORE.search(text, max(0, moment.start - 20), moment.start)
    match = before or _AFTER.match(text, moment.end)
    if match is None:
        return
    day = date(moment.year, moment.month, moment.day)
    right = WEEKDAYS[day.weekday()]
    if match["weekday"] != right:
        start, end = (
            min(match.start("weekday"), moment.start),
            max(match.end("weekday"), moment.end),
        )
        yield Slip(
            printed=text[start:end],
            expected=right,
            message="The day of the week does not fit the date: put one or the other right.",
            evidence=f"{day.day} {day:%B %Y} was a {right}, not a {match['weekday']}",
        )
