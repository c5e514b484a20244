"""Whatever a partnership writes, the renderers hold it as text and nothing else."""

import csv
import io
import re

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.nouns import Area, AreaKind, Breakdown
from goldenthread.report.data import tidy
from goldenthread.report.document import Cell, Row, Section, Table
from goldenthread.report.pdf.glyphs import NOT_SHOWN, printable, shapes
from goldenthread.report.workbook.words import headings, text
from tests.factories import a_figure, released
from tests.factories.documents import a_document

# Ordinary letters with what spreadsheets, Typst and gptables give a meaning to.
ANY = st.one_of(
    st.text(max_size=60), st.text(alphabet="=+-@[]()$#*_<>\\\u202e\u200d \t\nab1", max_size=40)
)


@given(ANY)
def test_report_pdf_text_has_a_shape_for_every_character(written: str) -> None:
    shown = printable(written)
    allowed = shapes() | {ord(c) for c in "\u200b\u200c\u200d\u00ad\u2060"}
    assert all(ord(character) in allowed for character in shown)
    if all(32 <= ord(character) < 127 for character in written) and len(written) < 46:
        assert shown == written
    assert NOT_SHOWN + NOT_SHOWN not in shown


@given(ANY)
def test_report_workbook_text_is_never_a_reference_a_link_or_blank(written: str) -> None:
    held = text(written)
    assert re.search(r"[A-Za-z0-9]", held)
    assert "$$" not in held
    assert not re.search(r"\[.+\]\(.+\)", held)
    assert text(held) == held


@given(st.lists(ANY, min_size=1, max_size=6))
def test_report_workbook_headings_are_all_different(written: list[str]) -> None:
    made = headings(tuple(written))
    assert len({heading.lower() for heading in made}) == len(written)


@given(ANY, ANY.filter(lambda value: value.strip()))
def test_report_data_fields_are_never_formulas_or_torn_apart(name: str, part: str) -> None:
    area = Area("821", name, AreaKind.COUNCIL, region="E12000006")
    figure = a_figure(10, area=area, breakdown=Breakdown((("issue", part),)))
    table = Table(id="t", caption="C", columns=("n",), rows=(Row("r", (Cell(released(figure)),)),))
    made = tidy(a_document(summary=(), sections=(Section(id="s", title="S", blocks=(table,)),)))
    rows = list(csv.reader(io.StringIO(made.figures.decode("utf-8"), newline="")))
    assert len(rows) == 2
    assert len(rows[0]) == len(rows[1])
    for field in rows[1][:-1]:
        assert not field.startswith(("=", "+", "-", "@"))
        assert field == field.strip()
        assert "\n" not in field
