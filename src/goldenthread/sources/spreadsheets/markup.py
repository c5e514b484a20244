"""Reads a workbook's XML once, before the reader does: how far cells reach, and what they hide.

The reader behind returns a formula without a stored result, and an error such as ``#DIV/0!``, as
an empty cell; keeps quiet about percentages; and reserves room for the rectangle that the cells
span, however few they are. So all four are looked up here. A document type declaration, by which
XML bombs work, is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.delimited import too_large
from goldenthread.sources.spreadsheets.grid import TableRefusedError

Attributes = dict[str, str]
Position = tuple[int, int]


@dataclass(slots=True)
class Markup:
    """What stands behind one sheet's cells, by row and column counted from 0.

    ``unsaid`` are formulas whose result was not stored; ``broken`` are errors with their text;
    ``percents`` are numbers shown as percentages.
    """

    unsaid: set[Position] = field(default_factory=set)
    broken: dict[Position, str] = field(default_factory=dict)
    percents: set[Position] = field(default_factory=set)


def walk(
    content: bytes,
    name: str,
    begin: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call back for each element by its local name. Raises TableRefusedError for unsafe XML."""
    if not content:
        return  # office programs keep empty settings beside the sheets
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def starts(tag: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.MAX_XML_DEPTH:
            raise TableRefusedError(
                "broken_xml",
                "The workbook's XML is nested deeper than any spreadsheet's: save it again.",
                name,
            )
        begin(_local(tag), {_local(key): value for key, value in attributes.items()})

    def ends(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(_local(tag))

    parser.StartElementHandler = starts
    parser.EndElementHandler = ends
    if text:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = lambda *_: _refuse_doctype(name)
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise TableRefusedError(
            "broken_xml",
            f"The workbook is broken inside ({error}): open it and save it again.",
            name,
        ) from error
    except (ValueError, LookupError) as error:  # what the parser says of an encoding it has not
        raise TableRefusedError(
            "broken_xml",
            "The workbook is written in an encoding that no spreadsheet has: open it and save it "
            "again.",
            name,
        ) from error


def _local(tag: str) -> str:
    return tag.rpartition(" ")[2]


def _refuse_doctype(name: str) -> None:
    raise TableRefusedError(
        "xml_bomb",
        "The workbook's XML declares a document type, which no spreadsheet needs and bombs use: "
        "save the table again from the program it was made with.",
        name,
    )


class Extent:
    """How far the filled cells of one sheet reach; refuses a sheet beyond the limits."""

    def __init__(self, size: limits.Size) -> None:
        self._size = size
        self._rows = self._columns = 0

    def add(self, row: int, column: int) -> None:
        """Take in one filled cell."""
        self._rows, self._columns = max(self._rows, row + 1), max(self._columns, column + 1)
        beyond = self._rows > self._size.rows or self._columns > self._size.columns
        if beyond or self._rows * self._columns > self._size.cells:
            raise too_large(f"row {row + 1}, column {column + 1}", self._size)
