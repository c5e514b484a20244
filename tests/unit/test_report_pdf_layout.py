"""What is handed to the PDF's template: text as text, figures with their first place, slots."""

from dataclasses import replace
from typing import Any

import pytest

from goldenthread.charts.model import Chart
from goldenthread.report.document import (
    Cell,
    ChartBlock,
    Paragraph,
    Row,
    Section,
    Slot,
    SlotKind,
    Table,
)
from goldenthread.report.pdf.layout import layout
from goldenthread.report.printed_values import every_block, printed_values
from goldenthread.wording import Bound
from tests.factories.documents import a_document
from tests.factories.northmoor.figures import a_number, bound


def no_drawing(chart: Chart) -> str:
    return f"<svg>{chart.title}</svg>"


def runs_in(data: Any) -> list[dict[str, Any]]:
    """Every printed figure in the data, in order, wherever it stands."""
    if isinstance(data, dict):
        if "figure" in data:
            return [data]
        return [run for value in data.values() for run in runs_in(value)]
    if isinstance(data, list):
        return [run for value in data for run in runs_in(value)]
    return []


def test_report_pdf_layout_prints_every_value_in_order_and_marks_its_first_place() -> None:
    document = a_document()
    data = layout(document, no_drawing)
    runs = runs_in([data["summary"], data["sections"]])
    firsts = [run["figure"] for run in runs if run["first"]]
    assert firsts == list(printed_values(document, under_charts=False))
    assert len(runs) > len(firsts)
    assert len(firsts) < len(document.threads), "the tables under charts lead nowhere here"


def test_report_pdf_layout_holds_every_chart_with_its_drawing_and_words() -> None:
    document = a_document()
    charts = [block.chart for block in every_block(document) if isinstance(block, ChartBlock)]
    found: list[dict[str, Any]] = []

    def look(blocks: list[dict[str, Any]], sections: list[dict[str, Any]]) -> None:
        found.extend(block for block in blocks if block["kind"] == "chart")
        for section in sections:
            look(section["blocks"], section["sections"])

    data = layout(document, no_drawing)
    look(data["summary"], data["sections"])
    assert [chart["svg"] for chart in found] == [no_drawing(chart) for chart in charts]
    assert [chart["alt"] for chart in found] == [chart.description for chart in charts]
    broken = next(at for at, chart in enumerate(charts) if chart.breaks)
    reason = charts[broken].breaks[0].reason.rstrip(".")
    assert any(reason in note for note in found[broken]["notes"])


def test_report_pdf_layout_keeps_slots_that_stand_together_in_one_row() -> None:
    empty = tuple(Slot(kind.name, kind) for kind in SlotKind)
    section = Section(
        id="s", title="S", blocks=(Paragraph(("one",)), *empty, Paragraph(("two",)), empty[0])
    )
    data = layout(a_document(summary=(), sections=(section,)), no_drawing)
    kinds = [block["kind"] for block in data["sections"][0]["blocks"]]
    assert kinds == ["paragraph", "slots", "paragraph", "slots"]
    row = data["sections"][0]["blocks"][1]["slots"]
    assert [slot["title"] for slot in row] == [kind.value for kind in SlotKind]
    assert [slot["prose"] for slot in row] == [None, None, None]


def test_report_pdf_layout_lists_only_the_letters_that_are_printed() -> None:
    value = bound(a_number("private_fostering_arrangements", 4))
    only = a_document(summary=(Paragraph(("There were ", value)),), sections=())
    assert layout(only, no_drawing)["symbols"] == [
        ["c", "withheld to protect children’s identities"]
    ]
    none = a_document(summary=(Paragraph(("Nothing is known.",)),), sections=())
    assert layout(none, no_drawing)["symbols"] == []


def test_report_pdf_appendix_says_each_file_and_definition_once() -> None:
    document = a_document()
    appendix = layout(document, no_drawing)["appendix"]
    linked = printed_values(document, under_charts=False)
    threads = [released.figure.thread for released in linked.values()]
    assert len(appendix["lines"]) == len(threads)
    assert len(appendix["files"]) == len({(t.source, t.vintage, t.file) for t in threads})
    keys = {file["key"] for file in appendix["files"]}
    assert {line["file"] for line in appendix["lines"]} == keys
    change = next(line for line in appendix["lines"] if line["calculation"])
    assert [entry["text"] for entry in change["inputs"]] == ["845", "1,134"]


def test_report_pdf_appendix_names_the_other_values_a_thing_is_known_by() -> None:
    started = bound(a_number("child_protection_plans_started", 311))
    document = a_document(summary=(Paragraph((started,)),), sections=())
    (line,) = layout(document, no_drawing)["appendix"]["lines"]
    assert line["others"] == [
        "310 (Children in need, 2023, first published; revised a year later)",
        "52.1 (Local Authority Interactive Tool, 2024)",
    ]


def test_report_pdf_appendix_warns_of_what_is_not_final_or_not_shown() -> None:
    provisional = a_number("contacts", 120)
    withheld = a_number("private_fostering_arrangements", 4)
    shared = a_number("referrals", "12.5", unit=provisional.figure.unit, base=(1234, 9872))
    table = Table(
        id="t",
        caption="c",
        columns=("a", "b", "c"),
        rows=(Row("r", (Cell(provisional), Cell(withheld), Cell(shared))),),
    )
    section = Section(id="s", title="S", blocks=(table,))
    lines = layout(a_document(summary=(), sections=(section,)), no_drawing)["appendix"]["lines"]
    assert lines[0]["remarks"] == ["provisional"]
    assert lines[1]["remarks"] == ["provisional", "withheld to protect children’s identities"]
    assert lines[2]["remarks"] == ["1,234 of 9,872"]


def test_report_pdf_layout_refuses_a_thing_it_has_no_layout_for() -> None:
    document = a_document(summary=(), sections=())
    with pytest.raises(TypeError, match="no layout for the block str"):
        layout(replace(document, summary=("a stray text",)), no_drawing)  # type: ignore[arg-type]


def test_report_pdf_layout_prints_a_bound_number_as_it_is_bound() -> None:
    value = a_number("contacts", 1200)
    said = Bound(value, "1.2 thousand")
    document = a_document(summary=(Paragraph(("About ", said, " contacts.")),), sections=())
    runs = layout(document, no_drawing)["summary"][0]["runs"]
    assert [run["text"] for run in runs] == ["About ", "1.2 thousand", " contacts."]
