"""The drawing being laid out: its texts, rules and data marks, and their Vega-Lite specification.

Positions are pixels from the top left. Data marks carry their values, and Vega-Lite places them
by a scale whose ends are stated here; texts and rules are placed outright, because where a label
can stand is worked out from its width. The texts are no part of the specification: they are
written into the picture at the end, since the converter measures each of them anew, which took
three quarters of its time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from goldenthread.charts import lettering, palette
from goldenthread.charts.lettering import LABEL, LINE, SMALL

Spec = dict[str, Any]
# A position that is already in pixels, so that no scale is to move it.
_PLACED = {"type": "quantitative", "scale": None, "axis": None}


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``y`` is its baseline, ``on`` the colour it stands on."""

    text: str
    x: float
    y: float
    anchor: str = "left"
    size: float = LABEL
    bold: bool = False
    fill: str = palette.INK
    on: str = palette.PAPER

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the space it takes."""
        wide = lettering.width(self.text, self.size, bold=self.bold)
        left = self.x - {"left": 0.0, "center": wide / 2, "right": wide}[self.anchor]
        return left, self.y - 0.76 * self.size, left + wide, self.y + 0.22 * self.size

    def covers(self, other: "Text") -> bool:
        """True where the two share any space."""
        left, top, right, foot = self.box
        other_left, other_top, other_right, other_foot = other.box
        return left < other_right and other_left < right and top < other_foot and other_top < foot


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line that is no data: an axis, a gridline, a leader, a break."""

    x: float
    y: float
    x2: float
    y2: float
    colour: str = palette.GREY
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A marker at a place in pixels: beside the words it stands for, or on the point they name."""

    shape: str
    x: float
    y: float
    colour: str
    size: float


@dataclass
class Sheet:
    """What has been put on the drawing, in the order of painting: its fields from ``under`` on."""

    width: float
    height: float = 0.0
    under: list[Rule] = field(default_factory=list)
    marks: list[Spec] = field(default_factory=list)
    over: list[Rule] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def write(self, lines: Sequence[str], x: float, y: float, **look: Any) -> float:
        """Put lines of text below one another, the first baseline under ``y``; their foot."""
        size = look.get("size", LABEL)
        for line in lines:
            self.texts.append(Text(line, x, y + 0.8 * size, **look))
            y += size * LINE
        return y

    def write_wrapped(self, text: str, x: float, y: float, room: float, **look: Any) -> float:
        """As ``write``, the text broken into lines that fit."""
        lines = lettering.wrap(text, room, look.get("size", LABEL), bold=look.get("bold", False))
        return self.write(lines, x, y, **look)

    def foot(self, notes: Sequence[str], y: float) -> None:
        """Put the notes at the foot and close the drawing under them."""
        for note in notes:
            y = self.write_wrapped(note, 0, y, self.width, size=SMALL, fill=palette.GREY) + 2
        self.height = float(round(y + 4))

    def specification(self) -> Spec:
        """The Vega-Lite specification, as plain dictionaries and lists."""
        return {
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "width": self.width,
            "height": self.height,
            "padding": 0,
            "autosize": {"type": "none"},
            "background": palette.PAPER,
            "config": {"aria": False, "view": {"stroke": None}, "font": lettering.FAMILY},
            "resolve": {"scale": {"x": "independent", "y": "independent"}},
            "layer": [
                *_rules(self.under),
                *self.marks,
                *_rules(self.over),
                *_shapes(self.shapes),
            ],
        }


def placed(field_name: str) -> Spec:
    """An encoding by a field that already holds pixels."""
    return {"field": field_name, **_PLACED}


def _rules(rules: Sequence[Rule]) -> list[Spec]:
    if not rules:
        return []
    values = [
        {
            "x": round(rule.x, 2),
            "y": round(rule.y, 2),
            "x2": round(rule.x2, 2),
            "y2": round(rule.y2, 2),
            "stroke": rule.colour,
            "wide": rule.width,
            "dash": list(rule.dash),
        }
        for rule in rules
    ]
    return [
        {
            "data": {"values": values},
            "mark": {
                "type": "rule",
                "stroke": {"expr": "datum.stroke"},
                "strokeWidth": {"expr": "datum.wide"},
                "strokeDash": {"expr": "datum.dash"},
            },
            "encoding": {
                "x": placed("x"),
                "y": placed("y"),
                "x2": {"field": "x2"},
                "y2": {"field": "y2"},
            },
        }
    ]


def _shapes(shapes: Sequence[Shape]) -> list[Spec]:
    if not shapes:
        return []
    values = [
        {
            "x": round(each.x, 2),
            "y": round(each.y, 2),
            "shape": each.shape,
            "fill": each.colour,
            "size": each.size,
        }
        for each in shapes
    ]
    return [
        {
            "data": {"values": values},
            "mark": {
                "type": "point",
                "filled": True,
                "opacity": 1,
                "size": {"expr": "datum.size"},
                "shape": {"expr": "datum.shape"},
                "fill": {"expr": "datum.fill"},
            },
            "encoding": {"x": placed("x"), "y": placed("y")},
        }
    ]
