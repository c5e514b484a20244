"""Grid: months by category, a small line in each row with its highest and lowest told in words."""

from goldenthread.charts import lettering, order, palette
from goldenthread.charts.kinds import bars, common
from goldenthread.charts.kinds.symbols import symbol_notes, write_symbols
from goldenthread.charts.lettering import LABEL, LINE, SMALL
from goldenthread.charts.model import Chart, Point, Series
from goldenthread.charts.panel import Panel, line_rows, lines, markers, write_labels
from goldenthread.charts.runs import breaks_at, places
from goldenthread.charts.scales import Axis, axis
from goldenthread.charts.sheet import Rule, Shape, Sheet
from goldenthread.wording.numbers import printed

HIGH = 34.0
OWN_SCALES = "Each row has its own scale, from zero: compare shapes, not heights."
SINCE = "Highest and lowest are of the months after the last break."
MOST_NAMED = 2  # more tied months than this are counted, not named


def lay_out(chart: Chart, width: float) -> Sheet:
    """A row for each series in order: its name, its line over the months, its two extremes."""
    sheet = Sheet(width)
    narrow = width < common.NARROW
    room = width if narrow else bars.name_room([each.name for each in chart.series], width * 0.3)
    words = width * (0.42 if narrow else 0.27)
    left = 0.0 if narrow else room + 12
    right = width - words - 20
    flat = Panel(left, 0, right, 1, len(chart.labels), Axis((), chart.unit), 8)
    y = sheet.write([common.axis_title(chart.unit)], 0, 0, size=SMALL, fill=palette.GREY)
    y += 6
    for series in chart.series:
        y = _row(sheet, flat, chart, series, room, y) + 10
    whole = Panel(left, 0, right, y - 4, flat.count, flat.axis, 8)
    sheet.under.append(Rule(left, y - 4, right, y - 4, palette.GREY, 1.2))
    y = write_labels(sheet, whole, chart.labels, y + 4)
    notes = [OWN_SCALES] if len(chart.series) > 1 else []
    notes += common.break_notes(chart)
    if chart.breaks:
        notes.append(SINCE)
    sheet.foot([*notes, *symbol_notes(common.every_value(chart))], y + 6)
    return sheet


def _row(sheet: Sheet, flat: Panel, chart: Chart, series: Series, room: float, y: float) -> float:
    name = lettering.wrap(series.name, room, LABEL, bold=flat.left == 0)
    if flat.left == 0:
        y = sheet.write(name, 0, y, bold=True) + 4
        name = []
    told = _told(order.since_break(chart, series), since=bool(chart.breaks))
    texts = [
        (mark, lettering.wrap(text, sheet.width - flat.right - 36, SMALL)) for mark, text in told
    ]
    words_high = sum(len(lines_of) for _, lines_of in texts) * SMALL * LINE
    high = max(HIGH, len(name) * LABEL * LINE, words_high)
    known = [p.released.value for p in series.points if p.released.value is not None]
    base = y + (high + HIGH) / 2
    scale = axis(known, chart.unit)
    panel = Panel(flat.left, base - HIGH + 3, flat.right, base, flat.count, scale, flat.inset)
    sheet.under.append(Rule(flat.left, base, flat.right, base, palette.GRID))
    if name:
        bars.write_name(sheet, name, room, y + high / 2)
    _draw(sheet, panel, chart, series)
    at = y + (high - words_high) / 2
    for mark, lines_of in texts:
        if mark:
            name_of, colour = mark
            sheet.shapes.append(Shape(name_of, flat.right + 24, at + 0.52 * SMALL, colour, 60))
        at = sheet.write(lines_of, flat.right + 34, at, size=SMALL)
    found = places(series.points, chart.labels)
    if any(place.released.symbol for place in found):
        return max(y + high, write_symbols(sheet, panel, found, base + 2))
    return y + high


UP, DOWN = ("triangle-up", palette.PLUM), ("triangle-down", palette.ORANGE)


def _draw(sheet: Sheet, panel: Panel, chart: Chart, series: Series) -> None:
    cuts = breaks_at(chart.breaks, chart.labels)
    rows = line_rows(series.name, palette.STROKES[0], places(series.points, chart.labels), cuts)
    for row in rows:
        row["wide"] = 2
    common.draw_breaks(sheet, panel, chart, [panel.top - 5] * len(cuts))
    sheet.marks += lines(panel, rows)
    sheet.marks += markers(panel, [row for row in rows if row["alone"]], 30)
    extremes = order.extremes(order.since_break(chart, series))
    for points, (name, colour) in zip(extremes, (UP, DOWN), strict=True):
        for point in points:
            if point.released.value is not None:
                x = panel.x(chart.labels.index(point.label))
                sheet.shapes.append(Shape(name, x, panel.y(point.released.value), colour, 90))


def _told(points: list[Point], *, since: bool) -> list[tuple[tuple[str, str] | None, str]]:
    """Each extreme's marker and words."""
    known = order.known_points(points)
    if not known:
        return [(None, "No value since the last break." if since else common.NOTHING)]
    highest, lowest = order.extremes(points)
    if not highest:
        once = f"{printed(known[0].released)}, {known[0].label} only"
        always = f"{printed(known[0].released)} at every point shown"
        return [(None, once if len(known) == 1 else always)]
    return [(UP, _extreme("Highest", highest)), (DOWN, _extreme("Lowest", lowest))]


def _extreme(word: str, points: tuple[Point, ...]) -> str:
    when = (
        ", ".join(point.label for point in points)
        if len(points) <= MOST_NAMED
        else f"{len(points)} times"
    )
    return f"{word} {printed(points[0].released)}, {when}"
