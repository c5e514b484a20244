"""What agencies sent, and what is said to lie behind a figure, as rows and tables to take away.

In the words of the page: a number, or why there is none, and the note that belongs to it.
"""

from collections.abc import Iterable, Iterator

from goldenthread.report.document import Cell, Row, Table
from goldenthread_site.design.pages import day
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.commentary import queries
from goldenthread_site.figures.commentary.models import SharedWith
from goldenthread_site.figures.grids import Grid, Sent

SENT = (
    *("Theme", "Indicator", "Part", "Unit", "Agency", "Whose children", "Period"),
    *("Number, or why there is none", "Note"),
)
SAID = ("Said by", "Their role", "On", "Words", "Read by")

Themed = Iterable[tuple[str, Iterable[Grid]]]  # a theme’s name, and what was sent of it


def sent_rows(found: Themed) -> list[tuple[str, ...]]:
    """One row for each number, or for what stands in its place."""
    return [
        (
            *(theme, row.title, row.part, row.unit, row.agency, _whose(grid, row)),
            *(period, cell.text, cell.note),
        )
        for theme, grids in found
        for grid in grids
        for row in grid.rows
        for period, cell in zip(grid.columns, row.cells, strict=True)
    ]


def sent_tables(found: Themed) -> Iterator[Table]:
    """The page’s own tables, one after the other."""
    number = 0
    for theme, grids in found:
        for grid in grids:
            number += 1
            apart = f": {grid.apart[:1].lower()}{grid.apart[1:]}" if grid.apart else ""
            yield Table(
                id=f"sent-{number}",
                caption=f"What agencies sent, {theme}{apart}",
                columns=("Part", "Unit", "Agency", "Whose children", *grid.columns, "Notes"),
                rows=tuple(_row(grid, row) for row in grid.rows),
                corner="Indicator",
            )


def _row(grid: Grid, row: Sent) -> Row:
    words = (
        *(row.part, row.unit, row.agency, _whose(grid, row)),
        *(each.text for each in row.cells),
        " ".join(f"{each.rstrip('.')}." for each in row.notes),
    )
    return Row(row.title, tuple(map(Cell, words)))


def _whose(grid: Grid, row: Sent) -> str:
    return row.whose or ("the partnership’s own, of another year" if grid.apart else "")


def said_rows(
    standing: Standing, indicator: str, year: str, *, inside: bool
) -> list[tuple[str, ...]]:
    """The newest words of each that may leave with the file: with true counts what the partners
    share, otherwise what every reader does. What is kept to its writers leaves with neither."""
    leaves = {SharedWith.READERS, SharedWith.PARTNERS} if inside else {SharedWith.READERS}
    rows: list[tuple[str, ...]] = []
    for each in queries.commentary(standing, indicator, year):
        said = next(
            (one for one in (each.newest, *each.earlier) if one.shared_with in leaves), None
        )
        if said is not None:
            whom = said.get_shared_with_display()
            rows.append((each.commentary.of, said.by_as, day(said.at), said.text, whom))
    return rows


def said_table(rows: Iterable[tuple[str, ...]]) -> Iterator[Table]:
    """The same as a table, where anything is said."""
    made = tuple(Row(first, tuple(map(Cell, rest))) for first, *rest in rows)
    if made:
        yield Table(
            id="said",
            caption="What lies behind it",
            columns=SAID[1:],
            rows=made,
            corner=SAID[0],
        )
