"""All councils and all indicators must be compared well within a minute."""

import random
from time import process_time

from goldenthread.comparisons import Comparison, compare
from goldenthread.figures import Shelf
from goldenthread.nouns import NeighbourSet
from tests.factories import EAST, ENGLAND
from tests.factories.comparing import YEAR, an_indicator, councils, years_of

# 150 councils by 80 indicators are 12,000 comparisons; a minute leaves 5 milliseconds for each.
# About 1.5 were measured, so a test that fails has found something and not a busy machine.
ALLOWED = 60 / 12_000


def test_a_comparison_takes_its_share_of_a_minute():
    chosen = random.Random(7)
    areas = councils(150)
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
    began = process_time()
    found = [
        compare(shelf, indicator, area, YEAR, region=EAST, neighbour_sets=sets[area.code])
        for area in areas
    ]
    each = (process_time() - began) / len(areas)
    assert all(isinstance(one, Comparison) and one.rank_of == 150 for one in found)
    assert each < ALLOWED
