"""A break in a series: the day from which something is counted otherwise, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.nouns.figure import Figure
from goldenthread.nouns.period import Period


@dataclass(frozen=True, slots=True)
class Break:
    """A day from which a series is counted otherwise, so that no change is told across it.

    ``areas`` empty means everywhere; ``indicators`` are names from the catalogue. ``confirm``
    says what has still to be checked in the original, empty where nothing has.
    """

    when: date
    reason: str
    indicators: tuple[str, ...]
    areas: tuple[str, ...] = ()
    source: str = ""
    confirm: str = ""


def is_after(period: Period, when: date) -> bool:
    """Whether a period is counted the new way: where at least half of its days are."""
    return (period.end - when).days + 1 >= (when - period.start).days


def concerning(breaks: Iterable[Break], *, indicator: str, area: str) -> tuple[Break, ...]:
    """The breaks that concern one indicator in one area, the earliest first."""
    return tuple(
        sorted(
            (
                each
                for each in breaks
                if indicator in each.indicators and (not each.areas or area in each.areas)
            ),
            key=lambda each: each.when,
        )
    )


def between(
    earlier: Period, later: Period, *, indicator: str, area: str, breaks: Iterable[Break]
) -> Break | None:
    """The last break that leaves the two periods on different sides of it, or None."""
    crossing = [
        each
        for each in concerning(breaks, indicator=indicator, area=area)
        if is_after(later, each.when) and not is_after(earlier, each.when)
    ]
    return crossing[-1] if crossing else None


def within(series: Sequence[Figure], breaks: Iterable[Break]) -> tuple[Break, ...]:
    """The breaks that fall inside a series, from its first to its last period."""
    if not series:
        return ()
    first, last = series[0], series[-1]
    return tuple(
        each
        for each in concerning(breaks, indicator=last.indicator, area=last.area.code)
        if is_after(last.period, each.when) and not is_after(first.period, each.when)
    )
