"""Days as whole numbers since 1970, and working days among them, for whole columns at once."""

from datetime import date, timedelta
from functools import cache

import numpy as np

from goldenthread.nouns.working_days import bank_holidays

# Later than any day there is: something that has not happened or does not end.
NEVER = np.int32(2**30)

_FIRST, _LAST = date(1985, 1, 1), date(2045, 12, 31)


def number(day: date) -> int:
    """A day's number; the first of January 1970 is nought."""
    return day.toordinal() - 719163


def day(at: int) -> date:
    """The day of a number."""
    return date.fromordinal(int(at) + 719163)


@cache
def _working() -> np.ndarray:
    """Every working day; before 2005 bank holidays are not known and are taken as working."""
    holidays = bank_holidays()
    every = (_FIRST + timedelta(days=n) for n in range((_LAST - _FIRST).days + 1))
    kept = [number(each) for each in every if each.weekday() < 5 and each not in holidays]
    return np.array(kept, dtype=np.int32)


def is_working(days: np.ndarray) -> np.ndarray:
    """Which of the days are working days."""
    at = np.minimum(np.searchsorted(_working(), days), len(_working()) - 1)
    return np.asarray(_working()[at] == days)


def next_working(days: np.ndarray) -> np.ndarray:
    """Each day, or the first working day after it."""
    working = _working()
    at = np.minimum(np.searchsorted(working, days), len(working) - 1)
    return np.where(days >= NEVER, NEVER, working[at]).astype(np.int32)


def last_working(days: np.ndarray) -> np.ndarray:
    """Each day, or the last working day before it."""
    working = _working()
    at = np.searchsorted(working, days, side="right") - 1
    return np.where(days >= NEVER, NEVER, working[np.maximum(at, 0)]).astype(np.int32)


def after_working(days: np.ndarray, count: np.ndarray) -> np.ndarray:
    """The day so many working days later; nought gives the day itself."""
    working = _working()
    at = np.searchsorted(working, days, side="right") - 1 + count
    later = working[np.clip(at, 0, len(working) - 1)]
    return np.where(days >= NEVER, NEVER, np.where(count > 0, later, days)).astype(np.int32)


def birthday(born: np.ndarray, age: int | np.ndarray) -> np.ndarray:
    """The day each child has a birthday; of those born on 29 February, 1 March in other years."""
    days = born.astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    later = months + np.asarray(age, dtype=np.int64) * np.timedelta64(12, "M")
    # Counted on from the first of the month, the 29th of a short February is the first of March.
    found = later.astype("datetime64[D]") + (days - months)
    return found.astype(np.int64).astype(np.int32)


def year_of(days: np.ndarray) -> np.ndarray:
    """The collection year of each day, by the calendar year it ends in."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return ((months - 3) // 12 + 1971).astype(np.int32)
