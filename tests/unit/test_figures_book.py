"""The figure book: keeps every value, picks one by a stated order, and is written whole."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from goldenthread.engines import connect
from goldenthread.figures import FigureBook, Prefer, storage
from goldenthread.figures.documentation import page
from goldenthread.figures.schema import COLUMNS, SCHEMA, SCHEMA_VERSION
from goldenthread.nouns import (
    Area,
    AreaKind,
    Figure,
    GoldenThreadError,
    Period,
    Quality,
    Sensitivity,
    Status,
    Symbol,
    Unit,
    register,
)
from tests.factories import EAST, ENGLAND, LUTON, a_figure, a_thread

YEAR = Period.financial_year(2024)


def told(value: Any, source: str, vintage: str, known: date | None = None, **more: Any) -> Figure:
    """The same thing as told by a source in a release."""
    definition = more.pop("definition", "section_47_enquiries:published")
    thread = a_thread(
        source=source, vintage=vintage, known_since=known, definition=definition, **more
    )
    return a_figure(value, thread=thread)


@pytest.fixture
def con() -> Iterator[Any]:
    made = connect()
    yield made
    made.disconnect()


def test_a_figure_comes_back_from_the_book_as_it_went_in(con: Any, tmp_path: Path) -> None:
    kept = [
        a_figure(1252),
        a_figure(symbol=Symbol.CONFIDENTIAL, period="2024-02", breakdown="source=Police;age=1-4"),
        a_figure(
            "20.80",
            indicator="re_referrals_within_12_months",
            unit=Unit.PERCENT,
            decimals=1,
            numerator=652,
            denominator=3130,
            denominator_vintage="ons.population 2023",
            status=Status.PROVISIONAL,
            quality=Quality.CAUTION,
            quality_note="a note",
            sensitivity=Sensitivity.NONE,
            area=register.area("E92000001"),
            thread=a_thread(calculation="652 ÷ 3,130", inputs=("abc", "def"), known_since=None),
        ),
        a_figure("12.5", numerator="23.4", denominator="187.2", period="12 months to 2024-09"),
    ]
    path = tmp_path / "book.parquet"
    FigureBook.of(kept, con).write(path)
    back = {figure.id: figure for figure in FigureBook.open(path, con).figures()}
    assert back == {figure.id: figure for figure in kept}


def test_the_file_is_the_same_each_time_and_says_its_version(con: Any, tmp_path: Path) -> None:
    figures = [
        a_figure(number, period=f"20{year}-{year + 1}", area=area)
        for number, year in enumerate(range(12, 25))
        for area in (LUTON, ENGLAND, EAST)
    ]
    one, two = tmp_path / "one.parquet", tmp_path / "two.parquet"
    FigureBook.of(figures, con).write(one)
    FigureBook.of(reversed(figures), con).write(two)
    assert one.read_bytes() == two.read_bytes()
    metadata = pq.read_schema(one).metadata
    assert metadata[b"goldenthread.figure_book"] == str(SCHEMA_VERSION).encode()
    assert pq.read_schema(one).names == [column.name for column in COLUMNS]


def test_a_book_is_written_whole_or_not_at_all(
    con: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.parquet"
    FigureBook.of([a_figure(1)], con).write(path)
    before = path.read_bytes()

    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pq.ParquetWriter, "write_table", full)
    with pytest.raises(GoldenThreadError, match=r"cannot be written to .*No space left"):
        FigureBook.of([a_figure(2)], con).write(path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["book.parquet"]


def test_a_place_with_a_quotation_mark_in_its_name_is_a_place(con: Any, tmp_path: Path) -> None:
    path = tmp_path / "O'Brien's \"own\"" / "book.parquet"
    FigureBook.of([a_figure(1)], con).write(path)
    assert len(FigureBook.open(path, con)) == 1


def test_a_newer_book_is_refused_with_a_sentence(con: Any, tmp_path: Path) -> None:
    path = tmp_path / "book.parquet"
    FigureBook.of([a_figure(1)], con).write(path)
    table = pq.read_table(path)
    newer = {"goldenthread.figure_book": str(SCHEMA_VERSION + 1)}
    pq.write_table(table.replace_schema_metadata(newer), path)
    with pytest.raises(GoldenThreadError, match="newer Golden Thread"):
        FigureBook.open(path, con)


def test_an_older_book_is_brought_up_to_date(
    con: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.parquet"
    FigureBook.of([a_figure(7)], con).write(path)
    older = pq.read_table(path).rename_columns({"quality_note": "remark"})
    pq.write_table(older.replace_schema_metadata({"goldenthread.figure_book": "0"}), path)
    with pytest.raises(GoldenThreadError, match="version 0, which cannot be brought up"):
        FigureBook.open(path, con)
    monkeypatch.setitem(storage.MIGRATIONS, 0, lambda table: table.rename(quality_note="remark"))
    assert [figure.value for figure in FigureBook.open(path, con).figures()] == [Decimal(7)]


@pytest.mark.parametrize("content", [b"", b"PAR1 and then nothing", b"a,b\n1,2\n"])
def test_what_is_not_a_book_is_refused(con: Any, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "book.parquet"
    path.write_bytes(content)
    with pytest.raises(GoldenThreadError, match="figure book"):
        FigureBook.open(path, con)
    with pytest.raises(GoldenThreadError, match="figure book"):
        FigureBook.open(tmp_path / "absent.parquet", con)


def test_a_parquet_of_something_else_is_not_a_book(con: Any, tmp_path: Path) -> None:
    path = tmp_path / "other.parquet"
    pq.write_table(SCHEMA.empty_table().remove_column(0).replace_schema_metadata(None), path)
    with pytest.raises(GoldenThreadError, match="is not a figure book"):
        FigureBook.open(path, con)
    version = {"goldenthread.figure_book": str(SCHEMA_VERSION)}
    lacking = SCHEMA.empty_table().remove_column(0).replace_schema_metadata(version)
    pq.write_table(lacking, path)
    with pytest.raises(GoldenThreadError, match="lacks the columns indicator"):
        FigureBook.open(path, con)


def test_tables_without_the_books_columns_are_refused(con: Any) -> None:
    book = FigureBook.of([a_figure(1)], con)
    with pytest.raises(GoldenThreadError, match="lacks the columns locator"):
        FigureBook.build(con, [book.table.drop("locator")])
    with pytest.raises(GoldenThreadError, match="read at least one source"):
        FigureBook.build(con, [])


def test_what_was_known_on_a_day(con: Any) -> None:
    book = FigureBook.of(
        [
            told(1252, "dfe.c4", "2024", date(2024, 10, 31)),
            told(1253, "dfe.c4", "2025", date(2025, 10, 30)),
            told(1250, "local.section_47", "2024", None),
        ],
        con,
    )
    assert [f.value for f in book.as_of(date(2024, 10, 31)).figures()] == [1252]
    assert {f.value for f in book.as_of(date(2026, 1, 1)).figures()} == {1252, 1253}
    assert book.as_of(date(2024, 10, 30)).figures() == []


def test_more_figures_make_a_new_book_and_leave_the_old(con: Any) -> None:
    book = FigureBook.of([a_figure(1)], con)
    more = book.with_figures([a_figure(2, period="2022-23")])
    assert (len(book), len(more), len(more.with_figures([]))) == (1, 2, 2)


def test_figures_are_asked_for_by_what_they_are(con: Any) -> None:
    book = FigureBook.of(
        [a_figure(1), a_figure(2, period="2022-23"), a_figure(3, area=ENGLAND)], con
    )
    assert [f.value for f in book.figures(area="821", period="2023-24")] == [1]
    assert [f.value for f in book.figures(area=["821"], indicator="section_47_enquiries")] == [2, 1]
    assert book.figures(unit="percent") == []
    with pytest.raises(GoldenThreadError, match="no column 'colour'"):
        book.figures(colour="red")


def test_the_order_of_preference(con: Any) -> None:
    told_so = [
        told(1, "dfe.c4", "2024"),
        told(2, "dfe.c4", "2025"),
        told(3, "dfe.c4", "2023"),
        told(4, "dfe.c4", "2024", calculation="added up"),
        told(5, "lait", "2024"),
        told(6, "local.enquiries", "2024"),
    ]
    book = FigureBook.of(told_so, con)

    def values(**how: Any) -> list[int]:
        shelf = book.shelf(["821"], **how)
        return [int(figure.value or 0) for figure in shelf.known(told_so[0].key)]

    assert values(report_year=2024) == [1, 4, 2, 3, 5, 6]
    assert values(report_year=2025) == [2, 1, 4, 3, 5, 6]
    assert values(report_year=2022) == [3, 1, 4, 2, 5, 6]
    assert values(report_year=2024, prefer=Prefer.LATEST) == [2, 1, 4, 3, 5, 6]
    assert values() == [2, 1, 4, 3, 5, 6]
    assert all(prefer.reason for prefer in Prefer)


def test_the_other_values_of_a_figure_are_all_kept(con: Any) -> None:
    first, revised = told(310, "dfe.d1", "2024"), told(311, "dfe.d1", "2025")
    elsewhere = told(312, "lait", "2025")
    book = FigureBook.of([first, revised, elsewhere, a_figure(9, area=ENGLAND)], con)
    assert {f.value for f in book.other_values(first)} == {311, 312}
    together = book.other_values_of([first, revised])
    assert {key: len(others) for key, others in together.items()} == {first.id: 2, revised.id: 2}
    assert book.other_values(a_figure(1, period="2019-20")) == ()
    assert book.other_values_of([]) == {}


def test_restatements_are_told_with_all_their_values_the_first_known_first(con: Any) -> None:
    book = FigureBook.of(
        [
            told(311, "dfe.d1", "2025", date(2025, 10, 30)),
            told(310, "dfe.d1", "2024", date(2024, 10, 31)),
            told(310, "dfe.d3", "2024", date(2024, 10, 31), locator="elsewhere"),
            a_figure(5, period="2022-23"),
            a_figure(5, period="2022-23", thread=a_thread(vintage="2025")),
            a_figure(1, area=ENGLAND),
        ],
        con,
    )
    (group,) = book.restatements("821")
    assert [figure.value for figure in group] == [310, 310, 311]
    assert book.restatements() == [group]
    assert book.restatements("E92000001") == []


def test_a_new_version_of_a_definition_is_a_restatement_and_another_basis_is_not(con: Any) -> None:
    conversions = [
        told(27.7, "local.a", "2023", definition="conversion:all contacts"),
        told(21.4, "local.b", "2023", definition="conversion:concerns only"),
        told(21.9, "local.c", "2023", definition="conversion:concerns only@2"),
    ]
    book = FigureBook.of(conversions, con)
    (restated,) = book.restatements()
    assert {float(f.value or 0) for f in restated} == {21.4, 21.9}
    (bases,) = book.different_bases("821")
    assert len(bases) == 3
    assert book.different_bases(indicator="referrals") == []


def test_a_symbol_is_no_restatement(con: Any) -> None:
    withheld = a_figure(symbol=Symbol.CONFIDENTIAL, thread=a_thread(vintage="2025"))
    assert FigureBook.of([a_figure(5), withheld], con).restatements() == []


def test_tables_for_notebooks_have_every_column(con: Any) -> None:
    book = FigureBook.of([a_figure(1), a_figure(2, period="2022-23")], con)
    assert book.to_arrow().schema == SCHEMA
    assert list(book.to_pandas().columns) == SCHEMA.names


def test_the_shelf_keeps_the_years_asked_for(con: Any) -> None:
    figures = [a_figure(year, period=f"{year - 1}-{year % 100:02d}") for year in range(2015, 2027)]
    shelf = FigureBook.of(figures, con).shelf(["821"], report_year=2024, years=3)
    kept = {f.period.ending for f in shelf.about("section_47_enquiries", "821")}
    assert kept == {2022, 2023, 2024, 2025}


def test_the_shelf_holds_an_area_whole_and_those_beside_it_by_their_wholes(con: Any) -> None:
    everyone = [
        a_figure(1),
        a_figure(2, breakdown="age=1-4"),
        a_figure(3, area=ENGLAND),
        a_figure(4, area=ENGLAND, breakdown="age=1-4"),
        a_figure(5, area=EAST),
    ]
    shelf = FigureBook.of(everyone, con).shelf(["821"], report_year=2024, beside=[ENGLAND.code])
    assert len(shelf.about("section_47_enquiries", "821")) == 2
    assert len(shelf.about("section_47_enquiries", ENGLAND.code)) == 1
    assert shelf.about("section_47_enquiries", EAST.code) == ()


def test_every_councils_value_is_at_hand_for_a_place_among_them(con: Any) -> None:
    bedford = Area("822", "Bedford", AreaKind.COUNCIL)
    everyone = [
        a_figure(1),
        a_figure(7, area=bedford),
        a_figure(9, area=bedford, thread=a_thread(vintage="2023")),
        a_figure(5, area=bedford, period="2022-23"),
        a_figure(3, area=ENGLAND),
    ]
    shelf = FigureBook.of(everyone, con).shelf(["821"], report_year=2024, beside=[ENGLAND.code])
    assert sorted(shelf.council_values(everyone[0])) == [1, 7]


def test_the_page_describes_every_column() -> None:
    text = page()
    for column in COLUMNS:
        assert f"| `{column.name}` |" in text
        assert column.meaning in text
    assert f"describes version {SCHEMA_VERSION}" in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
