"""Where each figure is first printed, found before anything is rendered.

The same walk refuses a document that holds a number which has not been through disclosure.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.disclosure import Released
from goldenthread.report.document import Block, ChartBlock, Document, Slot, Table
from goldenthread.report.printed_values import every_section, refuse_unreleased, values_in

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
    refuse_unreleased(document)
    places: dict[str, Place] = {}
    for title, block in _titled_blocks(document):
        for released in values_in(block):
            places.setdefault(released.id, Place(released, title))
    return places


def _titled_blocks(document: Document) -> Iterator[tuple[str, Block]]:
    for block in document.summary:
        yield SUMMARY_TITLE, block
    for main in document.sections:
        for section in every_section((main,)):
            for block in section.blocks:
                yield main.title, block


def _refuse_shared_addresses(document: Document) -> None:
    seen: set[str] = set()
    for address in _addresses(document):
        if address.startswith(_OWN):
            raise ValueError(f"{address!r} is an address of the page’s own: choose another")
        if address in seen:
            raise ValueError(f"two parts of the document share the address {address!r}")
        seen.add(address)


def _addresses(document: Document) -> Iterator[str]:
    for section in every_section(document.sections):
        yield section.id
    for _, block in _titled_blocks(document):
        if isinstance(block, Slot | Table | ChartBlock):
            yield block.id
        if isinstance(block, ChartBlock):
            yield block.table.id
