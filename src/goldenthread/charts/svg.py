"""Makes a converter's SVG fit for a page: small, named and described, alike on every run.

What carries no mark is dropped (frames, classes, roles of the converter's own), numbers are
rounded to two decimals, and the title and description are tied to the picture by ids that begin
with a digest of the chart, so that several pictures can stand in one page.
"""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from xml.etree import ElementTree as Tree
from xml.sax.saxutils import escape, quoteattr

from goldenthread.charts import lettering
from goldenthread.charts.sheet import Sheet, Text

_NUMBER = re.compile(r"-?\d*\.\d+(?:e-?\d+)?")
_DRAWN = {"path", "line", "rect"}
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_KEPT = (
    "x", "y", "x2", "y2", "width", "height", "d", "transform",
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin",
)  # fmt: skip


def finish(drawn: str, sheet: Sheet, *, title: str, description: str) -> str:
    """The finished SVG, one element with no white space between its marks; texts stand on top."""
    marks = "".join(
        (
            *_marks(Tree.fromstring(drawn)),  # noqa: S314  (the converter wrote it)
            *_lettered(sheet.texts),
        )
    )
    name = "c" + sha256("\n".join((marks, title, description)).encode()).hexdigest()[:10]
    wide, high = tidy(str(sheet.width)), tidy(str(sheet.height))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {wide} {high}" '
        f'width="{wide}" height="{high}" style="width:100%;max-width:{wide}px;height:auto" '
        f'role="img" aria-labelledby="{name}-title {name}-desc" '
        f"font-family={quoteattr(lettering.FAMILY)}>"
        f'<title id="{name}-title">{escape(printable(title))}</title>'
        f'<desc id="{name}-desc">{escape(printable(description))}</desc>'
        f'<rect width="{wide}" height="{high}" fill="#FFFFFF"/>'
        f'<g fill="none" stroke-miterlimit="10">{marks}</g></svg>'
    )


def tidy(text: str) -> str:
    """The text with its decimal numbers rounded to two places, and no minus before a zero."""
    return _NUMBER.sub(_short, text)


def printable(text: str) -> str:
    """The text without the control characters that XML cannot hold."""
    return "".join(letter for letter in text if letter.isprintable())


def _short(found: re.Match[str]) -> str:
    short = f"{float(found[0]):.2f}".rstrip("0").rstrip(".")
    return "0" if short in ("-0", "") else short


def _marks(root: Tree.Element) -> Iterator[str]:
    """Every element that draws something. All groups stand at the origin, so they fall away."""
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        if tag == "g" and element.get("transform", "translate(0,0)") != "translate(0,0)":
            raise ValueError("the converter moved a group: the picture would be drawn wrongly")
        frame = element.get("class") in ("background", "foreground")
        if tag not in _DRAWN or frame or not _paints(element):
            continue
        given = "".join(_attribute(element, name) for name in _KEPT)
        yield f"<{tag}{given}/>"


def _lettered(texts: Sequence[Text]) -> Iterator[str]:
    """Every text, at the width it was laid out for: a reader may have another typeface."""
    for text in texts:
        words = printable(text.text)
        if not words:
            continue
        place = tidy(f"translate({round(text.x, 2)},{round(text.y, 2)})")
        anchor = _ANCHORS[text.anchor]
        wide = lettering.width(words, text.size, bold=text.bold)
        yield (
            f'<text transform="{place}" fill={quoteattr(text.fill)}'
            + (f' text-anchor="{anchor}"' if anchor != "start" else "")
            + f' font-size="{tidy(str(text.size))}"'
            + (' font-weight="bold"' if text.bold else "")
            + f' textLength="{tidy(str(wide))}" lengthAdjust="spacingAndGlyphs">'
            + f"{escape(words)}</text>"
        )


def _paints(element: Tree.Element) -> bool:
    return bool(element.get("fill") or element.get("stroke"))


def _attribute(element: Tree.Element, name: str) -> str:
    value = element.get(name)
    if value is None or (name == "stroke-dasharray" and not value):
        return ""
    return f" {name}={quoteattr(tidy(value))}"
