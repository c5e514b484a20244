"""Writes figures as a folder of facts: sorted, the same bytes every time, read back the same."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from goldenthread.nouns import (
    Area,
    Breakdown,
    Figure,
    GoldenThreadError,
    NeighbourSet,
    Period,
    Quality,
    Sensitivity,
    Status,
)
from goldenthread.sources.facts import table
from goldenthread.sources.facts.reading import SourceNote

Kind = TypeVar("Kind", bound=Hashable)


def write_facts(
    folder: Path, figures: Iterable[Figure], about: Mapping[str, SourceNote] | None = None
) -> None:
    """Write ``sources.csv``, ``areas.csv`` and ``facts.csv`` into the folder.

    ``about`` gives, by a source's name, the title, licence and note that ``sources.csv`` says of
    it beside what the threads know. Raises GoldenThreadError for a figure that could not be read
    back as it is.
    """
    held = list(figures)
    for figure in held:
        _refuse_unreadable(figure)
    origins = _keys((f"{each.source}@{each.vintage}", each) for each in map(_origin, held))
    areas = _keys((figure.area.code, figure.area) for figure in held)
    folder.mkdir(parents=True, exist_ok=True)
    table.write_rows(
        folder / table.SOURCES,
        table.SOURCE_COLUMNS,
        sorted(_source_row(key, origin, about or {}) for origin, key in origins.items()),
    )
    table.write_rows(
        folder / table.AREAS,
        table.AREA_COLUMNS,
        sorted(_area_row(key, area) for area, key in areas.items()),
    )
    rows = [_fact_row(figure, origins[_origin(figure)], areas[figure.area]) for figure in held]
    table.write_rows(folder / table.FACTS, table.FACT_COLUMNS, sorted(rows))


def write_neighbours(folder: Path, sets: Iterable[NeighbourSet]) -> None:
    """Write ``neighbours.csv`` into the folder, sorted, the nearest neighbour as rank 1."""
    folder.mkdir(parents=True, exist_ok=True)
    ordered = sorted(sets, key=lambda each: (each.name, each.year, each.area))
    table.write_rows(
        folder / table.NEIGHBOURS,
        table.NEIGHBOUR_COLUMNS,
        [
            (each.name, str(each.year), each.area, str(rank), member)
            for each in ordered
            for rank, member in enumerate(each.members, start=1)
        ],
    )


def _origin(figure: Figure) -> SourceNote:
    """What the figures of one file of one release share."""
    thread = figure.thread
    return SourceNote(
        "",
        thread.source,
        "",
        thread.vintage,
        thread.file,
        thread.digest,
        thread.known_since,
    )


def _keys(named: Iterable[tuple[str, Kind]]) -> dict[Kind, str]:
    """A short key for each different thing: its name, numbered where two things share it."""
    by_name: dict[str, set[Kind]] = {}
    for name, thing in named:
        by_name.setdefault(name, set()).add(thing)
    keys: dict[Kind, str] = {}
    for name, things in by_name.items():
        for number, thing in enumerate(sorted(things, key=repr), start=1):
            keys[thing] = name if number == 1 else f"{name}#{number}"
    return keys


def _source_row(key: str, origin: SourceNote, about: Mapping[str, SourceNote]) -> tuple[str, ...]:
    said = about.get(origin.source, origin)
    since = origin.known_since.isoformat() if origin.known_since else ""
    return (
        key,
        origin.source,
        said.title,
        origin.vintage,
        origin.file,
        origin.digest,
        since,
        said.licence,
        said.note,
    )


def _area_row(key: str, area: Area) -> tuple[str, ...]:
    lists = (area.ons_codes, area.members, area.predecessors, area.successors)
    return (key, area.code, area.name, area.kind.value, area.region, *map(" ".join, lists))


def _fact_row(figure: Figure, origin: str, area: str) -> tuple[str, ...]:
    """A line, blank wherever reading it back gives the same without."""
    thread = figure.thread
    return (
        origin,
        figure.indicator,
        figure.unit.value,
        area,
        figure.period.code,
        str(figure.breakdown),
        _number(figure.value),
        figure.symbol.value if figure.symbol else "",
        str(figure.decimals) if figure.decimals else "",
        _number(figure.numerator),
        _number(figure.denominator),
        figure.denominator_vintage,
        "" if figure.status is Status.FINAL else figure.status.value,
        "" if figure.quality is Quality.GOOD else figure.quality.value,
        figure.quality_note,
        "" if figure.sensitivity is Sensitivity.CHILDREN else figure.sensitivity.value,
        thread.definition,
        thread.locator,
        thread.calculation,
        ";".join(thread.inputs),
    )


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _refuse_unreadable(figure: Figure) -> None:
    """What the written form has no way to say is refused, so that nothing changes on the way."""
    unsaid = (
        (figure.period, Period.parse, figure.period.code),
        (figure.breakdown, Breakdown.parse, str(figure.breakdown)),
    )
    for thing, parse, written in unsaid:
        try:
            same = parse(written) == thing
        except ValueError:
            same = False
        if not same:
            raise GoldenThreadError(
                f"{figure.key} cannot be kept as a fact: {written!r} would be read as something "
                "else; name its period or breakdown in the written form."
            )
    area = figure.area
    codes: Sequence[str] = (
        *area.ons_codes,
        *area.members,
        *area.predecessors,
        *area.successors,
    )
    if any(not code or code.split() != [code] for code in codes):
        raise GoldenThreadError(
            f"{figure.key} cannot be kept as a fact: a code of {area.name} holds a blank."
        )
