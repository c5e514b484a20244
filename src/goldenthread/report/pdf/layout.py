"""A document as plain data for the PDF's template: text, runs and figure ids, nothing of Typst.

Every text passes through ``printable`` here; the template puts it on the page as text and never
reads it as markup.
"""

from collections.abc import Callable, Iterable
from typing import Any

from goldenthread.charts.model import Chart
from goldenthread.disclosure import Released
from goldenthread.report.document import (
    Block,
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
    Table,
)
from goldenthread.report.pdf.glyphs import printable
from goldenthread.report.pdf.threads import appendix
from goldenthread.wording import Bound, Words
from goldenthread.wording.numbers import printed

Drawer = Callable[[Chart], str]


def layout(document: Document, drawer: Drawer) -> dict[str, Any]:
    """Everything the template needs, as JSON can hold it."""
    page = _Page(drawer)
    summary = page.blocks(document.summary)
    sections = [page.section(section) for section in document.sections]
    return {
        "title": printable(document.title),
        "subtitle": printable(document.subtitle),
        "partnership": printable(document.partnership),
        "area": printable(document.area),
        "year": printable(document.year),
        "as_of": f"{document.as_of.day} {document.as_of:%B %Y}",
        "edition": printable(document.edition),
        "notice": printable(document.notice),
        "summary": summary,
        "sections": sections,
        "sources": [printable(source) for source in document.sources],
        "symbols": _symbols(document, page.symbols),
        "appendix": appendix(document, page.met),
    }


class _Page:
    """Turns blocks into data in reading order, noting where each figure is first printed.

    Numbers in sentences and in the report's own tables lead to their threads. The tables under
    charts do not: with them the appendix would be longer than the report. Their threads are on
    the page and in the data that are published beside the PDF, and the PDF says so.
    """

    def __init__(self, drawer: Drawer) -> None:
        self.drawer = drawer
        self.met: set[str] = set()
        self.symbols: set[str] = set()

    def section(self, section: Section) -> dict[str, Any]:
        return {
            "title": printable(section.title),
            "blocks": self.blocks(section.blocks),
            "sections": [self.section(under) for under in section.sections],
        }

    def blocks(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        """Blocks in order; slots that stand together are handed over together."""
        made: list[dict[str, Any]] = []
        for block in blocks:
            if not isinstance(block, Slot):
                made.append(self.block(block))
                continue
            if not made or made[-1]["kind"] != "slots":
                made.append({"kind": "slots", "slots": []})
            made[-1]["slots"].append(self.slot(block))
        return made

    def block(self, block: Block) -> dict[str, Any]:
        match block:
            case Paragraph(words):
                return {"kind": "paragraph", "runs": self.runs(words)}
            case BulletList(items):
                return {"kind": "bullets", "items": [self.runs(item) for item in items]}
            case Prose(blocks, signed):
                return {
                    "kind": "prose",
                    "blocks": self.blocks(blocks),
                    "signed": printable(signed),
                }
            case Note(words, heading):
                return {"kind": "note", "heading": printable(heading), "runs": self.runs(words)}
            case Table():
                return {"kind": "table"} | self.table(block)
            case ChartBlock():
                return self.chart(block)
        raise TypeError(f"the PDF has no layout for the block {type(block).__name__}")

    def slot(self, slot: Slot) -> dict[str, Any]:
        return {
            "title": slot.kind.value,
            "prose": None if slot.prose is None else self.block(slot.prose),
        }

    def chart(self, block: ChartBlock) -> dict[str, Any]:
        chart = block.chart
        breaks = [
            f"From {mark.label} figures are counted otherwise: {mark.reason.rstrip('.')}."
            for mark in chart.breaks
        ]
        notes = [note for note in chart.notes if note not in block.table.notes]
        return {
            "kind": "chart",
            "title": printable(chart.title),
            "alt": printable(chart.description or chart.title),
            "svg": self.drawer(chart),
            "notes": [printable(note) for note in [*notes, *breaks]],
            "table": self.table(block.table, linked=False),
        }

    def table(self, table: Table, *, linked: bool = True) -> dict[str, Any]:
        return {
            "caption": printable(table.caption),
            "corner": printable(table.corner),
            "columns": [printable(column) for column in table.columns],
            "numeric": [
                any(isinstance(row.cells[at].content, Released) for row in table.rows)
                for at in range(len(table.columns))
            ],
            "rows": [self.row(row, linked=linked) for row in table.rows],
            "notes": [printable(note) for note in table.notes],
        }

    def row(self, row: Row, *, linked: bool) -> dict[str, Any]:
        return {
            "heading": printable(row.heading),
            "total": row.total,
            "cells": [self.cell(cell, linked=linked) for cell in row.cells],
        }

    def cell(self, cell: Cell, *, linked: bool) -> dict[str, Any]:
        run: dict[str, Any]
        if isinstance(cell.content, Released):
            run = self.number(cell.content, printed(cell.content), linked=linked)
        else:
            run = {"text": printable(cell.content)}
        return run | {"mark": cell.mark.value if cell.mark else ""}

    def runs(self, words: Words) -> list[dict[str, Any]]:
        return [
            self.number(part.released, part.printed)
            if isinstance(part, Bound)
            else {"text": printable(part)}
            for part in words
        ]

    def number(self, released: Released, text: str, *, linked: bool = True) -> dict[str, Any]:
        """A printed figure: a link to its thread, and a place to come back to the first time."""
        if released.symbol is not None:
            self.symbols.add(released.symbol.value)
        if not linked:
            return {"text": printable(text)}
        first = released.id not in self.met
        self.met.add(released.id)
        return {"text": printable(text), "figure": released.id, "first": first}


def _symbols(document: Document, used: set[str]) -> list[list[str]]:
    """The letters printed in this report with their meanings, in order."""
    meanings = {
        entry.released.symbol.value: entry.released.symbol.meaning
        for entry in document.threads
        if entry.released.symbol is not None
    }
    return [[letter, meanings[letter]] for letter in sorted(used)]
