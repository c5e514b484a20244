"""Published files as they come: column orders, marks, renamed columns, symbols, codes."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from goldenthread.engines import connect
from goldenthread.figures import FigureBook
from goldenthread.nouns import Breakdown, Figure, Period, Severity, Symbol, Unit
from goldenthread.sources.published import read_folder
from tests.factories import a_figure, a_thread
from tests.factories import published as made

YEAR = "2023-24"


def read(folder: Path) -> tuple[FigureBook, list[Any]]:
    """The folder's book, and every fault that loses something."""
    con = connect()
    reading = read_folder(folder, con)
    lost = [fault for fault in reading.faults if fault.severity is Severity.ERROR]
    return FigureBook.build(con, [reading.table]), lost


def one(book: FigureBook, indicator: str, unit: str, **which: Any) -> Figure:
    given = {"area": "821", "period": YEAR, "breakdown": ""} | which
    (figure,) = book.figures(indicator=indicator, unit=unit, **given)
    return figure


def test_a_count_and_its_rate_come_with_their_thread(tmp_path: Path) -> None:
    book, lost = read(made.a_folder(tmp_path))
    assert lost == []
    count = one(book, "section_47_enquiries", "count")
    assert (count.value, count.numerator, count.decimals) == (1252, None, 0)
    assert count.period == Period.financial_year(2024)
    assert count.thread.locator == "row 4, column Section47"
    assert count.thread.source == "dfe.c4"
    assert count.thread.vintage == "2024"
    assert count.thread.file == made.C4
    assert count.thread.definition == "section_47_enquiries:published"
    assert not count.thread.computed
    rate = one(book, "section_47_enquiries", "rate_per_10000")
    assert (rate.value, rate.numerator, rate.denominator) == (Decimal("207.9"), 1252, 60207)
    assert rate.denominator_vintage == "ons.population 2023"
    assert rate.thread.locator == "row 4, column Section47_rate"


def test_the_digest_is_of_the_very_file(tmp_path: Path) -> None:
    from hashlib import sha256

    book, _ = read(made.a_folder(tmp_path))
    figure = one(book, "referrals", "count")
    assert figure.thread.digest == sha256((tmp_path / made.C1).read_bytes()).hexdigest()


def test_what_is_not_printed_is_worked_out_and_says_how(tmp_path: Path) -> None:
    book, _ = read(made.a_folder(tmp_path))
    count = one(book, "initial_conferences_within_15_working_days", "count")
    assert count.value == 439
    assert count.thread.calculation.startswith("Duration_0-10_days + Duration_11-15_days")
    share = one(book, "initial_conferences_within_15_working_days", "percent")
    assert (share.value, share.numerator, share.denominator) == (Decimal("79.7"), 439, 551)
    assert "100 × (Duration_0-10_days + Duration_11-15_days) ÷ ICPC" in share.thread.calculation
    assert "to 1 decimal place" in share.thread.calculation
    columns = "row 4, columns Duration_0-10_days, Duration_11-15_days, ICPC"
    assert share.thread.locator == columns


@pytest.mark.parametrize(
    ("band", "symbol"),
    [("c", Symbol.CONFIDENTIAL), ("x", Symbol.NOT_AVAILABLE), (":", Symbol.NOT_AVAILABLE)],
)
def test_a_withheld_part_withholds_what_is_worked_out_from_it(
    tmp_path: Path, band: str, symbol: Symbol
) -> None:
    made.a_folder(tmp_path)
    cells = made.c4_cells(**{"Duration_0-10_days": band})
    made.write(tmp_path, made.C4, made.table([(made.LUTON, 2024, cells)]))
    book, lost = read(tmp_path)
    assert lost == []
    for unit in ("count", "percent"):
        figure = one(book, "initial_conferences_within_15_working_days", unit)
        assert (figure.value, figure.symbol) == (None, symbol)


def test_a_share_of_nothing_is_not_applicable(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    none = {"ICPC": "0", "Duration_0-10_days": "0", "Duration_11-15_days": "0"}
    cells = made.c4_cells(**none)
    made.write(tmp_path, made.C4, made.table([(made.LUTON, 2024, cells)]))
    book, _ = read(tmp_path)
    share = one(book, "initial_conferences_within_15_working_days", "percent")
    assert share.symbol is Symbol.NOT_APPLICABLE
    assert one(book, "initial_conferences_within_15_working_days", "count").value == 0


@pytest.mark.parametrize("symbol", list(Symbol))
def test_every_symbol_is_kept_in_place_of_a_number(tmp_path: Path, symbol: Symbol) -> None:
    made.a_folder(tmp_path)
    cells = made.c1_cells(Re_referrals=symbol.value, Re_referrals_percent=symbol.value.upper())
    made.write(tmp_path, made.C1, made.table([(made.LUTON, 2024, cells)]))
    book, lost = read(tmp_path)
    assert lost == []
    assert one(book, "re_referrals_within_12_months", "count").symbol is symbol
    share = one(book, "re_referrals_within_12_months", "percent")
    assert (share.symbol, share.numerator, share.denominator) == (symbol, None, 3130)


def values(book: FigureBook) -> set[tuple[Any, ...]]:
    return {(f.key, f.value, f.symbol, f.numerator, f.denominator) for f in book.figures()}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("order", [made.GEOGRAPHY, made.NAME_BEFORE_CODE])
def test_order_of_columns_marks_and_line_ends_change_nothing(
    tmp_path: Path, order: tuple[str, ...], mark: bytes, line_end: str
) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "other").mkdir()
    plain, _ = read(made.a_folder(tmp_path / "plain"))
    other = made.a_folder(tmp_path / "other")
    where = (made.ENGLAND, made.EAST, made.LUTON)
    for name, cells in ((made.C1, made.c1_cells()), (made.C4, made.c4_cells())):
        text = made.table([(area, 2024, cells) for area in where], order, line_end)
        made.write(other, name, mark + text.encode())
    again, lost = read(other)
    assert lost == []
    assert values(again) == values(plain)


def test_columns_renamed_and_dropped_in_a_later_release_are_no_fault(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    people = [(made.LUTON, 2023, "60435")]
    estimates = made.table((area, year, made.population_cells(n)) for area, year, n in people)
    made.write(tmp_path, made.POPULATION_NEXT, estimates)
    made.write(tmp_path, made.C1_NEXT, made.table([(made.LUTON, 2024, made.c1_next_cells())]))
    book, lost = read(tmp_path)
    assert lost == []
    both = book.figures(indicator="referrals", unit="rate_per_10000", area="821")
    by_release = {figure.thread.vintage: figure for figure in both}
    assert set(by_release) == {"2024", "2025"}
    later = by_release["2025"]
    assert (later.value, later.denominator) == (Decimal("517.9"), 60435)
    assert later.denominator_vintage == "ons.population 2024"
    assert later.thread.calculation.startswith("10,000 × Referrals ÷ children aged 0 to 17")
    assert later.thread.locator == "row 2, column referral_count"
    assert by_release["2024"].value == Decimal("519.9")


def test_an_area_is_one_series_whatever_its_code(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    rows = [(made.GATESHEAD, 2024, made.c4_cells()), (made.GATESHEAD_BEFORE, 2012, made.c4_cells())]
    made.write(tmp_path, made.C4, made.table(rows))
    book, lost = read(tmp_path)
    assert lost == []
    found = book.figures(indicator="section_47_enquiries", unit="count", area="390")
    assert [figure.period.ending for figure in found] == [2012, 2024]


def test_a_long_file_is_read_by_its_sorts_of_row(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    group = "CLA on 31 March"
    sorts = [
        ("Total children", "359", "100"),
        ("With 3 or more placements during the year", "46", "13"),
    ]
    rows = [
        (
            made.LUTON,
            2025,
            {
                "cla_group": group,
                "placement_stability": sort,
                "children_count": count,
                "children_percent": share,
            },
        )
        for sort, count, share in sorts
    ]
    made.write(tmp_path, made.STABILITY, made.table(rows))
    con = connect()
    reading = read_folder(tmp_path, con)
    book = FigureBook.build(con, [reading.table])
    figure = one(book, "looked_after_three_or_more_placements", "percent", period="2024-25")
    assert (figure.value, figure.numerator, figure.denominator) == (13, 46, 359)
    assert figure.decimals == 0
    assert figure.thread.locator == "row 3, column children_percent"
    assert figure.thread.vintage == "2025"
    missing = [fault.message for fault in reading.faults if fault.rule == "missing-rows"]
    assert len(missing) == 4


def test_a_month_is_a_period_of_its_own(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    months = "April May June July August September October November December January February March"
    cells = {"Referrals": "78"} | {m: str(n) for n, m in enumerate(months.split(), 1)}
    name = "c6_children_in_need_referrals_by_month_2024_to_2024.csv"
    made.write(tmp_path, name, made.table([(made.LUTON, 2024, cells)]))
    book, lost = read(tmp_path)
    assert lost == []
    found = book.figures(source="dfe.c6")
    assert [figure.period.code for figure in found][::11] == ["2023-04", "2024-03"]
    assert [figure.value for figure in found] == list(range(1, 13))
    assert {figure.unit for figure in found} == {Unit.COUNT}


def test_parts_are_breakdowns_of_one_indicator(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    names = [
        "Individual",
        "Schools",
        "Education_Services",
        "Health_Services",
        "Housing",
        "LA_Services",
        "Police",
        "Other_legal_agency",
        "Other",
        "Anonymous",
        "Unknown",
    ]
    cells = {"Referrals": "3130"} | dict.fromkeys(names, "c") | {"Police": "875"}
    name = "c5_children_in_need_referrals_by_source_2024_to_2024.csv"
    made.write(tmp_path, name, made.table([(made.LUTON, 2024, cells)]))
    book, lost = read(tmp_path)
    assert lost == []
    police = one(book, "referrals", "percent", breakdown="source=Police")
    assert police.breakdown == Breakdown.of(source="Police")
    assert police.value == Decimal("28.0")
    schools = one(book, "referrals", "percent", breakdown="source=Schools")
    assert schools.symbol is Symbol.CONFIDENTIAL
    shelf = book.shelf(["821"], report_year=2024)
    whole = shelf.get("referrals", Unit.COUNT, "821", Period.financial_year(2024))
    assert whole is not None
    assert len(shelf.broken_down(whole, "source")) == len(names)


def test_a_joint_return_is_of_both_councils_and_of_neither_alone(tmp_path: Path) -> None:
    made.a_folder(tmp_path)
    both = (
        "Local authority",
        "E13000002",
        "Outer London",
        "314 / 318",
        "E09000021 / E09000027",
        "-",
    )
    made.write(tmp_path, made.C4, made.table([(both, 2024, made.c4_cells())]))
    book, lost = read(tmp_path)
    assert lost == []
    (figure,) = book.figures(indicator="initial_conferences", unit="count")
    assert figure.area.code == "kingston-and-richmond"
    assert figure.area.members == ("314", "318")


def test_the_same_folder_gives_the_same_book_twice(tmp_path: Path) -> None:
    folder = made.a_folder(tmp_path)
    one_book, two_book = read(folder)[0], read(folder)[0]
    one_book.write(tmp_path / "one.parquet")
    two_book.write(tmp_path / "two.parquet")
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()


def test_progress_names_each_file(tmp_path: Path) -> None:
    seen: list[str] = []
    read_folder(made.a_folder(tmp_path), connect(), seen.append)
    assert seen == [made.POPULATION, made.C1, made.C4]


def test_a_partnerships_own_figures_join_the_book_of_a_folder(tmp_path: Path) -> None:
    book, _ = read(made.a_folder(tmp_path))
    own = a_figure(910, thread=a_thread(source="local.enquiries", vintage="2023-24"))
    together = book.with_figures([own])
    assert len(together) == len(book) + 1
    shelf = together.shelf(["821"], report_year=2024)
    assert [figure.thread.source for figure in shelf.known(own.key)] == [
        "dfe.c4",
        "local.enquiries",
    ]
