"""Which period of an indicator's own kind a report year reads."""

from collections.abc import Callable

from goldenthread.nouns import Period, PeriodKind

_WITHIN: dict[PeriodKind, Callable[[Period], Period]] = {
    PeriodKind.YEAR_END: lambda year: Period.year_end(year.ending),
    PeriodKind.MID_YEAR: lambda year: Period.mid_year(year.start.year),
    PeriodKind.ACADEMIC_YEAR: lambda year: Period.academic_year(year.ending),
    PeriodKind.CALENDAR_YEAR: lambda year: Period.calendar_year(year.start.year),
}

_WITH_ARTICLE = {
    PeriodKind.FINANCIAL_YEAR,
    PeriodKind.ACADEMIC_YEAR,
    PeriodKind.CALENDAR_YEAR,
    PeriodKind.ROLLING,
}


def period_of(kind: PeriodKind, asked: Period) -> Period | None:
    """The period of ``kind`` that a financial year reads: the one whose middle falls in it.

    A period that is of the kind already is itself. None where a year holds several of the kind
    (quarters, months, single days): then the very period has to be asked for.

    >>> period_of(PeriodKind.YEAR_END, Period.parse("2023-24")).code
    '2024-03-31'
    """
    if asked.kind is kind:
        return asked
    if asked.kind is PeriodKind.FINANCIAL_YEAR and kind in _WITHIN:
        return _WITHIN[kind](asked)
    return None


def report_year(period: Period) -> Period:
    """The financial year that a report about ``period`` is of: the one its middle falls in."""
    middle = period.start + (period.end - period.start) / 2
    return Period.financial_year(middle.year if middle.month <= 3 else middle.year + 1)


def named(period: Period) -> str:
    """The period as a sentence names it after a preposition: "the year ending 31 March 2024"."""
    article = "the " if period.kind in _WITH_ARTICLE else ""
    return f"{article}{period.words}"
