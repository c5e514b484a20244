"""Makes a converter's SVG fit for a page: small, named and described, alike on every run.

What carries no mark is dropped (frames, classes, roles of the converter's own), numbers are
rounded to two decimals, and the title and description are tied to the picture by ids that begin
with a digest of the chart, so that several pictures can stand in one page.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from xml.etree import ElementTree as Tree
from xml.sax.saxutils import escape, quoteattr

from goldenthread.charts import lettering

_NUMBER = re.compile(r"-?\d*\.\d+(?:e-?\d+)?")
_DRAWN = {"path", "line", "text", "rect"}
_KEPT = (
    "x", "y", "x2", "y2", "width", "height", "d", "transform",
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin",
    "text-anchor", "font-size", "font-weight",
)  # fmt: skip


def finish(drawn: str, *, width: float, height: float, title: str, description: str) -> str:
    """The finished SVG, one element with no white space between its marks."""
    marks = "".join(_marks(Tree.fromstring(drawn)))  # noqa: S314  (the converter wrote it)
    name = "c" + sha256("\n".join((marks, title, description)).encode()).hexdigest()[:10]
    wide, high = tidy(str(width)), tidy(str(height))
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
        words = escape(element.text or "") if tag == "text" else ""
        if words:
            given += _length(element)
        yield f"<{tag}{given}>{words}</{tag}>" if words else f"<{tag}{given}/>"


def _length(text: Tree.Element) -> str:
    """The width the text was laid out for, which it keeps where a reader has another typeface."""
    size = float((text.get("font-size") or "0").removesuffix("px"))
    bold = text.get("font-weight") == "bold"
    wide = lettering.width(text.text or "", size, bold=bold)
    return f' textLength="{tidy(str(wide))}" lengthAdjust="spacingAndGlyphs"'


def _paints(element: Tree.Element) -> bool:
    return bool(element.get("fill") or element.get("stroke"))


def _attribute(element: Tree.Element, name: str) -> str:
    value = element.get(name)
    defaults = {"font-weight": "normal", "text-anchor": "start", "stroke-dasharray": ""}
    if value is None or value == defaults.get(name):
        return ""
    short = tidy(value).removesuffix("px") if name == "font-size" else tidy(value)
    return f" {name}={quoteattr(short)}"
