"""Reads the elements of an XML return one after another, and never holds more of them than it must.

What a hostile file may try is refused: document types, entities, the network, huge texts, depths.
A file that breaks off gives what stands before the child it breaks in, with a fault.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.statutory.gathered import NONE, Gathered, Rows
from goldenthread.sources.statutory.layout import Kind, Layout, Role
from goldenthread.sources.statutory.telling import MOST_NAMES, Roles, Row, Telling
from goldenthread.tables import Found

# Asked of every element: plain names are quicker to reach.
RECORD, ITEM, CELL = Role.RECORD, Role.ITEM, Role.CELL
HOLDER, UNKNOWN = Role.HOLDER, Role.UNKNOWN
# What stands in no row.
_NOTHING = Kind("", ())

Progress = Callable[[str], None]

# Elements that are done with are let go in heaps of this many, under one that never ends.
_HEAP = 256
# Beyond it libxml2 knows only in which line an element's first text ends.
_LAST_COUNTED = 65_535
_TOLD_EACH = 1_000
# Attributes of these say how a document is made, and hold no data.
_OF_MARKUP = (
    "{http://www.w3.org/2001/XMLSchema-instance}",
    "{http://www.w3.org/XML/1998/namespace}",
)


def gather(
    path: Path, layout: Layout, file: str, found: Found, progress: Progress | None = None
) -> Gathered:
    """Every row of a file that its layout knows.

    Faults: ``unknown_column`` once for each element or attribute that nobody knows,
    ``element_twice``, ``stray_text``, ``file_breaks_off``. Raises GoldenThreadError, saying what to
    do, where the file is no XML, holds no child or declares a document type.
    """
    walk = _Walk(layout, path, file, found, progress)
    try:
        with path.open("rb") as opened:
            for event, element in _events(opened):
                if event == "end":
                    walk.end(element)
                else:
                    walk.begin(element)
    except etree.LxmlError as error:
        return walk.broken_off(getattr(error, "lineno", None) or 1)
    except OSError as error:
        raise GoldenThreadError(
            f"{path.name} cannot be opened: see that it is there and that you may read it."
        ) from error
    if not walk.gathered.size(layout.child):
        raise GoldenThreadError(
            f"{path.name} holds no child: see that it is the whole file as the system exported it."
        )
    return walk.gathered


def _events(opened: Any) -> Any:
    """Elements as they begin and end, of a file nobody vouches for."""
    return etree.iterparse(
        opened,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


class _Open:
    """An element that has begun, and the row it stands in or is."""

    __slots__ = ("held", "number", "outermost", "role", "row")

    def __init__(self, role: Role, row: Row, number: int, outermost: bool = False) -> None:
        self.role = role
        self.outermost = outermost
        self.row = row
        self.number = number  # of its cell
        self.held = 0


class _Walk:
    """Follows the elements of one file, and fills rows."""

    def __init__(
        self, layout: Layout, path: Path, file: str, found: Found, progress: Progress | None
    ) -> None:
        self._layout = layout
        self._path = path
        self._file = file
        self._progress = progress
        self.gathered = Gathered({kind.name: Rows(kind) for kind in layout.kinds}, layout.child)
        self._child = layout.by_folded[layout.child.casefold()]
        self._roles: dict[str, Roles] = {kind.name: {} for kind in layout.kinds}
        self._sizes: dict[str, int] | None = None  # at the start of the outermost child
        self._depth = 0  # of children within children
        self._tell = Telling(self.gathered, file, found)
        nowhere = Row(None, Rows(_NOTHING), NONE, None, {})
        self._stack = [_Open(HOLDER, nowhere, 0, outermost=True)]

    def begin(self, element: Any) -> None:
        """An element begins: know what it is, and open its row where it is one."""
        holder = self._stack[-1]
        if holder.outermost:
            self._refuse_types(element)
        holder.held += 1
        row = holder.row
        tag = element.tag
        known = row.roles.get(tag)
        if known is None:
            known = self._layout.role(row.kind, tag)
            if len(row.roles) < MOST_NAMES:
                row.roles[tag] = known
        role, kind, number = known
        if role is RECORD or role is ITEM:
            row = self._open_row(kind, row, element.sourceline)
        elif role is UNKNOWN:
            self._tell.unknown("element", tag, row, element.sourceline)
        self._stack.append(_Open(role, row, number))
        if element.keys():
            for name in element.keys():  # noqa: SIM118 - an element is no dictionary
                if not name.startswith(_OF_MARKUP):
                    self._tell.unknown("attribute", name, row, element.sourceline)

    def end(self, element: Any) -> None:
        """An element ends: keep its text where it is a cell, and let go of what it held."""
        ended = self._stack.pop()
        holder = self._stack[-1]
        role, row = ended.role, ended.row
        text = element.text
        line = element.sourceline
        if line >= _LAST_COUNTED and text:
            line -= text.count("\n")
        if role is CELL or role is ITEM:
            rows, number = row.rows, row.number
            lines = rows.cell_lines[ended.number]
            if lines[number]:
                self._tell.twice(row, rows.kind.cells[ended.number], line)
            else:
                lines[number] = line
                rows.cells[ended.number][number] = text or ""
        elif role is RECORD or role is HOLDER:
            self._tell.stray(text, row, line)
            if role is RECORD:
                row.rows.lines[row.number] = line
                if row.kind is self._child:
                    self._end_child()
        if ended.held:
            for held in element:
                tail = held.tail
                if tail and not tail.isspace():
                    self._tell.stray(tail, row, held.sourceline)
            element.clear(keep_tail=True)
        if holder.held % _HEAP == 0:
            self._let_go(element, holder.row)

    def broken_off(self, line: int) -> Gathered:
        """Keep what stands before the child the file breaks off in; say so."""
        gathered, child = self.gathered, self._layout.child
        if self._sizes is not None:
            for name, rows in gathered.rows.items():
                gathered.lost[name] = rows.cut(self._sizes[name])
        whole = gathered.size(child)
        if not whole:
            raise GoldenThreadError(
                f"{self._path.name} is no XML that can be read, or breaks off at line {line} "
                "before one child is whole: export it again."
            )
        self._tell.broken_off(child, whole, line)
        return gathered

    def _refuse_types(self, root: Any) -> None:
        """No return declares a document type, and what does may hide anything."""
        if root.getroottree().docinfo.internalDTD is not None:
            raise GoldenThreadError(
                f"{self._path.name} declares a document type, which no return does: export it "
                "again without one."
            )

    def _begin_child(self) -> None:
        if self._depth == 0:
            self._sizes = {name: len(rows) for name, rows in self.gathered.rows.items()}
        self._depth += 1

    def _end_child(self) -> None:
        self._depth -= 1
        if self._depth == 0:
            self._sizes = None
            children = self.gathered.size(self._layout.child)
            if self._progress and children % _TOLD_EACH == 0:
                self._progress(f"{self._file}: {children:,} children")

    def _open_row(self, kind: Kind | None, within: Row, line: int) -> Row:
        """Begin a row inside another, and number it among its like."""
        if kind is None:
            raise ValueError("what becomes a row is of a kind")
        if kind is self._child:
            self._begin_child()
        child: Row | None = None
        holder: Row | None = None
        around: Row | None = within
        while around is not None and child is None:
            outermost = around
            if around.kind is not None:
                if holder is None and around.kind.name == kind.within:
                    holder = around
                if around.kind is self._child:
                    child = around
            around = around.outer
        counted = holder or child or outermost
        rows = self.gathered.rows[kind.name]
        number = rows.open(
            counted.ordinal(kind.name),
            holder.number if holder else NONE,
            child.number if child else NONE,
            line,
        )
        if kind is self._child:
            rows.children[number] = number
        return Row(kind, rows, number, within, self._roles[kind.name])

    def _let_go(self, element: Any, row: Row) -> None:
        """Free the elements before this one, under one that may never end."""
        around = element.getparent()
        if around is not None:
            # What follows it may have been parsed already, and is still to be told of.
            done = around.index(element)
            for held in around[:done]:
                self._tell.stray(held.tail, row, held.sourceline)
            del around[:done]
