"""Stacked: how wholes divide into outcomes, a bar for each whole, the outcomes in one order."""

from collections.abc import Sequence
from decimal import Decimal

from goldenthread.charts import lettering, palette
from goldenthread.charts.kinds import bars, common
from goldenthread.charts.kinds.heads import Head, row
from goldenthread.charts.kinds.symbols import symbol_notes
from goldenthread.charts.lettering import LABEL, LINE, SMALL
from goldenthread.charts.model import Chart, Series
from goldenthread.charts.order import point_at
from goldenthread.charts.scales import axis
from goldenthread.charts.sheet import Sheet, Spec
from goldenthread.nouns import Unit
from goldenthread.wording.numbers import printed

BAR = 28.0
BESIDE = 6.0  # between a bar's end and the symbols beside it
MOST_BESIDE = 0.3  # of the width may go to symbols; more of them go on to a second line
MOST = len(palette.SEGMENTS)
SHORT = "Bars stop short of 100% where a category is not shown or its value is withheld."


def lay_out(chart: Chart, width: float) -> Sheet:
    """Up to four segments, named above the first bar; more are the first three and the others.

    The others stay what they are, side by side in grey: adding them up would make a number that
    has not been released.
    """
    sheet = Sheet(width)
    looks = _looks(chart)
    totals = [_total(chart, label) for label in chart.labels]
    whole = [Decimal(100)] if chart.unit is Unit.PERCENT else []
    room = bars.name_room(chart.labels, width * 0.3)
    symbols = {label: _symbols(chart, label, width) for label in chart.labels}
    letters = max(
        (lettering.width(line, bold=True) for lines in symbols.values() for line in lines),
        default=0.0,
    )
    frame = bars.BarFrame(
        room + 12,
        width - max(letters + BESIDE + 4, 18),
        axis([*totals, *whole], chart.unit, steps=bars.steps(width)),
    )
    y = sheet.write([common.axis_title(chart.unit)], 0, 0, size=SMALL, fill=palette.GREY)
    top = row(sheet, _heads(chart, frame, looks), y + 4)
    y = top
    rows: list[Spec] = []
    for label in chart.labels:
        name = bars.name_lines(label, room)
        high = max(len(name) * LABEL * LINE, len(symbols[label]) * LABEL * LINE, BAR)
        middle = y + high / 2
        bars.write_name(sheet, name, room, middle)
        rows += _segments(sheet, chart, frame, looks, label, middle, symbols[label])
        y += high + 10
    foot = bars.ticks(sheet, frame, top, y - 4)
    sheet.marks += bars.bars(frame, rows)
    notes = symbol_notes(common.every_value(chart))
    if whole and any(total < 99 for total in totals):
        notes.insert(0, SHORT)
    sheet.foot(notes, foot + 6)
    return sheet


def _looks(chart: Chart) -> list[str]:
    """The fill of each series."""
    if len(chart.series) <= MOST:
        return list(palette.SEGMENTS[: len(chart.series)])
    others = len(chart.series) - (MOST - 1)
    return [*palette.SEGMENTS[: MOST - 1], *[palette.REST] * others]


def _value(series: Series, label: str) -> Decimal | None:
    point = point_at(series, label)
    return point.released.value if point else None


def _total(chart: Chart, label: str) -> Decimal:
    return sum((_value(series, label) or Decimal(0) for series in chart.series), Decimal(0))


def _symbols(chart: Chart, label: str, width: float) -> list[str]:
    """The symbols of the segments that have no value in a bar, in lines that leave it room."""
    points = [point_at(series, label) for series in chart.series]
    letters = " ".join(str(p.released.symbol) for p in points if p and p.released.symbol)
    return lettering.wrap(letters, width * MOST_BESIDE, LABEL, bold=True)


def _heads(chart: Chart, frame: bars.BarFrame, looks: list[str]) -> list[Head]:
    """A name over each segment of the first bar; the others share one."""
    heads: list[Head] = []
    start = Decimal(0)
    rest: list[tuple[Decimal, Decimal]] = []
    for series, fill in zip(chart.series, looks, strict=True):
        end = start + (_value(series, chart.labels[0]) or 0)
        if fill == palette.REST:
            rest.append((start, end))
        else:
            heads.append(Head(frame.x((start + end) / 2), series.name, fill))
        start = end
    if rest:
        middle = frame.x((rest[0][0] + rest[-1][1]) / 2)
        heads.append(Head(middle, f"Other ({len(rest)} categories)", palette.REST))
    return heads


def _segments(
    sheet: Sheet,
    chart: Chart,
    frame: bars.BarFrame,
    looks: list[str],
    label: str,
    middle: float,
    symbols: Sequence[str],
) -> list[Spec]:
    rows: list[Spec] = []
    start = Decimal(0)
    for series, fill in zip(chart.series, looks, strict=True):
        point = point_at(series, label)
        value = point.released.value if point else None
        if point is None or value is None:
            continue
        end = start + value
        rows.append(
            {
                "series": series.name,
                "label": label,
                "value": float(value),
                "start": float(start),
                "end": float(end),
                "top": round(middle - BAR / 2, 2),
                "foot": round(middle + BAR / 2, 2),
                "fill": fill,
                "edge": palette.PAPER,
            }
        )
        text = printed(point.released)
        if lettering.width(text, SMALL) + 8 <= frame.x(end) - frame.x(start):
            sheet.write(
                [text],
                (frame.x(start) + frame.x(end)) / 2,
                middle - 0.52 * SMALL,
                anchor="center",
                size=SMALL,
                fill=palette.readable_on(fill),
                on=fill,
            )
        start = end
    top = middle - 0.52 * LABEL - (len(symbols) - 1) * LABEL * LINE / 2
    sheet.write(symbols, frame.x(start) + BESIDE, top, bold=True)
    return rows
