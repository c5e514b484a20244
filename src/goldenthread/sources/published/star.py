"""Gathers the cells of many files into a few tables that one query turns into figures.

A cell knows its measure, its row (area and year) and its text; what is the same for a whole
measure, area, period or file is held once and joined on.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from goldenthread.nouns import Area, Sensitivity, Unit
from goldenthread.sources.published.forms import build_period
from goldenthread.sources.published.measures import ELSEWHERE, Measure

_CELL_TYPES = (
    ("measure", pa.int32()),
    ("area", pa.int16()),
    ("year", pa.int16()),
    ("row", pa.int32()),
    ("value", pa.string()),
    ("above", pa.string()),
    ("below", pa.string()),
)


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file read: its dataset, release and digest."""

    source: str
    vintage: str
    name: str
    digest: str
    known_since: Any
    sensitivity: Sensitivity
    denominator_vintage: str


@dataclass
class Star:
    """The tables being gathered; ``add`` takes one measure of one file at a time."""

    files: list[FileEntry] = field(default_factory=list)
    measures: list[tuple[int, Measure, tuple[str, ...]]] = field(default_factory=list)
    _cells: dict[str, list[Any]] = field(
        default_factory=lambda: {name: [] for name, _ in _CELL_TYPES}
    )
    _periods: set[tuple[str, int]] = field(default_factory=set)
    _exceptions: list[dict[str, Any]] = field(default_factory=list)

    def add_file(self, entry: FileEntry) -> int:
        """Register a file; returns its number."""
        self.files.append(entry)
        return len(self.files) - 1

    def add(
        self,
        file: int,
        measure: Measure,
        *,
        columns: tuple[str, ...],
        areas: Any,
        years: Any,
        rows: Any,
        value: pa.Array | None,
        numerator: pa.Array | None,
        denominator: pa.Array | None,
    ) -> None:
        """Add one measure's cells. ``areas``, ``years`` and ``rows`` are numbers by cell.

        ``columns`` are the names, in the file, of the columns its locator points to.
        """
        number = len(self.measures)
        self.measures.append((file, measure, columns))
        count = len(areas)
        nothing = pa.nulls(count, pa.string())
        self._cells["measure"].append(pa.array(np.full(count, number, dtype=np.int32)))
        self._cells["area"].append(pa.array(areas, pa.int16()))
        self._cells["year"].append(pa.array(years, pa.int16()))
        self._cells["row"].append(pa.array(rows, pa.int32()))
        self._cells["value"].append(nothing if value is None else value)
        self._cells["above"].append(nothing if numerator is None else numerator)
        self._cells["below"].append(nothing if denominator is None else denominator)
        self._periods.update((measure.period, int(year)) for year in np.unique(years))

    def flag(self, area: int, year: int, reason: str) -> None:
        """Note why the last measure's value for an area and year is to be used with caution."""
        number = len(self.measures) - 1
        self._exceptions.append({"measure": number, "area": area, "year": year, "reason": reason})

    def cells(self) -> pa.Table:
        """Every cell gathered, in the order it was added."""
        return pa.table(
            {name: pa.chunked_array(self._cells[name], type=type_) for name, type_ in _CELL_TYPES}
        )

    def latest_counts(self, source: str, indicator: str) -> tuple[str, dict[tuple[int, int], str]]:
        """The newest release of a source read, and its counts of an indicator as wholes.

        As texts, printed or added up, by number of the area and year. An empty release and
        nothing where there is none.
        """
        found = [
            (self.files[file].vintage, number)
            for number, (file, measure, _) in enumerate(self.measures)
            if (self.files[file].source, measure.indicator, measure.unit, measure.breakdown)
            == (source, indicator, Unit.COUNT, "")
        ]
        if not found:
            return "", {}
        vintage, number = max(found)
        printed = self.measures[number][1].value
        return vintage, self._texts(number, "value" if printed else "above")

    def last_values(self) -> dict[tuple[int, int], str]:
        """The texts of the measure added last, by number of the area and year."""
        return self._texts(-1, "value")

    def _texts(self, number: int, part: str) -> dict[tuple[int, int], str]:
        areas, years, values = (self._cells[name][number] for name in ("area", "year", part))
        pairs = zip(areas.to_pylist(), years.to_pylist(), strict=True)
        return dict(zip(pairs, values.to_pylist(), strict=True))

    def measure_table(self) -> pa.Table:
        """One row for each measure of each file."""
        rows = []
        for number, (file, measure, columns) in enumerate(self.measures):
            entry = self.files[file]
            plural = "s" if len(columns) > 1 else ""
            rows.append(
                {
                    "measure": number,
                    "indicator": measure.indicator,
                    "unit": measure.unit.value,
                    "form": measure.period,
                    "breakdown": measure.breakdown,
                    "decimals": measure.decimals,
                    "scale": 10**measure.decimals,
                    "times": _TIMES.get(measure.unit.value, 1),
                    "worked_out": not measure.value,
                    "denominator_vintage": entry.denominator_vintage
                    if measure.unit is Unit.RATE_PER_10000 or measure.denominator == ELSEWHERE
                    else "",
                    "sensitivity": entry.sensitivity.value,
                    "source": entry.source,
                    "vintage": entry.vintage,
                    "file": entry.name,
                    "digest": entry.digest,
                    "column": f", column{plural} {', '.join(columns)}",
                    "definition": measure.definition,
                    "known_since": entry.known_since,
                    "calculation": measure.calculation,
                }
            )
        return pa.Table.from_pylist(rows, schema=_MEASURE_SCHEMA)

    def exception_table(self) -> pa.Table:
        """One row for each value to be used with caution, with the reason."""
        return pa.Table.from_pylist(self._exceptions, schema=_EXCEPTION_SCHEMA)

    def period_table(self) -> pa.Table:
        """One row for each form of period and year."""
        rows = []
        for form, year in sorted(self._periods):
            period = build_period(form, year)
            rows.append(
                {
                    "form": form,
                    "year": year,
                    "period": period.code,
                    "period_kind": period.kind.value,
                    "period_start": period.start,
                    "period_end": period.end,
                }
            )
        return pa.Table.from_pylist(rows, schema=_PERIOD_SCHEMA)


def area_table(areas: tuple[Area, ...]) -> pa.Table:
    """One row for each area of the register, numbered in its order."""
    return pa.table(
        {
            "area_number": pa.array(range(len(areas)), pa.int16()),
            "area_code": [each.code for each in areas],
            "area_name": [each.name for each in areas],
            "area_kind": [each.kind.value for each in areas],
        }
    )


_TIMES = {"percent": 100, "rate_per_10000": 10_000}

_MEASURE_SCHEMA = pa.schema(
    [
        ("measure", pa.int32()),
        ("indicator", pa.string()),
        ("unit", pa.string()),
        ("form", pa.string()),
        ("breakdown", pa.string()),
        ("decimals", pa.int8()),
        ("scale", pa.int64()),
        ("times", pa.int64()),
        ("worked_out", pa.bool_()),
        ("denominator_vintage", pa.string()),
        ("sensitivity", pa.string()),
        ("source", pa.string()),
        ("vintage", pa.string()),
        ("file", pa.string()),
        ("digest", pa.string()),
        ("column", pa.string()),
        ("definition", pa.string()),
        ("known_since", pa.date32()),
        ("calculation", pa.string()),
    ]
)

_EXCEPTION_SCHEMA = pa.schema(
    [("measure", pa.int32()), ("area", pa.int16()), ("year", pa.int16()), ("reason", pa.string())]
)

_PERIOD_SCHEMA = pa.schema(
    [
        ("form", pa.string()),
        ("year", pa.int16()),
        ("period", pa.string()),
        ("period_kind", pa.string()),
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),
    ]
)
