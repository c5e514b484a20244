"""What several kinds of picture share: axis titles, letters for missing values, notes, breaks."""

from collections.abc import Sequence

from goldenthread.charts import palette
from goldenthread.charts.kinds.heads import Head, stairs
from goldenthread.charts.model import BreakMark, Chart
from goldenthread.charts.panel import Panel
from goldenthread.charts.runs import breaks_at
from goldenthread.charts.sheet import Rule, Sheet
from goldenthread.disclosure import Released
from goldenthread.nouns import Unit

NARROW = 480  # drawings narrower than this are for a telephone

DRAWN_FROM = "The axis does not start at zero."
NOTHING = "No value can be shown."


def axis_title(unit: Unit) -> str:
    """The unit as it stands above an axis."""
    return unit.words[0].upper() + unit.words[1:]


def every_value(chart: Chart) -> list[Released]:
    """Every released value of the chart, its band's among them."""
    shown = [point.released for series in chart.series for point in series.points]
    if chart.band:
        shown += [point.released for point in (*chart.band.lower, *chart.band.upper)]
    return shown


def break_words(mark: BreakMark) -> str:
    """What is written at a break."""
    return f"Break, {mark.when:%B %Y}: {mark.reason}"


def break_notes(chart: Chart) -> list[str]:
    """The breaks as notes, where every row or panel has its own dashed line."""
    return [f"{break_words(mark)} (dashed line)." for mark in chart.breaks]


def break_x(panel: Panel, place: int) -> float:
    """Where a break's line stands: half-way to the label before, at the edge before the first."""
    return panel.left + 2 if place == 0 else panel.x(place - 0.5)


def write_breaks(sheet: Sheet, panel: Panel, chart: Chart, y: float) -> tuple[list[float], float]:
    """The reason for each break beside the head of its line; where the lines begin, and the foot.

    ``panel`` need only be right from side to side.
    """
    marks = zip(breaks_at(chart.breaks, chart.labels), chart.breaks, strict=True)
    found = [Head(break_x(panel, place), break_words(mark)) for place, mark in marks]
    return stairs(sheet, found, y)


def draw_breaks(sheet: Sheet, panel: Panel, chart: Chart, tops: Sequence[float]) -> None:
    """A dashed upright line at each break, from where its reason stands down to the axis."""
    for place, top in zip(breaks_at(chart.breaks, chart.labels), tops, strict=True):
        x = break_x(panel, place)
        sheet.over.append(Rule(x, top, x, panel.bottom, palette.INK, 1.5, (4, 3)))
