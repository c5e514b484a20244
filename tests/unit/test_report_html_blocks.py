"""Each kind of block as the page shows it: slots, tables and their keys, charts, notes, prose."""

import pytest

from goldenthread.nouns import Quality, Status
from goldenthread.report.document import (
    Cell,
    Mark,
    Note,
    Row,
    Section,
    Slot,
    SlotKind,
    Table,
    ThreadEntry,
)
from goldenthread.report.html import render
from tests.factories import a_figure, released
from tests.factories.documents import a_document
from tests.factories.drawings import a_drawing
from tests.factories.pages import Element, read_page


@pytest.fixture(scope="module")
def page() -> Element:
    return read_page(render(a_document(), a_drawing))


def a_page_of(*blocks: Table | Note | Slot) -> Element:
    """A page of one section of these blocks, which print no Northmoor figures."""
    values = [
        cell.content
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        if not isinstance(cell.content, str)
    ]
    entries = tuple(ThreadEntry(value, "1", "Enquiries", "Enquiries begun.") for value in values)
    section = Section(id="only", title="Only", blocks=blocks)
    document = a_document(summary=(), sections=(section,), threads=entries)
    return read_page(render(document, a_drawing))


def test_an_empty_slot_says_that_nothing_is_written_yet(page: Element) -> None:
    slot = page.one(id="contacts-ask")
    assert slot.one("h4").text == "What we ask"
    assert "Nothing written yet" in slot.text


def test_a_filled_slot_shows_its_words_and_who_signed(page: Element) -> None:
    slot = page.one(id="enquiries-tells")
    assert "More families met a section 47 enquiry" in slot.text
    assert "Signed: Director of children’s services, Northmoor Council" in slot.text
    assert "Nothing written yet" not in slot.text


def test_neighbouring_slots_stand_in_one_list() -> None:
    slots = [Slot(f"s-{kind.name}", kind) for kind in SlotKind]
    page = a_page_of(*slots, Note(("Between.",)), Slot("s-last", SlotKind.ASK))
    groups = [len(list(group.every("div", class_="slot"))) for group in page.every(class_="slots")]
    assert groups == [3, 1]


def test_a_table_has_a_caption_headings_with_scope_and_its_own_region(page: Element) -> None:
    table = page.one("table", id="table-issues")
    assert "Contacts by issue and month" in table.one("caption").text
    assert {e.attributes["scope"] for e in table.one("thead").every("th")} == {"col"}
    for row in table.one("tbody").every("tr"):
        assert [e.attributes["scope"] for e in row.every("th")] == ["row"]
    region = table.parent
    assert region is not None
    assert region.attributes["tabindex"] == "0"
    assert region.attributes["aria-labelledby"] == table.one("caption").attributes["id"]


def test_marks_are_said_in_words(page: Element) -> None:
    table = page.one("table", id="table-issues")
    marks = [mark.text for mark in table.every("strong", class_="mark")]
    assert marks == ["▲ highest"] * 2 + ["▼ lowest"] * 2
    factors = page.one("table", id="table-factors")
    assert [mark.text for mark in factors.every("strong")] == ["✚ new"]


def test_a_mark_on_words_is_said_as_well() -> None:
    table = Table(id="t", caption="T", columns=("A",), rows=(Row("r", (Cell("much", Mark.NEW),)),))
    assert "✚ new" in a_page_of(table).one("table").text


def test_symbols_are_explained_in_place_and_in_the_key_under_the_table(page: Element) -> None:
    table = page.one("table", id="table-placements")
    shown = {a.text: a.attributes["title"] for a in table.every("abbr")}
    assert set(shown) == {"c", "z", "x", "u", "v", "k"}
    frame = table.parent
    assert frame is not None
    assert frame.parent is not None
    under = frame.parent.children[frame.parent.children.index(frame) + 1]
    for letter, meaning in shown.items():
        assert f"{letter}: {meaning}" in under.text


def test_a_flag_that_all_numbers_share_is_said_once(page: Element) -> None:
    figure = page.one("figure", id="chart-issues")
    assert list(figure.every("abbr", class_="flag")) == []
    assert "Every number here is provisional" in figure.text


def test_a_flag_that_some_numbers_have_stands_beside_them() -> None:
    plain = released(a_figure(700))
    forecast = released(a_figure(710, period="2024-25", status=Status.FORECAST))
    poor = released(a_figure(720, period="2022-23", quality=Quality.POOR, quality_note="gaps"))
    table = Table(
        id="t",
        caption="T",
        columns=("A", "B", "C"),
        rows=(Row("r", (Cell(plain), Cell(forecast), Cell(poor))),),
    )
    page = a_page_of(table)
    cells = [cell.text for cell in page.one("tbody").every("td")]
    assert cells == ["700", "710 [f]", "720 [u]"]
    assert "[f]: a forecast" in page.one("main").text


def test_a_chart_has_a_caption_a_picture_and_its_numbers(page: Element) -> None:
    figure = page.one("figure", id="chart-contacts")
    assert "Contacts at the front door each month" in figure.one("figcaption").text
    assert figure.one("svg").attributes["role"] == "img"
    details = figure.one("details")
    assert details.one("summary").text.startswith("Show the numbers as a table")
    assert len(list(details.one("tbody").every("tr"))) == 12


def test_a_break_in_a_series_is_told_with_its_day_and_reason(page: Element) -> None:
    told = page.one("figure", id="chart-contacts").text
    assert "Break in the series, 1 October 2023: new threshold guidance" in told


def test_a_note_may_have_a_heading_or_none() -> None:
    page = a_page_of(Note(("Said.",), "Not known"), Note(("Said again.",)))
    headings = [e.text for e in page.every(class_="note-heading")]
    assert headings == ["Not known"]
