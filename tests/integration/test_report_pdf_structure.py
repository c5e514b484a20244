"""The PDF's inside, read back with another program: tags, headings, alternatives, links."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from goldenthread.charts.model import Chart
from goldenthread.disclosure import Released
from goldenthread.report.document import (
    BulletList,
    Cell,
    ChartBlock,
    Document,
    Note,
    Paragraph,
    Prose,
    Row,
    Section,
    Slot,
    SlotKind,
    Table,
)
from goldenthread.report.pdf.render import render
from goldenthread.report.printed_values import every_block, every_table, printed_values
from tests.factories.documents import a_document

SHOWS = {"Tj", "TJ", "'", '"'}


def a_drawing(chart: Chart) -> str:
    """A stand-in for the charts room's drawing, with letters in it."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200"><text x="9" y="90" '
        f'font-family="Liberation Sans" font-size="20">{len(chart.labels)}</text></svg>'
    )


@cache
def the_bytes() -> bytes:
    return render(a_document(), a_drawing)


@pytest.fixture
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(the_bytes())) as opened:
        yield opened


def elements(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
    """Every structure element: its kind, itself, the kinds around it."""

    def walk(node: Any, around: tuple[str, ...]) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
        if "/S" in node:
            kind = str(node.S)
            yield kind, node, around
            around = (*around, kind)
        children = node.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, pikepdf.Dictionary):
                yield from walk(child, around)

    yield from walk(pdf.Root.StructTreeRoot, ())


def test_report_pdf_says_what_it_is(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.MarkInfo.Marked is True
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    assert str(pdf.docinfo["/Title"]) == a_document().title
    metadata = pdf.Root.Metadata.read_bytes()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert all(page.Tabs == "/S" for page in pdf.pages)
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[0] == "Summary"
    assert {"Child protection", "Where each figure comes from"} <= set(titles)


def test_report_pdf_is_on_a4(pdf: pikepdf.Pdf) -> None:
    sizes = {tuple(round(float(side)) for side in page.MediaBox[2:]) for page in pdf.pages}
    assert sizes == {(595, 842)}


def test_report_pdf_gives_every_picture_its_words(pdf: pikepdf.Pdf) -> None:
    charts = [block.chart for block in every_block(a_document()) if isinstance(block, ChartBlock)]
    alternatives = [str(node.Alt) for kind, node, _ in elements(pdf) if kind == "/Figure"]
    assert alternatives == [chart.description for chart in charts]
    assert len(charts) >= 7


def test_report_pdf_marks_tables_and_their_headings(pdf: pikepdf.Pdf) -> None:
    kinds = Counter(kind for kind, _, _ in elements(pdf))
    tables = list(every_table(a_document()))
    files_and_definitions = 2
    there = len(tables) + files_and_definitions
    assert kinds["/Table"] == kinds["/THead"] == kinds["/TBody"] == there
    headings = [node for kind, node, _ in elements(pdf) if kind == "/TH"]
    expected = sum(len(table.columns) + 1 for table in tables) + 5 + 3
    assert len(headings) == expected
    assert {str(node.A[0].Scope) for node in headings} == {"/Column"}
    inside = {around[-1] for kind, _, around in elements(pdf) if kind in ("/TH", "/TD")}
    assert inside == {"/TR"}


def test_report_pdf_headings_go_down_one_level_at_a_time(pdf: pikepdf.Pdf) -> None:
    levels = [int(kind[2:]) for kind, _, _ in elements(pdf) if kind[:2] == "/H" and kind[2:]]
    assert levels[0] == 1
    assert len(levels) > 20
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_report_pdf_leaves_no_text_outside_its_tags(pdf: pikepdf.Pdf) -> None:
    for number, page in enumerate(pdf.pages, start=1):
        depth = shown = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += (name in ("BDC", "BMC")) - (name == "EMC")
            if name in SHOWS:
                shown += 1
                assert depth > 0, f"page {number} shows {operands} outside every tag"
        assert depth == 0
        assert shown > 0


def test_report_pdf_links_each_figure_to_its_thread_and_back(pdf: pikepdf.Pdf) -> None:
    document = a_document()
    pages = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    journeys: Counter[tuple[bool, bool]] = Counter()
    threads_begin = max(
        pages[item.destination[0].objgen]
        for item in outline_of(pdf)
        if item.title == "Where each figure comes from"
    )
    contents = 2
    for number, page in enumerate(pdf.pages, start=1):
        for note in page.get("/Annots", []):
            assert str(note.get("/Contents", "")), "a link without words for a screen reader"
            assert "/StructParent" in note
            if number > contents:
                leads_to = pages[note.Dest[0].objgen]
                journeys[number >= threads_begin, leads_to >= threads_begin] += 1
    in_body, in_threads = False, True
    assert journeys[in_body, in_threads] >= places_printed(document)
    assert journeys[in_threads, in_body] == len(printed_values(document, under_charts=False))
    assert journeys[in_body, in_body] == 0


def outline_of(pdf: pikepdf.Pdf) -> list[Any]:
    with pdf.open_outline() as outline:
        return list(outline.root)


def places_printed(document: Document) -> int:
    """How often a released value stands in a cell of the report's own tables: each is a link."""
    return sum(
        isinstance(cell.content, Released)
        for block in every_block(document)
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
    )


def test_report_pdf_is_the_same_bytes_again() -> None:
    assert render(a_document(), a_drawing) == the_bytes()


HOSTILE = (
    '#panic("x") #read("/etc/passwd") *b* _i_ $x$ `raw` <label> @ref // \\ = [a](b) "#sys.inputs" '
    "</Title><x> 😀 \u202e21 \x00"
)


def with_everywhere(text: str) -> Document:
    """The made-up document with a text put wherever a person's words may stand."""
    document = a_document()
    table = Table(
        id="t",
        caption=text,
        columns=(text, "second"),
        rows=(Row(text, (Cell(text), Cell("x"))),),
        corner=text,
        notes=(text,),
    )
    prose = Prose((Paragraph((text,)), BulletList(((text,),))), signed=text)
    blocks = (prose, table, Note((text,), heading=text), Slot("s", SlotKind.ASK, prose))
    last = Section(id="hostile", title=text, blocks=blocks)
    return replace(
        document,
        title=text,
        subtitle=text,
        partnership=text,
        area=text,
        edition=text,
        sources=(text,),
        sections=(*document.sections, last),
    )


def test_report_pdf_takes_no_text_for_markup() -> None:
    """Whatever the words are, the structure is that of innocent words."""
    kinds = []
    for text in ("innocent words", HOSTILE):
        with pikepdf.open(io.BytesIO(render(with_everywhere(text), a_drawing))) as opened:
            kinds.append(Counter(kind for kind, _, _ in elements(opened)))
    assert kinds[0] == kinds[1]
