"""Lines along time with labels at their ends: what the yearly and the monthly picture share."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.charts import lettering, nudge, palette
from goldenthread.charts.kinds import common
from goldenthread.charts.kinds.symbols import symbol_notes, write_symbols
from goldenthread.charts.lettering import LABEL, LINE, SMALL
from goldenthread.charts.model import Chart
from goldenthread.charts.order import by_emphasis
from goldenthread.charts.panel import (
    Panel,
    casing,
    gridlines,
    line_rows,
    lines,
    markers,
    write_labels,
)
from goldenthread.charts.runs import Place, breaks_at, places
from goldenthread.charts.scales import Axis, axis
from goldenthread.charts.sheet import Rule, Sheet, Spec
from goldenthread.wording.numbers import printed

MOST_LINES = len(palette.STROKES)
LEADER = 26.0  # room between the end of a line and its label


@dataclass(frozen=True, slots=True)
class EndLabel:
    """What is written at the right of a line, wanted at the height of its end."""

    lines: tuple[str, ...]
    at_x: float
    at_y: float
    colour: str
    bold: bool = False

    @property
    def height(self) -> float:
        """The space it takes from top to foot."""
        return len(self.lines) * LABEL * LINE


@dataclass(frozen=True, slots=True)
class Line:
    """A series with its look and its places along the axis."""

    name: str
    stroke: palette.Stroke
    places: list[Place]
    bold: bool

    def last(self) -> Place | None:
        """The last place with a value, where the label belongs."""
        return next((p for p in reversed(self.places) if p.released.value is not None), None)

    def label(self, final: int) -> str:
        """Its name and last value, with that value's label where it is not the axis's last."""
        last = self.last()
        if last is None:
            return self.name
        when = "" if last.index == final else f" ({last.label})"
        return f"{self.name} {printed(last.released)}{when}"


def the_lines(chart: Chart) -> list[Line]:
    """The chart's series as lines, the emphasised first. Raises ValueError for too many."""
    if len(chart.series) > MOST_LINES:
        raise ValueError(
            f"a picture of lines has at most {MOST_LINES}, not {len(chart.series)}: "
            "show small multiples instead"
        )
    return [
        Line(series.name, stroke, places(series.points, chart.labels), stroke is palette.STROKES[0])
        for series, stroke in zip(by_emphasis(chart), palette.STROKES, strict=False)
    ]


def value_axis(chart: Chart) -> Axis:
    """The axis of every value drawn."""
    known = [each.value for each in common.every_value(chart) if each.value is not None]
    return axis(known, chart.unit, from_zero=chart.from_zero)


def frame(sheet: Sheet, chart: Chart, drawn: Sequence[Line], band_words: Sequence[str]) -> Panel:
    """The axis's title, the breaks' reasons and the space left for the lines beneath them."""
    scale = value_axis(chart)
    most = sheet.width * (0.34 if sheet.width < common.NARROW else 0.3)
    words = [line.label(len(chart.labels) - 1) for line in drawn] + list(band_words)
    widest = max((lettering.width(text, LABEL, bold=True) for text in words), default=0.0)
    right = sheet.width - min(widest, most) - LEADER
    ticks = max((lettering.width(text, SMALL) for text in scale.printed()), default=0.0)
    y = sheet.write([common.axis_title(chart.unit)], 0, 0, size=SMALL, fill=palette.GREY)
    left = ticks + 10
    first_break = 0 in breaks_at(chart.breaks, chart.labels)
    flat = Panel(left, 0, right, 1, len(chart.labels), scale, 20 if first_break else 12)
    tops, y = common.write_breaks(sheet, flat, chart, y + 2)
    top = y + 10
    labels_high = sum(
        len(lettering.wrap(text, sheet.width - right - LEADER + 0.01, LABEL, bold=True))
        * LABEL
        * LINE
        for text in words
    )
    high = max(210.0 if sheet.width < common.NARROW else 250.0, labels_high + 4)
    panel = Panel(left, top, right, top + high, flat.count, scale, flat.inset)
    gridlines(sheet, panel)
    common.draw_breaks(sheet, panel, chart, tops)
    return panel


def draw_lines(
    sheet: Sheet, panel: Panel, chart: Chart, drawn: Sequence[Line], *, marked: bool
) -> None:
    """The lines, the emphasised on top, with markers where ``marked`` and where one stands alone.

    Every line has a marker at its end, in its own shape.
    """
    cuts = breaks_at(chart.breaks, chart.labels)
    rows: list[Spec] = []
    shown: list[Spec] = []
    for line in reversed(drawn):
        mine = line_rows(line.name, line.stroke, line.places, cuts)
        last = line.last()
        rows += mine
        shown += [
            row
            for row in mine
            if row["alone"]
            or (marked and line is drawn[0])
            or (last is not None and row["place"] == last.index)
        ]
    if chart.band:
        sheet.marks += casing(panel, rows)
    sheet.marks += lines(panel, rows)
    sheet.marks += markers(panel, shown)


def end_labels(panel: Panel, sheet: Sheet, drawn: Sequence[Line]) -> list[EndLabel]:
    """A label for every line that has a value."""
    room = sheet.width - panel.right - LEADER + 0.01
    made = []
    for line in drawn:
        last = line.last()
        if last is not None and last.released.value is not None:
            text = line.label(panel.count - 1)
            made.append(
                EndLabel(
                    tuple(lettering.wrap(text, room, LABEL, bold=line.bold)),
                    panel.x(last.index),
                    panel.y(last.released.value),
                    line.stroke.colour,
                    line.bold,
                )
            )
    return made


def write_end_labels(sheet: Sheet, panel: Panel, labels: Sequence[EndLabel]) -> None:
    """The labels, moved apart, each joined to its line's end where it had to move."""
    heights = [label.height for label in labels]
    centres = nudge.spread(
        [label.at_y for label in labels], heights, panel.top - 8, panel.bottom + 8, gap=3
    )
    x = panel.right + LEADER
    for label, centre in zip(labels, centres, strict=True):
        start = label.at_x + 7
        if start < panel.right - panel.inset:  # it ends early: lead the eye past what follows
            sheet.under.append(
                Rule(start, label.at_y, panel.right, label.at_y, label.colour, 1, (1, 3))
            )
            start = panel.right
        sheet.over.append(Rule(start, label.at_y, x - 4, centre, label.colour))
        sheet.write(label.lines, x, centre - label.height / 2 + 1, bold=label.bold)


def finish(
    sheet: Sheet, panel: Panel, chart: Chart, drawn: Sequence[Line], notes: Sequence[str]
) -> Sheet:
    """The labels along the axis, the letters of missing values, and the notes."""
    y = write_labels(sheet, panel, chart.labels, panel.bottom + 8)
    missing = [line for line in drawn if any(place.released.symbol for place in line.places)]
    for line in missing:
        x = panel.right + LEADER
        y = max(
            write_symbols(sheet, panel, line.places, y + 3),
            sheet.write_wrapped(
                line.name, x, y + 3, sheet.width - x, size=SMALL, fill=palette.GREY
            ),
        )
    sheet.write(
        [chart.label_heading],
        (panel.left + panel.right) / 2,
        y + 4,
        anchor="center",
        size=SMALL,
        fill=palette.GREY,
    )
    if not panel.axis.ticks:
        middle = (panel.left + panel.right) / 2
        sheet.write([common.NOTHING], middle, (panel.top + panel.bottom) / 2 - 8, anchor="center")
    told = [common.DRAWN_FROM] if not panel.axis.starts_at_zero else []
    sheet.foot([*told, *notes, *symbol_notes(common.every_value(chart))], y + 4 + SMALL * 1.25 + 4)
    return sheet
