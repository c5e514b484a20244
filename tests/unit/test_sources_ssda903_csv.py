"""CSV tables that are not as they should be: each line a row or a fault, by its number."""

from pathlib import Path

import pytest

from goldenthread.nouns import GoldenThreadError, Severity
from goldenthread.sources import ssda903
from goldenthread.tables import Return
from tests.factories.statutory import CHILDREN, SECRETS, TABLES, a_return, as_file

A, B, C = CHILDREN
HEAD = "CHILD,DOB,MISSING,MIS_START,MIS_END"
ROW = f"{A},27/03/2006,M,13/11/2023,25/11/2023"
OTHER = f"{B},14/02/2013,A,01/12/2023,"


def read(folder: Path, text: str | bytes, **given) -> Return:
    file = as_file(folder, "missing.csv", text)
    return ssda903.read([file], **({"area": "821", "year": 2024} | given))


def told(got: Return) -> list[tuple[str, str]]:
    """What is wrong and where, but that there is no header beside it."""
    return [(each.rule, each.place) for each in got.found if each.rule != "table_missing"]


def balance(got: Return) -> dict[str, int]:
    return got.balances["missing"].as_json()


@pytest.mark.parametrize(
    ("lines", "expected", "kept"),
    [
        ([HEAD, ROW, f"{ROW},more", OTHER], [("ragged_row", "row 3")], 2),
        ([HEAD, f"{A},M", ROW, "x", OTHER], [("ragged_row", "row 2"), ("ragged_row", "row 4")], 2),
        ([HEAD, ROW, "", ",,,,", OTHER, "", ""], [], 2),
        ([HEAD, "", ROW.replace("13/11", "31/11")],
         [("date_cannot_be", "row 3, column MIS_START")], 0),
        ([HEAD, f'"{A}","27/03/2006","M","13/11/2023","25/11/2023"', OTHER], [], 2),
        ([HEAD, f'"{A}",27/03/2006,M,13/11/2023,25/11/2023', f'"{ROW}', OTHER],
         [("broken_quoting", "row 3")], 2),
        ([HEAD, f'{A},"27/03/2006', OTHER, 'x",M,13/11/2023,25/11/2023', ROW],
         [("broken_quoting", "row 2"), ("broken_quoting", "row 4")], 2),
        ([HEAD, f'{A}",27/03/2006,M,13/11/2023,"', OTHER, ROW, f'",27/03/2006,M,1/1/2023,{A}'],
         [("broken_quoting", "row 2"), ("broken_quoting", "row 5")], 2),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_line_is_a_row_or_a_fault(
    tmp_path: Path, lines: list[str], expected: list[tuple[str, str]], kept: int, end: str
) -> None:
    got = read(tmp_path, end.join(lines))
    assert told(got) == expected
    filled = [line for line in lines[1:] if line.strip(",")]
    assert balance(got) == {"in": len(filled), "kept": kept, "reported": len(filled) - kept}


def test_a_mark_in_the_middle_of_a_cell_swallows_no_row(tmp_path: Path) -> None:
    """The first mark is one of the cell, the second opens a cell that never closes."""
    lines = [HEAD, 'a"b,27/03/2006,M,"13/11/2023,25/11/2023', ROW, OTHER]
    got = read(tmp_path, "\n".join(lines))
    assert told(got) == [("broken_quoting", "row 2")]
    assert balance(got) == {"in": 3, "kept": 2, "reported": 1}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings_that_say_which_they_are(tmp_path: Path, encoding: str) -> None:
    text = f"{HEAD}\n{ROW.replace(A, 'Zoë')}\n"
    written = text.encode(encoding)
    got = read(tmp_path, written if encoding != "utf-16-le" else b"\xff\xfe" + written)
    assert got.tables["missing"]["person_id"].to_pylist() == ["Zoë"]
    assert told(got) == []


def test_an_older_export_is_read_as_windows_writes(tmp_path: Path) -> None:
    got = read(tmp_path, f"{HEAD}\n{ROW.replace(A, 'Zoë')}\n".encode("cp1252"))
    assert got.tables["missing"]["person_id"].to_pylist() == ["Zoë"]
    assert told(got) == [("encoding", "")]


def test_a_column_nobody_knows_is_told_once_by_its_number(tmp_path: Path) -> None:
    lines = [f"{HEAD},QX9 7ZZ,", f"{ROW},4711,", f"{OTHER},4711,"]
    got = read(tmp_path, "\n".join(lines))
    assert told(got) == [("unknown_column", "row 1, column 6")]
    assert [each.severity for each in got.found if each.rule == "unknown_column"] == [
        Severity.WARNING
    ]
    assert balance(got) == {"in": 2, "kept": 2, "reported": 0}


def test_a_column_told_twice_is_read_once(tmp_path: Path) -> None:
    lines = [f"{HEAD},missing", f"{ROW},A"]
    got = read(tmp_path, "\n".join(lines))
    assert told(got) == [("column_twice", "row 1, column 6")]
    assert got.tables["missing"]["missing_type"].to_pylist() == ["M"]


def test_the_rest_is_read_without_a_column(tmp_path: Path) -> None:
    lines = ["CHILD,DOB,MISSING,MIS_START", ROW.rpartition(",")[0]]
    got = read(tmp_path, "\n".join(lines))
    assert told(got) == [("column_missing", "row 1")]
    assert balance(got) == {"in": 1, "kept": 1, "reported": 0}


def test_without_the_children_every_row_is_reported(tmp_path: Path) -> None:
    got = read(tmp_path, "DOB,MISSING,MIS_START,MIS_END\n01/01/2010,M,13/11/2023,14/11/2023\n" * 1)
    assert got.found.by_rule() == {"cell_missing": 1, "column_missing": 1, "table_missing": 1}
    assert balance(got) == {"in": 1, "kept": 0, "reported": 1}


def test_a_line_without_end_is_reported_with_what_follows(tmp_path: Path) -> None:
    long = "x" * 6_000_000
    many = [ROW] * 100_000
    got = read(tmp_path, "\n".join([HEAD, *many, long, ROW, OTHER]))
    counted = balance(got)
    assert counted["in"] == 100_003
    assert counted["reported"] == got.found.by_rule()["line_too_long"]
    assert 3 <= counted["reported"] <= 100_003


def test_a_table_of_nothing_but_headings_is_a_table(tmp_path: Path) -> None:
    got = read(tmp_path, HEAD)
    assert told(got) == []
    assert balance(got) == {"in": 0, "kept": 0, "reported": 0}
    assert {each.table for each in got.coverage} == {"missing"}


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n\n", b"\x00" * 100, b"PK\x03\x04 a workbook", ROW.encode(), b"CHILD,DOB\nx,y\n",
     b"Rule code,Rule message\n1,2\n", b"<html/>", b"a,b\nCHILD,MIS_START\n"],
)  # fmt: skip
def test_what_is_no_table_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = as_file(tmp_path, "missing.csv", content)
    assert not ssda903.recognises(file)
    with pytest.raises(GoldenThreadError) as refused:
        ssda903.read([file], area="821")
    said = str(refused.value)
    assert said.startswith("missing.csv ")
    assert said.endswith(".")
    assert not [secret for secret in SECRETS if secret in said]


def test_a_file_that_cannot_be_read_is_a_fault_beside_those_that_can(tmp_path: Path) -> None:
    files = [*a_return(tmp_path, ["header.csv"]), as_file(tmp_path, "other.csv", "nothing")]
    got = ssda903.read([*files, tmp_path / "gone.csv"], area="821", year=2024)
    assert got.found.by_rule() == {"unusable_file": 2}
    assert {Path(each.file).name for each in got.found} == {"other.csv", "gone.csv"}


def test_a_child_again_in_the_header_is_reported(tmp_path: Path) -> None:
    text = TABLES["header.csv"] + TABLES["header.csv"].splitlines()[1] + "\n"
    got = ssda903.read([as_file(tmp_path, "header.csv", text)], area="821", year=2024)
    assert told(got) == [("child_twice", "row 5, column CHILD")]
    assert got.balances["person"].as_json() == {"in": 4, "kept": 3, "reported": 1}


def test_two_files_of_one_table_are_one_table(tmp_path: Path) -> None:
    first = as_file(tmp_path, "a.csv", f"{HEAD}\n{ROW}\n")
    second = as_file(tmp_path, "b.csv", f"{HEAD}\n{OTHER}\n{ROW}\n")
    got = ssda903.read([first, second], area="821", year=2024)
    assert told(got) == [("row_told_again", "row 3, column MIS_START")]
    assert balance(got) == {"in": 3, "kept": 2, "reported": 1}
    assert got.places["missing"](1, "missing_type") == "b.csv, row 2, column MISSING"


@pytest.mark.parametrize(
    ("dates", "year"),
    [
        (["15/06/2023", "01/02/2024"], 2024),
        (["2023-06-15", "31/03/2024"], 2024),
        (["01/04/2024", "31/03/2024"], 2025),
        (["15/06/2023"] * 199 + ["15/06/2032"], 2024),
        (["15/06/2023"] * 99 + ["15/06/2024"], 2025),
    ],
)
def test_the_year_is_that_of_the_latest_dates_but_for_slips(
    tmp_path: Path, dates: list[str], year: int
) -> None:
    rows = "".join(f"{A}-{at},27/03/2006,M,{day},\n" for at, day in enumerate(dates))
    got = read(tmp_path, f"{HEAD}\n{rows}", year=None)
    assert got.year == year
    [fault] = [each for each in got.found if each.rule == "year_inferred"]
    assert str(year) in fault.message
    assert fault.severity is Severity.NOTE


def test_without_a_date_there_is_no_year_and_nothing_is_covered(tmp_path: Path) -> None:
    got = read(tmp_path, f"{HEAD}\n{A},,M,,\n", year=None)
    assert got.year is None
    assert got.coverage == ()
    assert got.found.by_rule()["year_missing"] == 1


def test_each_table_covers_the_year_by_itself(tmp_path: Path) -> None:
    got = ssda903.read(a_return(tmp_path, ["episodes.csv", "oc2.csv"]), area="821", year=2024)
    assert {each.table for each in got.coverage} == {"cla_episodes", "cla_yearly_outcomes"}
    assert {(str(each.start), str(each.end)) for each in got.coverage} == {
        ("2023-04-01", "2024-03-31")
    }
