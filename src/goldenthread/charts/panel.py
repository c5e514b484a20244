"""One frame of a chart: where its labels stand from side to side and its values from foot to head.

A chart of lines has one panel; small multiples and grids have several.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from goldenthread.charts import lettering, palette
from goldenthread.charts.lettering import SMALL
from goldenthread.charts.runs import Place, runs
from goldenthread.charts.scales import Axis
from goldenthread.charts.sheet import Rule, Sheet, Spec


@dataclass(frozen=True, slots=True)
class Panel:
    """A frame in pixels, with as many labels across as ``count`` and the values of ``axis`` up."""

    left: float
    top: float
    right: float
    bottom: float
    count: int
    axis: Axis
    inset: float = 12.0

    def x(self, place: float) -> float:
        """Where the label of that place stands; half places lie between two labels."""
        if self.count == 1:
            return (self.left + self.right) / 2 + place * self.step
        return self.left + self.inset + place * self.step

    @property
    def step(self) -> float:
        """From one label to the next, in pixels."""
        room = self.right - self.left - 2 * self.inset
        return room / (self.count - 1) if self.count > 1 else room

    def y(self, value: Decimal) -> float:
        """How far down a value stands."""
        span = self.axis.high - self.axis.low
        share = float((value - self.axis.low) / span)
        return self.bottom - share * (self.bottom - self.top)

    def across(self) -> Spec:
        """The encoding of a mark's place along the labels."""
        return {
            "field": "place",
            "type": "quantitative",
            "axis": None,
            "scale": {
                "domain": [0, max(self.count - 1, 1)],
                "range": [round(self.x(0), 2), round(self.x(max(self.count - 1, 1)), 2)],
                "nice": False,
                "zero": False,
            },
        }

    def up(self, field: str = "value") -> Spec:
        """The encoding of a mark's value."""
        return {
            "field": field,
            "type": "quantitative",
            "axis": None,
            "scale": {
                "domain": [float(self.axis.low), float(self.axis.high)],
                "range": [round(self.bottom, 2), round(self.top, 2)],
                "nice": False,
                "zero": False,
            },
        }


def line_rows(
    name: str, stroke: palette.Stroke, found: Sequence[Place], cuts: Sequence[int]
) -> list[Spec]:
    """One series as rows of data: a part for every stretch a line may be drawn through."""
    return [
        {
            "series": name,
            "part": f"{name}/{number}",
            "label": place.label,
            "place": place.index,
            "value": float(place.released.value or 0),
            "stroke": stroke.colour,
            "dash": list(stroke.dash),
            "wide": stroke.width,
            "shape": stroke.shape,
            "alone": len(part) == 1,
        }
        for number, part in enumerate(runs(found, cuts))
        for place in part
    ]


def casing(panel: Panel, rows: Sequence[Spec]) -> list[Spec]:
    """White under the lines, so that each keeps its contrast where it crosses a shaded band."""
    wider = [row | {"stroke": palette.PAPER, "dash": [], "wide": row["wide"] + 3.0} for row in rows]
    return lines(panel, wider)


def lines(panel: Panel, rows: Sequence[Spec]) -> list[Spec]:
    """The layer of lines; a stretch of one point has none, and needs a marker."""
    drawn = [row for row in rows if not row["alone"]]
    if not drawn:
        return []
    return [
        {
            "data": {"values": drawn},
            "mark": {
                "type": "line",
                "stroke": {"expr": "datum.stroke"},
                "strokeWidth": {"expr": "datum.wide"},
                "strokeDash": {"expr": "datum.dash"},
                "strokeJoin": "round",
            },
            "encoding": {"x": panel.across(), "y": panel.up(), "detail": {"field": "part"}},
        }
    ]


def markers(panel: Panel, rows: Sequence[Spec], size: float = 46) -> list[Spec]:
    """The layer of markers: each in its series' shape, edged with white to part it from lines."""
    if not rows:
        return []
    return [
        {
            "data": {"values": list(rows)},
            "mark": {
                "type": "point",
                "filled": True,
                "opacity": 1,
                "size": size,
                "shape": {"expr": "datum.shape"},
                "fill": {"expr": "datum.stroke"},
                "stroke": palette.PAPER,
                "strokeWidth": 1,
            },
            "encoding": {"x": panel.across(), "y": panel.up()},
        }
    ]


def gridlines(sheet: Sheet, panel: Panel) -> None:
    """Light lines at the ticks with their values at the left; a dark one at zero or the foot."""
    ticks = list(zip(panel.axis.ticks, panel.axis.printed(), strict=True))
    base = Decimal(0) if panel.axis.starts_at_zero else panel.axis.low
    for tick, text in ticks:
        y = panel.y(tick)
        if tick != base:
            sheet.under.append(Rule(panel.left, y, panel.right, y, palette.GRID))
        sheet.write([text], panel.left - 8, y - 0.52 * SMALL, anchor="right", size=SMALL)
    foot = panel.y(base) if ticks else panel.bottom
    sheet.under.append(Rule(panel.left, foot, panel.right, foot, palette.GREY, 1.2))


def label_places(panel: Panel, labels: Sequence[str]) -> tuple[list[int], bool]:
    """Which labels have room to be written, the last among them, and whether on two lines."""
    best: tuple[list[int], bool] = ([], False)
    for folded in (False, True):
        widths = [max(map(_small, fold(label, folded=folded)), default=0) for label in labels]
        for every in range(1, len(labels) + 1):
            shown = list(range(len(labels) - 1, -1, -every))[::-1]
            apart = (
                (widths[a] + widths[b]) / 2 + 9 <= (b - a) * panel.step for a, b in pairwise(shown)
            )
            if all(apart):
                if len(shown) > len(best[0]):
                    best = shown, folded
                break
    return best


def fold(label: str, *, folded: bool) -> list[str]:
    """A label on one line, or on two with its last word under the rest."""
    first, space, last = label.rpartition(" ")
    return [first, last] if folded and space else [label]


def write_labels(sheet: Sheet, panel: Panel, labels: Sequence[str], y: float) -> float:
    """The labels under the axis, as many as have room; the foot of them."""
    shown, folded = label_places(panel, labels)
    foot = y
    for place in shown:
        lines_of = fold(labels[place], folded=folded)
        half = max(map(_small, lines_of), default=0) / 2
        x = min(max(panel.x(place), half), sheet.width - half)
        sheet.under.append(Rule(panel.x(place), panel.bottom, panel.x(place), panel.bottom + 5))
        foot = max(foot, sheet.write(lines_of, x, y, anchor="center", size=SMALL))
    return foot


def _small(text: str) -> float:
    return lettering.width(text, SMALL)
