"""Reads one table of a release, wide or long, into cells; says what is missing or not known."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault, Severity
from goldenthread.sources.published.coverage import coverage
from goldenthread.sources.published.dataset import Dataset
from goldenthread.sources.published.faults import note, shown
from goldenthread.sources.published.measures import (
    POPULATION,
    Measure,
    columns_of,
    lay_out,
)
from goldenthread.sources.published.places import GEOGRAPHY, AreaIndex, locate
from goldenthread.sources.published.raw import RawFile
from goldenthread.sources.published.sheets import Sheet, lay_out_rows
from goldenthread.sources.published.star import FileEntry, Star

# Children aged 0 to 17 by vintage of the estimates, then by number of the area and year.
Populations = Mapping[str, Mapping[tuple[int, int], str]]

_WHOLE_NUMBER = r"^[0-9]{1,15}$"
_NOT_AVAILABLE = "x"


def read_table(
    dataset: Dataset,
    raw: RawFile,
    vintage: str,
    star: Star,
    index: AreaIndex,
    populations: Populations,
) -> list[Fault]:
    """Add every cell of the file to the star; returns what was wrong, row and column named.

    ``vintage`` is the one the file's name tells, empty where the name tells none: then it is the
    last year in the file.
    """
    aliases = dataset.columns()
    names = {aliases.get(column, column): column for column in raw.columns}
    places, faults = locate(dataset, raw, vintage, index)
    if places is None:
        return faults
    if not _is_ours(dataset, set(names)):
        return [
            *faults,
            Fault(
                "not-this-dataset",
                f"its columns are not those of {dataset.title.lower()}; check that the file is "
                "what its name says",
                raw.name,
            ),
        ]
    sheet, sheet_faults = lay_out_rows(dataset, raw, places, names)
    faults += sheet_faults + _unknown_columns(dataset, raw)
    if not len(sheet.years):
        return [*faults, Fault("no-rows", "no row in it could be used", raw.name)]
    latest = str(int(sheet.years.max()))
    if vintage and latest != vintage:
        message = f"its name says it runs to {vintage}, and its rows end in {latest}"
        faults.append(Fault("wrong-year", message, raw.name, severity=Severity.WARNING))
    vintage = vintage or latest
    faults += coverage(dataset, sheet, index)
    release = dataset.release(vintage)
    if vintage not in dataset.releases:
        message = f"the release of {vintage} is not described; the day it came out is not known"
        faults.append(note("unknown-release", message, raw.name))
    of_population = f"{dataset.population_source} {release.population}"
    file = star.add_file(
        FileEntry(
            source=dataset.source,
            vintage=vintage,
            name=raw.name,
            digest=raw.digest,
            known_since=release.known_since,
            sensitivity=dataset.sensitivity,
            denominator_vintage=dataset.denominator_vintage
            or (of_population if release.population else ""),
        )
    )
    below = populations.get(release.population)
    return faults + _add_measures(
        dataset, sheet, vintage, star, index, file, _population(sheet, below) if below else None
    )


def _is_ours(dataset: Dataset, names: set[str]) -> bool:
    """True where at least one column of figures that the dataset has is there."""
    by = set(dataset.long.by) if dataset.long else set()
    return by <= names and bool(columns_of(dataset) & names)


def _unknown_columns(dataset: Dataset, raw: RawFile) -> list[Fault]:
    known = GEOGRAPHY | set(dataset.left_out) | set(dataset.columns()) | columns_of(dataset)
    if dataset.long:
        known |= set(dataset.long.by)
    if dataset.geography:
        known |= {*dataset.geography.codes, *dataset.geography.others}
    return [
        note(
            "unknown-column",
            f"column {shown(column)} is not described and was not read",
            raw.name,
            f"row 1, column {position}",
        )
        for position, column in enumerate(raw.columns, 1)
        if column not in known
    ]


def _population(sheet: Sheet, below: Mapping[tuple[int, int], str]) -> pa.Array:
    """The children aged 0 to 17 of each area at the middle of the year before."""
    pairs = zip(sheet.areas.tolist(), sheet.years.tolist(), strict=True)
    return pa.array([below.get((area, year - 1), _NOT_AVAILABLE) for area, year in pairs])


def _add_measures(
    dataset: Dataset,
    sheet: Sheet,
    vintage: str,
    star: Star,
    index: AreaIndex,
    file: int,
    population: pa.Array | None,
) -> list[Fault]:
    available = sheet.available()
    expected = columns_of(dataset, vintage)
    present = {name.rpartition(".")[2] for name in available}
    faults = [
        Fault(
            "missing-column",
            f"column {shown(column)} is missing; what rests on it alone was not read",
            sheet.raw.name,
            "row 1",
        )
        for column in sorted(expected - present)
    ]
    without_population = False
    for measure in lay_out(dataset, vintage, available):
        if not measure.needs <= available:
            continue
        if measure.denominator == POPULATION and population is None and not measure.value:
            without_population = True
            continue
        _add(star, file, sheet, measure, population)
        _flag(dataset, vintage, star, index, measure)
    if without_population:
        faults.append(
            Fault(
                "missing-population",
                "its rates need the mid-year population estimates of the same release, which are "
                "not in the folder; add that file and read again",
                sheet.raw.name,
                severity=Severity.WARNING,
            )
        )
    return faults


def _add(
    star: Star, file: int, sheet: Sheet, measure: Measure, population: pa.Array | None
) -> None:
    first = measure.value or measure.numerator[0]
    rows = sheet.rows(first)
    there = rows > 0
    cells = [
        sheet.column(measure.value) if measure.value else None,
        _added_up(sheet, measure.numerator),
        population if measure.denominator == POPULATION else sheet.column(measure.denominator),
    ]
    areas, years = sheet.areas, sheet.years
    if not there.all():
        areas, years, rows = areas[there], years[there], rows[there]
        mask = pa.array(there)
        cells = [None if cell is None else cell.filter(mask) for cell in cells]
    star.add(
        file,
        measure,
        columns=tuple(sheet.in_file(column) for column in measure.columns),
        areas=areas,
        years=years,
        rows=rows,
        value=cells[0],
        numerator=cells[1],
        denominator=cells[2],
    )


def _flag(dataset: Dataset, vintage: str, star: Star, index: AreaIndex, measure: Measure) -> None:
    """Mark the values the dataset file says do not follow from the counts beside them."""
    for exception in dataset.exceptions:
        if exception.vintage == vintage and measure.value in exception.columns:
            star.flag(index.number(exception.area), exception.year, exception.reason)


def _added_up(sheet: Sheet, columns: tuple[str, ...]) -> pa.Array | None:
    """One column as it is; several added up, with the first symbol met in place of a sum."""
    if not columns:
        return None
    cells = [sheet.column(column) for column in columns]
    if len(cells) == 1:
        return cells[0]
    total = np.zeros(len(sheet.areas), dtype=np.int64)
    symbols = pa.nulls(len(total), pa.string())
    for cell in cells:
        whole = pc.match_substring_regex(cell, _WHOLE_NUMBER)
        total += pc.if_else(whole, cell, "0").cast(pa.int64()).to_numpy(zero_copy_only=False)
        symbols = pc.coalesce(symbols, pc.if_else(whole, None, cell))
    return pc.coalesce(symbols, pa.array(total).cast(pa.string()))
