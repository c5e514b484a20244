"""Renders a document to one page of HTML that needs nothing else: styles and script are in it."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from goldenthread.charts.draw import draw
from goldenthread.charts.model import Chart
from goldenthread.nouns import Symbol
from goldenthread.report.document import (
    Block,
    BulletList,
    ChartBlock,
    Document,
    Note,
    Paragraph,
    Prose,
    Slot,
    Table,
)
from goldenthread.report.html.links import FigureLinks, steady
from goldenthread.report.html.places import SUMMARY_TITLE, first_places
from goldenthread.report.html.tables import MARKS, legend, numeric_columns
from goldenthread.report.html.threads import day_in_words, thread_groups

_STYLES = ("base.css", "layout.css", "blocks.css", "threads.css", "print.css")
_SCRIPTS = ("page.js",)


@dataclass(frozen=True, slots=True)
class Slots:
    """Slots that follow one another, shown as one list."""

    slots: tuple[Slot, ...]


_STYLE_ATTRIBUTE = re.compile(r'(?<=<svg )([^>]*?)\s*style="[^"]*"')

# The template of each kind of block.
_TEMPLATES = {
    Paragraph: "paragraph",
    BulletList: "bullet_list",
    Prose: "prose",
    Table: "table",
    ChartBlock: "chart",
    Slots: "slots",
    Note: "note",
}


def render(document: Document, drawer: Callable[[Chart], str] = draw) -> str:
    """The whole page for a document; the same document gives the same bytes.

    ``drawer`` turns a chart into an ``<svg>`` element. Raises TypeError where the document holds
    a number that has not been through disclosure, and ValueError where a printed figure has no
    thread or two parts share an address.
    """
    places = first_places(document)
    style, script = _asset(_STYLES), _asset(_SCRIPTS)
    return (
        _environment()
        .get_template("page.html")
        .render(
            document=document,
            figures=FigureLinks(),
            groups=thread_groups(document, places),
            summary_title=SUMMARY_TITLE,
            draw=lambda chart: _picture(drawer(chart)),
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("goldenthread.report.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "legend": legend,
        "numeric_columns": numeric_columns,
        "marks": MARKS,
        "symbols": _distinct_symbols(),
    }
    environment.filters |= {
        "day": day_in_words,
        "template": _template,
        "together": _together,
        "steady": steady,
    }
    return environment


def _picture(svg: str) -> Markup:
    """A drawing without style attributes, which the page's policy would refuse."""
    return Markup(_STYLE_ATTRIBUTE.sub(r"\1", svg, count=1))  # noqa: S704 (our own drawing)


def _template(block: object) -> str:
    """The name of the template that shows a block."""
    return f"blocks/{_TEMPLATES[type(block)]}.html"


def _together(blocks: Iterable[Block]) -> list[Block | Slots]:
    """The blocks with neighbouring slots taken together."""
    gathered: list[Block | Slots] = []
    for block in blocks:
        if not isinstance(block, Slot):
            gathered.append(block)
        elif gathered and isinstance(gathered[-1], Slots):
            gathered[-1] = Slots((*gathered[-1].slots, block))
        else:
            gathered.append(Slots((block,)))
    return gathered


def _distinct_symbols() -> tuple[Symbol, ...]:
    return tuple(sorted(Symbol, key=lambda symbol: symbol.value))


@cache
def _asset(names: tuple[str, ...]) -> Markup:
    """Files of this room's ``assets`` one after another, safe inside their element."""
    folder = files("goldenthread.report.html") / "assets"
    text = "\n".join((folder / name).read_text(encoding="utf-8").strip() for name in names)
    return Markup(text)  # noqa: S704 (our own files)


def _policy(style: str, script: str) -> str:
    """What the page may load: its own styles and script, known by their digests, and no more."""
    return (
        f"default-src 'none'; style-src {_source(style)}; img-src data:; "
        f"script-src {_source(script)}; base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
