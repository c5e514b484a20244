"""To compare every council with all others is no more work for each, however many there are."""

import random

from goldenthread.comparisons import Comparison, compare
from goldenthread.figures import Shelf
from goldenthread.nouns import NeighbourSet
from tests.factories import EAST, ENGLAND
from tests.factories.comparing import YEAR, an_indicator, councils, years_of
from tests.factories.work import calls_made


def compared(how_many: int) -> int:
    """The calls it takes to compare each of so many councils, every one with a place among them."""
    chosen = random.Random(7)
    areas = councils(how_many)
    indicator = an_indicator()
    figures = []
    for area in (*areas, EAST, ENGLAND):
        values = {year: f"{chosen.randint(200, 900)}/50000" for year in range(2015, 2025)}
        figures += years_of(indicator, area, values)
    codes = [area.code for area in areas]
    sets = {
        code: (NeighbourSet("s", 2021, code, tuple(chosen.sample(codes, 10))),) for code in codes
    }
    shelf = Shelf(figures)
    found = []

    def every_council() -> None:
        for area in areas:
            found.append(
                compare(shelf, indicator, area, YEAR, region=EAST, neighbour_sets=sets[area.code])
            )

    made = calls_made(every_council)
    assert all(isinstance(one, Comparison) and one.rank_of == how_many for one in found)
    return made


def test_a_council_is_no_more_work_among_many() -> None:
    few, many = (compared(how_many) / how_many for how_many in (100, 150))
    assert many < few * 1.2
