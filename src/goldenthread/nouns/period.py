"""The stretch of time, or the day, that a figure is about.

Every kind the field uses is here, each with one written code, so that a year-end count never
stands in a series of yearly totals and an academic year never in a financial one.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class PeriodKind(StrEnum):
    """What sort of period; only figures of one kind make a series."""

    FINANCIAL_YEAR = "financial_year"
    YEAR_END = "year_end"
    QUARTER = "quarter"
    QUARTERS = "quarters"
    MONTH = "month"
    MONTHS = "months"
    ROLLING = "rolling"
    MID_YEAR = "mid_year"
    ACADEMIC_YEAR = "academic_year"
    CALENDAR_YEAR = "calendar_year"
    POOLED = "pooled"
    DAY = "day"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period with its first and last day. Build one with a named constructor or ``parse``."""

    end: date
    start: date
    kind: PeriodKind

    @classmethod
    def financial_year(cls, ending: int) -> "Period":
        """1 April to 31 March of ``ending``: ``financial_year(2024)`` is 2023-24."""
        return cls(date(ending, 3, 31), date(ending - 1, 4, 1), PeriodKind.FINANCIAL_YEAR)

    @classmethod
    def year_end(cls, year: int) -> "Period":
        """The position on 31 March of ``year``."""
        return cls.day(date(year, 3, 31))

    @classmethod
    def day(cls, when: date) -> "Period":
        """One day; 31 March is a year end."""
        is_year_end = (when.month, when.day) == (3, 31)
        return cls(when, when, PeriodKind.YEAR_END if is_year_end else PeriodKind.DAY)

    @classmethod
    def quarters(cls, ending: int, first: int, last: int | None = None) -> "Period":
        """Quarter ``first`` (1 is April to June) of the financial year ending in ``ending``.

        With ``last``, the run of quarters from ``first`` to ``last``.
        """
        final = first if last is None else last
        if not 1 <= first <= final <= 4:
            raise ValueError(f"quarters run from 1 to 4, not {first} to {final}")
        start = _add_months(date(ending - 1, 4, 1), 3 * (first - 1))
        end = _add_months(date(ending - 1, 4, 1), 3 * final) - timedelta(days=1)
        kind = PeriodKind.QUARTER if final == first else PeriodKind.QUARTERS
        return cls(end, start, kind)

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """One calendar month."""
        return cls.months(year, month, year, month)

    @classmethod
    def months(cls, year: int, month: int, last_year: int, last_month: int) -> "Period":
        """A run of calendar months, both ends included."""
        start = date(year, month, 1)
        end = _add_months(date(last_year, last_month, 1), 1) - timedelta(days=1)
        if end < start:
            raise ValueError(f"the months run backwards: {start:%Y-%m} to {end:%Y-%m}")
        one = (year, month) == (last_year, last_month)
        return cls(end, start, PeriodKind.MONTH if one else PeriodKind.MONTHS)

    @classmethod
    def rolling(cls, months: int, last_year: int, last_month: int) -> "Period":
        """The ``months`` calendar months that end with the month named."""
        end = _add_months(date(last_year, last_month, 1), 1) - timedelta(days=1)
        return cls(end, _add_months(date(last_year, last_month, 1), 1 - months), PeriodKind.ROLLING)

    @classmethod
    def mid_year(cls, year: int) -> "Period":
        """30 June, the day a mid-year population estimate is about."""
        return cls(date(year, 6, 30), date(year, 6, 30), PeriodKind.MID_YEAR)

    @classmethod
    def academic_year(cls, ending: int) -> "Period":
        """1 September to 31 August of ``ending``."""
        return cls(date(ending, 8, 31), date(ending - 1, 9, 1), PeriodKind.ACADEMIC_YEAR)

    @classmethod
    def calendar_year(cls, year: int) -> "Period":
        """1 January to 31 December."""
        return cls(date(year, 12, 31), date(year, 1, 1), PeriodKind.CALENDAR_YEAR)

    @classmethod
    def pooled(cls, first_ending: int, last_ending: int) -> "Period":
        """Several financial years taken together, named by the years they end in."""
        return cls(date(last_ending, 3, 31), date(first_ending - 1, 4, 1), PeriodKind.POOLED)

    @classmethod
    def parse(cls, code: str) -> "Period":
        """Read a written code, as made by ``code``.

        Raises ValueError, naming the forms that are understood, where it fits none.

        >>> Period.parse("2023-24").words
        'year ending 31 March 2024'
        >>> Period.parse("2023-24 Q3-Q4").code
        '2023-24 Q3-Q4'
        """
        text = code.strip().replace("/", "-")
        for pattern, build in _FORMS:
            if match := pattern.fullmatch(text):
                return build(*match.groups())
        raise ValueError(
            f"{code!r} is not a period: write 2023-24, 2024-03-31, 2023-24 Q3, 2023-24 Q3-Q4, "
            "2024-02, 2023-12 to 2024-03, 6 months to 2024-03, mid-2023, 2023-24 academic, "
            "2023 calendar or 2021-22 to 2023-24"
        )

    @property
    def ending(self) -> int:
        """The calendar year it ends in."""
        return self.end.year

    @property
    def code(self) -> str:
        """The one written form, which ``parse`` reads back."""
        return _CODES[self.kind](self)

    @property
    def words(self) -> str:
        """The period as a sentence names it."""
        return _WORDS[self.kind](self)

    @property
    def slashed(self) -> str:
        """Years as council reports print them: 2023/24. Other kinds as in ``words``."""
        return self.code.replace("-", "/", 1) if self.kind in _YEAR_LED else self.words

    def back(self, years: int) -> "Period":
        """The same period that many years earlier (a negative number: later)."""
        return Period(_shift(self.end, -years), _shift(self.start, -years), self.kind)

    def reporting_year(self) -> "Period":
        """The financial year it falls in, by its last day."""
        last = self.end
        return Period.financial_year(last.year if last.month <= 3 else last.year + 1)

    def __str__(self) -> str:
        return self.code


_YEAR_LED = {PeriodKind.FINANCIAL_YEAR, PeriodKind.QUARTER, PeriodKind.QUARTERS}


def _add_months(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def _shift(day: date, years: int) -> date:
    """The same day in another year; the last of February stays the last of February."""
    following = day + timedelta(days=1)
    if following.day == 1:
        return following.replace(year=following.year + years) - timedelta(days=1)
    return day.replace(year=day.year + years)


def _span(ending: int) -> str:
    return f"{ending - 1}-{ending % 100:02d}"


def _day_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _quarter_numbers(period: Period) -> tuple[int, int, int]:
    """The financial year's ending, the first quarter and the last."""
    ending = period.reporting_year().ending
    first = ((period.start.month - 4) % 12) // 3 + 1
    last = ((period.end.month - 4) % 12) // 3 + 1
    return ending, first, last


def _quarters_code(period: Period) -> str:
    ending, first, last = _quarter_numbers(period)
    return f"{_span(ending)} Q{first}" + (f"-Q{last}" if last != first else "")


def _rolling_length(period: Period) -> int:
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


_CODES = {
    PeriodKind.FINANCIAL_YEAR: lambda p: _span(p.ending),
    PeriodKind.YEAR_END: lambda p: p.end.isoformat(),
    PeriodKind.DAY: lambda p: p.end.isoformat(),
    PeriodKind.QUARTER: _quarters_code,
    PeriodKind.QUARTERS: _quarters_code,
    PeriodKind.MONTH: lambda p: f"{p.end:%Y-%m}",
    PeriodKind.MONTHS: lambda p: f"{p.start:%Y-%m} to {p.end:%Y-%m}",
    PeriodKind.ROLLING: lambda p: f"{_rolling_length(p)} months to {p.end:%Y-%m}",
    PeriodKind.MID_YEAR: lambda p: f"mid-{p.ending}",
    PeriodKind.ACADEMIC_YEAR: lambda p: f"{_span(p.ending)} academic",
    PeriodKind.CALENDAR_YEAR: lambda p: f"{p.ending} calendar",
    PeriodKind.POOLED: lambda p: f"{_span(p.start.year + 1)} to {_span(p.ending)}",
}

_WORDS = {
    PeriodKind.FINANCIAL_YEAR: lambda p: f"year ending {_day_words(p.end)}",
    PeriodKind.YEAR_END: lambda p: _day_words(p.end),
    PeriodKind.DAY: lambda p: _day_words(p.end),
    PeriodKind.QUARTER: lambda p: f"{p.start:%B} to {p.end:%B %Y}",
    PeriodKind.QUARTERS: lambda p: f"{p.start:%B %Y} to {p.end:%B %Y}",
    PeriodKind.MONTH: lambda p: f"{p.end:%B %Y}",
    PeriodKind.MONTHS: lambda p: f"{p.start:%B %Y} to {p.end:%B %Y}",
    PeriodKind.ROLLING: lambda p: f"{_rolling_length(p)} months to {p.end:%B %Y}",
    PeriodKind.MID_YEAR: lambda p: f"mid-{p.ending}",
    PeriodKind.ACADEMIC_YEAR: lambda p: f"academic year {p.ending - 1} to {p.ending}",
    PeriodKind.CALENDAR_YEAR: lambda p: f"calendar year {p.ending}",
    PeriodKind.POOLED: lambda p: f"the years ending March {p.start.year + 1} to March {p.ending}",
}


def _ending_of(first: str, last: str) -> int:
    ending = int(first) + 1
    if ending % 100 != int(last[-2:]):
        raise ValueError(f"{first}-{last} is not one year: {first} is followed by {ending}")
    return ending


_YEAR = r"(\d{4})-(\d{2}|\d{4})"

_FORMS = (
    (
        re.compile(r"(\d{4})-(\d{2})-(\d{2})"),
        lambda y, m, d: Period.day(date(int(y), int(m), int(d))),
    ),
    (
        re.compile(r"(\d{4})-(0[1-9]|1[0-2]) to (\d{4})-(0[1-9]|1[0-2])"),
        lambda y, m, y2, m2: Period.months(int(y), int(m), int(y2), int(m2)),
    ),
    (
        re.compile(r"(\d+) months to (\d{4})-(0[1-9]|1[0-2])"),
        lambda n, y, m: Period.rolling(int(n), int(y), int(m)),
    ),
    (re.compile(r"mid-(\d{4})"), lambda y: Period.mid_year(int(y))),
    (re.compile(r"(\d{4}) calendar"), lambda y: Period.calendar_year(int(y))),
    (re.compile(_YEAR + " academic"), lambda a, b: Period.academic_year(_ending_of(a, b))),
    (
        re.compile(_YEAR + " Q([1-4])"),
        lambda a, b, q: Period.quarters(_ending_of(a, b), int(q)),
    ),
    (
        re.compile(_YEAR + " Q([1-4])-Q?([1-4])"),
        lambda a, b, q, r: Period.quarters(_ending_of(a, b), int(q), int(r)),
    ),
    (re.compile(_YEAR + " year end"), lambda a, b: Period.year_end(_ending_of(a, b))),
    (
        re.compile(_YEAR + " to " + _YEAR),
        lambda a, b, c, d: Period.pooled(_ending_of(a, b), _ending_of(c, d)),
    ),
    (re.compile(_YEAR), lambda a, b: _year_or_month(a, b)),
)


def _year_or_month(first: str, second: str) -> Period:
    """``2023-24`` is a year, ``2024-02`` a month; ``2009-10`` and ``2011-12`` read as years.

    The two forms collide for the financial years 2000-01 to 2011-12. Figures begin in 2010, so
    2010-11 and 2011-12 are read as years when the second part follows the first, and the months
    October 2010 to December 2011 cannot be written in this form.
    """
    follows = (int(first) + 1) % 100 == int(second[-2:])
    if len(second) == 4 or follows or int(second) > 12 or int(second) == 0:
        return Period.financial_year(_ending_of(first, second))
    return Period.month(int(first), int(second))
