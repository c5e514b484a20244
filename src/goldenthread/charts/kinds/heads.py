"""Words at the head of an upright line (a break, a reference, a segment), clear of the others.

They stand in one row where they fit, each joined to its place; otherwise like stairs, arranged so
that no line crosses a text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.charts import lettering, nudge, palette
from goldenthread.charts.lettering import LINE, SMALL
from goldenthread.charts.sheet import Rule, Sheet

LEAST = 40.0  # the narrowest column a text is broken into
ROOM = 130.0  # a text is not squeezed into less than this while the other side has more


@dataclass(frozen=True, slots=True)
class Head:
    """A text and where from side to side its line stands."""

    x: float
    text: str
    colour: str = palette.INK

    @property
    def width(self) -> float:
        """How wide the text is on one line."""
        return lettering.width(self.text, SMALL)


def row(sheet: Sheet, heads: Sequence[Head], y: float, *, left: float = 0.0) -> float:
    """All in one row, moved apart, each joined to its place below; the foot. Stairs if too many."""
    if sum(head.width + 14 for head in heads) > sheet.width - left:
        tops, foot = stairs(sheet, heads, y)
        for head, top in zip(heads, tops, strict=True):
            sheet.over.append(Rule(head.x, top, head.x, foot, head.colour, 1.5))
        return foot
    centres = nudge.spread(
        [head.x for head in heads], [head.width for head in heads], left, sheet.width, gap=14
    )
    foot = y + SMALL * LINE + 12
    for head, centre in zip(heads, centres, strict=True):
        sheet.write([head.text], centre, y, anchor="center", size=SMALL)
        sheet.over.append(Rule(centre, y + SMALL * LINE, head.x, foot, head.colour, 1.5))
    return foot


def stairs(sheet: Sheet, heads: Sequence[Head], y: float) -> tuple[list[float], float]:
    """Each text beside the head of its line; where each line begins, and the foot of the texts.

    Texts stand to the right of their lines, from the left downwards. One too near the edge stands
    to the left of its line, above all those.
    """
    order = sorted(range(len(heads)), key=lambda place: heads[place].x)
    edge = sheet.width
    leftward: list[int] = []
    for place in reversed(order):
        if edge - heads[place].x - 9 < min(heads[place].width, ROOM):
            leftward.append(place)
            edge = heads[place].x
    tops = [0.0] * len(heads)
    for place in leftward + [place for place in order if place not in leftward]:
        head = heads[place]
        tops[place] = y
        anchor, x = ("left", head.x + 5)
        room = max(edge - head.x - 9, LEAST)
        if place in leftward:
            anchor, x = "right", max(head.x - 5, LEAST)  # never out of the picture on the left
            room = x
        y = 2 + sheet.write_wrapped(head.text, x, y, room, anchor=anchor, size=SMALL)
    return tops, y
