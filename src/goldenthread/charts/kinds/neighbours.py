"""Neighbours: areas compared, highest first, with the country and region as lines across them."""

from decimal import Decimal

from goldenthread.charts import lettering, palette
from goldenthread.charts.kinds import bars, common
from goldenthread.charts.kinds.heads import Head, row
from goldenthread.charts.kinds.symbols import symbol_notes
from goldenthread.charts.lettering import LABEL, LINE, SMALL
from goldenthread.charts.model import Chart, Point
from goldenthread.charts.order import is_emphasised, ranked_areas, references
from goldenthread.charts.scales import axis
from goldenthread.charts.sheet import Sheet, Spec
from goldenthread.wording.numbers import printed

# The area itself is blue, so the lines across take the other three.
LOOKS = ((palette.PLUM, ()), (palette.ORANGE, (7, 3)), (palette.TEAL, (2, 2)))


def lay_out(chart: Chart, width: float) -> Sheet:
    """A bar for each area with its value before it; the area itself solid, its name bold."""
    sheet = Sheet(width)
    points, wider = ranked_areas(chart), references(chart)
    if len(wider) > len(LOOKS):
        raise ValueError(f"at most {len(LOOKS)} areas can be lines to compare with")
    known = [p.released.value for p in (*points, *wider) if p.released.value is not None]
    room = bars.name_room([point.label for point in points], width * 0.34)
    values = max(
        (lettering.width(printed(p.released), LABEL, bold=True) for p in points), default=0.0
    )
    left = room + values + 24
    frame = bars.BarFrame(left, width - 16, axis(known, chart.unit, steps=bars.steps(width)))
    y = sheet.write([common.axis_title(chart.unit)], 0, 0, size=SMALL, fill=palette.GREY) + 4
    shown = [point for point in wider if point.released.value is not None]
    top = _heads(sheet, frame, shown, y)
    rows: list[Spec] = []
    y = top + 6
    for point in points:
        bold = is_emphasised(chart, point)
        name = bars.name_lines(point.label, room, bold=bold)
        high = max(len(name) * LABEL * LINE, 18.0)
        middle = y + high / 2
        bars.write_name(sheet, name, room, middle, bold=bold)
        text = printed(point.released)
        bars.write_name(sheet, [text], room + 12 + values, middle, bold=bold)
        if point.released.value is not None:
            rows.append(
                {
                    "label": point.label,
                    "value": float(point.released.value),
                    "start": 0,
                    "end": float(point.released.value),
                    "top": round(middle - 8, 2),
                    "foot": round(middle + 8, 2),
                    "fill": palette.BLUE if bold else palette.PALE,
                    "edge": palette.BLUE,
                }
            )
        y += high + 8
    foot = bars.ticks(sheet, frame, top, y)
    sheet.marks += bars.bars(frame, rows)
    across = [
        {
            "label": point.label,
            "value": float(point.released.value or 0),
            "top": round(top, 2),
            "foot": round(y, 2),
            "stroke": colour,
            "dash": list(dash),
        }
        for point, (colour, dash) in zip(shown, LOOKS, strict=False)
    ]
    sheet.marks += bars.uprights(frame, across)
    told = [
        f"{point.label}: {printed(point.released)}."
        for point in wider
        if point.released.value is None
    ]
    notes = symbol_notes([point.released for point in (*points, *wider)])
    sheet.foot([*told, *notes], foot + 6)
    return sheet


def _heads(sheet: Sheet, frame: bars.BarFrame, shown: list[Point], y: float) -> float:
    heads = [
        Head(
            frame.x(point.released.value or Decimal(0)),
            f"{point.label} {printed(point.released)}",
            colour,
        )
        for point, (colour, _) in zip(shown, LOOKS, strict=False)
    ]
    return row(sheet, heads, y) if heads else y
