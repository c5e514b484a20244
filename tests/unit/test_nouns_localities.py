"""The table of localities: how postcodes are written, what holds when, what is wrong with it."""

from datetime import date
from pathlib import Path

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.nouns.localities import Localities, Stretch, read_localities, whole_postcode


def written(folder: Path, text: str) -> Path:
    file = folder / "localities.csv"
    file.write_text(text, encoding="utf-8")
    return file


def read(folder: Path, *lines: str, headings: str = "postcode,locality,area") -> Localities:
    return read_localities(written(folder, "\n".join((headings, *lines))))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("LU1 1AA", "LU1 1AA"),
        (" lu11aa ", "LU1 1AA"),
        ("ec1a  1bb", "EC1A 1BB"),
        ("M11AA", "M1 1AA"),
        ("LU11", None),
        ("LU1", None),
        ("", None),
        ("no fixed abode", None),
    ],
)
def test_a_postcode_is_known_however_it_is_spaced(text: str, meant: str | None) -> None:
    assert whole_postcode(text) == meant


def test_the_longest_that_fits_holds(tmp_path: Path) -> None:
    found = read(tmp_path, "zz1,Town,Luton", "ZZ1 1,Middle,821", "ZZ11AB,Corner,E06000032")
    for postcode, locality in (
        ("ZZ1 1AB", "Corner"),
        ("ZZ1 1AA", "Middle"),
        ("ZZ1 2AA", "Town"),
        ("ZZ11 2AA", "Outside the area"),
        ("ZZ99 3VZ", "Not known"),
        ("ZZ1 1", "Not known"),
    ):
        assert found.stretches("821", postcode) == (Stretch(None, locality),), postcode


def test_a_line_holds_from_its_first_day_to_its_last(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "ZZ1,Old ward,Luton,,03/05/2023",
        "ZZ1,New ward,Luton,2023-05-04,",
        "ZZ1 1,Corner,Luton,2024-01-01,2024-01-31",
        headings="postcode,locality,area,from,to",
    )
    assert found.stretches("821", "ZZ1 2AA") == (
        Stretch(None, "Old ward"),
        Stretch(date(2023, 5, 4), "New ward"),
    )
    assert found.stretches("821", "ZZ1 1AA")[2:] == (
        Stretch(date(2024, 1, 1), "Corner"),
        Stretch(date(2024, 2, 1), "New ward"),
    )


def test_an_area_has_its_own_lines_and_no_other_s(tmp_path: Path) -> None:
    found = read(tmp_path, "ZZ1,Town,Luton", "ZZ2,Village,Bedford")
    assert found.areas == {"821", "822"}
    assert found.stretches("822", "ZZ1 1AA") == (Stretch(None, "Outside the area"),)


def test_it_is_the_same_table_in_any_order_and_spelling(tmp_path: Path) -> None:
    one = read(tmp_path, "ZZ1,Town,Luton", "ZZ2 1,Village,Luton")
    other = read(tmp_path, "zz2  1,Village,821", "", "zz1,Town,E06000032")
    assert one.digest == other.digest
    assert one.digest != read(tmp_path, "ZZ1,Town,Luton", "ZZ2 1,Town,Luton").digest


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["ZZ1,Town,Luton", "ZZ1,Village,Luton"], "line 3: it tells the same postcode of the same"),
        (["ZZ1 1AA,Town,Luton", "ZZ2,Town,Luton", "zz11aa,Town,821"], "line 4: it tells the same"),
        (["LUTON,Town,Luton"], "line 2: the postcode is none"),
        (["ZZ1,,Luton"], "line 2: the locality has no name"),
        (["ZZ1,a=b,Luton"], "line 2: the locality has no name"),
        (["ZZ1,not known,Luton"], "line 2: Not known and Outside the area are told of"),
        (["ZZ1,Town,Nowhere"], "line 2: the area is none that is known"),
        (["ZZ1,Town, or city,Luton"], "line 2: it has 4 cells and not 3"),
        ([], "holds no line"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_quotes_nothing(
    tmp_path: Path, lines: list[str], says: str
) -> None:
    with pytest.raises(GoldenThreadError) as error:
        read(tmp_path, *lines)
    told = str(error.value)
    assert told.startswith("localities.csv")
    assert says in told
    assert "ZZ" not in told
    assert "Nowhere" not in told


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["ZZ1,Town,Luton,2024-01-01,2023-01-01"], "line 2: it holds to a day before"),
        (["ZZ1,Town,Luton,1 May 2023,"], "line 2: a day is written"),
        (["ZZ1,A,Luton,,2023-05-04", "ZZ1,B,Luton,2023-05-04,"], "line 3: it tells the same"),
        (["ZZ1,A,Luton,,", "ZZ1,B,Luton,2023-05-04,"], "line 3: it tells the same"),
    ],
)
def test_days_that_do_not_fit_are_told(tmp_path: Path, lines: list[str], says: str) -> None:
    with pytest.raises(GoldenThreadError, match=says):
        read(tmp_path, *lines, headings="postcode,locality,area,from,to")


@pytest.mark.parametrize("headings", ["postcode,locality", "postcode,locality,area,name,area", ""])
def test_headings_that_are_missing_or_unknown_are_told(tmp_path: Path, headings: str) -> None:
    with pytest.raises(GoldenThreadError, match="line 1: write the headings"):
        read(tmp_path, "ZZ1,Town,Luton", headings=headings)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "localities.csv"
    file.write_bytes(b"\xff\xfe\x00\x81")
    with pytest.raises(GoldenThreadError, match="save it as CSV in UTF-8"):
        read_localities(file)
