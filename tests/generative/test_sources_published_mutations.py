"""Any bytes at all in place of a published file: faults or figures, never an exception."""

import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.engines import connect
from goldenthread.nouns import Fault, GoldenThreadError
from goldenthread.sources.published import read_folder, read_neighbour_sets
from goldenthread.sources.published.faults import MOST_NAMED
from goldenthread.sources.published.raw import open_csv
from tests.factories import published as made

# A mutated file is slow to make up; that is no fault of what is tested.
SLOW = settings(suppress_health_check=[HealthCheck.too_slow])

PLAIN = made.table(
    (area, year, made.c4_cells())
    for area in (made.ENGLAND, made.EAST, made.LUTON, made.GATESHEAD)
    for year in (2023, 2024)
).encode()

# Bytes that mean something to a reader of tables, beside any others.
TELLING = [b",", b'"', b"\n", b"\r\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"c", b"-1", b"9" * 40]
PIECES = st.one_of(st.sampled_from(TELLING), st.binary(max_size=12))


@st.composite
def mutated(draw: st.DrawFn, plain: bytes = PLAIN) -> bytes:
    """A good file with pieces cut out, put in, doubled or moved."""
    data = plain
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        stop = draw(st.integers(start, min(len(data), start + 200)))
        what = draw(st.sampled_from(["cut", "put", "double", "end"]))
        if what == "cut":
            data = data[:start] + data[stop:]
        elif what == "put":
            data = data[:start] + draw(PIECES) + data[start:]
        elif what == "double":
            data = data[:stop] + data[start:]
        else:
            data = data[:start]
    return data


def bounded(faults: list[Fault]) -> None:
    """However bad the file, what is kept of its faults stays small and names its file."""
    for rule in {fault.rule for fault in faults}:
        assert sum(fault.rule == rule for fault in faults) <= 2 * MOST_NAMED + 2
    assert all(fault.message and fault.file and len(fault.message) < 300 for fault in faults)
    assert all(fault.message.isprintable() for fault in faults)


@SLOW
@given(mutated())
def test_a_mutated_table_never_stops_the_reading_of_the_others(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = made.a_folder(Path(name))
        made.write(folder, made.C4, data)
        con = connect()
        reading = read_folder(folder, con)
        rows = reading.table.select("source", "value", "symbol", "locator").to_pyarrow().to_pylist()
        con.disconnect()
    bounded(list(reading.faults))
    assert sum(row["source"] == "dfe.c1" for row in rows) == 36
    for row in rows:
        assert (row["value"] is None) != (row["symbol"] is None)
        assert row["locator"].startswith("row ")
    told = [fault for fault in reading.faults if fault.file == made.C4]
    assert told or any(row["source"] == "dfe.c4" for row in rows)


@SLOW
@given(st.one_of(st.binary(max_size=400), mutated()))
def test_any_bytes_are_cells_or_faults(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        raw, faults = open_csv(made.write(Path(name), "any.csv", data))
    bounded(faults)
    assert (raw is None) <= bool(faults)
    if raw is not None:
        lengths = {len(column) for column in raw.columns.values()}
        assert lengths <= {len(raw)}
        assert len(raw) <= data.count(b"\n")
        assert list(raw.numbers) == sorted(set(raw.numbers))


@SLOW
@given(st.data())
def test_a_mutated_parquet_never_stops_the_reading_of_the_others(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = made.a_folder(Path(name))
        path = folder / "bds_long_0.parquet"
        table = pa.table(
            {
                "Short Desc": ["LACDistance", "LACDistance", "Section_47"],
                "Years": ["2024", "2023", data.draw(st.text(max_size=8))],
                "LA and Regions": ["Luton", "England", "Luton"],
                "Values": ["32", "18", data.draw(st.text(max_size=8))],
                "LA Number": pa.array([821.0, 970.0, 821.0]),
            }
        )
        pq.write_table(table, path)
        path.write_bytes(data.draw(mutated(path.read_bytes())))
        con = connect()
        reading = read_folder(folder, con)
        assert int(reading.table.count().to_pyarrow().as_py()) > 0
        con.disconnect()
    bounded(list(reading.faults))


@SLOW
@given(
    mutated(b"old_la_code,la_name,SN_1,SN_1P,SN_2\n821,Luton,871,Close,874\n871,Slough,821,x,874\n")
)
def test_mutated_neighbours_are_sets_or_faults(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        made.write(Path(name), "sn_model_2025_wide.csv", data)
        sets, faults = read_neighbour_sets(Path(name))
    bounded(faults)
    assert all(each.area not in each.members for each in sets)


@SLOW
@given(mutated())
def test_a_folder_of_one_bad_file_is_read_or_refused_with_a_sentence(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        made.write(Path(name), made.C4, data)
        con = connect()
        told = ""
        try:
            read_folder(Path(name), con)
        except GoldenThreadError as refusal:
            told = str(refusal)
        con.disconnect()
    assert not told or "goldenthread fetch" in told
