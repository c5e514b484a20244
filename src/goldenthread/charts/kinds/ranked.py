"""Ranked: categories from the largest, this year's bar over last year's, entries and exits told."""

from decimal import Decimal

from goldenthread.charts import lettering, palette
from goldenthread.charts.kinds import bars, common
from goldenthread.charts.kinds.symbols import symbol_notes
from goldenthread.charts.lettering import LABEL, LINE, SMALL
from goldenthread.charts.model import Chart, Series
from goldenthread.charts.order import by_emphasis, entry_words, exit_words, point_at
from goldenthread.charts.scales import axis
from goldenthread.charts.sheet import Sheet, Spec
from goldenthread.wording.numbers import printed

TALL, LOW = 17.0, 15.0  # this year's bar, and each earlier year's below it
# Later bars in a row are outlines, so that they differ by more than colour.
LOOKS = ((palette.BLUE, palette.BLUE), (palette.PALE, palette.BLUE), (palette.PAPER, palette.GREY))


def lay_out(chart: Chart, width: float) -> Sheet:
    """One row for each category, in the chart's order, its value at the end of each bar."""
    sheet = Sheet(width)
    series = by_emphasis(chart)
    if len(series) > len(LOOKS):
        raise ValueError(f"a ranking shows at most {len(LOOKS)} years, not {len(series)}")
    known = [each.value for each in common.every_value(chart) if each.value is not None]
    told = [words for label in chart.labels if (words := _standing(chart, label))]
    room = bars.name_room([*chart.labels, *told], width * 0.4)
    ends = [_end_words(chart, each, label) for each in series for label in chart.labels]
    widest = max((lettering.width(text, LABEL, bold=True) for text in ends), default=0.0)
    frame = bars.BarFrame(
        room + 12, width - widest - 8, axis(known, chart.unit, steps=bars.steps(width))
    )
    y = sheet.write([common.axis_title(chart.unit)], 0, 0, size=SMALL, fill=palette.GREY)
    top = y + 4
    y = top + 6
    rows: list[Spec] = []
    for label in chart.labels:
        name = bars.name_lines(label, room)
        marks = [_standing(chart, label)] if _standing(chart, label) else []
        high = max((len(name) + len(marks)) * LABEL * LINE, TALL + LOW * (len(series) - 1))
        start = y + (high - (len(name) + len(marks)) * LABEL * LINE) / 2
        start = sheet.write(name, room, start, anchor="right")
        sheet.write(marks, room, start, anchor="right", size=SMALL, bold=True)
        at = y + (high - TALL - LOW * (len(series) - 1)) / 2
        for place, each in enumerate(series):
            tall = LOW if place else TALL
            rows += _bar(sheet, frame, chart, each, label, place, at, tall)
            at += tall
        y += high + 10
    foot = bars.ticks(sheet, frame, top, y - 4)
    sheet.marks += bars.bars(frame, rows)
    gone = [name for name in chart.left if name not in chart.labels]
    told = [f"{exit_words(chart).capitalize()}: {', '.join(gone)}."] if gone else []
    sheet.foot([*told, *symbol_notes(common.every_value(chart))], foot + 6)
    return sheet


def _standing(chart: Chart, label: str) -> str:
    return entry_words(chart, label) or exit_words(chart, label)


def _end_words(chart: Chart, series: Series, label: str) -> str:
    """What stands at a bar's end: its value, and in the first row which year it is."""
    point = point_at(series, label)
    if point is None:
        return ""
    year = f" ({series.name})" if label == _first_with(chart, series) else ""
    return printed(point.released) + year


def _first_with(chart: Chart, series: Series) -> str | None:
    return next((label for label in chart.labels if point_at(series, label)), None)


def _bar(
    sheet: Sheet,
    frame: bars.BarFrame,
    chart: Chart,
    series: Series,
    label: str,
    place: int,
    top: float,
    tall: float,
) -> list[Spec]:
    point = point_at(series, label)
    if point is None:
        return []
    value = point.released.value
    end = frame.x(max(value or Decimal(0), Decimal(0)))
    size = LABEL if place == 0 else SMALL
    middle = top + (tall - 2) / 2
    sheet.write(
        [_end_words(chart, series, label)], end + 6, middle - 0.52 * size, size=size, bold=not place
    )
    if value is None:
        return []
    fill, edge = LOOKS[place]
    return [
        {
            "series": series.name,
            "label": label,
            "value": float(value),
            "start": 0,
            "end": float(value),
            "top": round(top, 2),
            "foot": round(top + tall - 3, 2),
            "fill": fill,
            "edge": edge,
        }
    ]
