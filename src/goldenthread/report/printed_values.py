"""Every value a document prints, in the order a reader meets it, and the refusal of all others.

A renderer calls ``refuse_unreleased`` before it writes anything, so that a number that has not
been through disclosure stops the report instead of leaving with it.
"""

from collections.abc import Iterable, Iterator

from goldenthread.disclosure import Released
from goldenthread.report.document import (
    Block,
    BulletList,
    ChartBlock,
    Document,
    Note,
    Paragraph,
    Prose,
    Section,
    Slot,
    Table,
    ThreadEntry,
)
from goldenthread.wording import Bound, Words


def every_section(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections and those under them, in reading order."""
    for section in sections:
        yield section
        yield from every_section(section.sections)


def every_block(document: Document) -> Iterator[Block]:
    """The summary's blocks, then each section's, in reading order."""
    yield from document.summary
    for section in every_section(document.sections):
        yield from section.blocks


def every_table(document: Document) -> Iterator[Table]:
    """Every table, those under charts included, in reading order."""
    for block in every_block(document):
        if isinstance(block, Table):
            yield block
        elif isinstance(block, ChartBlock):
            yield block.table


def every_sentence(document: Document) -> Iterator[Words]:
    """Every run of words, composed or written by a person, in reading order."""
    for block in every_block(document):
        yield from _words_of(block)


def _words_of(block: Block) -> Iterator[Words]:
    match block:
        case Paragraph(words) | Note(words):
            yield words
        case BulletList(items):
            yield from items
        case Prose(blocks):
            for part in blocks:
                yield from _words_of(part)
        case Slot(prose=Prose() as prose):
            yield from _words_of(prose)
        case _:
            return


def printed_values(document: Document, *, under_charts: bool = True) -> dict[str, Released]:
    """Every value printed in words or in a cell, by figure id, in order of first printing.

    Without ``under_charts`` the tables that repeat a chart's values are passed over.

    Raises TypeError where something stands that disclosure has not released.
    """
    found: dict[str, Released] = {}
    for block in every_block(document):
        if isinstance(block, ChartBlock) and not under_charts:
            continue
        for value in values_in(block):
            found.setdefault(value.id, value)
    return found


def refuse_unreleased(document: Document) -> None:
    """Stop a report that holds anything but released values, or a value without its thread.

    Raises TypeError for the first and ValueError for the second; both name the place.
    """
    printed = printed_values(document)
    for block in every_block(document):
        if isinstance(block, ChartBlock):
            _refuse_in_chart(block)
    for entry in document.threads:
        must_be_released(entry.released, f"the thread of {entry.title!r}")
    threads = threads_by_id(document)
    for figure_id, value in printed.items():
        if figure_id not in threads:
            raise ValueError(
                f"{value.figure.key} is printed but has no entry among the document's threads"
            )


def threads_by_id(document: Document) -> dict[str, ThreadEntry]:
    """The document's threads by figure id; raises ValueError where one figure has two."""
    found: dict[str, ThreadEntry] = {}
    for entry in document.threads:
        if entry.released.id in found:
            raise ValueError(f"{entry.released.figure.key} has two entries among the threads")
        found[entry.released.id] = entry
    return found


def must_be_released(value: object, where: str = "this document") -> Released:
    """The value itself; raises TypeError for anything that has not been through disclosure."""
    if not isinstance(value, Released):
        raise TypeError(
            f"{where} holds a {type(value).__name__}, and a report prints only values that "
            "goldenthread.disclosure.release has let out"
        )
    return value


def values_in(block: Block) -> Iterator[Released]:
    """Every value a block prints, repeats included, in reading order."""
    match block:
        case Paragraph(words) | Note(words):
            yield from _of_words(words)
        case BulletList(items):
            for item in items:
                yield from _of_words(item)
        case Prose(blocks):
            for part in blocks:
                yield from values_in(part)
        case Slot(prose=prose):
            if prose is not None:
                yield from values_in(prose)
        case Table():
            yield from _of_table(block)
        case ChartBlock():
            yield from _of_table(block.table)
        case _:
            raise TypeError(f"a document has no block of the kind {type(block).__name__}")


def _of_words(words: Words) -> Iterator[Released]:
    for part in words:
        if isinstance(part, Bound):
            yield must_be_released(part.released, f"the number {part.printed!r} in a sentence")
        elif not isinstance(part, str):
            must_be_released(part, "a sentence")
            raise TypeError("a released value stands in a sentence as Bound, with its text")


def _of_table(table: Table) -> Iterator[Released]:
    for row in table.rows:
        if len(row.cells) != len(table.columns):
            raise ValueError(
                f"table {table.id!r}: row {row.heading!r} has {len(row.cells)} cells "
                f"under {len(table.columns)} columns"
            )
        for cell in row.cells:
            if not isinstance(cell.content, str):
                yield must_be_released(
                    cell.content, f"the table {table.caption!r}, row {row.heading!r}"
                )


def _refuse_in_chart(block: ChartBlock) -> None:
    runs = [series.points for series in block.chart.series]
    if block.chart.band:
        runs += [block.chart.band.lower, block.chart.band.upper]
    for points in runs:
        for point in points:
            must_be_released(point.released, f"the chart {block.chart.title!r} at {point.label!r}")
