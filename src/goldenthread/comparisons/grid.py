"""Months by category: each category's highest and lowest, all of them where several are equal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goldenthread.comparisons.derived import value_of
from goldenthread.nouns import Figure


@dataclass(frozen=True, slots=True)
class GridRow:
    """One category: its figure (or None) for each column, the ids of its highest and lowest."""

    name: str
    figures: tuple[Figure | None, ...]
    highest: frozenset[str]
    lowest: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of one indicator by category and month."""

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]


def extremes(figures: Sequence[Figure]) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of the highest and of the lowest figures, every one that shares the value.

    Both are empty where fewer than two have a value or all have the same: nothing stands out.
    """
    values = [value_of(figure) for figure in figures if figure.known]
    if len(values) < 2 or min(values) == max(values):
        return frozenset(), frozenset()
    top, bottom = max(values), min(values)
    return (
        frozenset(figure.id for figure in figures if figure.value == top),
        frozenset(figure.id for figure in figures if figure.value == bottom),
    )


def grid(
    figures: Sequence[Figure],
    *,
    row: Callable[[Figure], str],
    column: Callable[[Figure], str],
    columns: Sequence[str],
) -> Grid:
    """The figures by row and column, rows in order of first appearance.

    ``row`` and ``column`` give a figure's two labels, ``columns`` the order of the second. A cell
    that no figure fills is None. Raises ValueError for a column that is not in ``columns`` and
    for two figures in one cell.
    """
    cells: dict[str, dict[str, Figure]] = {}
    for figure in figures:
        across = column(figure)
        line = cells.setdefault(row(figure), {})
        if across not in columns:
            raise ValueError(
                f"{figure.key} stands in column {across!r}, which is not one asked for"
            )
        if across in line:
            raise ValueError(f"{figure.key} would share a cell with {line[across].key}")
        line[across] = figure
    return Grid(
        columns=tuple(columns),
        rows=tuple(
            GridRow(name, tuple(line.get(each) for each in columns), *extremes([*line.values()]))
            for name, line in cells.items()
        ),
    )
