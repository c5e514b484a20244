"""Figures on the page: only released ones, each a link to its thread, each thread leading back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from goldenthread.charts.model import Point, Series
from goldenthread.nouns import Quality, Symbol, Unit
from goldenthread.report.document import (
    Block,
    BulletList,
    Cell,
    ChartBlock,
    Document,
    Paragraph,
    Row,
    Section,
    Table,
    ThreadEntry,
)
from goldenthread.report.html import render
from goldenthread.wording import Bound
from tests.factories import a_figure, a_thread, released
from tests.factories.documents import a_document, an_entry, threads_of
from tests.factories.drawings import a_drawing
from tests.factories.northmoor.figures import a_change, a_number, a_share, bound
from tests.factories.northmoor.walk import every_block, printed_in
from tests.factories.pages import Element, read_page


def with_block(block: Block, **changes: Any) -> Document:
    """A document of one section that holds one block."""
    section = Section(id="only", title="Only", blocks=(block,))
    return a_document(summary=(), sections=(section,), **changes)


def thread_of(page: Element, figure_id: str) -> dict[str, str]:
    """The facts of one thread entry, by their terms."""
    entry = page.one("li", id=f"thread-{figure_id}")
    return {row.one("dt").text: row.one("dd").text for row in entry.every("div")}


def a_table(content: Any) -> Table:
    """A table of one cell."""
    return Table(id="t", caption="T", columns=("A",), rows=(Row("r", (Cell(content),)),))


def test_every_printed_figure_is_a_link_to_a_thread() -> None:
    document = a_document()
    page = read_page(render(document, a_drawing))
    threads = {e.attributes["id"] for e in page.one("section", class_="threads").every("li")
               if e.attributes.get("id", "").startswith("thread-")}  # fmt: skip
    links = {link.attributes["href"][1:] for link in page.every("a", class_="figure")}
    assert links == threads == {f"thread-{value.id}" for value in printed_in(document)}
    assert len(threads) > 150


def test_every_thread_leads_back_to_where_its_figure_is_printed_first() -> None:
    page = read_page(render(a_document(), a_drawing))
    met: set[str] = set()
    for link in page.one("main").every("a", class_="figure"):
        target = link.attributes["href"].removeprefix("#thread-")
        if any(e.attributes.get("class") == "threads" for e in above(link)):
            continue
        assert ("id" in link.attributes) == (target not in met)
        met.add(target)
    back = {
        link.attributes["href"] for r in page.every("p", class_="return") for link in r.every("a")
    }
    assert back == {f"#printed-{figure_id}" for figure_id in met}


def above(element: Element) -> list[Element]:
    """The elements it stands within."""
    return [] if element.parent is None else [element.parent, *above(element.parent)]


def test_a_sentence_prints_the_text_its_number_is_bound_to() -> None:
    value = a_number("referrals", 1862)
    page = read_page(
        render(with_block(Paragraph(("About ", Bound(value, "1,900"), "."))), a_drawing)
    )
    assert page.one("main").one("a", class_="figure").text == "1,900"


def test_a_thread_tells_everything_that_leads_back() -> None:
    value = a_share("care_leavers_eet", 61, 131)
    facts = thread_of(read_page(render(with_block(a_table(value)), a_drawing)), value.id)
    thread = value.figure.thread
    for told in (thread.file, thread.locator, thread.digest[:12]):
        assert told in facts["Read from"]
    assert thread.source in facts["Source"]
    assert "2024 release" in facts["Source"]
    assert thread.definition in facts["Definition"]
    assert facts["Calculation"] == "Taken as published"
    assert facts["Worked from"] == "Numerator 61, denominator 131"
    assert facts["Status"] == "Final, known since 31 October 2024"


def test_a_thread_names_the_population_a_rate_was_worked_on() -> None:
    value = a_number("section_47_enquiries", "203.1", unit=Unit.RATE_PER_10000, base=(1134, 55836))
    facts = thread_of(read_page(render(with_block(a_table(value)), a_drawing)), value.id)
    assert "denominator 55,836 (Mid-2023 estimates as first published" in facts["Worked from"]


def test_a_worked_out_figure_links_its_inputs_where_they_are_printed() -> None:
    before, after = a_number("referrals", 100, year="2022-23"), a_number("referrals", 150)
    change = a_change(before, after)
    block = BulletList(((bound(after),), (bound(change),)))
    page = read_page(render(with_block(block), a_drawing))
    entry = page.one("li", id=f"thread-{change.id}")
    (link,) = entry.every("a", class_="figure")
    assert link.attributes["href"] == f"#thread-{after.id}"
    assert "one figure that is not printed in this report" in entry.text


def test_other_values_are_told_with_their_source_and_note() -> None:
    value = a_number("child_protection_plans_started", 311)
    facts = thread_of(read_page(render(with_block(a_table(value)), a_drawing)), value.id)
    assert "310 Children in need; 2023 release; first published" in facts["Also known as"]


def test_quality_is_told_with_its_reason() -> None:
    figure = a_figure(40, quality=Quality.CAUTION, quality_note="two months are missing")
    value = released(figure)
    entry = ThreadEntry(value, "40", "Enquiries", "Enquiries begun.", source_title="Need, table 4")
    page = read_page(render(with_block(a_table(value), threads=(entry,)), a_drawing))
    facts = thread_of(page, value.id)
    assert facts["Quality"] == "Caution: two months are missing"
    assert facts["Source"].startswith("Need, table 4 (dfe.c4)")


def test_a_withheld_figure_gives_nothing_away() -> None:
    value = a_share("private_fostering_arrangements", 3, 77)
    assert value.withheld
    html = render(with_block(a_table(value)), a_drawing)
    page = read_page(html)
    facts = thread_of(page, value.id)
    assert facts["Why no number"] == "Withheld to protect children’s identities"
    assert "Worked from" not in facts
    assert "3.9" not in page.one("main").text
    abbreviation = page.one("table").one("abbr")
    assert (abbreviation.text, abbreviation.attributes["title"]) == (
        "c",
        Symbol.CONFIDENTIAL.meaning,
    )


def test_a_thread_kept_for_a_calculation_alone_has_no_way_back_to_print() -> None:
    before, after = a_number("referrals", 100, year="2022-23"), a_number("referrals", 150)
    change = a_change(before, after)
    document = with_block(a_table(change))
    kept = replace(document, threads=(*threads_of(document), an_entry(before), an_entry(after)))
    page = read_page(render(kept, a_drawing))
    entry = page.one("li", id=f"thread-{before.id}")
    assert list(entry.every("p", class_="return")) == []
    assert "Used in a calculation only" in page.text


@pytest.mark.parametrize("number", [7, 7.5, Decimal("7"), a_figure(700), None, date(2024, 3, 31)])
def test_a_cell_with_anything_unreleased_is_refused(number: Any) -> None:
    with pytest.raises(TypeError, match="prints only values that"):
        render(with_block(a_table(number), threads=()), a_drawing)


@pytest.mark.parametrize("number", [7, Decimal("7"), a_figure(700), Bound(a_figure(700), "700")])  # type: ignore[arg-type]
def test_words_with_anything_unreleased_are_refused(number: Any) -> None:
    with pytest.raises(TypeError, match="prints only values that"):
        render(with_block(Paragraph((number,)), threads=()), a_drawing)


def test_a_released_value_without_its_text_is_refused_in_a_sentence() -> None:
    loose: Any = a_number("referrals", 150)
    with pytest.raises(TypeError, match="Bound"):
        render(with_block(Paragraph((loose,)), threads=()), a_drawing)


def test_a_chart_of_anything_unreleased_is_refused() -> None:
    block = next(b for b in every_block(a_document()) if isinstance(b, ChartBlock))
    loose: Any = a_figure(700)
    series = (Series("Loose", (Point("Apr", loose),)),)
    with pytest.raises(TypeError, match="prints only values that"):
        render(with_block(replace(block, chart=replace(block.chart, series=series))), a_drawing)


def test_a_thread_of_anything_unreleased_is_refused() -> None:
    loose: Any = a_figure(700)
    entry = ThreadEntry(loose, "700", "Enquiries", "Enquiries begun.")
    with pytest.raises(TypeError, match="prints only values that"):
        render(a_document(threads=(entry,), summary=(), sections=()), a_drawing)


def test_a_figure_without_a_thread_is_refused_by_name() -> None:
    value = a_number("referrals", 150)
    with pytest.raises(ValueError, match=r"referrals.*has no entry among"):
        render(with_block(a_table(value), threads=()), a_drawing)


def test_a_row_too_short_for_its_table_is_refused_by_name() -> None:
    table = replace(a_table("words"), columns=("A", "B"))
    with pytest.raises(ValueError, match="row 'r' has 1 cells under 2 columns"):
        render(with_block(table), a_drawing)


def test_something_that_is_no_block_is_refused_by_name() -> None:
    stray: Any = a_thread()
    with pytest.raises(TypeError, match="no block of the kind Thread"):
        render(with_block(stray, threads=()), a_drawing)
