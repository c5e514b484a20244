"""Small multiples: one small panel for each series, all on one scale unless told otherwise."""

from dataclasses import dataclass

from goldenthread.charts import lettering, order, palette
from goldenthread.charts.kinds import common
from goldenthread.charts.kinds.symbols import symbol_notes, write_symbols
from goldenthread.charts.lettering import LABEL, LINE, SMALL
from goldenthread.charts.model import Chart, Series
from goldenthread.charts.panel import Panel, gridlines, line_rows, lines, markers
from goldenthread.charts.runs import Place, breaks_at, places
from goldenthread.charts.scales import Axis, axis
from goldenthread.charts.sheet import Sheet
from goldenthread.wording.numbers import printed

HIGH = 92.0
GAP = 18.0
OWN_SCALES = "Each panel has its own scale: compare shapes, not heights."


@dataclass(frozen=True, slots=True)
class Frame:
    """What every panel has in common: its width and the room for ticks and for the last value."""

    columns: int
    wide: float
    ticks: float
    end: float


def lay_out(chart: Chart, width: float) -> Sheet:
    """Panels in the series' order, each with its last value at its line's end."""
    sheet = Sheet(width)
    y = sheet.write([common.axis_title(chart.unit)], 0, 0, size=SMALL, fill=palette.GREY) + 6
    axes = _axes(chart)
    frame = _frame(chart, axes, width)
    for first in range(0, len(chart.series), frame.columns):
        y = _row(sheet, chart, axes, frame, first, y) + GAP
    notes = [] if chart.same_scale or len(chart.series) < 2 else [OWN_SCALES]
    if not all(each.starts_at_zero for each in axes):
        notes.append(common.DRAWN_FROM)
    notes += common.break_notes(chart)
    sheet.foot([*notes, *symbol_notes(common.every_value(chart))], y - 6)
    return sheet


def _axes(chart: Chart) -> list[Axis]:
    by_series = [
        [p.released.value for p in series.points if p.released.value is not None]
        for series in chart.series
    ]
    everything = [value for values in by_series for value in values]
    return [
        axis(
            everything if chart.same_scale else values,
            chart.unit,
            from_zero=chart.from_zero,
            steps=3,
        )
        for values in by_series
    ]


def _frame(chart: Chart, axes: list[Axis], width: float) -> Frame:
    texts = [text for each in axes for text in each.printed()]
    ends = [printed(place.released) for series in chart.series if (place := _last(chart, series))]
    ticks = max((lettering.width(text, SMALL) for text in texts), default=0.0) + 10
    end = max((lettering.width(text, SMALL, bold=True) for text in ends), default=0.0) + 8
    labels = sum(lettering.width(each, SMALL) for each in (chart.labels[0], chart.labels[-1])) + 12
    most = 2 if len(chart.series) in (2, 4) else 3
    columns = min(most, len(chart.series))
    while columns > 1 and (width - GAP * (columns - 1)) / columns < ticks + labels + end:
        columns -= 1
    return Frame(columns, (width - GAP * (columns - 1)) / columns, ticks, end)


def _row(sheet: Sheet, chart: Chart, axes: list[Axis], frame: Frame, first: int, y: float) -> float:
    row = list(enumerate(chart.series))[first : first + frame.columns]
    titles = [lettering.wrap(each.name, frame.wide, LABEL, bold=True) for _, each in row]
    top = y + max(map(len, titles)) * LABEL * LINE + 8
    foot = top
    for column, ((number, series), title) in enumerate(zip(row, titles, strict=True)):
        left = column * (frame.wide + GAP)
        sheet.write(title, left, top - 8 - len(title) * LABEL * LINE, bold=True)
        panel = Panel(
            left + frame.ticks,
            top,
            left + frame.wide - frame.end,
            top + HIGH,
            len(chart.labels),
            axes[number] if order.known_points(series.points) else Axis((), chart.unit),
            8,
        )
        foot = max(foot, _panel(sheet, panel, chart, series))
    return foot


def _panel(sheet: Sheet, panel: Panel, chart: Chart, series: Series) -> float:
    cuts = breaks_at(chart.breaks, chart.labels)
    found = places(series.points, chart.labels)
    rows = line_rows(series.name, palette.STROKES[0], found, cuts)
    last = _last(chart, series)
    gridlines(sheet, panel)
    sheet.marks += lines(panel, rows)
    sheet.marks += markers(
        panel, [row for row in rows if row["alone"] or (last and row["place"] == last.index)]
    )
    if last and last.released.value is not None:
        height = panel.y(last.released.value) - 0.52 * SMALL
        sheet.write([printed(last.released)], panel.right + 2, height, size=SMALL, bold=True)
    if rows:
        common.draw_breaks(sheet, panel, chart, [panel.top - 4] * len(cuts))
    else:
        middle = (panel.left + panel.right) / 2
        sheet.write(
            lettering.wrap(common.NOTHING, panel.right - panel.left, SMALL),
            middle,
            panel.top + HIGH / 2 - 10,
            anchor="center",
            size=SMALL,
        )
    y = _ends(sheet, panel, chart.labels)
    if any(place.released.symbol for place in found):
        y = write_symbols(sheet, panel, found, y)
    return y


def _ends(sheet: Sheet, panel: Panel, labels: tuple[str, ...]) -> float:
    """The first and last label under the panel; the last alone where both have no room."""
    y = panel.bottom + 5
    first, last = labels[0], labels[-1]
    room = panel.right - panel.left
    if len(labels) > 1 and lettering.width(first, SMALL) + lettering.width(last, SMALL) + 8 <= room:
        sheet.write([first], panel.left, y, size=SMALL)
    sheet.write([last], panel.right, y, anchor="right", size=SMALL)
    return y + SMALL * LINE


def _last(chart: Chart, series: Series) -> Place | None:
    found = places(series.points, chart.labels)
    return next((p for p in reversed(found) if p.released.value is not None), None)
