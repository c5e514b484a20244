"""A chart's table: the very same released values, in the same order, with words where none is."""

from dataclasses import dataclass

from goldenthread.charts.model import Chart, ChartKind, Series
from goldenthread.charts.order import (
    by_emphasis,
    entry_words,
    exit_words,
    point_at,
    ranked_areas,
    references,
)
from goldenthread.charts.words import NO_FIGURE
from goldenthread.disclosure import Released

# In these each row is a series and each column a label; in all others it is the other way round.
_SERIES_DOWN = {ChartKind.GRID}


@dataclass(frozen=True, slots=True)
class TableRow:
    """The heading of a row and its cells, one for each column."""

    heading: str
    cells: tuple[Released | str, ...]


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A caption, the heading over the row headings, the columns' headings, and the rows."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


def rows(chart: Chart) -> ChartTable:
    """Every value of the chart. A cell is a ``Released``, or words where the chart has no point."""
    if chart.kind is ChartKind.NEIGHBOURS:
        return _areas(chart)
    if chart.kind in _SERIES_DOWN:
        return ChartTable(
            chart.title,
            "Category",
            chart.labels,
            tuple(
                TableRow(series.name, tuple(_cell(series, label) for label in chart.labels))
                for series in chart.series
            ),
        )
    columns = _columns(chart)
    told = chart.kind is ChartKind.RANKED and (chart.entered or chart.left)
    standing = ("Change in the ranking",) if told else ()
    return ChartTable(
        chart.title,
        chart.label_heading,
        tuple(series.name for series in columns) + standing,
        tuple(
            TableRow(
                label,
                tuple(_cell(series, label) for series in columns)
                + ((_standing(chart, label),) if told else ()),
            )
            for label in chart.labels
        ),
    )


def _columns(chart: Chart) -> list[Series]:
    """The series, and the ends of the band as two more."""
    first = chart.kind in {ChartKind.YEARS, ChartKind.MONTHS, ChartKind.RANKED}
    columns = by_emphasis(chart) if first else list(chart.series)
    if chart.band:
        columns.append(Series(f"{chart.band.name}, lower", chart.band.lower))
        columns.append(Series(f"{chart.band.name}, upper", chart.band.upper))
    return columns


def _areas(chart: Chart) -> ChartTable:
    points = [*ranked_areas(chart), *references(chart)]
    heading = chart.unit.words
    return ChartTable(
        chart.title,
        chart.label_heading,
        (heading[0].upper() + heading[1:],),
        tuple(TableRow(point.label, (point.released,)) for point in points),
    )


def _cell(series: Series, label: str) -> Released | str:
    point = point_at(series, label)
    return point.released if point else NO_FIGURE


def _standing(chart: Chart, label: str) -> str:
    return entry_words(chart, label) or exit_words(chart, label) or "stayed"
