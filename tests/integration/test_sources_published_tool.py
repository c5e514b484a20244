"""The Interactive Tool's parquet and dictionary, and the neighbour sets, as they come."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from goldenthread.engines import connect
from goldenthread.figures import FigureBook
from goldenthread.nouns import Fault, Figure, Sensitivity, Severity, Symbol
from goldenthread.sources.published import read_folder, read_neighbour_sets
from goldenthread.sources.published.tool_dictionary import read_dictionary
from tests.factories import published as made

TOOL = "bds_long_0.parquet"
DICTIONARY = "lait_data_dictionary.csv"
Row = tuple[str, str, str, str, float | None]

HEADER = "Measure_short,Chart_title,Polarity,dps,Year_Type,Last Update\n"


def a_tool(folder: Path, rows: list[Row]) -> Path:
    made.a_folder(folder)
    names = ("Short Desc", "Years", "LA and Regions", "Values", "LA Number")
    columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    pq.write_table(pa.table(columns), folder / TOOL)
    return folder


def a_dictionary(folder: Path, *lines: str) -> None:
    made.write(folder, DICTIONARY, HEADER + "".join(line + "\n" for line in lines))


@pytest.fixture
def con() -> Iterator[Any]:
    made_connection = connect()
    yield made_connection
    made_connection.disconnect()


def read(folder: Path, con: Any) -> tuple[list[Figure], list[Fault]]:
    """The tool's figures, and its faults but for the measures a made-up file lacks."""
    reading = read_folder(folder, con)
    figures = FigureBook.build(con, [reading.table]).figures(source="lait")
    wanted = [f for f in reading.faults if f.file in (TOOL, DICTIONARY)]
    return figures, [fault for fault in wanted if fault.rule != "missing-rows"]


def test_a_measure_is_joined_by_its_short_description(tmp_path: Path, con: Any) -> None:
    rows: list[Row] = [
        ("SomethingElse", "2024", "Luton", "9", 821.0),
        ("LACDistance", "2024", "Luton", "32", 821.0),
        ("LACDistance", "2024", "England", "18", 970.0),
        ("LACDistance", "2023", "East of England", "-", 985.0),
        ("LACDistance", "2024", "London (Inner)", "25", None),
    ]
    a_dictionary(a_tool(tmp_path, rows), "LACDistance,Far from home,Low,NA,Financial Year,46023")
    figures, faults = read(tmp_path, con)
    assert faults == []
    found = {(f.area.code, f.period.code): f for f in figures}
    assert found["821", "2023-24"].value == 32
    assert found["821", "2023-24"].thread.locator == "row 2, column Values"
    assert found["821", "2023-24"].thread.known_since == date(2026, 1, 31)
    assert found["821", "2023-24"].thread.vintage == "2024"
    assert found["E92000001", "2023-24"].value == 18
    assert found["E12000006", "2022-23"].symbol is Symbol.NOT_AVAILABLE
    assert found["E13000001", "2023-24"].value == 25
    assert len(figures) == 4


def test_values_are_as_the_tool_shows_them(tmp_path: Path, con: Any) -> None:
    """Binary tails go, and the dictionary's decimals go before those seen."""
    rows: list[Row] = [
        ("CIN", "2024", "Luton", "284.60000000000002", 821.0),
        ("TotPermEx", "2023/24", "Luton", "7.0459999999999995E-2", 821.0),
        ("ReoffYO", "2024", "Luton", "17.649999999999999", 821.0),
    ]
    a_dictionary(
        a_tool(tmp_path, rows),
        "CIN,Children in need,-,NA,Annual,45931",
        "TotPermEx,Exclusions,Low,2,Academic Year,45839",
        "ReoffYO,Reoffending,Low,1,Financial Year,New Data",
    )
    figures, _ = read(tmp_path, con)
    found = {f.indicator: f for f in figures}
    assert found["children_in_need_at_31_march"].value == Decimal("284.6")
    assert found["school_permanent_exclusions"].value == Decimal("0.07")
    assert found["school_permanent_exclusions"].decimals == 2
    assert found["youth_justice_reoffending"].value == Decimal("17.6")
    assert found["youth_justice_reoffending"].thread.known_since is None


@pytest.mark.parametrize(
    ("short", "written", "code"),
    [
        ("LACDistance", "2024", "2023-24"),
        ("LACDistance", "2023-24", "2023-24"),
        ("LACDistance", "2023/24 (Rev)", "2023-24"),
        ("CIN", "2024", "2024-03-31"),
        ("TotPermEx", "2023/24", "2023-24 academic"),
        ("TotPerAbNew", "2024", "2023-24 academic"),
        ("Work_Force_TO_Rate", "2024", "2024-09-30"),
    ],
)
def test_each_kind_of_year_is_its_own_period(
    tmp_path: Path, con: Any, short: str, written: str, code: str
) -> None:
    figures, _ = read(a_tool(tmp_path, [(short, written, "Luton", "1", 821.0)]), con)
    assert [figure.period.code for figure in figures] == [code]
    staff = short.startswith("Work_Force")
    assert (figures[0].sensitivity is Sensitivity.WORKFORCE) == staff


def test_rows_that_do_not_fit_are_named(tmp_path: Path, con: Any) -> None:
    rows: list[Row] = [
        ("LACDistance", "2024", "Luton", "32", 821.0),
        ("LACDistance", "2024", "Luton", "33", 821.0),
        ("LACDistance", "2024", "Nowhere", "1", 999.0),
        ("LACDistance", "2023/29", "Luton", "1", 821.0),
        ("LACDistance", "soon", "Luton", "1", 821.0),
        ("LACDistance", "2022", "Luton", "a third", 821.0),
    ]
    a_dictionary(a_tool(tmp_path, rows), "LACDistance,Far from home,Low,NA,Academic Year,46023")
    figures, faults = read(tmp_path, con)
    assert [(f.rule, f.place) for f in faults if f.severity is Severity.ERROR] == [
        ("unknown-area", "row 3"),
        ("wrong-year", "row 4"),
        ("wrong-year", "row 5"),
        ("repeated-row", "row 2"),
        ("not-a-number", "row 6, column Values"),
    ]
    assert [figure.value for figure in figures] == [32]
    warned = [f.message for f in faults if f.severity is Severity.WARNING]
    assert len(warned) == 1
    assert "says LACDistance goes by academic year" in warned[0]


def test_without_a_dictionary_the_day_is_not_known_and_that_is_said(
    tmp_path: Path, con: Any
) -> None:
    figures, faults = read(a_tool(tmp_path, [("LACDistance", "2024", "Luton", "32", 821.0)]), con)
    assert [figure.thread.known_since for figure in figures] == [None]
    assert {fault.rule for fault in faults} == {"no-dictionary", "not-in-dictionary"}
    assert {fault.severity for fault in faults} == {Severity.NOTE}


def test_a_dictionary_of_nothing_is_a_fault(tmp_path: Path) -> None:
    a_dictionary(tmp_path)
    assert read_dictionary(tmp_path / DICTIONARY)[1][0].rule == "no-rows"


@pytest.mark.parametrize("content", [b"", b"PAR1PAR1", b"Short Desc,Years\nCIN,2024\n"])
def test_a_parquet_that_is_none_is_one_fault(tmp_path: Path, con: Any, content: bytes) -> None:
    made.a_folder(tmp_path)
    made.write(tmp_path, TOOL, content)
    figures, faults = read(tmp_path, con)
    assert figures == []
    assert [fault.rule for fault in faults if fault.file == TOOL] == ["unreadable"]


def test_a_parquet_of_other_columns_or_too_much_is_one_fault(
    tmp_path: Path, con: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.a_folder(tmp_path)
    pq.write_table(pa.table({"Short Desc": ["CIN"]}), tmp_path / TOOL)
    assert "Years, LA and Regions" in read(tmp_path, con)[1][1].message
    a_tool(tmp_path, [("CIN", "2024", "Luton", "1", 821.0)])
    monkeypatch.setattr("goldenthread.sources.published.parquet.MOST_BYTES", 10)
    assert read(tmp_path, con)[1][1].rule == "too-large"


MODEL = "sn_model_2025_wide.csv"


def test_neighbours_come_nearest_first(tmp_path: Path) -> None:
    text = "old_la_code,la_name,SN_1,SN_1P,SN_2,SN_2P,SN_10\n821,Luton,871,Close,874,Close,331\n"
    made.write(tmp_path, MODEL, text)
    sets, faults = read_neighbour_sets(tmp_path)
    assert faults == []
    assert [(each.year, each.area, each.members) for each in sets] == [
        (2025, "821", ("871", "874", "331"))
    ]
    assert "Department for Education" in sets[0].name


@pytest.mark.parametrize(
    ("name", "header"),
    [
        (MODEL, "old_la_code,la_name,SN_1,SN_1P,SN_2,SN_2P,SN_3,SN_3P"),
        (
            "New_Statistical_Neighbour_Groupings_April_2021.csv",
            "LA num,LA Name,SN1,SNP,SN2,SNP,SN3,SNP",
        ),
    ],
)
def test_how_many_neighbours_are_close_is_read_from_the_model(
    tmp_path: Path, name: str, header: str
) -> None:
    text = f"{header}\n821,Luton,871,Close ,874,Not Close,331,Somewhat close\n"
    made.write(tmp_path, name, text)
    sets, faults = read_neighbour_sets(tmp_path)
    assert (faults, [(each.members, each.close) for each in sets]) == (
        [],
        [(("871", "874", "331"), 2)],
    )


def test_neighbours_that_cannot_be_are_named(tmp_path: Path) -> None:
    lines = ["821,871,999,821", "821,874,331,312", "999,821,871,874", ",,,"]
    made.write(tmp_path, MODEL, "\n".join(["old_la_code,SN_1,SN_2,SN_3", *lines, ""]))
    sets, faults = read_neighbour_sets(tmp_path)
    assert [each.members for each in sets] == [("871",)]
    assert [(fault.rule, fault.place) for fault in faults] == [
        ("unknown-area", "row 2, column SN_2"),
        ("unknown-area", "row 2, column SN_3"),
        ("repeated-row", "row 3"),
        ("unknown-area", "row 4"),
    ]


def test_another_table_is_no_set_of_neighbours(tmp_path: Path) -> None:
    made.write(tmp_path, MODEL, "a,b\n1,2\n")
    sets, faults = read_neighbour_sets(tmp_path)
    assert (sets, faults[0].rule) == ((), "not-this-dataset")
    assert read_neighbour_sets(tmp_path / "absent") == ((), [])
