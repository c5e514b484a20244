"""No renderer prints a number that disclosure has not let out, and none is loaded before use."""

import builtins
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from types import ModuleType
from typing import Any

import pytest

from goldenthread.charts.model import Chart, ChartKind, Point, Series
from goldenthread.nouns import GoldenThreadError, Unit
from goldenthread.report.data import thread_json, tidy
from goldenthread.report.document import (
    Block,
    Cell,
    ChartBlock,
    Document,
    Paragraph,
    Prose,
    Row,
    Section,
    Slot,
    SlotKind,
    Table,
    ThreadEntry,
)
from goldenthread.report.pdf.render import render as pdf
from goldenthread.report.workbook.render import render as workbook
from goldenthread.wording import Bound
from tests.factories import a_figure
from tests.factories.documents import a_document

RENDERERS: dict[str, Callable[[Document], object]] = {
    "pdf": lambda document: pdf(document, lambda _: "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "workbook": workbook,
    "tidy data": tidy,
    "threads": thread_json,
}

# What may be taken for a released value: a figure before disclosure, plain numbers, a look-alike.
IMPOSTORS = {
    "figure": a_figure(3),
    "decimal": Decimal(3),
    "whole number": 3,
    "look-alike": type("Released", (), {"value": Decimal(3), "symbol": None, "id": "0" * 12})(),
}


def in_cell(value: Any) -> Block:
    return Table(id="t", caption="C", columns=("n",), rows=(Row("r", (Cell(value),)),))


def in_chart(value: Any) -> Block:
    chart = Chart(
        kind=ChartKind.YEARS,
        title="T",
        description="D",
        unit=Unit.COUNT,
        labels=("2024",),
        series=(Series("S", (Point("2024", value),)),),
    )
    return ChartBlock("c", chart, Table(id="t", caption="C", columns=(), rows=()))


def in_slot(value: Any) -> Block:
    return Slot("s", SlotKind.ASK, Prose((Paragraph((Bound(value, "3"),)),)))


PLACES: dict[str, Callable[[Any], Block]] = {
    "cell": in_cell,
    "chart": in_chart,
    "slot": in_slot,
    "sentence": lambda value: Paragraph((Bound(value, "3"),)),
    "bare in a sentence": lambda value: Paragraph((value,)),
}


@pytest.mark.parametrize("impostor", IMPOSTORS)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("renderer", RENDERERS)
def test_report_outputs_print_only_what_is_released(
    renderer: str, place: str, impostor: str
) -> None:
    deep = Section(id="b", title="B", blocks=(PLACES[place](IMPOSTORS[impostor]),))
    section = Section(id="a", title="A", sections=(deep,))
    document = replace(a_document(), sections=(section,))
    with pytest.raises(TypeError, match=r"goldenthread\.disclosure\.release"):
        RENDERERS[renderer](document)


@pytest.mark.parametrize("renderer", RENDERERS)
def test_report_outputs_take_no_thread_of_an_unreleased_value(renderer: str) -> None:
    document = a_document()
    entry = ThreadEntry(a_figure(3), "3", "title", "definition")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="the thread of 'title' holds a Figure"):
        RENDERERS[renderer](replace(document, threads=(*document.threads, entry)))


@pytest.mark.parametrize("renderer", RENDERERS)
def test_report_outputs_take_the_released_document(renderer: str) -> None:
    assert RENDERERS[renderer](a_document())


@pytest.mark.parametrize(("renderer", "library"), [("pdf", "typst"), ("workbook", "gptables")])
def test_report_outputs_say_which_extra_is_missing(
    renderer: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> ModuleType:
        if name == library:
            raise ImportError(f"No module named {name!r}")
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(GoldenThreadError, match=r'pip install ".\[report\]"'):
        RENDERERS[renderer](a_document())


def test_report_outputs_load_no_renderer_before_it_is_used() -> None:
    program = """
import sys
import goldenthread.report, goldenthread.report.make, goldenthread.report.data
import goldenthread.report.pdf.render, goldenthread.report.workbook.render
renderers = ("typst", "gptables", "xlsxwriter", "vl_convert")
print([name for name in renderers if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
