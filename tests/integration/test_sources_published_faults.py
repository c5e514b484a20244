"""Bad files: each a fault that names the place, the other files read all the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from goldenthread.engines import connect
from goldenthread.figures import FigureBook
from goldenthread.nouns import Fault, GoldenThreadError, Severity
from goldenthread.sources.published import read_folder
from tests.factories import published as made

Spoil = Callable[[bytes], bytes]


def read(folder: Path, **how: int) -> tuple[FigureBook, list[Fault]]:
    con = connect()
    reading = read_folder(folder, con, **how)
    return FigureBook.build(con, [reading.table]), list(reading.faults)


def of(faults: list[Fault], rule: str, file: str = made.C4) -> list[Fault]:
    return [fault for fault in faults if fault.rule == rule and fault.file == file]


def spoiled(folder: Path, spoil: Spoil) -> tuple[FigureBook, list[Fault]]:
    path = made.a_folder(folder) / made.C4
    path.write_bytes(spoil(path.read_bytes()))
    return read(folder)


WHOLE_FILE: dict[str, tuple[Spoil, str]] = {
    "empty": (lambda _: b"", "empty-file"),
    "only a mark": (lambda _: b"\xef\xbb\xbf\r\n", "empty-file"),
    "only a header": (lambda data: data.split(b"\n")[0] + b"\n", "no-rows"),
    "not UTF-8": (lambda data: data.replace(b"Luton", b"L\xfcton"), "not-utf8"),
    "UTF-16": (lambda data: data.decode().encode("utf-16"), "not-text"),
    "NUL bytes": (lambda data: data.replace(b"Luton", b"Lu\0on"), "not-text"),
    "an open quotation": (lambda data: data.replace(b"Luton", b'"Luton'), "unterminated-quote"),
    "a spreadsheet": (lambda _: b"PK\x03\x04\x14\0\x06\0", "not-text"),
    "a web page": (lambda _: b"<!doctype html>\n<title>Not found</title>\n", "missing-column"),
    "another table": (
        lambda data: data.replace(b"Section47", b"A").replace(b"ICPC", b"B").replace(b"Dura", b"C"),
        "not-this-dataset",
    ),
    "no columns of place": (
        lambda data: data.replace(b"geographic_level", b"level"),
        "missing-column",
    ),
}


@pytest.mark.parametrize("how", WHOLE_FILE)
def test_a_file_that_cannot_be_used_is_one_fault_and_the_others_are_read(
    tmp_path: Path, how: str
) -> None:
    spoil, rule = WHOLE_FILE[how]
    book, faults = spoiled(tmp_path, spoil)
    assert len(of(faults, rule)) == 1
    assert book.figures(source="dfe.c4") == []
    assert len(book.figures(source="dfe.c1", indicator="referrals", unit="count")) == 3


def test_the_row_of_a_bad_byte_is_named(tmp_path: Path) -> None:
    _, faults = spoiled(tmp_path, WHOLE_FILE["not UTF-8"][0])
    assert of(faults, "not-utf8")[0].place == "row 4"


def test_a_file_cut_short_loses_its_last_row_and_says_so(tmp_path: Path) -> None:
    """A last number cut from 15 to 1 would be wrong and look right."""
    book, faults = spoiled(tmp_path, lambda data: data[:-3])
    (fault,) = of(faults, "cut-short")
    assert fault.place == "row 4"
    areas = {f.area.code for f in book.figures(source="dfe.c4", unit="count")}
    assert areas == {"E92000001", "E12000006"}


def test_a_row_cut_short_is_named(tmp_path: Path) -> None:
    book, faults = spoiled(tmp_path, lambda data: data[:-30] + b"\r\n")
    assert [fault.place for fault in of(faults, "row-length")] == ["row 4"]
    assert len(book.figures(source="dfe.c4", indicator="section_47_enquiries", unit="count")) == 2


def test_a_file_without_some_councils_may_be_cut_short(tmp_path: Path) -> None:
    _, faults = spoiled(tmp_path, lambda data: data)
    (fault,) = of(faults, "not-complete")
    assert fault.severity is Severity.WARNING
    assert "2024 lacks 152 of 153 councils" in fault.message


def test_a_file_without_a_year_its_name_promises_says_so(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    (tmp_path / made.C4).rename(tmp_path / made.C4.replace("2024_to_2024", "2022_to_2024"))
    _, faults = read(tmp_path)
    messages = [fault.message for fault in faults if fault.rule == "not-complete"]
    assert any("no rows of 2022, 2023, which its name promises" in each for each in messages)


def test_a_missing_column_is_named_and_what_needs_no_other_is_read(tmp_path: Path) -> None:
    def rename(data: bytes) -> bytes:
        return data.replace(b",ICPC,", b",Conferences,").replace(b"Section47_rate", b"Odd")

    book, faults = spoiled(tmp_path, rename)
    missing = [fault.message.split()[1] for fault in of(faults, "missing-column")]
    assert missing == ["ICPC", "Section47_rate"]
    assert [fault.message.split()[1] for fault in of(faults, "unknown-column")] == [
        "Odd",
        "Conferences",
    ]
    assert all(fault.severity is Severity.NOTE for fault in of(faults, "unknown-column"))
    assert book.figures(indicator="initial_conferences", unit="count") == []
    assert (
        book.figures(indicator="initial_conferences_within_15_working_days", unit="percent") == []
    )
    (rate,) = book.figures(indicator="section_47_enquiries", unit="rate_per_10000", area="821")
    assert rate.thread.calculation
    assert float(rate.value or 0) == 207.9


def test_a_column_twice_is_read_once(tmp_path: Path) -> None:
    book, faults = spoiled(tmp_path, lambda data: data.replace(b"ICPC_child,", b"ICPC,", 1))
    assert of(faults, "repeated-column")[0].place == "row 1, column 18"
    (figure,) = book.figures(indicator="initial_conferences", unit="count", area="821")
    assert figure.value == 551


def test_a_row_that_repeats_another_is_named_and_left_out(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    rows = [(made.LUTON, 2024, made.c4_cells()), (made.LUTON, 2024, made.c4_cells(Section47="9"))]
    made.write(tmp_path, made.C4, made.table(rows))
    book, faults = read(tmp_path)
    assert [fault.place for fault in of(faults, "repeated-row")] == ["row 3"]
    (figure,) = book.figures(indicator="section_47_enquiries", unit="count")
    assert figure.value == 1252


@pytest.mark.parametrize(
    ("area", "rule"),
    [
        (("Local authority", "E12000006", "East", "999", "E06999999", "Nowhere"), "unknown-area"),
        (("Regional", "E12999999", "Nowhere", "", "", ""), "unknown-area"),
        (("Local authority", "E12000006", "East", "821", "E06000055", "Luton"), "areas-disagree"),
        (("Ward", "E12000006", "East", "821", "E06000032", "Luton"), "unknown-level"),
    ],
)
def test_a_row_of_no_known_area_is_named(tmp_path: Path, area: tuple[str, ...], rule: str) -> None:
    made.a_folder(tmp_path)
    rows = [(made.EAST, 2024, made.c4_cells()), (area, 2024, made.c4_cells())]
    made.write(tmp_path, made.C4, made.table(rows))
    book, faults = read(tmp_path)
    assert [fault.place for fault in of(faults, rule)] == ["row 3"]
    assert {f.area.code for f in book.figures(source="dfe.c4")} == {"E12000006"}


@pytest.mark.parametrize("year", ["2031", "1066", "20224", "", "two thousand", "202325"])
def test_a_row_of_a_year_that_cannot_be_is_named(tmp_path: Path, year: str) -> None:
    made.a_folder(tmp_path)
    text = made.table([(made.EAST, 2024, made.c4_cells()), (made.LUTON, 2024, made.c4_cells())])
    head, first, second, *_ = text.split("\r\n")
    odd = second.replace("2024", year, 1)
    made.write(tmp_path, made.C4, "\r\n".join((head, first, odd, "")))
    book, faults = read(tmp_path)
    assert [fault.place for fault in of(faults, "wrong-year")] == ["row 3"]
    assert {f.area.code for f in book.figures(source="dfe.c4")} == {"E12000006"}


def test_a_reporting_year_written_with_six_digits_is_understood(tmp_path: Path) -> None:
    book, faults = spoiled(tmp_path, lambda data: data.replace(b"\n2024,", b"\n202324,"))
    assert of(faults, "wrong-year") == []
    assert len(book.figures(indicator="section_47_enquiries", unit="count", period="2023-24")) == 3


@pytest.mark.parametrize(
    "cell", ["12 children", "-5", "1e5", "inf", "nan", "٣", "=1+1", "1.2.3", ""]
)
def test_a_cell_that_is_neither_number_nor_symbol_is_named_and_not_shown(
    tmp_path: Path, cell: str
) -> None:
    made.a_folder(tmp_path)
    rows = [(made.LUTON, 2024, made.c4_cells(ICPC_rate=cell))]
    made.write(tmp_path, made.C4, made.table(rows))
    book, faults = read(tmp_path)
    (fault,) = of(faults, "not-a-number")
    assert fault.place == "row 2, column ICPC_rate"
    assert not cell or cell not in fault.message
    assert book.figures(indicator="initial_conferences", unit="rate_per_10000") == []
    assert len(book.figures(indicator="initial_conferences", unit="count")) == 1


def test_spaces_round_a_number_are_forgiven(tmp_path: Path) -> None:
    book, faults = spoiled(tmp_path, lambda data: data.replace(b",1252,", b", 1252 ,"))
    assert of(faults, "not-a-number") == []
    figures = book.figures(indicator="section_47_enquiries", unit="count")
    assert {figure.value for figure in figures} == {1252}


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    size = (tmp_path / made.C4).stat().st_size
    with (tmp_path / made.C1).open("ab") as file:
        file.truncate(50 * size)
    book, faults = read(tmp_path, largest=2 * size)
    (fault,) = of(faults, "too-large", made.C1)
    assert "bytes" in fault.message
    assert len(book.figures(source="dfe.c4", unit="count", area="821")) == 4


def test_a_file_of_very_many_rows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goldenthread.sources.published.raw.MOST_ROWS", 100)
    _, faults = spoiled(tmp_path, lambda data: data + b"," * 40 + b"\n" * 200)
    assert "more than 100" in of(faults, "too-large")[0].message


def test_many_wrong_rows_are_a_hundred_faults_and_a_number(tmp_path: Path) -> None:
    _, faults = spoiled(tmp_path, lambda data: data + b"short,row\r\n" * 5_000)
    named = of(faults, "row-length")
    assert len(named) == 101
    assert named[-1].message.startswith("4,900 more rows")
    assert named[-1].place == "rows 105 to 5004"


def test_many_wrong_cells_are_a_hundred_faults_and_a_number(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    cells = dict.fromkeys(made.c4_cells(), "bad")
    text = made.table([(made.LUTON, year, cells) for year in range(1992, 2025)])
    made.write(tmp_path, made.C4, text)
    _, faults = read(tmp_path)
    named = of(faults, "not-a-number")
    assert len(named) == 101
    assert "more cells" in named[-1].message


def test_rates_without_their_population_say_which_file_is_wanted(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    (tmp_path / made.POPULATION).unlink()
    made.write(tmp_path, made.C1_NEXT, made.table([(made.LUTON, 2024, made.c1_next_cells())]))
    book, faults = read(tmp_path)
    (fault,) = of(faults, "missing-population", made.C1_NEXT)
    assert "population estimates" in fault.message
    rates = book.figures(indicator="referrals", unit="rate_per_10000", area="821")
    assert [figure.thread.vintage for figure in rates] == ["2024"]
    assert rates[0].denominator is None


def test_a_release_nobody_described_is_read_and_its_day_is_not_known(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    later = made.C4.replace("to_2024", "to_2027")
    (tmp_path / made.C4).rename(tmp_path / later)
    book, faults = read(tmp_path)
    assert of(faults, "unknown-release", later)[0].severity is Severity.NOTE
    (figure,) = book.figures(indicator="section_47_enquiries", unit="count", area="821")
    assert (figure.thread.vintage, figure.thread.known_since) == ("2027", None)


def test_a_file_of_no_dataset_is_noted_and_a_needless_one_says_why(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    made.write(tmp_path, "notes.csv", "a,b\n1,2\n")
    made.write(tmp_path, "headline_figures_2013_to_2024.csv", "a,b\n1,2\n")
    made.write(tmp_path, "read me.txt", "not data")
    _, faults = read(tmp_path)
    assert [fault.file for fault in faults if fault.rule == "unknown-file"] == ["notes.csv"]
    needless = [fault for fault in faults if fault.rule == "file-not-needed"]
    assert "repeats England's row" in needless[0].message


def test_a_folder_with_nothing_of_use_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GoldenThreadError, match="goldenthread fetch"):
        read_folder(tmp_path, connect())
    made.write(tmp_path, made.C4, b"")
    with pytest.raises(GoldenThreadError, match=r"The first thing wrong: c4.*it is empty"):
        read_folder(tmp_path, connect())
    with pytest.raises(GoldenThreadError, match="cannot be read"):
        read_folder(tmp_path / "absent", connect())
    with pytest.raises(GoldenThreadError, match="cannot be read"):
        read_folder(tmp_path / made.C4, connect())
