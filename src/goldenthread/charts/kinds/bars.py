"""Bars that run from left to right: their frame, their names and their ticks."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from goldenthread.charts import lettering, palette
from goldenthread.charts.kinds import common
from goldenthread.charts.lettering import LABEL, LINE, SMALL
from goldenthread.charts.scales import Axis
from goldenthread.charts.sheet import Rule, Sheet, Spec, placed


@dataclass(frozen=True, slots=True)
class BarFrame:
    """Where bars run from and to, in pixels."""

    left: float
    right: float
    axis: Axis

    def x(self, value: Decimal) -> float:
        """How far along a value stands."""
        span = self.axis.high - self.axis.low
        return self.left + float((value - self.axis.low) / span) * (self.right - self.left)

    def along(self, field: str = "value") -> Spec:
        """The encoding of a bar's end."""
        return {
            "field": field,
            "type": "quantitative",
            "axis": None,
            "scale": {
                "domain": [float(self.axis.low), float(self.axis.high)],
                "range": [round(self.left, 2), round(self.right, 2)],
                "nice": False,
                "zero": False,
            },
        }


def bars(frame: BarFrame, rows: Sequence[Spec]) -> list[Spec]:
    """The layer of bars: each row has start, value or end, top, foot, fill, edge and its width."""
    if not rows:
        return []
    return [
        {
            "data": {"values": list(rows)},
            "mark": {
                "type": "rect",
                "fill": {"expr": "datum.fill"},
                "stroke": {"expr": "datum.edge"},
                "strokeWidth": 1.5,
                "opacity": 1,
            },
            "encoding": {
                "x": frame.along("end"),
                "x2": {"field": "start"},
                "y": placed("top"),
                "y2": {"field": "foot"},
            },
        }
    ]


def uprights(frame: BarFrame, rows: Sequence[Spec]) -> list[Spec]:
    """Lines that cross the bars at a value, each edged with white so that it stands out on them."""
    if not rows:
        return []
    edges = [row | {"stroke": palette.PAPER, "dash": [], "wide": 4.5} for row in rows]
    return [
        {
            "data": {"values": values},
            "mark": {
                "type": "rule",
                "stroke": {"expr": "datum.stroke"},
                "strokeWidth": {"expr": "datum.wide"},
                "strokeDash": {"expr": "datum.dash"},
            },
            "encoding": {"x": frame.along("value"), "y": placed("top"), "y2": {"field": "foot"}},
        }
        for values in (edges, [row | {"wide": 2.0} for row in rows])
    ]


def steps(width: float) -> int:
    """How many ticks have room."""
    return 3 if width < common.NARROW else 5


def name_lines(name: str, room: float, *, bold: bool = False) -> list[str]:
    """A row's name in lines that fit beside its bar."""
    return lettering.wrap(name, room, LABEL, bold=bold)


def name_room(names: Sequence[str], most: float) -> float:
    """The width the names take: the longest on one line, but no more than ``most``."""
    return min(max((lettering.width(name, LABEL, bold=True) for name in names), default=0), most)


def write_name(
    sheet: Sheet, lines: Sequence[str], right: float, middle: float, **look: bool
) -> None:
    """A name of one or more lines, its right edge and its middle given."""
    sheet.write(lines, right, middle - len(lines) * LABEL * LINE / 2 + 1, anchor="right", **look)


def ticks(sheet: Sheet, frame: BarFrame, top: float, foot: float) -> float:
    """Light upright lines with their values below, and a dark one at zero; the foot of it all."""
    reach = -1.0
    for tick, text in zip(frame.axis.ticks, frame.axis.printed(), strict=True):
        x = frame.x(tick)
        if tick != 0:
            sheet.under.append(Rule(x, top, x, foot, palette.GRID))
        half = lettering.width(text, SMALL) / 2
        middle = min(x, sheet.width - half)
        if middle - half > reach + 6:
            sheet.write([text], middle, foot + 5, anchor="center", size=SMALL)
            reach = middle + half
    zero = frame.x(Decimal(0)) if frame.axis.ticks else frame.left
    sheet.over.append(Rule(zero, top, zero, foot, palette.GREY, 1.2))
    return foot + 5 + SMALL * LINE
