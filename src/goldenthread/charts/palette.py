"""The Government Analysis Function's colours, and the contrast between any two.

At most four of them stand in one chart, and none carries a meaning alone: every line also has its
own dashes, marker and label.
"""

from dataclasses import dataclass

BLUE = "#12436D"
TEAL = "#28A197"
PLUM = "#801650"
ORANGE = "#F46A25"
GREY = "#3D3D3D"

INK = "#0B0C0C"
PAPER = "#FFFFFF"
GRID = "#D9D9D9"  # gridlines carry no meaning of their own
PALE = "#DCE6EF"  # the fill of a bar that is drawn by its outline
SHADE = "#ECECEC"  # the fill of a band that is drawn by its edges
SEGMENTS = (BLUE, TEAL, PLUM, ORANGE)
REST = GREY


@dataclass(frozen=True, slots=True)
class Stroke:
    """How one line looks: told apart by dashes, width and marker as well as by colour."""

    colour: str
    dash: tuple[float, ...]
    width: float
    shape: str


STROKES = (
    Stroke(BLUE, (), 3.0, "circle"),
    Stroke(PLUM, (7, 3), 2.0, "square"),
    Stroke(TEAL, (2, 2.5), 2.5, "diamond"),
    Stroke(ORANGE, (9, 3, 2, 3), 2.5, "triangle-up"),
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG 2 defines it: from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(colour: str) -> str:
    """White or ink, whichever reads better on a colour."""
    return max((PAPER, INK), key=lambda text: contrast(text, colour))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
