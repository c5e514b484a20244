"""The appendix of threads: where every printed figure comes from, without saying a thing twice.

Files and definitions stand in two short lists, numbered S1, D1 and so on; each figure's line
refers to them, so that eight hundred threads stay some twenty pages.
"""

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from goldenthread.nouns import Quality, Status
from goldenthread.report.document import Document, OtherValue, ThreadEntry
from goldenthread.report.pdf.glyphs import breakable, printable

_SHOWN_OF_DIGEST = 12


def appendix(document: Document, linked: Collection[str]) -> dict[str, Any]:
    """The lists of files and definitions, and a line for each thread, for the template.

    ``linked`` holds the ids of the figures that lead here.
    """
    files = _Numbered("S")
    definitions = _Numbered("D")
    shown = [entry for entry in document.threads if entry.released.id in linked]
    texts = {entry.released.id: entry.printed for entry in shown}
    lines = [_line(entry, files, definitions, texts) for entry in shown]
    return {
        "files": [
            {
                "key": key,
                "dataset": breakable(f"{title} ({source})" if title else source),
                "vintage": printable(vintage),
                "file": breakable(file),
                "digest": digest[:_SHOWN_OF_DIGEST],
            }
            for key, (title, source, vintage, file, digest) in files.items()
        ],
        "definitions": [
            {"key": key, "text": printable(text), "version": breakable(version)}
            for key, (text, version) in definitions.items()
        ],
        "lines": lines,
    }


class _Numbered:
    """Things numbered in the order they are first met."""

    def __init__(self, letter: str) -> None:
        self.letter = letter
        self.keys: dict[tuple[str, ...], str] = {}

    def key(self, *parts: str) -> str:
        return self.keys.setdefault(parts, f"{self.letter}{len(self.keys) + 1}")

    def items(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(key, parts) for parts, key in self.keys.items()]


def _line(
    entry: ThreadEntry,
    files: _Numbered,
    definitions: _Numbered,
    texts: dict[str, str],
) -> dict[str, Any]:
    figure = entry.released.figure
    thread = figure.thread
    return {
        "id": entry.released.id,
        "printed": printable(entry.printed),
        "title": printable(entry.title),
        "remarks": [printable(remark) for remark in _remarks(entry)],
        "file": files.key(
            entry.source_title, thread.source, thread.vintage, thread.file, thread.digest
        ),
        "locator": breakable(thread.locator),
        "definition": definitions.key(entry.definition, thread.definition)
        if entry.definition or thread.definition
        else "",
        "calculation": printable(thread.calculation),
        "inputs": [
            {"id": figure_id, "text": printable(texts[figure_id])}
            for figure_id in thread.inputs
            if figure_id in texts
        ],
        "others": [printable(_other(other)) for other in entry.also_known_as],
    }


def _remarks(entry: ThreadEntry) -> list[str]:
    """What a reader must know before leaning on the figure; nothing where it is final and good."""
    figure = entry.released.figure
    remarks = []
    if figure.status is not Status.FINAL:
        remarks.append(figure.status.value)
    if figure.quality is not Quality.GOOD:
        remarks.append(f"quality: {figure.quality.value}")
    if figure.quality_note:
        remarks.append(figure.quality_note)
    if figure.symbol is not None:
        remarks.append(figure.symbol.meaning)
    if figure.numerator is not None and figure.denominator is not None:
        remarks.append(f"{_plain(figure.numerator)} of {_plain(figure.denominator)}")
    if figure.denominator_vintage:
        remarks.append(f"counts from {figure.denominator_vintage}")
    return remarks


def _other(other: OtherValue) -> str:
    where = ", ".join(part for part in (other.source, other.vintage, other.note) if part)
    return f"{other.printed} ({where})" if where else other.printed


def _plain(count: Decimal) -> str:
    return f"{count.normalize():,f}"
