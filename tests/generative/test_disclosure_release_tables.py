"""Random local tables: whatever is let out, the gate finds nothing; primary alone, it does."""

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.disclosure import release, withstand
from goldenthread.nouns import Figure, GoldenThreadError
from tests.factories.monthly import a_table

COUNTS = st.tuples(*[st.one_of(st.integers(0, 8), st.integers(0, 90))] * 3)
TABLES = st.dictionaries(
    st.sampled_from(["Neglect", "Police", "Schools", "Health", "Other"]), COUNTS, min_size=2
).filter(lambda table: all(map(sum, zip(*table.values(), strict=True))))


def refused(figures: list[Figure], out) -> bool:
    try:
        withstand({figure.id: figure for figure in figures}, out)
    except GoldenThreadError:
        return True
    return False


@given(TABLES, st.booleans())
def test_nothing_withheld_can_be_worked_out_from_what_is_let_out(table, shares):
    figures = a_table(table, shares=shares)
    out = release(figures)
    assert not refused(figures, out)
    small = [figure for figure in figures if figure.value and 0 < figure.value <= 5]
    assert all(out.of(figure).withheld for figure in small if figure.unit.value == "count")


def test_primary_protection_alone_is_found_out_most_of_the_time():
    """So the test above could fail."""
    found = 0
    for small in range(1, 6):
        for other in (20, 40, 60):
            figures = a_table({"Neglect": (small, 30, other), "Police": (other, 50, 41)})
            alone = {figure.id: release([figure])[figure.id] for figure in figures}
            found += refused(figures, alone)
    assert found == 15
