"""Workbooks of lists with anything in their cells, or their bytes changed: never a traceback."""

from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources import annex_a
from tests.factories.annex_a import HEADINGS, a_child, a_workbook
from tests.factories.spreadsheets import with_parts

TEXTS = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12),
    st.sampled_from(
        [
            "a) Yes",
            "b) No",
            "N1",
            "31/03/2024",
            "45000",
            "1900-01-00",
            "WBRI",
            "x" * 3000,
            "-",
            "1e9",
        ]
    ),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(),
    st.booleans(),
)


@st.composite
def lists(draw):
    """Some lists, each with a few rows of anything."""
    numbers = draw(st.lists(st.sampled_from(sorted(HEADINGS)), min_size=1, max_size=3, unique=True))
    return {
        number: draw(
            st.lists(
                st.dictionaries(st.sampled_from(HEADINGS[number]), TEXTS, max_size=8),
                min_size=1,
                max_size=3,
            )
        )
        for number in numbers
    }


@given(lists())
def test_whatever_stands_in_cells_every_row_is_kept_or_reported(drawn):
    with TemporaryDirectory() as folder:
        file = a_workbook(Path(folder) / "a.xlsx", drawn)
        made = annex_a.read([file], area="821")
    for name, balance in made.balances.items():
        assert balance.kept <= balance.came_in
        assert balance.reported == 0 or len(made.found)
        assert made.tables[name].schema.names[0] == "area"
    for name, place in made.places.items():
        for row in range(made.tables[name].num_rows):
            assert place(row, "person_id").startswith("sheet List ")


@cache
def a_whole_workbook() -> bytes:
    """Made once, and as the same bytes in every run: a workbook holds the time it was made at."""
    with TemporaryDirectory() as folder:
        lists = {1: [a_child()], 3: [a_child("C-2")]}
        file = a_workbook(Path(folder) / "a.xlsx", lists)
        return with_parts(file, {"docProps/core.xml": b"<x/>"}).read_bytes()


@given(st.data())
def test_a_workbook_with_changed_bytes_is_read_or_refused(data):
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.xlsx"
        content = bytearray(a_whole_workbook())
        for _ in range(data.draw(st.integers(1, 6))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        file.write_bytes(content)
        annex_a.recognises(file)
        with suppress(GoldenThreadError):
            assert annex_a.read([file], area="821").kind == annex_a.KIND
