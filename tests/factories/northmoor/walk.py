"""Finds what a document prints, in the order a reader meets it: the tests' own second way."""

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
)
from goldenthread.wording import Bound, Words


def every_section(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections and those under them, in order."""
    for section in sections:
        yield section
        yield from every_section(section.sections)


def every_block(document: Document) -> Iterator[Block]:
    """The summary's blocks, then each section's."""
    yield from document.summary
    for section in every_section(document.sections):
        yield from section.blocks


def printed_in(document: Document) -> tuple[Released, ...]:
    """Every value printed, once, in order of first printing."""
    found: dict[str, Released] = {}
    for block in every_block(document):
        for value in _of_block(block):
            found.setdefault(value.id, value)
    return tuple(found.values())


def _of_block(block: Block) -> Iterator[Released]:
    match block:
        case Paragraph(words) | Note(words):
            yield from _of_words(words)
        case BulletList(items):
            for item in items:
                yield from _of_words(item)
        case Prose(blocks):
            for part in blocks:
                yield from _of_block(part)
        case Slot(prose=Prose() as prose):
            yield from _of_block(prose)
        case Table():
            yield from _of_table(block)
        case ChartBlock():
            yield from _of_table(block.table)


def _of_words(words: Words) -> Iterator[Released]:
    yield from (part.released for part in words if isinstance(part, Bound))


def _of_table(table: Table) -> Iterator[Released]:
    for row in table.rows:
        yield from (cell.content for cell in row.cells if isinstance(cell.content, Released))
