"""Renders a document into every file of a report, each renderer loaded when it is wanted."""

from collections.abc import Callable
from contextlib import ExitStack
from importlib import import_module
from typing import Any

from goldenthread.charts.draw import draw
from goldenthread.charts.model import Chart
from goldenthread.report.data import thread_json, tidy
from goldenthread.report.document import Document
from goldenthread.report.gather import Progress

PAGE, PDF, WORKBOOK = "index.html", "report.pdf", "tables.xlsx"

# Every file a report is made of, and the room that renders it. The order keeps memory low: the PDF
# is laid out beside this process while it writes the page, before a workbook makes it larger.
RENDERERS = {
    PDF: "goldenthread.report.pdf.render",
    PAGE: "goldenthread.report.html.render",
    WORKBOOK: "goldenthread.report.workbook.render",
}
EVERY_FILE = tuple(RENDERERS)


def render_all(
    document: Document,
    files: tuple[str, ...],
    drawer: Callable[[Chart], str],
    progress: Progress | None,
) -> dict[str, bytes]:
    """What is in each of ``files``, by name, and in those of data, which are always made.

    ``drawer`` gives a chart's SVG. Raises TypeError where a number has not been released, and
    GoldenThreadError where a renderer is not installed or refuses the document.
    """
    rendered: dict[str, bytes] = {}
    with ExitStack() as beside:
        typesetting = None
        table = tidy(document)
        rendered["figures.csv"], rendered["figures.meta.csv"] = table.figures, table.meta
        rendered["thread.json"] = thread_json(document)
        for name in files:
            if progress:
                progress(name)
            rendering: Any = import_module(RENDERERS[name])
            if name == PDF:
                typesetting = beside.enter_context(rendering.begin(document, drawer))
            elif name == PAGE:
                rendered[name] = rendering.render(document, drawer).encode()
            else:
                rendered[name] = rendering.render(document)
        if typesetting:
            rendered[PDF] = typesetting.pdf()
    return rendered


def drawing_once() -> Callable[[Chart], str]:
    """Draws each chart the first time it is asked for: the page and the PDF share the picture."""
    drawn: dict[int, str] = {}

    def draw_once(chart: Chart) -> str:
        if id(chart) not in drawn:
            drawn[id(chart)] = draw(chart)
        return drawn[id(chart)]

    return draw_once
