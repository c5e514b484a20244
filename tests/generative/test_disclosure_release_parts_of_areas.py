"""Any part of three boroughs' table is printed: nobody works out a small count of one of them.

The second way is a solver that has the numbers printed and the sums of the whole table, with what
was never declared in it too.
"""

from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.disclosure import release
from goldenthread.disclosure.rules import rule_named
from goldenthread.nouns import Area, AreaKind, Figure
from tests.factories.cases import cases
from tests.factories.monthly import local
from tests.factories.solved import width

RULE = rule_named("local").stated()
SOURCES = ("Police", "Schools", "Health")
BOROUGHS = [Area(f"99{at}", f"Borough {at}", AreaKind.COUNCIL) for at in (1, 2, 3)]
CODES = tuple(each.code for each in BOROUGHS)
TOGETHER = Area("boroughs", "Three boroughs", AreaKind.PARTNERSHIP, members=CODES)
COUNTS = st.lists(st.one_of(st.integers(0, 8), st.integers(6, 60)), min_size=9, max_size=9)
DECLARED = st.sets(st.integers(0, 15), min_size=2)

Cell = tuple[str, str]  # an area, and a source or nothing for all of them


def within(cell: Cell) -> tuple[Cell, ...]:
    """The innermost cells of one."""
    area, source = cell
    areas = CODES if area == TOGETHER.code else [area]
    return tuple((code, name) for code in areas for name in ([source] if source else SOURCES))


def table_of(counts: Sequence[int]) -> dict[Cell, Figure]:
    inner = dict(zip(within((TOGETHER.code, "")), counts, strict=True))
    cells = [(area, source) for area in (TOGETHER, *BOROUGHS) for source in ("", *SOURCES)]
    return {
        (area.code, source): local(
            sum(inner[each] for each in within((area.code, source))),
            "2024-01",
            f"source={source}" if source else "",
            area=area,
        )
        for area, source in cells
    }


def too_well_known(table: Mapping[Cell, Figure], printed: Mapping[Cell, int]) -> list[Cell]:
    small = [at for at, each in table.items() if 0 < each.value <= RULE.threshold]
    sums = {within(at): value for at, value in printed.items()}
    return [at for at in small if width(within(at), sums) < RULE.narrowest - 1e-6]


def printed_of(declared: Mapping[Cell, Figure]) -> dict[Cell, int]:
    out = release(declared.values())
    return {at: int(out[f.id].value) for at, f in declared.items() if out[f.id].value is not None}


@given(COUNTS, DECLARED)
@settings(max_examples=cases(quick=60, soak=3000), deadline=None)
def test_nobody_works_out_a_small_count_of_a_borough_that_told_a_part(counts, declared):
    table = table_of(counts)
    cells = list(table)
    printed = printed_of({cells[at]: table[cells[at]] for at in sorted(declared)})
    assert too_well_known(table, printed) == []


def test_with_small_counts_alone_withheld_they_are_worked_out():
    """So the test above could fail."""
    table = table_of([12, 20, 3, 31, 8, 9, 40, 7, 22])
    large = {at: int(each.value) for at, each in table.items() if each.value > RULE.threshold}
    assert too_well_known(table, large) == [("991", "Health")]
