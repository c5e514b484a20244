"""Rounding, symbols and breakdowns: the small rules that every figure stands on."""

from decimal import Decimal

import pytest

from goldenthread.nouns import Breakdown, Symbol, percent, rate, round_half_away
from tests.factories import a_figure


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        (0.5, 0, "1"),
        (-0.5, 0, "-1"),
        (2.5, 0, "3"),
        (2.675, 2, "2.68"),  # binary floating point would give 2.67
        (2.45, 1, "2.5"),
        (-2.45, 1, "-2.5"),
        (1.005, 2, "1.01"),
        (9.95, 1, "10.0"),
        (0, 1, "0.0"),
    ],
)
def test_halves_are_rounded_away_from_zero(value, decimals, rounded):
    assert str(round_half_away(value, decimals)) == rounded


def test_percentages_and_rates_come_from_counts():
    assert percent(652, 3130) == Decimal("20.8")
    assert percent(135, 155) == Decimal("87.1")
    assert percent(46, 359, 0) == Decimal(13)
    assert rate(3130, 60207) == Decimal("519.9")
    assert rate(1252, 60207) == Decimal("207.9")


def test_nothing_is_a_share_of_nothing():
    assert percent(3, 0) is None
    assert rate(0, 0) is None


@pytest.mark.parametrize(
    ("cell", "symbol"),
    [
        ("c", Symbol.CONFIDENTIAL),
        (" Z ", Symbol.NOT_APPLICABLE),
        (":", Symbol.NOT_AVAILABLE),
        ("-", Symbol.NOT_AVAILABLE),
        ("n/a", Symbol.NOT_AVAILABLE),
        ("low", Symbol.LOW),
    ],
)
def test_symbols_are_read_in_every_spelling(cell, symbol):
    assert Symbol.from_cell(cell) is symbol


@pytest.mark.parametrize("cell", ["0", "12", "", "cc", "none"])
def test_a_number_or_a_blank_is_no_symbol(cell):
    assert Symbol.from_cell(cell) is None


def test_every_symbol_says_what_it_means():
    assert all(symbol.meaning for symbol in Symbol)


def test_a_breakdown_is_the_same_in_any_order():
    assert Breakdown.parse("source=Police; issue=Neglect") == Breakdown.of(
        issue="Neglect", source="Police"
    )
    assert str(Breakdown.parse("b=2;a=1")) == "a=1;b=2"
    with pytest.raises(ValueError, match="dimension=value"):
        Breakdown.parse("Police")


def test_a_figure_holds_a_value_or_a_symbol_and_never_both():
    with pytest.raises(ValueError, match="either a value or a symbol"):
        a_figure()
    with pytest.raises(ValueError, match="either a value or a symbol"):
        a_figure(3, Symbol.CONFIDENTIAL)


def test_a_figure_keeps_its_name_when_its_value_is_withheld():
    figure = a_figure(3, numerator=3, denominator=10)
    withheld = figure.with_symbol(Symbol.CONFIDENTIAL)
    assert withheld.id == figure.id
    assert (withheld.value, withheld.numerator, withheld.denominator) == (None, None, None)
