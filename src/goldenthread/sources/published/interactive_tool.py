"""Reads the Local Authority Interactive Tool: its parquet of values and its dictionary.

Which of its measures are read, and as what, is in ``lait.toml``. A measure is found by its short
description; the dictionary beside the file says to how many decimals it is shown and when it was
last updated.
"""

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault, Sensitivity, Severity, Unit, round_half_away
from goldenthread.sources.published.dataset import Strict
from goldenthread.sources.published.faults import note
from goldenthread.sources.published.measures import ELSEWHERE, Measure
from goldenthread.sources.published.parquet import open_parquet
from goldenthread.sources.published.places import AreaIndex, each_row
from goldenthread.sources.published.raw import RawFile
from goldenthread.sources.published.star import FileEntry, Star
from goldenthread.sources.published.tool_counts import Base, with_counts
from goldenthread.sources.published.tool_dictionary import DictionaryEntry

_COLUMNS = ("Short Desc", "Years", "LA and Regions", "Values", "LA Number")
_FEW = (
    "with the number it is of, its percentage would tell of one to five children, whom the "
    "release withholds; it was read as withheld"
)
_YEARS = re.compile(r"(\d{4})(?:[/-](\d{2}))?(?: \([A-Za-z]+\))?")
_YEAR_TYPES = {
    "Financial Year": {"financial_year", "year_end"},
    "Annual": {"year_end", "financial_year"},
    "Academic Year": {"academic_year"},
    "Calendar Year": {"calendar_year"},
    "Annual (end of Sept)": {"september"},
}


class ToolMeasure(Strict):
    """One measure of the tool and what it is here; ``of`` is where what it is of is printed."""

    short: str
    indicator: str
    unit: Unit
    period: str
    breakdown: str = ""
    decimals: int | None = None
    basis: str = "published"
    sensitivity: Sensitivity = Sensitivity.CHILDREN
    of: Base | None = None


class Tool(Strict):
    """What ``lait.toml`` says."""

    source: str
    title: str
    publication: str
    file: str
    dictionary: str
    confirm: str
    left_out: dict[str, str]
    measures: tuple[ToolMeasure, ...]


@cache
def tool() -> Tool:
    """The description of the tool, read once."""
    file = files("goldenthread.sources.published") / "lait.toml"
    return Tool.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))


def read_tool(
    path: Path,
    dictionary: Mapping[str, DictionaryEntry],
    star: Star,
    index: AreaIndex,
    largest: int,
) -> list[Fault]:
    """Add the wanted measures of the tool's parquet to the star; returns what was wrong."""
    opened, digest, faults = open_parquet(path, _COLUMNS, largest)
    if opened is None:
        return faults
    short = opened.column("Short Desc").combine_chunks()
    wanted = {measure.short: measure for measure in tool().measures}
    chosen = np.nonzero(pc.is_in(short, pa.array(list(wanted))).to_numpy(zero_copy_only=False))[0]
    table = opened.take(pa.array(chosen))
    columns = {name: table.column(name).combine_chunks() for name in _COLUMNS}
    raw = RawFile(path.name, digest, columns, (chosen + 1).astype(np.int32))
    areas = _areas(columns, index)
    years = _years(columns)
    faults += each_row(
        raw, areas < 0, "unknown-area", "its area is not in the register; the row was not read"
    )
    faults += each_row(
        raw, years < 0, "wrong-year", "its year cannot be read; the row was not read"
    )
    encoded = pc.dictionary_encode(columns["Short Desc"])
    shorts = encoded.dictionary.to_pylist()
    sort = encoded.indices.to_numpy(zero_copy_only=False)
    for measure in tool().measures:
        entry = dictionary.get(measure.short)
        number = shorts.index(measure.short) if measure.short in shorts else -1
        mine = (sort == number) & (areas >= 0) & (years >= 0)
        if not mine.any():
            faults.append(
                Fault(
                    "missing-rows",
                    f"there are no rows of {measure.short}; download the file again",
                    path.name,
                )
            )
            continue
        faults += _disagreement(measure, entry, path.name)
        faults += _add(star, raw, measure, entry, mine, areas, years)
    return faults


def _add(
    star: Star,
    raw: RawFile,
    measure: ToolMeasure,
    entry: DictionaryEntry | None,
    mine: Any,
    areas: Any,
    years: Any,
) -> list[Fault]:
    at = np.nonzero(mine)[0]
    _, first = np.unique(areas[at] * 10_000 + years[at], return_index=True)
    again = np.ones(len(at), dtype=bool)
    again[first] = False
    repeated = np.zeros(len(raw), dtype=bool)
    repeated[at[again]] = True
    at = at[np.sort(first)]
    places = _decimals(measure, entry)
    value = _as_shown(raw.columns["Values"].take(pa.array(at)), places)
    release, above, below = "", None, None
    held = np.zeros(len(raw), dtype=bool)
    if measure.of:
        where = list(zip(areas[at].tolist(), years[at].tolist(), strict=True))
        texts = value.to_pylist()
        release, cells = with_counts(measure.indicator, measure.of, star, where, texts, places)
        value, above, below = (
            pa.array([getattr(cell, part) for cell in cells], pa.string())
            for part in ("value", "above", "below")
        )
        held[at] = [cell.held for cell in cells]
    file = star.add_file(
        FileEntry(
            source=tool().source,
            vintage=str(int(years[at].max())),
            name=raw.name,
            digest=raw.digest,
            known_since=entry.known_since if entry else None,
            sensitivity=measure.sensitivity,
            denominator_vintage=release or "as the tool prints it",
        )
    )
    star.add(
        file,
        Measure(
            indicator=measure.indicator,
            unit=measure.unit,
            period=measure.period,
            breakdown=measure.breakdown,
            decimals=places,
            definition=f"{measure.indicator}:{measure.basis}",
            value="Values",
            denominator=ELSEWHERE if release else "",
        ),
        columns=("Values",),
        areas=areas[at],
        years=years[at],
        rows=raw.numbers[at],
        value=value,
        numerator=above,
        denominator=below,
    )
    message = "its measure, area and year were there before; the first was kept"
    faults = each_row(raw, repeated, "repeated-row", message)
    return faults + each_row(raw, held, "tells-of-few", _FEW, Severity.NOTE)


def _decimals(measure: ToolMeasure, entry: DictionaryEntry | None) -> int:
    """What the dictionary says; where it leaves it open, what was seen; else the unit's own."""
    if entry and entry.decimals is not None:
        return entry.decimals
    return measure.unit.decimals if measure.decimals is None else measure.decimals


def _as_shown(values: pa.Array, places: int) -> pa.Array:
    """The values as the tool shows them: rounded, without the tails of binary fractions."""
    encoded = pc.dictionary_encode(values)
    shown = [_rounded(text, places) for text in encoded.dictionary.to_pylist()]
    return pa.array(shown, pa.string()).take(encoded.indices)


def _rounded(text: str, places: int) -> str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return str(round_half_away(number, places)) if number.is_finite() else text


def _disagreement(measure: ToolMeasure, entry: DictionaryEntry | None, file: str) -> list[Fault]:
    if entry is None:
        return [
            note(
                "not-in-dictionary",
                f"the dictionary does not describe {measure.short}; the day it was known is not "
                "known",
                file,
            )
        ]
    expected = _YEAR_TYPES.get(entry.year_type)
    if expected is None or measure.period in expected:
        return []
    return [
        Fault(
            "year-type",
            f"the dictionary says {measure.short} goes by {entry.year_type.lower()}, and it was "
            f"read as {measure.period.replace('_', ' ')}; check lait.toml",
            file,
            severity=Severity.WARNING,
        )
    ]


def _areas(columns: Mapping[str, pa.Array], index: AreaIndex) -> Any:
    """By the tool's number of the area; by its name where there is no number."""
    joined = pc.binary_join_element_wise(columns["LA Number"], columns["LA and Regions"], "\x1f")
    encoded = pc.dictionary_encode(joined)
    numbers = []
    for text in encoded.dictionary.to_pylist():
        number, _, name = text.partition("\x1f")
        code = number.removesuffix(".0")
        numbers.append(index.number(code) if code else index.named(name))
    return np.array(numbers, dtype=np.int64)[encoded.indices.to_numpy(zero_copy_only=False)]


def _years(columns: Mapping[str, pa.Array]) -> Any:
    encoded = pc.dictionary_encode(columns["Years"])
    years = [_year(text) for text in encoded.dictionary.to_pylist()]
    return np.array(years, dtype=np.int64)[encoded.indices.to_numpy(zero_copy_only=False)]


def _year(text: str) -> int:
    """The year a written year ends in: 2024 for ``2024``, ``2023/24`` and ``2023-24 (OT)``."""
    match = _YEARS.fullmatch(text.strip())
    if match is None:
        return -1
    first = int(match[1])
    if not match[2]:
        return first
    return first + 1 if (first + 1) % 100 == int(match[2]) else -1
