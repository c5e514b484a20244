"""The periods that are measured: those a person asks for, and what they become for an indicator.

An event falls into a year, a quarter or a month; a stock is counted on its last day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goldenthread.indicators import Indicator
from goldenthread.indicators.expression import Timing
from goldenthread.nouns import GoldenThreadError, Period, PeriodKind

BY = ("year", "quarter", "month", "rolling")

_DAYS = {PeriodKind.YEAR_END, PeriodKind.DAY, PeriodKind.MID_YEAR}
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Measured:
    """A period as an expression knows it, and the period that its figure is about."""

    asked: Period
    figure: Period


def periods_of(period: Period, by: str = "year") -> tuple[Period, ...]:
    """What is measured of a period: itself by year, its quarters, its months, or for each of its
    months the twelve that end with it.

    Raises GoldenThreadError where it has no such parts.
    """
    if by not in BY:
        raise GoldenThreadError(f"Measure by {', '.join(BY)}, not by {by!r}.")
    if by == "year":
        return _years(period) if period.kind is PeriodKind.POOLED else (period,)
    if period.kind in _DAYS:
        raise GoldenThreadError(
            f"{period.words} is one day: measure by {by} of a year, such as 2023-24."
        )
    months = _months(period)
    if by == "month":
        return months
    if by == "rolling":
        return tuple(Period.rolling(_MONTHS_IN_YEAR, m.end.year, m.end.month) for m in months)
    thirds = [month for month in months if month.end.month % 3 == 0]
    quarters = tuple(
        Period.quarters(month.reporting_year().ending, ((month.end.month - 4) % 12) // 3 + 1)
        for month in thirds
    )
    if not quarters or quarters[0].start != period.start or quarters[-1].end != period.end:
        raise GoldenThreadError(f"{period.words} is not made of whole quarters: measure by month.")
    return quarters


def measured_for(indicator: Indicator, asked: Sequence[Period]) -> tuple[Measured, ...]:
    """The periods that an indicator's figures are about, of those asked for.

    A stock has one for each last day; where it is published for years, that of a financial year’s
    last day is the year’s, so that both meet. What spans a year and is published of its last day
    (``Timing.SPAN`` with a usual period of year end) has one for each twelve months.
    """
    timing = indicator.expression.timing if indicator.expression else None
    if timing is Timing.STOCK:
        days = dict.fromkeys(Period.day(period.end) for period in asked)
        of_day: dict[Period, Period] = {}
        if indicator.period_kind is PeriodKind.FINANCIAL_YEAR:
            of_years = (each for each in asked if each.kind is PeriodKind.FINANCIAL_YEAR)
            of_day = {Period.day(each.end): each for each in of_years}
        return tuple(Measured(day, of_day.get(day, day)) for day in days)
    spans = [period for period in asked if period.kind not in _DAYS]
    if timing is Timing.SPAN and indicator.period_kind is PeriodKind.YEAR_END:
        years = [period for period in spans if is_a_year(period)]
        by_day = {Period.day(period.end): period for period in reversed(years)}
        return tuple(Measured(period, day) for day, period in reversed(by_day.items()))
    return tuple(Measured(period, period) for period in dict.fromkeys(spans))


def is_a_year(period: Period) -> bool:
    """Whether it lasts twelve months."""
    return period.kind not in _DAYS and len(_months(period)) == _MONTHS_IN_YEAR


def _years(period: Period) -> tuple[Period, ...]:
    return tuple(
        Period.financial_year(ending)
        for ending in range(period.start.year + 1, period.end.year + 1)
    )


def _months(period: Period) -> tuple[Period, ...]:
    first = period.start.year * 12 + period.start.month - 1
    last = period.end.year * 12 + period.end.month - 1
    return tuple(Period.month(at // 12, at % 12 + 1) for at in range(first, last + 1))


def of_text(texts: Iterable[str]) -> tuple[Period, ...]:
    """Periods from their written codes; raises GoldenThreadError naming the first that is none."""
    found = []
    for text in texts:
        try:
            found.append(Period.parse(text))
        except ValueError as error:
            raise GoldenThreadError(
                f"{text!r} is no period: write a year as 2023-24, several as 2020-21 to 2023-24, "
                "a quarter as 2023-24 Q1, a month as 2024-02, a day as 2024-03-31."
            ) from error
    return tuple(found)
