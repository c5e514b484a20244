"""Numbers are printed one way, everywhere."""

import pytest

from goldenthread.nouns import Symbol, Unit
from goldenthread.wording.numbers import printed, with_unit
from tests.factories import a_figure, released


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "text"),
    [
        ("1252", Unit.COUNT, 0, "1,252"),
        ("1234567", Unit.COUNT, 0, "1,234,567"),
        ("999", Unit.COUNT, 0, "999"),
        ("0", Unit.COUNT, 0, "0"),
        ("37.3", Unit.PERCENT, 1, "37.3%"),
        ("37", Unit.PERCENT, 1, "37.0%"),
        ("37.25", Unit.PERCENT, 1, "37.3%"),
        ("-2.25", Unit.PERCENT_CHANGE, 1, "−2.3%"),
        ("207.9", Unit.RATE_PER_10000, 1, "207.9"),
        ("-1.4", Unit.PERCENTAGE_POINTS, 1, "−1.4"),
        ("-0.04", Unit.PERCENTAGE_POINTS, 1, "0.0"),
        ("-12500", Unit.POUNDS, 0, "−£12,500"),
        ("3", Unit.RANK, 0, "3"),
    ],
)
def test_a_value_is_printed_to_its_own_decimals(value, unit, decimals, text):
    assert printed(a_figure(value, unit=unit, decimals=decimals)) == text


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "text"),
    [
        ("1252", Unit.COUNT, 0, "1,252"),
        ("37.3", Unit.PERCENT, 1, "37.3%"),
        ("207.9", Unit.RATE_PER_10000, 1, "207.9 per 10,000 children"),
        ("1.4", Unit.PERCENTAGE_POINTS, 1, "1.4 percentage points"),
        ("-1", Unit.PERCENTAGE_POINTS, 0, "−1 percentage point"),
        ("1", Unit.DAYS, 0, "1 day"),
        ("45", Unit.DAYS, 0, "45 days"),
    ],
)
def test_a_sentence_gets_the_unit_too(value, unit, decimals, text):
    assert with_unit(a_figure(value, unit=unit, decimals=decimals)) == text


@pytest.mark.parametrize("symbol", list(Symbol))
def test_a_symbol_is_printed_as_its_letter_and_has_no_unit(symbol):
    figure = a_figure(symbol=symbol, unit=Unit.RATE_PER_10000)
    assert printed(figure) == symbol.value
    assert with_unit(figure) == symbol.value


def test_a_released_value_is_printed_like_its_figure_and_a_withheld_one_is_not():
    assert printed(released(a_figure(1252))) == "1,252"
    assert printed(released(a_figure(3))) == "c"
