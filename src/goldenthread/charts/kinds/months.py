"""Months: one line between its limits, with the months that fall outside them pointed out."""

from collections.abc import Sequence

from goldenthread.charts import lettering, palette
from goldenthread.charts.kinds import common, lines
from goldenthread.charts.kinds.band import draw_band, ends
from goldenthread.charts.lettering import LABEL, SMALL
from goldenthread.charts.model import Chart
from goldenthread.charts.order import main_series, outside
from goldenthread.charts.panel import Panel
from goldenthread.charts.runs import breaks_at
from goldenthread.charts.sheet import Shape, Sheet, Text
from goldenthread.wording.numbers import printed


def lay_out(chart: Chart, width: float) -> Sheet:
    """The line, its limits named at the right, and a diamond with a word at months outside."""
    sheet = Sheet(width)
    drawn = lines.the_lines(chart)
    last = ends(chart)
    words = (
        [
            f"{chart.band.name}: upper {printed(last[1].released)}",
            f"lower {printed(last[0].released)}",
        ]
        if chart.band and last
        else []
    )
    panel = lines.frame(sheet, chart, drawn, words)
    draw_band(sheet, panel, chart)
    lines.draw_lines(sheet, panel, chart, drawn, marked=True)
    labels = lines.end_labels(panel, sheet, drawn)
    for text, place in zip(words, reversed(last or ()), strict=True):
        if place.released.value is not None:
            room = width - panel.right - lines.LEADER + 0.01
            labels.append(
                lines.EndLabel(
                    tuple(lettering.wrap(text, room, LABEL)),
                    panel.x(place.index),
                    panel.y(place.released.value),
                    palette.GREY,
                )
            )
    lines.write_end_labels(sheet, panel, labels)
    return lines.finish(sheet, panel, chart, drawn, _point_out(sheet, panel, chart))


def _point_out(sheet: Sheet, panel: Panel, chart: Chart) -> list[str]:
    """Mark the months outside the limits: a diamond, and the word where it has room."""
    series = main_series(chart)
    if series is None or chart.band is None:
        return []
    found = outside(chart)
    cuts = [common.break_x(panel, place) for place in breaks_at(chart.breaks, chart.labels)]
    edges = [panel.left, *cuts, panel.right]
    for point, side in found:
        value = point.released.value
        if value is not None:
            x, y = panel.x(chart.labels.index(point.label)), panel.y(value)
            sheet.shapes.append(Shape("diamond", x, y, palette.ORANGE, 150))
            sheet.shapes.append(Shape("diamond", x, y, palette.BLUE, 40))
            _say(sheet, panel, side, x, y, edges)
    if not found:
        return []
    listed = ", ".join(f"{point.label} ({side})" for point, side in found)
    return [f"Diamonds: outside the limits, {listed}."]


def _say(sheet: Sheet, panel: Panel, side: str, x: float, y: float, edges: Sequence[float]) -> None:
    """Write which side of the limits a month is on, where no other text is in the way.

    Where one is, the note under the picture says it. ``edges`` are what the word may not cross:
    the panel's sides and the breaks.
    """
    half = lettering.width(side, SMALL, bold=True) / 2
    lefts = [edge for edge in edges if edge <= x]
    rights = [edge for edge in edges if edge > x]
    middle = min(max(x, max(lefts) + half + 3), min(rights) - half)
    baselines = (y - 12, y + 9 + SMALL * 0.8)
    for baseline in baselines if side == "above" else reversed(baselines):
        word = Text(side, middle, baseline, "center", SMALL, bold=True)
        if word.box[3] <= panel.bottom and not any(word.covers(text) for text in sheet.texts):
            sheet.texts.append(word)
            return
