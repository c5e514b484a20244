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
from goldenthread.nouns import Figure
from goldenthread.report.gather import NATIONAL
from goldenthread.sources.facts import write_facts, write_neighbours
from goldenthread.sources.published import datasets, read_folder
from goldenthread.sources.published.neighbours import read_neighbour_sets
from goldenthread.sources.facts import SourceNote

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
    wholes = book.table.filter(
        book.table.area_code.isin(sorted({LUTON, ENGLAND, EAST} | neighbours)),
        book.table.breakdown == "",
    )
    parts = book.table.filter(
        book.table.area_code.isin([LUTON, ENGLAND]), book.table.breakdown != ""
    )
    figures = [
        figure
        for table in (wholes, parts)
        for figure in FigureBook(con, table).figures()
        if _kept(figure)
    ]
    about = {
        each.source: SourceNote(key="", source=each.source, title=each.title, licence=LICENCE)
        for each in datasets()
    }
    place = folder() / NATIONAL
    write_facts(place, figures, about)
    write_neighbours(place, own)
    print(f"{len(figures)} facts in {place.name}")


LICENCE = "Open Government Licence v3.0"


def _kept(figure: Figure) -> bool:
    """The releases the report can show: the year's own, and the one after for restatements.

    Breakdowns are kept for the last two years, or ten where the report draws them.
    """
    ending = figure.period.reporting_year().ending
    recent = LAST_YEAR - YEARS < ending <= LAST_YEAR + 1
    if not figure.breakdown:
        return recent
    drawn = figure.breakdown.dimensions in (("category",), ("source",), ("need",), ("age",))
    since = 5 if drawn else 2
    own = figure.area.code == LUTON
    return own and LAST_YEAR - since < ending <= LAST_YEAR + 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the folder of published files, as fetched by `goldenthread fetch`.")
    main(Path(sys.argv[1]))
