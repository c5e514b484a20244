"""Where each figure is first printed, found before anything is rendered.

The same walk refuses a document that holds a number which has not been through disclosure.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goldenthread.charts import Chart, Point
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

SUMMARY_TITLE = "What stands out"

# How the addresses begin that the page gives to its own parts.
_OWN = ("page-", "thread-", "printed-")


@dataclass(frozen=True, slots=True)
class Place:
    """A printed value and the title of the main section it first stands in."""

    released: Released
    section: str


def first_places(document: Document) -> dict[str, Place]:
    """The first place of each printed figure, by figure id, in reading order.

    Raises TypeError where something stands that is not a released value or words, and
    ValueError where two parts of the document have one address or take one of the page’s own.
    """
    _refuse_shared_addresses(document)
    places: dict[str, Place] = {}
    for title, block in _titled_blocks(document):
        for released in _values(block):
            places.setdefault(released.id, Place(released, title))
    return places


def sections_of(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections with those under them, in reading order."""
    for section in sections:
        yield section
        yield from sections_of(section.sections)


def must_be_released(value: object) -> Released:
    """The value itself; raises TypeError for anything that has not been through disclosure."""
    if isinstance(value, Released):
        return value
    raise TypeError(
        f"a page prints only Released values, not {type(value).__name__}: "
        "put the figure through goldenthread.disclosure.release"
    )


def _titled_blocks(document: Document) -> Iterator[tuple[str, Block]]:
    for block in document.summary:
        yield SUMMARY_TITLE, block
    for main in document.sections:
        for section in sections_of((main,)):
            for block in section.blocks:
                yield main.title, block


def _values(block: Block) -> Iterator[Released]:
    match block:
        case Paragraph(words) | Note(words):
            yield from _of_words(words)
        case BulletList(items):
            for item in items:
                yield from _of_words(item)
        case Prose(blocks):
            for part in blocks:
                yield from _values(part)
        case Slot():
            if block.prose is not None:
                yield from _values(block.prose)
        case Table():
            yield from _of_table(block)
        case ChartBlock(chart=chart, table=table):
            _refuse_unreleased(chart)
            yield from _of_table(table)
        case _:
            raise TypeError(
                f"the page cannot show a {type(block).__name__}: "
                "use one of the blocks of goldenthread.report.document"
            )


def _of_words(words: Words) -> Iterator[Released]:
    for part in words:
        if isinstance(part, Bound):
            yield must_be_released(part.released)
        elif not isinstance(part, str):
            must_be_released(part)
            raise TypeError("a released value stands in a sentence as a Bound, with its text")


def _of_table(table: Table) -> Iterator[Released]:
    for row in table.rows:
        if len(row.cells) != len(table.columns):
            raise ValueError(
                f"table {table.id!r}: row {row.heading!r} has {len(row.cells)} cells "
                f"under {len(table.columns)} columns"
            )
        for cell in row.cells:
            if not isinstance(cell.content, str):
                yield must_be_released(cell.content)


def _refuse_unreleased(chart: Chart) -> None:
    points: list[Point] = [point for series in chart.series for point in series.points]
    if chart.band:
        points += [*chart.band.lower, *chart.band.upper]
    for point in points:
        must_be_released(point.released)


def _refuse_shared_addresses(document: Document) -> None:
    seen: set[str] = set()
    for address in _addresses(document):
        if address.startswith(_OWN):
            raise ValueError(f"{address!r} is an address of the page’s own: choose another")
        if address in seen:
            raise ValueError(f"two parts of the document share the address {address!r}")
        seen.add(address)


def _addresses(document: Document) -> Iterator[str]:
    for section in sections_of(document.sections):
        yield section.id
    for _, block in _titled_blocks(document):
        if isinstance(block, Slot | Table | ChartBlock):
            yield block.id
        if isinstance(block, ChartBlock):
            yield block.table.id
