"""The document as a PDF: tagged, with contents, made to PDF/UA-1 and the same bytes every time."""

import json
from collections.abc import Callable

from goldenthread.charts.model import Chart
from goldenthread.report.document import Document
from goldenthread.report.pdf.layout import layout
from goldenthread.report.pdf.typesetting import Typesetting
from goldenthread.report.printed_values import refuse_unreleased


def begin(document: Document, drawer: Callable[[Chart], str] | None = None) -> Typesetting:
    """Begin to lay out the whole report as a tagged A4 PDF, in a process beside this one.

    ``drawer`` makes a chart's SVG; without one the charts room's own is used. Raises TypeError
    where a number has not been released, and GoldenThreadError where Typst is not installed.
    """
    refuse_unreleased(document)
    if drawer is None:
        from goldenthread.charts.draw import draw

        drawer = draw
    return Typesetting(json.dumps(layout(document, drawer), ensure_ascii=False), document.as_of)


def render(document: Document, drawer: Callable[[Chart], str] | None = None) -> bytes:
    """The whole report as a tagged A4 PDF.

    Raises as ``begin`` does, and GoldenThreadError where Typst cannot lay the report out.
    """
    with begin(document, drawer) as typesetting:
        return typesetting.pdf()
