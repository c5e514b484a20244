"""How a dataset's year becomes a period: one named form for each way a release counts time."""

import re
from collections.abc import Callable
from datetime import date

from goldenthread.nouns import Period

_PLAIN: dict[str, Callable[[int], Period]] = {
    "financial_year": Period.financial_year,
    "year_end": Period.year_end,
    "mid_year": Period.mid_year,
    "academic_year": Period.academic_year,
    "calendar_year": Period.calendar_year,
    # The children's social work workforce is counted on 30 September.
    "september": lambda year: Period.day(date(year, 9, 30)),
}

_MONTH = re.compile(r"month:(\d{1,2})")
_QUARTERS = re.compile(r"quarters:([1-4])-([1-4])")
_DAY = re.compile(r"day:(\d{4}-\d{2}-\d{2})")


def build_period(form: str, year: int) -> Period:
    """The period of a form in a year: ``year`` is the calendar year a reporting year ends in.

    ``month:4`` is the April that lies in that reporting year, ``quarters:1-2`` its first half,
    ``day:2021-03-21`` that day whatever the year. Raises ValueError for a form nobody knows.
    """
    if plain := _PLAIN.get(form):
        return plain(year)
    if match := _MONTH.fullmatch(form):
        month = int(match[1])
        return Period.month(year if month <= 3 else year - 1, month)
    if match := _QUARTERS.fullmatch(form):
        return Period.quarters(year, int(match[1]), int(match[2]))
    if match := _DAY.fullmatch(form):
        return Period.day(date.fromisoformat(match[1]))
    raise ValueError(f"{form!r} is not a form of period; see sources/published/forms.py")
