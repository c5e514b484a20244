"""Makes the embedded example's national facts from a folder of published files.

For maintainers, when a new release comes out or the contents change:

    .venv/bin/python tools/make_luton_example.py FOLDER

Only what Luton's report shows is kept: Luton's, England's and the East of England's figures with
their breakdowns, and the neighbours' headline figures, up to the report's year and one beyond.
"""

import sys
from pathlib import Path

from goldenthread.engines import connect
from goldenthread.examples import folder
from goldenthread.figures import FigureBook
from goldenthread.indicators import catalogue
from goldenthread.nouns import Figure, PeriodKind
from goldenthread.report.gather import NATIONAL
from goldenthread.sources.facts import SourceNote, write_facts, write_neighbours
from goldenthread.sources.published import datasets, read_folder
from goldenthread.sources.published.interactive_tool import tool
from goldenthread.sources.published.neighbours import read_neighbour_sets

LUTON, ENGLAND, EAST = "821", "E92000001", "E12000006"
LAST_YEAR = 2024  # the embedded report's year, and its first release
YEARS = 11


def main(published: Path) -> None:
    """Read the folder and write the example's facts."""
    con = connect()
    book = FigureBook.build(con, [read_folder(published, con).table])
    sets, faults = read_neighbour_sets(published)
    for fault in faults:
        print(fault, file=sys.stderr)
    own = tuple(each for each in sets if each.area == LUTON)
    neighbours = {member for each in own for member in each.members}
    near = book.table.area_code.isin(sorted({LUTON, ENGLAND, EAST} | neighbours))
    everything = FigureBook(con, book.table.filter(near)).figures()
    first = _first_releases(everything)
    figures = [figure for figure in everything if _kept(figure, first)]
    titles = {each.source: each.title for each in datasets()} | {tool().source: tool().title}
    about = {
        source: SourceNote(key="", source=source, title=title, licence=LICENCE)
        for source, title in titles.items()
    }
    place = folder() / NATIONAL
    write_facts(place, figures, about)
    write_neighbours(place, own)
    print(f"{len(figures)} facts in {place.name}")


LICENCE = "Open Government Licence v3.0"


def _first_releases(figures: list[Figure]) -> dict[tuple[str, str], str]:
    """For each source and indicator, the release that first published the report's year."""
    releases: dict[tuple[str, str], str] = {}
    for figure in figures:
        vintage, about = figure.thread.vintage, (figure.thread.source, figure.indicator)
        if vintage >= str(LAST_YEAR):
            releases[about] = min(releases.get(about, vintage), vintage)
    return releases


def _kept(figure: Figure, first: dict[tuple[str, str], str]) -> bool:
    """What the report can show, and of Luton the release after it too, for restatements.

    Neighbours are compared by one unit only and over the years; breakdowns and months are Luton's
    and England's, for two years, or five where the report draws them so.
    """
    luton = figure.area.code == LUTON
    ending = figure.period.reporting_year().ending
    about = (figure.thread.source, figure.indicator)
    if not luton and figure.thread.vintage > first.get(about, ""):
        return False
    if ending <= LAST_YEAR - YEARS or ending > LAST_YEAR + luton:
        return False
    if figure.breakdown or figure.period.kind is PeriodKind.MONTH:
        drawn = figure.breakdown.dimensions in (("category",), ("source",), ("need",))
        return luton and ending > LAST_YEAR - (5 if drawn else 2)
    if figure.area.code in (LUTON, ENGLAND, EAST):
        return True
    return figure.unit is catalogue()[figure.indicator].compared_by


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the folder of published files, as fetched by `goldenthread fetch`.")
    main(Path(sys.argv[1]))
