"""Collection years, and what a return of one covers: 1 April to 31 March, named by its end."""

from collections.abc import Iterable
from datetime import date

from goldenthread.tables import Coverage

# Neither return was made before, and none of a later year can be read by what is known now.
EARLIEST, LATEST = 2000, 2099


def span(year: int) -> tuple[date, date]:
    """The first and last day of a collection year."""
    return date(year - 1, 4, 1), date(year, 3, 31)


def year_of(day: date) -> int:
    """The collection year a day lies in."""
    return day.year + 1 if (day.month, day.day) >= (4, 1) else day.year


def covered(tables: Iterable[str], area: str, year: int | None) -> tuple[Coverage, ...]:
    """That a year of these tables is told; nothing where nobody knows which."""
    if year is None:
        return ()
    first, last = span(year)
    return tuple(Coverage(table, area, first, last) for table in tables)
