"""One printed cell: numbers, marks, symbols, and what is refused."""

from decimal import Decimal

import pytest

from goldenthread.nouns import Symbol, Unit
from goldenthread.sources.spreadsheets.cells import DoesNotFitError, read_part, split_cell
from goldenthread.sources.spreadsheets.grid import Cell, letters, number_text

COUNT, PERCENT = Unit.COUNT, Unit.PERCENT


@pytest.mark.parametrize(
    ("text", "unit", "value", "decimals", "marks"),
    [
        ("0", COUNT, "0", 0, ()),
        ("3,995", COUNT, "3995", 0, ()),
        ("12,345,678", COUNT, "12345678", 0, ()),
        ("46.5%*", PERCENT, "46.5", 1, ("*",)),
        ("46.5 %", PERCENT, "46.5", 1, ()),
        ("72%**", PERCENT, "72", 0, ("**",)),
        ("19.30%", PERCENT, "19.30", 2, ()),
        ("12†", COUNT, "12", 0, ("†",)),
        ("12¹", COUNT, "12", 0, ("¹",)),
        ("12 [r]", COUNT, "12", 0, ("[r]",)),
        ("12 [note 2]*", COUNT, "12", 0, ("[note 2]", "*")),
        ("-2.5", Unit.PERCENTAGE_POINTS, "-2.5", 1, ()),
        ("−2.5%", Unit.PERCENT_CHANGE, "-2.5", 1, ()),
        ("+3%", Unit.PERCENT_CHANGE, "3", 0, ()),
        ("£1,250.50", Unit.POUNDS, "1250.50", 2, ()),
        ("-£40", Unit.POUNDS, "-40", 0, ()),
    ],
)
def test_a_number_is_read_as_printed(text, unit, value, decimals, marks):
    reading = read_part(text, False, unit, None, {})
    assert (reading.value, reading.decimals, reading.marks) == (Decimal(value), decimals, marks)
    assert reading.symbol is None


@pytest.mark.parametrize(
    ("text", "symbol"),
    [("n/a", "x"), ("N/A", "x"), ("-", "x"), ("c", "c"), ("[c]", "c"), ("[low]", "low")],
)
def test_a_known_symbol_is_no_number(text, symbol):
    reading = read_part(text, False, COUNT, None, {})
    assert reading.value is None
    assert reading.symbol is Symbol(symbol)


def test_a_mapping_gives_a_symbol_its_own_meaning():
    assert read_part("N/A", False, COUNT, None, {"N/A": Symbol.NOT_APPLICABLE}).symbol == "z"
    assert read_part("*", False, COUNT, None, {"*": Symbol.CONFIDENTIAL}).symbol == "c"
    starred = read_part("n/a*", False, COUNT, None, {})
    assert (starred.symbol, starred.marks) == (Symbol.NOT_AVAILABLE, ("*",))


@pytest.mark.parametrize(
    ("text", "unit", "rule"),
    [
        ("=SUM(B2:B4)", COUNT, "formula"),
        ("@A1", COUNT, "formula"),
        ("#DIV/0!", COUNT, "not_a_number"),
        ("about 12", COUNT, "not_a_number"),
        ("1,23", COUNT, "not_a_number"),
        ("12,3456", COUNT, "not_a_number"),
        ("1e5", COUNT, "not_a_number"),
        ("٣", COUNT, "not_a_number"),
        ("NaN", COUNT, "not_a_number"),
        ("<5", COUNT, "not_a_number"),
        ("*", COUNT, "not_a_number"),
        ("1" * 400, COUNT, "not_a_number"),
        ("17%", COUNT, "unit"),
        ("£5", COUNT, "unit"),
        ("-5", COUNT, "negative"),
        ("2.5", COUNT, "not_whole"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_rule(text, unit, rule):
    with pytest.raises(DoesNotFitError) as error:
        read_part(text, False, unit, None, {})
    assert error.value.rule == rule


def test_what_stands_in_a_cell_is_never_repeated():
    with pytest.raises(DoesNotFitError) as error:
        read_part("Jane Example", False, COUNT, None, {})
    assert "Jane" not in str(error.value)


def test_only_a_stored_number_is_rounded_to_the_places_shown():
    stored = read_part("17.6297747306%", True, PERCENT, 1, {})
    printed = read_part("17.63%", False, PERCENT, 1, {})
    assert (stored.value, stored.decimals) == (Decimal("17.6"), 1)
    assert (printed.value, printed.decimals) == (Decimal("17.63"), 1)


def test_a_cell_of_two_parts_is_split_and_a_symbol_stands_for_both():
    assert split_cell(Cell("180 / 17.6%"), 2, "/", {}) == ("180", "17.6%")
    assert split_cell(Cell("n/a"), 2, "/", {}) == ("n/a", "n/a")
    with pytest.raises(DoesNotFitError, match="1 parts where the mapping has 2"):
        split_cell(Cell("180"), 2, "/", {})
    with pytest.raises(DoesNotFitError, match="3 parts where the mapping has 2"):
        split_cell(Cell("1/2/3"), 2, "/", {})


@pytest.mark.parametrize(
    ("value", "percent", "text"),
    [
        (180.0, False, "180"),
        (0.1 + 0.2, False, "0.3"),
        (0.176, True, "17.6%"),
        (1.0, True, "100%"),
        (0.0, True, "0%"),
        (1200.0, False, "1200"),
        (1e20, False, "100000000000000000000"),
        (-2.5, False, "-2.5"),
    ],
)
def test_a_stored_number_loses_its_binary_noise(value, percent, text):
    assert number_text(value, percent=percent) == text


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_have_the_letters_people_see(column, name):
    assert letters(column) == name
