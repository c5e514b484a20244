"""Reads one printed cell: a number, a symbol, or several numbers with marks between and after."""

import re
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass
from decimal import Decimal

from goldenthread.nouns import Symbol, Unit, round_half_away
from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.grid import Cell
from goldenthread.sources.spreadsheets.headings import split_marks

_NUMBER = re.compile(r"([-+−]?)(£?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(%?)", re.ASCII)
_BRACKETED = re.compile(r"\[([a-z]{1,3})\]", re.IGNORECASE)
_WHOLE = {Unit.COUNT, Unit.RANK}
_SIGNED = {Unit.PERCENTAGE_POINTS, Unit.PERCENT_CHANGE}
_OF_HUNDRED = {Unit.PERCENT, Unit.PERCENT_CHANGE, Unit.PERCENTAGE_POINTS}


class DoesNotFitError(ValueError):
    """A cell that is not what its mapping says. ``rule`` goes into the fault made of it."""

    def __init__(self, rule: str, message: str) -> None:
        """``message`` says what to do, without repeating what stands in the cell."""
        super().__init__(message)
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Reading:
    """What one part of a cell holds: a value to so many decimals, or a symbol; and its marks."""

    value: Decimal | None
    symbol: Symbol | None
    decimals: int
    marks: tuple[str, ...] = ()


def split_cell(
    cell: Cell, parts: int, separator: str, symbols: Dictionary[str, Symbol]
) -> tuple[str, ...]:
    """The texts of a cell's parts. Raises DoesNotFitError where there are more or fewer.

    A symbol standing alone (``n/a``, though it holds the separator) stands for every part.
    """
    if parts == 1 or _symbol(cell.text, symbols):
        return (cell.text,) * parts
    pieces = tuple(piece.strip() for piece in cell.text.split(separator))
    if len(pieces) != parts:
        raise DoesNotFitError(
            "parts",
            f"this cell has {len(pieces)} parts where the mapping has {parts}: correct the cell, "
            "or the [[cell]] tables and the separator in the mapping",
        )
    return pieces


def read_part(
    text: str, stored: bool, unit: Unit, decimals: int | None, symbols: Dictionary[str, Symbol]
) -> Reading:
    """One part as a number in ``unit`` or a symbol. Raises DoesNotFitError for anything else.

    ``stored`` numbers come from a workbook, which keeps more places than it shows, so they are
    rounded to ``decimals`` where that is given; printed numbers are kept as printed.
    """
    if text.startswith(("=", "@")):
        raise DoesNotFitError(
            "formula",
            "this is a formula and not its result: open the file, copy the table and paste it as "
            "values",
        )
    words, marks = split_marks(text)
    if symbol := _symbol(text, symbols):
        marks = ()
    else:
        symbol = _symbol(words, symbols)
    if symbol:
        return Reading(None, symbol, unit.decimals if decimals is None else decimals, marks)
    value, places = _number(words, unit)
    if stored and decimals is not None:
        value = round_half_away(value, decimals)
    return Reading(value, None, places if decimals is None else decimals, marks)


def _symbol(text: str, symbols: Dictionary[str, Symbol]) -> Symbol | None:
    if text in symbols:
        return symbols[text]
    if match := _BRACKETED.fullmatch(text):
        return Symbol.from_cell(match[1])
    return Symbol.from_cell(text)


def _number(text: str, unit: Unit) -> tuple[Decimal, int]:
    """The value and the decimal places printed."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise DoesNotFitError(
            "not_a_number",
            "this is neither a number nor a known symbol: correct the cell, or say in the mapping "
            'what it means, such as symbols = { "N/A" = "z" }',
        )
    plus_or_minus, pound, whole, fraction, sign = match.groups()
    if len(whole) + len(fraction or "") > limits.MAX_DIGITS:
        raise DoesNotFitError("not_a_number", "this number has too many digits: correct the cell")
    if sign and unit not in _OF_HUNDRED:
        raise DoesNotFitError(
            "unit", f"a percentage stands where the mapping has {unit.value}: correct either"
        )
    if pound and unit is not Unit.POUNDS:
        raise DoesNotFitError(
            "unit", f"an amount of money stands where the mapping has {unit.value}: correct either"
        )
    minus = "-" if plus_or_minus in ("-", "−") else ""
    if minus and unit not in _SIGNED | {Unit.POUNDS}:
        raise DoesNotFitError("negative", "a number below zero cannot be: correct the cell")
    value = Decimal(f"{minus}{whole.replace(',', '')}{fraction or ''}")
    if unit in _WHOLE and value != value.to_integral_value():
        raise DoesNotFitError(
            "not_whole", "a count is a whole number: correct the cell or the unit"
        )
    return value, len(fraction) - 1 if fraction else 0
