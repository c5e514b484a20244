"""The document as a PDF: tagged, with contents, made to PDF/UA-1 and the same bytes every time."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, time
from importlib.resources import as_file, files
from types import ModuleType

from goldenthread.charts import Chart
from goldenthread.nouns import GoldenThreadError
from goldenthread.report.document import Document
from goldenthread.report.pdf.glyphs import FONTS
from goldenthread.report.pdf.layout import layout
from goldenthread.report.printed_values import refuse_unreleased

# How many documents Typst keeps its work of.
_REMEMBERED = 10


def render(document: Document, drawer: Callable[[Chart], str] | None = None) -> bytes:
    """The whole report as a tagged A4 PDF.

    ``drawer`` makes a chart's SVG; without one the charts room's own is used. Raises TypeError
    where a number has not been released, and GoldenThreadError where Typst is not installed or
    cannot lay the report out.
    """
    refuse_unreleased(document)
    typst = _typst()
    if drawer is None:
        from goldenthread.charts.draw import draw

        drawer = draw
    template = files(__package__).joinpath("template.typ").read_bytes()
    report = json.dumps(layout(document, drawer), ensure_ascii=False)
    with as_file(FONTS) as fonts:
        try:
            pdf = typst.compile(
                template,
                font_paths=[str(fonts)],
                ignore_system_fonts=True,
                format="pdf",
                sys_inputs={"report": report},
                pdf_standards=["ua-1"],
                timestamp=datetime.combine(document.as_of, time(), UTC),
            )
        except typst.TypstError as error:
            raise GoldenThreadError(
                f"the PDF could not be laid out ({error.message}): correct the part of the report "
                "that it names, or make the report without the PDF"
            ) from error
        finally:
            _forget(typst)
    if not isinstance(pdf, bytes):
        raise GoldenThreadError("the PDF came back in parts: install typst 0.15, as asked for")
    return pdf


def _forget(typst: ModuleType) -> None:
    """Let Typst drop what it remembers of the report.

    It keeps the work of the last ten documents in case they come again: with reports of this size
    that is gigabytes in a process that makes many. Eleven empty documents push it out.
    """
    compiler = typst.Compiler(ignore_system_fonts=True)
    for _ in range(_REMEMBERED + 1):
        compiler.compile(b"", format="pdf")


def _typst() -> ModuleType:
    """Typst, asked for only when a PDF is made: the core works without it."""
    try:
        import typst
    except ImportError as error:
        raise GoldenThreadError(
            'the PDF needs Typst: install it with pip install "goldenthread[report]", or make '
            "the report without the PDF"
        ) from error
    return typst
