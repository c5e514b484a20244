"""CSV files are read as columns of text, whatever their encoding, marks and wholeness."""

from pathlib import Path

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.columns import headings, read_columns
from goldenthread.tables import Found


def cells(path: Path, found: Found | None = None) -> dict[str, list[str]]:
    made = read_columns(path, Found() if found is None else found)
    return {name: column.to_pylist() for name, column in made.cells.items()}


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        ("a,b\n1,é\n", "utf-8"),
        ("a,b\n1,é\n", "utf-8-sig"),
        ("a;b\r\n1;é\r\n", "utf-8"),
        ("a\tb\n1\té\n", "utf-16"),
        ("a,b\n1,é\n", "cp1252"),
        (" A ,B\n1,é\n\n\n", "utf-8"),
    ],
)
def test_encodings_and_delimiters(tmp_path: Path, written: str, encoding: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(written.encode(encoding))
    assert headings(path) == ("a", "b")
    assert cells(path) == {"a": ["1"], "b": ["é"]}


def test_a_line_with_another_number_of_cells_is_counted_and_named(tmp_path: Path) -> None:
    path, found = tmp_path / "x.csv", Found()
    path.write_text('a,b\n1,2\n3\n\n4,"5\n5"\n6,7,8\n9,10\n', encoding="utf-8")
    made = read_columns(path, found)
    assert made.cells["b"].to_pylist() == ["2", "5\n5", "10"]
    assert (made.rows, made.broken) == (3, 2)
    assert [fault.place for fault in found] == ["row 3", "row 6"]
    assert [made.place(row, "b") for row in range(3)] == ["row 2, b", "row 5, b", "row 7, b"]


def test_lines_swallowed_by_an_open_quotation_are_not_lost_silently(tmp_path: Path) -> None:
    path, found = tmp_path / "x.csv", Found()
    path.write_text('a,b\n1,2\n3,"4\n5,6\n7,8\n', encoding="utf-8")
    made = read_columns(path, found)
    assert (made.rows, made.broken) == (2, 2)
    assert [(fault.rule, fault.place) for fault in found] == [("quotation_open", "row 3")]


def test_only_what_is_wanted_is_kept_and_rows_are_counted_without_it(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b,c\n1,2,3\n4,5,6\n", encoding="utf-8")
    made = read_columns(path, Found(), {"c"})
    assert list(made.cells) == ["c"]
    assert read_columns(path, Found(), ()).rows == 2
    assert made.headings == ("a", "b", "c")


def test_of_two_columns_of_one_name_the_first_is_read(tmp_path: Path) -> None:
    path, found = tmp_path / "x.csv", Found()
    path.write_text("a,a\n1,2\n", encoding="utf-8")
    assert cells(path, found) == {"a": ["1"]}
    assert found.by_rule() == {"heading_twice": 1}


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b'"a', b"\n"])
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(GoldenThreadError):
        read_columns(path, Found())
