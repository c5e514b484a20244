"""Reads where and when each row of a file is about, by the register of areas."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault, Severity, register
from goldenthread.sources.published.dataset import Dataset
from goldenthread.sources.published.faults import note, rows_at_fault
from goldenthread.sources.published.raw import RawFile

# Columns of the Department for Education's standard that say where and when, not what.
GEOGRAPHY = {
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
    "category",
}
_REQUIRED = ("time_period", "geographic_level", "country_code")
_LEVELS = {"National", "Regional", "Local authority"}
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_SEPARATOR = "\x1f"
_NOT_GIVEN = {"", "z", "x", "NA"}


@dataclass(frozen=True, slots=True)
class Places:
    """For each row of a file, the index of its area and its year; -1 where it is not usable."""

    areas: Any
    years: Any

    @property
    def usable(self) -> Any:
        """Which rows can be used."""
        return (self.areas >= 0) & (self.years >= 0)


class AreaIndex:
    """Numbers the areas met in a folder, so that rows can carry a number and not a name."""

    def __init__(self) -> None:
        self.all = register.areas()
        self._by_code = {each.code: number for number, each in enumerate(self.all)}
        self._codes = register.codes_in_files()

    def number(self, code: str) -> int:
        """The number of the area a code in a file means, -1 where none does."""
        ours = self._codes.get(code.strip())
        return -1 if ours is None else self._by_code[ours]

    def named(self, name: str) -> int:
        """The number of the area a name in a file means, -1 where none does."""
        found = register.named(name)
        return -1 if found is None else self._by_code[found.code]


def locate(
    dataset: Dataset, raw: RawFile, vintage: str, index: AreaIndex
) -> tuple[Places | None, list[Fault]]:
    """Where and when each row is about, with a fault for each row that says it badly."""
    if dataset.geography:
        return _by_named_column(dataset, raw, index)
    missing = [name for name in _REQUIRED if name not in raw.columns]
    if missing:
        columns = ", ".join(missing)
        return None, [
            Fault("missing-column", f"there is no column {columns}; download it again", raw.name)
        ]
    areas, faults = _areas(raw, index)
    years, year_faults = _years(raw, vintage)
    return Places(areas, years), faults + year_faults


def _by_named_column(
    dataset: Dataset, raw: RawFile, index: AreaIndex
) -> tuple[Places | None, list[Fault]]:
    geography = dataset.geography
    code = (
        next((name for name in geography.codes if name in raw.columns), None) if geography else None
    )
    if geography is None or code is None:
        return None, [Fault("missing-column", "there is no column of area codes", raw.name)]
    encoded = pc.dictionary_encode(raw.columns[code])
    numbers = [index.number(code) for code in encoded.dictionary.to_pylist()]
    areas = _spread(numbers, encoded)
    wales = np.array([code.startswith("W") for code in encoded.dictionary.to_pylist()])
    outside = wales[encoded.indices.to_numpy(zero_copy_only=False)]
    faults = each_row(
        raw, (areas < 0) & ~outside, "unknown-area", "its area is not in the register of areas"
    )
    if outside.any():
        faults.append(note("outside-england", f"{outside.sum():,} rows are about Wales", raw.name))
    return Places(areas, np.full(len(raw), geography.year, dtype=np.int64)), faults


def _areas(raw: RawFile, index: AreaIndex) -> tuple[Any, list[Fault]]:
    """The area of each row: its three-digit code, checked against its nine-character code."""
    empty = pa.array([""] * len(raw), pa.string())
    parts = [
        raw.columns.get(name, empty)
        for name in (
            "geographic_level",
            "country_code",
            "region_code",
            "old_la_code",
            "new_la_code",
        )
    ]
    joined = pc.binary_join_element_wise(*parts, _SEPARATOR)
    encoded = pc.dictionary_encode(joined)
    rules: dict[str, list[bool]] = {rule: [] for rule in _WHERE_FAULTS}
    numbers = []
    for text in encoded.dictionary.to_pylist():
        number, wrong = _area(text.split(_SEPARATOR), index)
        numbers.append(number)
        for rule, flags in rules.items():
            flags.append(rule == wrong)
    faults = []
    at = encoded.indices.to_numpy(zero_copy_only=False)
    for rule, flags in rules.items():
        if any(flags):
            faults += each_row(raw, np.array(flags)[at], rule, _WHERE_FAULTS[rule])
    return _spread(numbers, encoded), faults


_WHERE_FAULTS = {
    "unknown-area": "its area code is not in the register of areas; the row was not read",
    "unknown-level": "its geographic level is none of National, Regional and Local authority; "
    "the row was not read",
    "areas-disagree": "its two area codes are of different areas; the row was not read",
}


def _area(parts: list[str], index: AreaIndex) -> tuple[int, str]:
    if len(parts) != 5:
        return -1, "unknown-area"
    level, country, region, old, new = (part.strip() for part in parts)
    if level not in _LEVELS:
        return -1, "unknown-level"
    if level != "Local authority":
        number = index.number(country if level == "National" else region)
        return number, "" if number >= 0 else "unknown-area"
    by_old, by_new = index.number(old), index.number(new)
    if old in _NOT_GIVEN:
        return by_new, "" if by_new >= 0 else "unknown-area"
    if by_old < 0:
        return -1, "unknown-area"
    if by_new >= 0 and by_new != by_old:
        return -1, "areas-disagree"
    return by_old, ""


def _years(raw: RawFile, vintage: str) -> tuple[Any, list[Fault]]:
    encoded = pc.dictionary_encode(raw.columns["time_period"])
    latest = int(vintage) if vintage else _LAST_YEAR
    years = [_year(text) for text in encoded.dictionary.to_pylist()]
    wrong = [year < _FIRST_YEAR or year > latest for year in years]
    spread = _spread([-1 if bad else year for year, bad in zip(years, wrong, strict=True)], encoded)
    message = "its time period is not a year the file can be about; the row was not read"
    return spread, each_row(raw, spread < 0, "wrong-year", message)


def _year(text: str) -> int:
    """2024 from ``2024`` and from ``202324``; -1 from anything else."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit()):
        return -1
    if len(digits) == 4:
        return int(digits)
    ending = int(digits[:4]) + 1 if len(digits) == 6 else -1
    return ending if ending % 100 == int(digits[-2:]) else -1


def _spread(numbers: list[int], encoded: Any) -> Any:
    at = encoded.indices.to_numpy(zero_copy_only=False)
    return np.array(numbers, dtype=np.int64)[at]


def each_row(
    raw: RawFile, wrong: Any, rule: str, message: str, severity: Severity = Severity.ERROR
) -> list[Fault]:
    """A fault for each row of a file that ``wrong`` marks."""
    return rows_at_fault(raw.name, raw.numbers[np.nonzero(wrong)[0]], rule, message, severity)
