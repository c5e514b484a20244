"""Every figure kept, a row each, as programs ask: by year, indicator, area and breakdown."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from goldenthread.nouns import Figure
from goldenthread_site.directory.models import Partnership
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.permissions import READERS, sees_true_counts
from goldenthread_site.figures.prepared.state import state_of
from goldenthread_site.figures.queries import kept_from
from goldenthread_site.figures.shelves import figures_of

TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Listed:
    """``year`` is the reporting year its period falls in; ``cut`` what it is broken down by.

    ``shown`` is true of the value that comes first where one thing is told more than once.
    """

    figure: Figure
    year: str
    cut: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; an empty collection asks for everything."""

    years: Collection[str] = ()
    indicators: Collection[str] = ()
    areas: Collection[str] = ()
    cuts: Collection[str] = ()
    every_value: bool = False

    def fits(self, each: Listed) -> bool:
        """True of a row that was asked for."""
        figure = each.figure
        return (
            (each.shown or self.every_value)
            and (not self.indicators or figure.indicator in self.indicators)
            and (not self.areas or figure.area.code in self.areas)
            and (not self.years or each.year in self.years)
            and (not self.cuts or each.cut in self.cuts)
        )


def listed(standing: Standing, wanted: Wanted, state: str, *, as_released: bool) -> list[Listed]:
    """The rows that were asked for, in an order that stays: indicator, unit, area, period.

    With true counts only for whoever is entitled to them and does not ask for less.
    """
    partnership = standing.partnership
    if partnership is None or not standing.holds(*READERS):
        return []
    inside = sees_true_counts(standing) and not as_released
    rows = _rows(partnership.pk, state, inside, kept_from(standing))
    return [each for each in rows if wanted.fits(each)]


def state_for(standing: Standing) -> str:
    """Which state of the figures there is now for this person; empty for whoever reads none."""
    partnership = standing.partnership
    if partnership is None or not standing.holds(*READERS):
        return ""
    shut = sorted(kept_from(standing))
    known = f".{sha256(str(shut).encode()).hexdigest()[:16]}" if shut else ""
    return f"{state_of(partnership)}{known}"


@lru_cache(maxsize=6)
def _rows(
    partnership: int, state: str, inside: bool, without: frozenset[int]
) -> tuple[Listed, ...]:
    """``state`` is there to be remembered by: another state is another tuple."""
    rows, last = [], None
    found = Partnership.objects.get(pk=partnership)
    for figure in figures_of(found, inside=inside, without=without):
        key = figure.key
        cut = " and ".join(figure.breakdown.dimensions) or TOTAL
        rows.append(Listed(figure, figure.period.reporting_year().code, cut, key != last))
        last = key
    return tuple(rows)
