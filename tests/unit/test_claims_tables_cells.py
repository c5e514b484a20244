"""Cells of printed tables: what number stands in them, or why none does."""

from fractions import Fraction

import pytest

from goldenthread.claims.intervals import Interval
from goldenthread.claims.tables.cells import Sort, as_percent, read_cell

COUNT, PERCENT, MONEY = Sort.NUMBER, Sort.PERCENT, Sort.MONEY


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1,103", [(COUNT, 1103)]),
        ("1103", [(COUNT, 1103)]),
        ("12.4", [(COUNT, Fraction("12.4"))]),
        ("−3", [(COUNT, -3)]),
        ("+14", [(COUNT, 14)]),
        ("46.5%*", [(PERCENT, Fraction("46.5"))]),
        ("46 per cent", [(PERCENT, 46)]),
        ("£92,500", [(MONEY, 92500)]),
        ("£1.2m", [(MONEY, 1_200_000)]),
        ("3.5k", [(COUNT, 3500)]),
        ("180 / 17.6%", [(COUNT, 180), (PERCENT, Fraction("17.6"))]),
        ("1,103 (20.2%)", [(COUNT, 1103), (PERCENT, Fraction("20.2"))]),
        ("20.2% (1,103)", [(PERCENT, Fraction("20.2")), (COUNT, 1103)]),
        ("12 of 48 (25%)", [(COUNT, 12), (COUNT, 48), (PERCENT, 25)]),
        ("12/48 (25%)", [(COUNT, 12), (COUNT, 48), (PERCENT, 25)]),
        ("<b>28</b>", [(COUNT, 28)]),
        ("**28**", [(COUNT, 28)]),
        ("733†", [(COUNT, 733)]),
        ("733 [note 1]", [(COUNT, 733)]),
        ("↑ 733", [(COUNT, 733)]),
        ("733 ▲", [(COUNT, 733)]),
    ],
)
def test_numbers(text, parts):
    cell = read_cell(text)
    assert [(part.sort, part.value) for part in cell.parts] == parts


@pytest.mark.parametrize(
    "text", ["10-15", "2022/23", "01/04/2023", "5 to 9", "3 (2)", "Good", "section 47", "4/6"]
)
def test_words_ranges_and_dates_are_no_numbers(text):
    cell = read_cell(text)
    assert not cell.parts
    assert not cell.hidden
    assert not cell.blank


@pytest.mark.parametrize(
    "text", ["n/a", "N/A", "c", "[c]", "x", "*", "<5", "fewer than 5", "..", "[low]"]
)
def test_a_number_stands_behind_a_symbol(text):
    assert read_cell(text).hidden


def test_a_blank_cell_and_a_dash_hold_nothing():
    assert read_cell("").blank
    assert not read_cell("–").hidden
    assert not read_cell("–").parts


def test_a_count_is_exact_and_a_decimal_rounded():
    count, decimal = read_cell("12").amount, read_cell("12.4").amount
    assert count is not None
    assert decimal is not None
    assert count.interval == Interval.exactly(12)
    assert decimal.interval == Interval(Fraction("12.35"), Fraction("12.45"))


def test_a_label_may_promise_a_percentage_in_brackets():
    cell = read_cell("180 (17.6)", percent_second=True)
    assert cell.percent is not None
    assert cell.percent.value == Fraction("17.6")
    assert not read_cell("180 (17.6)").parts


def test_a_bare_number_under_per_cent_is_one_unless_it_is_too_large_to_be():
    assert as_percent(read_cell("104.7")).percent is not None
    assert as_percent(read_cell("2024"), at_most=100).percent is None
