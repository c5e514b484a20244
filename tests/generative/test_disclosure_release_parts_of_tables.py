"""Any part of a table is printed: nobody works out a small count, told or not told, from it.

The second way knows nothing of the choice. It has the numbers that are printed and the sums of the
whole table, with what was never declared in it too, and asks a solver how small and how large each
small count could be.
"""

import random
from collections.abc import Iterable, Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.disclosure import release
from goldenthread.disclosure.rules import rule_named
from goldenthread.nouns import Figure
from tests.factories.cases import cases
from tests.factories.monthly import MONTHS, QUARTER, a_table
from tests.factories.solved import interval

RULE = rule_named("local").stated()
SOURCES = ("Police", "Schools", "Health")
SIZE = 4 * 4  # the sources and all of them, by the months and the quarter
COUNTS = st.lists(st.one_of(st.integers(0, 8), st.integers(6, 60)), min_size=9, max_size=9)
DECLARED = st.sets(st.integers(0, SIZE - 1), min_size=2)

Cell = tuple[str, str]  # a source, or nothing for all of them, and a month or the quarter


def table_of(counts: Sequence[int]) -> list[Figure]:
    rows = {name: tuple(counts[at * 3 : at * 3 + 3]) for at, name in enumerate(SOURCES)}
    return a_table(rows, dimension="source")


def cell(figure: Figure) -> Cell:
    return str(figure.breakdown).removeprefix("source="), figure.period.code


def inner(one: Cell) -> tuple[Cell, ...]:
    """The innermost cells of one."""
    names = [one[0]] if one[0] else SOURCES
    months = MONTHS if one[1] == QUARTER else [one[1]]
    return tuple((name, month) for name in names for month in months)


def too_well_known(figures: Sequence[Figure], printed: Mapping[Cell, int]) -> list[str]:
    """The small counts whose interval is narrower than the rule's, with it."""
    small = [each for each in figures if 0 < each.value <= RULE.threshold]
    sums = {inner(each): value for each, value in printed.items()}
    found = {cell(each): (interval(inner(cell(each)), sums), each.value) for each in small}
    return [
        f"{each}: {low:g} to {high:g}, and it is {value}"
        for each, ((low, high), value) in found.items()
        if high - low < RULE.narrowest - 1e-6
    ]


def printed_of(declared: Iterable[Figure]) -> dict[Cell, int]:
    out = release(declared).values()
    return {cell(each.figure): int(each.value) for each in out if each.value is not None}


@given(COUNTS, DECLARED)
@settings(max_examples=cases(quick=60, soak=3000), deadline=None)
def test_nobody_works_out_a_small_count_of_a_table_of_which_a_part_is_printed(counts, declared):
    figures = table_of(counts)
    assert too_well_known(figures, printed_of(figures[at] for at in sorted(declared))) == []


def test_with_small_counts_alone_withheld_they_are_worked_out():
    """So the test above could fail."""
    worked_out = 0
    for seed in range(40):
        chance = random.Random(seed)
        figures = table_of([chance.choice((2, 3, 12, 20, 31)) for _ in range(9)])
        declared = chance.sample(figures, 12)
        printed = {cell(each): int(each.value) for each in declared if each.value > RULE.threshold}
        worked_out += too_well_known(figures, printed) != []
    assert worked_out > 10
