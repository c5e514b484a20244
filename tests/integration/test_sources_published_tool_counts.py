"""The counts set behind the tool's percentages, and the percentages that would tell of a few."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from goldenthread.engines import connect
from goldenthread.figures import FigureBook
from goldenthread.nouns import Fault, Figure, Period, Severity, Symbol, Unit
from goldenthread.sources.published import read_folder
from tests.factories import published as made

SHORT, INDICATOR = "CP_conf_15days", "initial_conferences_within_15_working_days"


@pytest.fixture
def con() -> Iterator[Any]:
    made_connection = connect()
    yield made_connection
    made_connection.disconnect()


def read(
    folder: Path, con: Any, share: str, *, with_c4: bool = True, **cells: str
) -> tuple[Figure, FigureBook, list[Fault]]:
    """The tool's one percentage, for Luton, beside a c4 file with the cells given."""
    made.a_folder(folder)
    if with_c4:
        rows = [(made.ENGLAND, made.c4_cells()), (made.LUTON, made.c4_cells(**cells))]
        made.write(folder, made.C4, made.table((area, 2024, each) for area, each in rows))
    else:
        (folder / made.C4).unlink()
    row = (SHORT, "2024", "Luton", share, 821.0)
    names = ("Short Desc", "Years", "LA and Regions", "Values", "LA Number")
    table = pa.table({name: [cell] for name, cell in zip(names, row, strict=True)})
    pq.write_table(table, folder / "bds_long_0.parquet")
    reading = read_folder(folder, con)
    book = FigureBook.build(con, [reading.table])
    (figure,) = book.figures(source="lait")
    return figure, book, [fault for fault in reading.faults if fault.rule == "tells-of-few"]


def test_a_percentage_has_the_counts_that_give_it(tmp_path: Path, con: Any) -> None:
    figure, _, faults = read(tmp_path, con, "79.7")
    assert (figure.value, figure.numerator, figure.denominator) == (Decimal("79.7"), 439, 551)
    assert figure.denominator_vintage == "dfe.c4 2024"
    assert figure.thread.locator == "row 1, column Values"
    assert faults == []


def test_counts_that_give_another_percentage_are_not_set_behind_it(
    tmp_path: Path, con: Any
) -> None:
    figure, _, _ = read(tmp_path, con, "79.8")
    assert (figure.value, figure.numerator, figure.denominator) == (Decimal("79.8"), None, 551)


def test_where_a_band_is_withheld_the_tools_percentage_is_shown(tmp_path: Path, con: Any) -> None:
    figure, book, faults = read(
        tmp_path, con, "73.9", **{"Duration_0-10_days": "c", "Duration_21+_days": "c"}
    )
    assert (figure.value, figure.numerator, figure.denominator) == (Decimal("73.9"), None, 551)
    shelf = book.shelf(report_year=2024)
    shown = shelf.get(INDICATOR, Unit.PERCENT, "821", Period.financial_year(2024))
    assert shown is not None
    assert (shown.thread.source, shown.value) == ("lait", Decimal("73.9"))
    assert [(each.thread.source, each.symbol) for each in book.other_values(shown)] == [
        ("dfe.c4", Symbol.CONFIDENTIAL)
    ]
    assert faults == []


@pytest.mark.parametrize("share", ["99.3", "99.8", "0.9"])
def test_a_percentage_that_tells_of_a_few_the_release_withholds_is_not_taken_over(
    tmp_path: Path, con: Any, share: str
) -> None:
    figure, book, faults = read(
        tmp_path, con, share, **{"Duration_0-10_days": "c", "Duration_21+_days": "c"}
    )
    assert (figure.value, figure.symbol) == (None, Symbol.CONFIDENTIAL)
    assert [(fault.place, fault.severity) for fault in faults] == [("row 1", Severity.NOTE)]
    assert share not in str(faults[0])
    shelf = book.shelf(report_year=2024)
    shown = shelf.get(INDICATOR, Unit.PERCENT, "821", Period.financial_year(2024))
    assert shown is not None
    assert shown.why_unknown == "not worked out, because the source withholds a part of it"


@pytest.mark.parametrize("share", ["100.0", "98.7", "1.3", "0.0"])
def test_the_edges_of_a_few(tmp_path: Path, con: Any, share: str) -> None:
    """None, or more than five of 551: nothing is told that the release withholds."""
    figure, _, faults = read(tmp_path, con, share, **{"Duration_0-10_days": "c"})
    assert (str(figure.value), faults) == (share, [])


def test_a_few_that_the_release_itself_tells_of_are_repeated(tmp_path: Path, con: Any) -> None:
    """548 of 551 were held in time and both counts are printed: the three are known."""
    figure, _, faults = read(tmp_path, con, "99.5", **{"Duration_0-10_days": "145"})
    assert (figure.value, figure.numerator, faults) == (Decimal("99.5"), 548, [])


def test_without_the_release_it_is_as_published(tmp_path: Path, con: Any) -> None:
    figure, _, faults = read(tmp_path, con, "99.8", with_c4=False)
    assert (figure.value, figure.denominator) == (Decimal("99.8"), None)
    assert (figure.denominator_vintage, faults) == ("", [])


def test_a_symbol_stays_a_symbol(tmp_path: Path, con: Any) -> None:
    figure, _, faults = read(tmp_path, con, "-", **{"Duration_0-10_days": "c"})
    assert (figure.symbol, figure.denominator, faults) == (Symbol.NOT_AVAILABLE, None, [])


def test_a_share_of_a_few_is_not_taken_over(tmp_path: Path, con: Any) -> None:
    """Of one to five conferences, the share alone would tell how many were held in time."""
    figure, _, faults = read(tmp_path, con, "66.7", **{"Duration_0-10_days": "c", "ICPC": "c"})
    assert (figure.symbol, figure.denominator) == (Symbol.CONFIDENTIAL, None)
    assert len(faults) == 1
