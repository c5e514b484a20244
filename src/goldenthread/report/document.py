"""The document model: sections, headings, prose, charts, tables, notes and slots.

A document knows nothing of HTML, PDF or spreadsheets. Every number in it is ``Bound`` or a
``Released`` value in a cell.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.charts.model import Chart
from goldenthread.disclosure import Released
from goldenthread.wording import Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of composed sentences or written prose."""

    words: Words


@dataclass(frozen=True, slots=True)
class BulletList:
    """Short items in no order."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """What a person wrote: Markdown split into blocks, its bound figures already in place.

    ``signed`` is the post and agency that signs it, never a person's name.
    """

    blocks: tuple["Paragraph | BulletList", ...]
    signed: str = ""


class Mark(StrEnum):
    """Something a cell is marked with, in words as well as by its look."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: a released value, or words where it holds none."""

    content: "Released | str"
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A heading and its cells."""

    heading: str
    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A captioned table: one heading row, a heading at the start of each row."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    corner: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart with its table; renderers always show both."""

    id: str
    chart: Chart
    table: Table


class SlotKind(StrEnum):
    """The three things a person writes around each block of figures."""

    TELLS = "What this tells us"
    ASK = "What we ask"
    DO = "What we will do"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a person's words; ``prose`` is None where nothing has been written yet."""

    id: str
    kind: SlotKind
    prose: Prose | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A remark set apart: a caution, a definition, something not known."""

    words: Words
    heading: str = ""


Block = Paragraph | BulletList | Prose | Table | ChartBlock | Slot | Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what stands under it. ``id`` is its address in the page."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report, ready for any renderer.

    ``as_of`` is the day up to which what was known has been used; ``threads`` every printed
    figure once, in order of first printing, with the other values it is known by. ``notice`` is
    what nobody may miss wherever they open it; every renderer shows it on every page it makes.
    ``cover`` is for what is no published report, such as an export: the workbook says these
    sentences of it in place of what it says of a report.
    """

    title: str
    subtitle: str
    partnership: str
    area: str
    year: str
    as_of: date
    edition: str
    summary: tuple[Block, ...]
    sections: tuple[Section, ...]
    threads: tuple["ThreadEntry", ...]
    sources: tuple[str, ...]
    notice: str = ""
    cover: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherValue:
    """Another value the same thing is known by: from another release, source or definition."""

    printed: str
    source: str
    vintage: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """One printed figure with its way back: what thread.json, the page and the PDF show.

    ``source_title`` is the dataset's name in words, empty where only its short name is known.
    """

    released: Released
    printed: str
    title: str
    definition: str
    also_known_as: tuple[OtherValue, ...] = ()
    source_title: str = ""
