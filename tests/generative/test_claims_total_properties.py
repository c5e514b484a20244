"""Random tables that add up give no fault; one changed cell is found, and named where it can be."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from tests.factories.checked_tables import errors_in, faults_in, piped, told

NAMES = ("Ashby", "Birch", "Corley", "Denby", "Elmore", "Fenton", "Garth", "Holme")
SOURCES = ("Police", "Schools", "Health", "Housing", "Family", "Probation")
QUARTERS = ("Q1", "Q2", "Q3", "Q4")


@dataclass
class Table:
    """Numbers with a row and a column of totals; ``printed`` may be changed in one cell."""

    columns: tuple[str, ...]
    total_column: str
    inner: list[list[int]]

    def rows(self) -> list[list[str]]:
        """The table as printed, headings first."""
        body = [[*row, sum(row)] for row in self.inner]
        body.append([sum(column) for column in zip(*body, strict=True)])
        labels = [*NAMES[: len(self.inner)], "Total"]
        return [
            ["Area", *self.columns, self.total_column],
            *([label, *map(str, row)] for label, row in zip(labels, body, strict=True)),
        ]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    timed = draw(st.booleans())
    columns = QUARTERS if timed else SOURCES[: draw(st.integers(2, 6))]
    rows = draw(st.integers(2, 7))
    numbers = st.lists(st.integers(3, 400), min_size=len(columns), max_size=len(columns))
    inner = draw(st.lists(numbers, min_size=rows, max_size=rows))
    return Table(tuple(columns), "2021/22" if timed else "Total", inner)


@given(tables())
def test_a_table_that_adds_up_is_let_be(table):
    assert told(faults_in(piped(table.rows(), "Visits by area"))) == []


@st.composite
def unlike_tables(draw: st.DrawFn) -> Table:
    """Tables in which no number is like another by more than chance.

    In a small table of threes a changed cell makes other sums right, and no reader could tell
    which cell it was.
    """
    table = draw(tables())
    many = len(table.inner) * len(table.columns)
    numbers = iter(draw(st.randoms(use_true_random=False)).sample(range(100, 1000), many))
    return replace(table, inner=[[next(numbers) for _ in line] for line in table.inner])


@given(unlike_tables(), st.data())
def test_the_one_changed_cell_is_named_with_what_it_was(table, data):
    rows = table.rows()
    row = data.draw(st.integers(1, len(rows) - 1))
    column = data.draw(st.integers(1, len(rows[0]) - 1))
    right = rows[row][column]
    wrong = str(int(right) + data.draw(st.integers(1, 60)))
    rows[row][column] = wrong
    found = errors_in(piped(rows, "Visits by area"))
    assert found == [("total", f"{int(wrong)}", f"{int(right):,}")]


@given(st.lists(st.integers(1, 900), min_size=3, max_size=12), st.integers(1, 40), st.booleans())
def test_a_total_alone_is_found_wrong(numbers, by, above):
    total = sum(numbers) + (by if above or by >= min(numbers) else -by)
    labels = [f"Ward {chr(65 + place)}" for place in range(len(numbers))]
    rows = [["Ward", "Visits"], *zip(labels, numbers, strict=True), ["Total", total]]
    off = abs(total - sum(numbers))
    kinds = {kind for kind, _, _ in errors_in(piped(rows))}
    if 5 * max(total, sum(numbers)) <= 8 * min(total, sum(numbers)) and off:
        assert kinds == {"total"}
    assert kinds <= {"total"}


@given(st.lists(st.lists(st.integers(20, 300), min_size=2, max_size=4), min_size=2, max_size=4))
def test_groups_within_groups_that_add_up_are_let_be(groups):
    rows: list[list[object]] = [["Place", "Homes"]]
    number = 0
    for place, group in enumerate(groups):
        for homes in group:
            number += 1
            rows.append([f"Street {number}", homes])
        rows.append([f"{NAMES[place]} total", sum(group)])
    rows.append(["Grand total", sum(map(sum, groups))])
    assert told(faults_in(piped(rows))) == []
    rows[-1][1] = sum(map(sum, groups)) + 7
    assert [kind for kind, *_ in told(faults_in(piped(rows)))] == ["total"]


@given(st.lists(st.integers(1, 9_999), min_size=3, max_size=9))
def test_rounding_is_allowed_for(tenths):
    """Amounts rounded one by one, and their total rounded from the unrounded sum."""
    printed = [f"{round(tenth / 10)}" for tenth in tenths]
    labels = [f"Heading {chr(65 + place)}" for place in range(len(tenths))]
    rows = [
        ["Heading", "£000"],
        *zip(labels, printed, strict=True),
        ["Total", f"{round(sum(tenths) / 10)}"],
    ]
    assert told(faults_in(piped(rows, "Spending (£000)"))) == []


@given(tables(), st.data())
def test_hidden_cells_leave_room(table, data):
    rows = table.rows()
    row = data.draw(st.integers(1, len(rows) - 2))
    column = data.draw(st.integers(1, len(rows[0]) - 2))
    rows[row][column] = data.draw(st.sampled_from(["c", "n/a", "<5", "", "-"]))
    assert told(faults_in(piped(rows))) == []
