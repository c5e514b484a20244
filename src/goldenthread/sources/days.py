"""Makes out days in the cells of records, and from which day to which they reach."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from goldenthread.sources.spreadsheets.headings import MONTHS

# Excel counts days from here; a date that lost its format is such a number, of five figures since
# 1927.
_EXCEL_BEGINS = date(1899, 12, 30)
_SERIAL = re.compile(r"(\d{5})(\.\d+)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_BRITISH = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ].*)?")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ -](\d{4})")

# A lone day so long after every other, or before, is a slip of the pen.
_LONE = timedelta(days=183)


def day_in(text: str) -> date | None:
    """The day a cell says, as Excel keeps it, as 31/03/2024, or as 31 March 2024."""
    try:
        if match := _ISO.fullmatch(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _BRITISH.fullmatch(text):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if match := _WORDS.fullmatch(text):
            month = MONTHS.get(match[2].casefold())
            return date(int(match[3]), month, int(match[1])) if month else None
        if match := _SERIAL.fullmatch(text):
            return _EXCEL_BEGINS + timedelta(days=int(match[1]))
    except ValueError:
        return None
    return None


@lru_cache(maxsize=20_000)
def plain_day(text: str) -> str:
    """A cell's day as 2024-03-31; text that is none stays as it is, and is reported later."""
    day = day_in(text)
    return day.isoformat() if day else text


def reach(days: Iterable[date]) -> tuple[date, date] | None:
    """The first and the last of some days, lone ones far from all others left out.

    None where there is no day.
    """
    ordered = sorted(set(days))
    while len(ordered) > 1 and ordered[-1] - ordered[-2] > _LONE:
        ordered.pop()
    while len(ordered) > 1 and ordered[1] - ordered[0] > _LONE:
        ordered.pop(0)
    return (ordered[0], ordered[-1]) if ordered else None


def months_before(day: date, months: int) -> date:
    """The same day so many months before, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
