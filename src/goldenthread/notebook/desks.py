"""Sets up the desk a question is answered at, with no more of the book on it than it needs."""

from collections.abc import Iterable

from goldenthread.figures import FigureBook
from goldenthread.indicators import Indicator
from goldenthread.nouns import Area, Break, NeighbourSet, Period
from goldenthread.nouns.register import ENGLAND, region_of
from goldenthread.report.desk import Desk

YEARS = 10  # how far back a trend goes, as in a report


class Desks:
    """The desks of one book; each is set up once."""

    def __init__(
        self, book: FigureBook, neighbour_sets: Iterable[NeighbourSet], breaks: Iterable[Break]
    ) -> None:
        self._book = book
        self._sets = tuple(neighbour_sets)
        self._breaks = tuple(breaks)
        self._made: dict[tuple[str, str, Period], Desk] = {}

    def at(self, area: Area, year: Period, only: Indicator | None = None) -> Desk:
        """A desk with one indicator of every area, or all indicators of those compared with.

        A rank needs every area; what stands out is judged beside England, the region and the
        neighbours, and needs no more.
        """
        key = (area.code, only.name if only else "", year)
        if key not in self._made:
            region = region_of(area)
            sets = tuple(each for each in self._sets if each.area == area.code)
            beside = {area.code, ENGLAND, *(code for each in sets for code in each.members)}
            beside |= {region.code} if region else set()
            self._made[key] = Desk(
                book=self._book,
                shelf=self._book.shelf(
                    None if only else sorted(beside),
                    [only.name] if only else None,
                    year.ending,
                    years=YEARS + 1,
                ),
                area=area,
                region=region,
                year=year,
                neighbour_sets=sets,
                breaks=self._breaks,
                years=YEARS,
            )
        return self._made[key]
