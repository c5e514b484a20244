"""Draws a chart as an SVG."""

from collections.abc import Callable

from goldenthread.charts.kinds import (
    grid,
    months,
    neighbours,
    ranked,
    small_multiples,
    stacked,
    years,
)
from goldenthread.charts.model import Chart, ChartKind
from goldenthread.charts.renderer import render
from goldenthread.charts.sheet import Sheet
from goldenthread.charts.svg import finish
from goldenthread.charts.words import describe

LAYOUTS: dict[ChartKind, Callable[[Chart, float], Sheet]] = {
    ChartKind.YEARS: years.lay_out,
    ChartKind.MONTHS: months.lay_out,
    ChartKind.NEIGHBOURS: neighbours.lay_out,
    ChartKind.RANKED: ranked.lay_out,
    ChartKind.GRID: grid.lay_out,
    ChartKind.STACKED: stacked.lay_out,
    ChartKind.SMALL_MULTIPLES: small_multiples.lay_out,
}
NARROWEST = 320


def lay_out(chart: Chart, width: int = 640) -> Sheet:
    """Where everything in the picture stands, before it is drawn.

    Raises ValueError where the chart has nothing to draw on, too many series for its kind, or a
    point or break whose label is not on its axis.
    """
    if not chart.labels or not chart.series:
        raise ValueError(f"the chart “{chart.title}” has no labels or no series to draw")
    if len(set(chart.labels)) != len(chart.labels):
        raise ValueError(f"the chart “{chart.title}” has a label twice")
    if width < NARROWEST:
        raise ValueError(f"a chart is at least {NARROWEST} pixels wide, not {width}")
    return LAYOUTS[chart.kind](chart, float(width))


def draw(chart: Chart, width: int = 640) -> str:
    """The chart as SVG text, ``width`` pixels wide and as high as it needs to be.

    It shrinks to its container and never grows past ``width``. For a telephone draw it again at
    360: its letters keep their size. The same chart gives the same bytes, always.

    Raises ValueError as ``lay_out`` does, and GoldenThreadError where the extra ``report`` is not
    installed.
    """
    sheet = lay_out(chart, width)
    return dressed(render(sheet.specification()), chart, sheet)


def dressed(svg: str, chart: Chart, sheet: Sheet) -> str:
    """The converter's SVG of a sheet, made to shrink and given the chart's title and words."""
    return finish(
        svg,
        sheet,
        title=chart.title,
        description=chart.description or describe(chart),
    )
