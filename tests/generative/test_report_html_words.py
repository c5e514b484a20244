"""Whatever people write, the page stays well nested, holds their words and nothing else runs."""

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.report.document import (
    BulletList,
    Cell,
    Note,
    Paragraph,
    Prose,
    Row,
    Section,
    Slot,
    SlotKind,
    Table,
)
from goldenthread.report.html import render
from tests.factories.documents import a_document
from tests.factories.drawings import a_drawing
from tests.factories.pages import read_page

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60)
HOSTILE = st.sampled_from(
    ['"><script>x()</script>', "</section>", "{{ 7 }}", "<!--", "&lt;", "]]>"]
)
WORDS = st.builds(lambda *parts: "".join(parts), TEXT, HOSTILE, TEXT)


@given(st.lists(WORDS, min_size=7, max_size=7))
def test_any_words_are_shown_as_they_are(words: list[str]) -> None:
    paragraph, item, note, heading, cell, signed, title = words
    blocks = (
        Paragraph((paragraph,)),
        BulletList(((item,),)),
        Note((note,), heading),
        Table(id="t", caption="T", columns=("A",), rows=(Row("r", (Cell(cell),)),)),
        Slot("s", SlotKind.ASK, Prose((Paragraph((paragraph,)),), signed)),
    )
    document = a_document(summary=(), sections=(Section(id="one", title=title, blocks=blocks),))
    page = read_page(render(document, a_drawing))
    for text in words:
        assert " ".join(text.split()) in page.one("main").text
    assert len(list(page.every("script"))) == 1
