"""Rows of the figure book from a grid, in whole columns: no Python object for each figure.

A text that many rows share is told once, and rows point to it: written out, the figures of all
councils would take ten times the memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from goldenthread.figures.measured.exact import Numbers
from goldenthread.figures.measured.origins import Origin
from goldenthread.figures.measured.periods import Measured
from goldenthread.figures.schema import SCHEMA
from goldenthread.indicators import Indicator
from goldenthread.nouns import Area, Quality, Status, Unit


@dataclass(frozen=True)
class Book:
    """What all rows of an indicator share, by the positions that a grid uses.

    ``definitions`` and ``locators`` are by breakdown: those of localities are of a table too.
    """

    indicator: Indicator
    areas: Sequence[Area]
    origins: Sequence[Origin]
    periods: Sequence[Measured]
    breakdowns: Sequence[str]
    definitions: Sequence[str]
    locators: Sequence[str]


def rows(
    book: Book,
    unit: Unit,
    *,
    area: np.ndarray,
    category: np.ndarray,
    period: np.ndarray,
    value: Numbers,
    symbol: pa.Array,
    numerator: Numbers | None = None,
    denominator: Numbers | None = None,
    vintage: pa.Array | None = None,
    calculation: pa.Array | None = None,
    quality: Quality = Quality.GOOD,
    note: pa.Array | None = None,
) -> pa.Table:
    """The rows of one unit; ``area``, ``category`` and ``period`` are positions in the book.

    What is not a number in ``value``, ``numerator`` or ``denominator`` is empty. ``symbol`` is
    null where there is a value.
    """
    length = len(area)

    def same(text: str) -> pa.Array:
        return _pointing(np.zeros(length, np.int32), [text])

    def by(positions: np.ndarray, values: Sequence[Any], kind: pa.DataType) -> pa.Array:
        if kind == text:
            return _pointing(positions, values)
        return pa.array(values, kind).take(pa.array(positions))

    text, day = pa.string(), pa.date32()
    figures = [each.figure for each in book.periods]
    columns = {
        "indicator": same(book.indicator.name),
        "unit": same(unit.value),
        "area_code": by(area, [each.code for each in book.areas], text),
        "area": by(area, [each.name for each in book.areas], text),
        "area_kind": by(area, [each.kind.value for each in book.areas], text),
        "period": by(period, [each.code for each in figures], text),
        "period_kind": by(period, [each.kind.value for each in figures], text),
        "period_start": by(period, [each.start for each in figures], day),
        "period_end": by(period, [each.end for each in figures], day),
        "breakdown": by(category, book.breakdowns, text),
        "value": _numbers(value, length),
        "symbol": symbol,
        "decimals": pa.repeat(pa.scalar(book.indicator.places(unit), pa.int8()), length),
        "numerator": _numbers(numerator, length),
        "denominator": _numbers(denominator, length),
        "denominator_vintage": same("") if vintage is None else vintage,
        "status": same(Status.PROVISIONAL.value),
        "quality": same(quality.value),
        "quality_note": same("") if note is None else note,
        "sensitivity": same(book.indicator.sensitivity.value),
        "source": by(area, [each.source for each in book.origins], text),
        "vintage": by(area, [each.vintage for each in book.origins], text),
        "file": by(area, [each.file for each in book.origins], text),
        "digest": by(area, [each.digest for each in book.origins], text),
        "locator": by(category, book.locators, text),
        "definition": by(category, book.definitions, text),
        "known_since": by(area, [each.known_since for each in book.origins], day),
        "calculation": same("") if calculation is None else calculation,
        "inputs": same(""),
    }
    return pa.table({name: _told_once(columns[name]) for name in SCHEMA.names})


def _pointing(positions: np.ndarray, values: Sequence[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(
        pa.array(positions.astype(np.int32)), pa.array(values, pa.string())
    )


def _told_once(column: pa.Array) -> pa.Array:
    return column.dictionary_encode() if pa.types.is_string(column.type) else column


def written(numbers: Numbers) -> pa.Array:
    """Each number as a person writes it, with commas between thousands; halves as .5."""
    distinct, at = np.unique(numbers, return_inverse=True)
    texts = [f"{int(n):,}" if n == int(n) else f"{n:,}" for n in distinct.tolist()]
    return pa.array(texts, pa.string()).take(pa.array(at.reshape(-1)))


def symbols(missing: np.ndarray, letter: str) -> pa.Array:
    """A letter where something is missing, and null elsewhere."""
    return pa.array([None, letter], pa.string()).take(pa.array(missing.astype(np.int8)))


def _numbers(values: Numbers | None, length: int) -> pa.Array:
    if values is None:
        return pa.nulls(length, pa.float64())
    return pa.array(values, pa.float64(), mask=np.isnan(values))
