"""Working days in England: Monday to Friday without bank holidays, from a dated table.

The table is ``data/bank_holidays_england.csv`` (day, name), which says for which years it is
complete; a day outside them is refused, since nobody knows its holidays. Bank holidays are those
the government publishes (Open Government Licence v3.0).
"""

import csv
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

# The years for which every bank holiday is in the table.
FIRST, LAST = date(2005, 1, 1), date(2027, 12, 31)


@cache
def bank_holidays() -> frozenset[date]:
    """Every bank holiday in England from FIRST to LAST."""
    text = (files("goldenthread.nouns") / "data" / "bank_holidays_england.csv").read_text("utf-8")
    return frozenset(date.fromisoformat(row["day"]) for row in csv.DictReader(text.splitlines()))


@cache
def numbered() -> tuple[tuple[date, int], ...]:
    """Every day from FIRST to LAST with the number of working days up to and with it."""
    days, number, day = [], 0, FIRST
    holidays = bank_holidays()
    while day <= LAST:
        number += day.weekday() < 5 and day not in holidays
        days.append((day, number))
        day += timedelta(days=1)
    return tuple(days)


def working_days(first: date, last: date) -> int:
    """Working days after ``first`` up to and with ``last``: the same day is nought.

    Negative where ``last`` lies before. Raises ValueError for a day outside FIRST to LAST.
    """
    for day in (first, last):
        if not FIRST <= day <= LAST:
            raise ValueError(
                f"{day.isoformat()} lies outside the bank holidays known, {FIRST} to {LAST}"
            )
    return numbered()[(last - FIRST).days][1] - numbered()[(first - FIRST).days][1]
