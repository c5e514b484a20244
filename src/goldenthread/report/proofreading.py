"""The finished document as the proof-reader is given it: words and cells, with their places.

Two texts: what the system composed, which must hold throughout, and what people wrote, whose
faults are theirs to mend before publication.
"""

from collections.abc import Iterator

from goldenthread.claims.documents.model import Document as Proof
from goldenthread.claims.documents.model import Grid, Passage
from goldenthread.disclosure import Released
from goldenthread.nouns import Area, Break
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
from goldenthread.report.printed_values import every_section
from goldenthread.report.proofreader import Job
from goldenthread.wording import plain
from goldenthread.wording.numbers import printed

COMPOSED, WRITTEN = "composed", "written"


def to_proofread(document: Document, area: Area, breaks: tuple[Break, ...]) -> Job:
    """A finished report as it is proof-read, about its area, with the breaks in its series.

    Places are named by section and block: "front-door, block 2".
    """
    return Job(
        composed=_proof(document, COMPOSED),
        written=_proof(document, WRITTEN),
        area=area,
        breaks=breaks,
    )


def _proof(document: Document, which: str) -> Proof:
    blocks: list[Passage | Grid] = []
    for section in (
        Section(id="summary", title=document.title, blocks=document.summary),
        *every_section(document.sections),
    ):
        if which == COMPOSED:
            blocks.append(
                Passage(
                    text=section.title,
                    locator=section.id,
                    order=len(blocks),
                    heading=True,
                    section=section.title,
                )
            )
        for number, block in enumerate(section.blocks, start=1):
            place = f"{section.id}, block {number}"
            for found in _of(block, which, place, section.title, len(blocks)):
                blocks.append(found)
    return Proof(file=which, blocks=tuple(blocks))


def _of(block: Block, which: str, place: str, section: str, order: int) -> Iterator[Passage | Grid]:
    match block:
        case Prose(blocks) if which == WRITTEN:
            for part, inner in enumerate(blocks, start=1):
                yield from _of(inner, COMPOSED, f"{place}.{part}", section, order)
        case Slot(prose=Prose() as prose):
            yield from _of(prose, which, place, section, order)
        case Paragraph(words) | Note(words) if which == COMPOSED:
            yield Passage(text=plain(words), locator=place, order=order, section=section)
        case BulletList(items) if which == COMPOSED:
            for part, words in enumerate(items, start=1):
                locator = f"{place}, item {part}"
                yield Passage(text=plain(words), locator=locator, order=order, section=section)
        case Table() if which == COMPOSED:
            yield _grid(block, place, section, order)
        case ChartBlock(table=table) if which == COMPOSED:
            yield _grid(table, place, section, order)
        case _:
            return


def _grid(table: Table, place: str, section: str, order: int) -> Grid:
    rows = [(table.corner, *table.columns)]
    rows += [(row.heading, *(_text(cell.content) for cell in row.cells)) for row in table.rows]
    return Grid(
        rows=tuple(rows),
        locators=tuple(
            tuple(f"{place}, row {at}, column {column}" for column in range(len(row)))
            for at, row in enumerate(rows)
        ),
        locator=place,
        order=order,
        caption=table.caption,
        section=section,
    )


def _text(content: Released | str) -> str:
    return content if isinstance(content, str) else printed(content)
