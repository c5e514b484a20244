"""Reads a folder of facts into figures, and a fault for each line that is not one."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from goldenthread.nouns import (
    Area,
    AreaKind,
    Breakdown,
    Fault,
    Figure,
    GoldenThreadError,
    NeighbourSet,
    Period,
    Quality,
    Sensitivity,
    Status,
    Symbol,
    Thread,
    Unit,
)
from goldenthread.sources.facts import table


class SourceNote(NamedTuple):
    """One row of ``sources.csv``: where facts come from, in words a reader can follow up."""

    key: str
    source: str
    title: str = ""
    vintage: str = ""
    file: str = ""
    digest: str = ""
    known_since: date | None = None
    licence: str = ""
    note: str = ""


_INDICATOR = table.FACT_COLUMNS.index("indicator")

Made = TypeVar("Made")
Row = list[str]


def read_facts(folder: Path, indicator: str = "") -> tuple[list[Figure], list[Fault]]:
    """Every fact of every CSV file in the folder, and faults naming file and line.

    With ``indicator`` its facts alone: the lines of others are passed over. A line that does not
    fit costs that line; a file that cannot be read costs the file. Raises GoldenThreadError where
    there is no such folder.
    """
    if not folder.is_dir():
        raise GoldenThreadError(f"There is no folder of facts at {folder}: correct the path.")
    faults: list[Fault] = []
    notes = _entries(folder / table.SOURCES, table.SOURCE_COLUMNS, _source, faults)
    areas = _entries(folder / table.AREAS, table.AREA_COLUMNS, _area, faults)
    reader = _Reader({note.key: note for note in notes}, dict(areas))
    figures: list[Figure] = []
    for file in sorted(folder.glob("*.csv")):
        if file.name not in (table.SOURCES, table.AREAS, table.NEIGHBOURS):
            figures += _entries(file, table.FACT_COLUMNS, reader.figure, faults, indicator)
    return figures, faults


def read_sources(folder: Path) -> tuple[SourceNote, ...]:
    """What ``sources.csv`` says of each source, in its order.

    Raises GoldenThreadError naming the line where it cannot be read.
    """
    return tuple(_whole(folder / table.SOURCES, table.SOURCE_COLUMNS, _source))


def read_neighbours(folder: Path) -> tuple[NeighbourSet, ...]:
    """The neighbour sets of ``neighbours.csv``, in order of name, year and area.

    Raises GoldenThreadError naming the line where it cannot be read.
    """
    file = folder / table.NEIGHBOURS
    sets: dict[tuple[str, int, str], dict[int, str]] = {}
    for (name, year, area), rank, member in _whole(file, table.NEIGHBOUR_COLUMNS, _neighbour):
        by_rank = sets.setdefault((name, year, area), {})
        if rank in by_rank:
            raise GoldenThreadError(
                f"{file.name}: rank {rank} of {name} {year} for {area} stands twice; keep one."
            )
        by_rank[rank] = member
    return tuple(
        NeighbourSet(*about, tuple(by_rank[rank] for rank in sorted(by_rank)))
        for about, by_rank in sorted(sets.items())
    )


def _whole(file: Path, columns: Sequence[str], make: Callable[[Row], Made]) -> list[Made]:
    faults: list[Fault] = []
    entries = _entries(file, columns, make, faults)
    if faults:
        raise GoldenThreadError(str(faults[0]))
    return entries


def _entries(
    file: Path,
    columns: Sequence[str],
    make: Callable[[Row], Made],
    faults: list[Fault],
    indicator: str = "",
) -> list[Made]:
    """What each line is, or those of one ``indicator``; what does not fit goes to ``faults``."""
    made: list[Made] = []
    try:
        for line, row in table.rows_of(file, columns):
            try:
                if row is None:
                    raise ValueError("this line has more or fewer cells than the first")
                if not indicator or row[_INDICATOR] == indicator:
                    made.append(make(row))
            except ValueError as error:
                message = f"{error}: correct the line."
                faults.append(Fault("fact", message, file.name, f"line {line}"))
    except OSError as error:
        message = f"The file cannot be read ({error.strerror}): put it there."
        faults.append(Fault("facts_file", message, file.name))
    except ValueError as error:
        faults.append(Fault("facts_file", f"{error}.", file.name))
        return []
    return made


class _Reader:
    """Turns lines into figures; what many lines share is made once and kept."""

    def __init__(self, sources: dict[str, SourceNote], areas: dict[str, Area]) -> None:
        self._sources = sources
        self._areas = areas

    def figure(self, row: Row) -> Figure:
        """One line, its cells in the order of ``table.FACT_COLUMNS``."""
        (
            origin,
            indicator,
            unit,
            area,
            period,
            breakdown,
            value,
            symbol,
            decimals,
            numerator,
            denominator,
            denominator_vintage,
            status,
            quality,
            quality_note,
            sensitivity,
            definition,
            locator,
            calculation,
            inputs,
        ) = row
        note = self._sources.get(origin)
        if note is None:
            raise ValueError(f"{table.SOURCES} has no row with the key {origin!r}")
        place = self._areas.get(area)
        if place is None:
            raise ValueError(f"{table.AREAS} has no row with the key {area!r}")
        if not indicator:
            raise ValueError("the indicator is missing")
        return Figure(
            indicator,
            _unit(unit),
            place,
            _period(period),
            Thread(
                note.source,
                locator,
                note.file,
                note.digest,
                definition,
                note.vintage,
                note.known_since,
                calculation,
                tuple(inputs.split(";")) if inputs else (),
            ),
            _number(value),
            _symbol(symbol),
            _breakdown(breakdown),
            _decimals(decimals),
            _number(numerator),
            _number(denominator),
            denominator_vintage,
            _status(status),
            _quality(quality),
            quality_note,
            _sensitivity(sensitivity),
        )


_period = cache(Period.parse)
_breakdown = cache(Breakdown.parse)
_unit = cache(Unit)


@cache
def _symbol(text: str) -> Symbol | None:
    return Symbol(text) if text else None


@cache
def _status(text: str) -> Status:
    return Status(text) if text else Status.FINAL


@cache
def _quality(text: str) -> Quality:
    return Quality(text) if text else Quality.GOOD


@cache
def _sensitivity(text: str) -> Sensitivity:
    return Sensitivity(text) if text else Sensitivity.CHILDREN


def _number(text: str) -> Decimal | None:
    if not text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise ValueError("a value is not a number, such as 12 or 17.6") from error
    if not value.is_finite():
        raise ValueError("a value is not a number, such as 12 or 17.6")
    return value


def _decimals(text: str) -> int:
    if not text:
        return 0
    if len(text) > 2 or not text.isdecimal():
        raise ValueError("decimals is a small whole number")
    return int(text)


def _source(row: Row) -> SourceNote:
    key, source, title, vintage, file, digest, known_since, licence, note = row
    if not key or not source:
        raise ValueError("the key or the source is missing")
    since = date.fromisoformat(known_since) if known_since else None
    return SourceNote(key, source, title, vintage, file, digest, since, licence, note)


def _area(row: Row) -> tuple[str, Area]:
    key, code, name, kind, region, ons_codes, members, predecessors, successors = row
    if not key or not code:
        raise ValueError("the key or the code is missing")
    lists = (tuple(each.split()) for each in (ons_codes, members, predecessors, successors))
    return key, Area(code, name, AreaKind(kind), region, *lists)


def _neighbour(row: Row) -> tuple[tuple[str, int, str], int, str]:
    name, year, area, rank, member = row
    if not (name and area and member):
        raise ValueError("the set, the area or the member is missing")
    if not (year.isdecimal() and rank.isdecimal()):
        raise ValueError("year and rank are whole numbers")
    return (name, int(year), area), int(rank), member
