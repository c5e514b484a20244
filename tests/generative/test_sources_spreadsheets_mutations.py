"""Whatever is done to a table's file, reading it ends in figures, faults and every cell told."""

import io
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.nouns import Severity
from goldenthread.sources.spreadsheets import TableReading, read_table
from tests.factories.spreadsheets import BY_SOURCE_AND_MONTH, a_mapping, an_ods, an_xlsx

ROWS = [
    ["Source", "Oct-23", "Nov-23*", "Total"],
    ["Police", "180 / 17.6%", "180 / 17.9%", "1,103 / 20.2%"],
    ["School", "n/a", "59 / 5.9%", "320 / 5.9%"],
    ["All", "1021 / 100%", "1004 / 100%", "5463 / 100%"],
]
AXES = (
    BY_SOURCE_AND_MONTH.replace('"period"', '"period"\nvalues = { Total = "2023-24 Q3-Q4" }')
    + 'totals = ["All"]\n[[cell]]\nunit = "count"\n[[cell]]\nunit = "percent"\n'
)


def _bytes(write, name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return write(Path(folder) / name, ROWS).read_bytes()


CSV = "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS).encode()
XLSX = _bytes(an_xlsx, "a.xlsx")
ODS = _bytes(an_ods, "a.ods")


@st.composite
def mutated(draw: st.DrawFn, whole: bytes) -> bytes:
    """The file with a few bytes changed, cut out or doubled, or cut short."""
    content = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        if not content:
            break
        at = draw(st.integers(0, len(content) - 1))
        length = draw(st.integers(1, 40))
        match draw(st.sampled_from(["change", "delete", "insert", "repeat", "cut"])):
            case "change":
                content[at] = draw(st.integers(0, 255))
            case "delete":
                del content[at : at + length]
            case "insert":
                content[at:at] = draw(st.binary(max_size=20))
            case "repeat":
                content[at:at] = content[at : at + length]
            case "cut":
                del content[at:]
    return bytes(content)


def read(content: bytes, name: str) -> TableReading:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        return read_table(a_mapping(Path(folder), AXES, data=f'"{name}"'))


def holds_together(reading: TableReading) -> None:
    """No cell is told twice over, every fault says where and what to do, nothing lost is silent."""
    placed = {figure.thread.locator for figure in reading.figures}
    groups = [placed, set(reading.left_out), set(reading.lost)]
    assert sum(map(len, groups)) == len(set().union(*groups))
    errors = [fault for fault in reading.faults if fault.severity is Severity.ERROR]
    assert all(fault.message.endswith((".", "?")) and fault.file for fault in reading.faults)
    assert errors or not reading.lost
    assert reading.figures or reading.faults
    keys = [(figure.key, figure.thread.definition) for figure in reading.figures]
    assert len(set(keys)) == len(keys)


@given(mutated(CSV))
def test_a_mutated_csv_is_figures_and_faults(content):
    holds_together(read(content, "a.csv"))


@given(mutated(XLSX))
def test_a_mutated_xlsx_is_figures_and_faults(content):
    holds_together(read(content, "a.xlsx"))


@given(mutated(ODS))
def test_a_mutated_ods_is_figures_and_faults(content):
    holds_together(read(content, "a.ods"))


@given(st.binary(max_size=300))
def test_any_bytes_are_figures_and_faults(content):
    for name in ("a.csv", "a.xlsx", "a.ods"):
        holds_together(read(content, name))


CELLS = st.text(
    st.sampled_from("0123456789,.%/ *=-£n/acxzTotal[]†\"'\t;"), max_size=12
) | st.sampled_from(["Total", "180 / 17.6%", "n/a", "1,103 / 20.2%", "=A1", "[c]"])


@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=6))
def test_every_cell_of_any_body_is_told_once(body):
    """The plain count of cells is the second way: figures, left out and lost are all of them."""
    text = io.StringIO()
    rows = [ROWS[0], *body]
    for row in rows:
        cells = (cell.replace('"', '""') for cell in row)
        text.write(",".join(f'"{cell}"' for cell in cells) + "\n")
    reading = read(text.getvalue().encode(), "a.csv")
    holds_together(reading)
    told = {f.thread.locator for f in reading.figures} | {*reading.left_out, *reading.lost}
    filled = {
        f"cell {'ABCD'[across]}{down}"
        for down, row in enumerate(rows, start=1)
        for across, cell in enumerate(row)
        if down > 1 and across > 0 and cell.split()
    }
    assert filled <= told
