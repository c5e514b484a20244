"""What a report stands on: every source read into one book, with what is known about the area."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from goldenthread.comparisons import (
    Dismissal,
    Target,
    national_breaks,
    read_breaks,
    read_dismissals,
    read_targets,
    stage_breaks,
)
from goldenthread.engines import connect
from goldenthread.examples import folder as example_folder
from goldenthread.figures import FigureBook
from goldenthread.indicators import catalogue
from goldenthread.indicators import indicator as find_indicator
from goldenthread.nouns import Area, Break, Fault, Figure, NeighbourSet
from goldenthread.nouns.stages import stages, with_own
from goldenthread.report.partnership import Partnership
from goldenthread.sources.facts import read_facts, read_neighbours, read_sources
from goldenthread.sources.published import datasets, read_folder
from goldenthread.sources.published.interactive_tool import tool
from goldenthread.sources.published.neighbours import read_neighbour_sets
from goldenthread.sources.spreadsheets import read_table

EXAMPLE = "luton"
MEASURED = "Measured here from children’s records"
MADE_UP = "Measured from children who are made up"
MADE_UP_SOURCE = "made_up."  # what the name of a source of made-up children begins with
NATIONAL = "national"  # the example's folder of facts from national releases

Progress = Callable[[str], None]


@dataclass
class Gathered:
    """A book with neighbours, breaks, dismissals, targets and the faults of everything read.

    ``every_council`` is True where the book holds all of them, so that places can be told;
    ``titles`` holds what each source is called, by its short name.
    """

    book: FigureBook
    neighbour_sets: tuple[NeighbourSet, ...]
    breaks: tuple[Break, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    targets: tuple[Target, ...] = ()
    every_council: bool = False
    titles: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def close(self) -> None:
        """Let go of the book's database; it can be asked nothing more."""
        self.book.con.disconnect()


def gather(
    data: Path | None,
    partnership: Partnership | None,
    progress: Progress | None = None,
    measured: Path | None = None,
) -> Gathered:
    """Read the published files of ``data`` (the embedded example's facts without it), then the
    partnership's own figures, breaks and dismissals, and those ``measured`` from records.

    Of a partnership that stands alone only its own and those measured. Raises GoldenThreadError
    where a folder or file that was named cannot be used.
    """
    con = connect()
    if partnership and partnership.alone:
        gathered = Gathered(FigureBook.of([], con), ())
    else:
        gathered = _published(data, con, progress) if data else _example(con)
    if partnership:
        figures = _own_figures(partnership, gathered, progress)
        gathered.book = gathered.book.with_figures(figures)
    if measured:
        theirs = FigureBook.open(measured, con)
        gathered.book = gathered.book.with_tables([theirs.table])
        gathered.titles |= {source: _of_records(source) for source in theirs.sources()}
    gathered.breaks = national_breaks() + _own_breaks(partnership)
    path = partnership.place(partnership.dismissals) if partnership else None
    gathered.dismissals = read_dismissals(path) if path else ()
    for dismissal in gathered.dismissals:
        find_indicator(dismissal.indicator)  # a name nobody knows is an error that says so
    path = partnership.place(partnership.targets) if partnership else None
    gathered.targets = read_targets(path, catalogue()) if path else ()
    return gathered


def example_partnership(area: Area) -> Partnership | None:
    """The embedded example's partnership, where the report is about its area."""
    partnership = Partnership.read(example_folder(EXAMPLE))
    return partnership if partnership.area == area.code else None


def _published(data: Path, con: Any, progress: Progress | None) -> Gathered:
    reading = read_folder(data, con, progress)
    sets, faults = read_neighbour_sets(data)
    book = FigureBook.build(con, [reading.table])
    titles = {each.source: each.title for each in datasets()} | {tool().source: tool().title}
    return Gathered(
        book, sets, every_council=True, titles=titles, faults=[*reading.faults, *faults]
    )


def _example(con: Any) -> Gathered:
    folder = example_folder(EXAMPLE) / NATIONAL
    figures, faults = read_facts(folder)
    return Gathered(
        FigureBook.of(figures, con), read_neighbours(folder), titles=_titles(folder), faults=faults
    )


def _of_records(source: str) -> str:
    return MADE_UP if source.startswith(MADE_UP_SOURCE) else MEASURED


def _titles(folder: Path) -> dict[str, str]:
    return {note.source: note.title for note in read_sources(folder)}


def _own_figures(
    partnership: Partnership, gathered: Gathered, progress: Progress | None
) -> list[Figure]:
    figures: list[Figure] = []
    if facts := partnership.place(partnership.published):
        read, found = read_facts(facts)
        figures += read
        gathered.faults += found
        gathered.titles |= _titles(facts)
    mappings = partnership.place(partnership.mappings)
    for mapping in sorted(mappings.glob("*.toml")) if mappings else ():
        if progress:
            progress(mapping.name)
        reading = read_table(mapping)
        figures += reading.figures
        gathered.faults += reading.faults
        gathered.titles[f"local.{reading.name}"] = reading.title
    return figures


def _own_breaks(partnership: Partnership | None) -> tuple[Break, ...]:
    """Those that follow from the stages of areas, and those the partnership wrote."""
    path = partnership.place(partnership.stages) if partnership else None
    of_stages = stage_breaks(with_own(path) if path else stages(), catalogue().values())
    path = partnership.place(partnership.breaks) if partnership else None
    return of_stages + (read_breaks(path, catalogue()) if path else ())
