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
from goldenthread.sources.statutory.telling import MOST_NAMES, Row, Telling
from goldenthread.tables import Found

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

    __slots__ = ("held", "number", "role", "row")

    def __init__(self, role: Role, row: Row, number: int) -> None:
        self.role = role
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
        self._roles: dict[tuple[str, str], tuple[Role, Kind | None, int]] = {}
        self._sizes: dict[str, int] | None = None  # at the start of the outermost child
        self._depth = 0  # of children within children
        self._tell = Telling(self.gathered, file, found)
        self._stack = [_Open(Role.HOLDER, Row(None, NONE, None), 0)]

    def begin(self, element: Any) -> None:
        """An element begins: know what it is, and open its row where it is one."""
        if len(self._stack) == 1:
            self._refuse_types(element)
        holder = self._stack[-1]
        holder.held += 1
        row = holder.row
        key = (row.kind.name if row.kind else "", element.tag)
        known = self._roles.get(key)
        if known is None:
            known = self._layout.role(row.kind, element.tag)
            if len(self._roles) < MOST_NAMES:
                self._roles[key] = known
        role, kind, number = known
        if kind is not None and role in (Role.RECORD, Role.ITEM):
            if kind.name == self._layout.child:
                self._begin_child()
            row = self._open_row(kind, row, element.sourceline)
        elif role is Role.UNKNOWN:
            self._tell.unknown("element", element.tag, row, element.sourceline)
        self._stack.append(_Open(role, row, number))
        if element.attrib:
            for name in element.attrib:
                if not name.startswith(_OF_MARKUP):
                    self._tell.unknown("attribute", name, row, element.sourceline)

    def end(self, element: Any) -> None:
        """An element ends: keep its text where it is a cell, and let go of what it held."""
        ended = self._stack.pop()
        holder = self._stack[-1]
        text = element.text
        line = element.sourceline
        if line >= _LAST_COUNTED and text:
            line -= text.count("\n")
        role, row = ended.role, ended.row
        if role is Role.CELL or role is Role.ITEM:
            self._keep(row, ended.number, text, line)
        elif role is not Role.UNKNOWN and role is not Role.PASSED_OVER:
            self._tell.stray(text, row, line)
        if role is Role.RECORD and row.kind is not None:
            self.gathered.rows[row.kind.name].lines[row.number] = line
            if row.kind.name == self._layout.child:
                self._end_child()
        if ended.held:
            for held in element:
                self._tell.stray(held.tail, row, held.sourceline)
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

    def _open_row(self, kind: Kind, within: Row, line: int) -> Row:
        """Begin a row inside another, and number it among its like."""
        child: Row | None = None
        holder: Row | None = None
        around: Row | None = within
        while around is not None and child is None:
            if around.kind is not None:
                if holder is None and around.kind.name == kind.within:
                    holder = around
                if around.kind.name == self._layout.child:
                    child = around
            outermost, around = around, around.outer
        counted = holder or child or outermost
        rows = self.gathered.rows[kind.name]
        number = rows.open(
            counted.ordinal(kind.name),
            holder.number if holder else NONE,
            child.number if child else NONE,
            line,
        )
        if kind.name == self._layout.child:
            rows.children[number] = number
        return Row(kind, number, within)

    def _keep(self, row: Row, number: int, text: str | None, line: int) -> None:
        if row.kind is None:
            return
        rows = self.gathered.rows[row.kind.name]
        lines = rows.cell_lines[number]
        if lines[row.number]:
            self._tell.twice(row, rows.kind.cells[number], line)
        else:
            lines[row.number] = line
            rows.cells[number][row.number] = text or ""

    def _let_go(self, element: Any, row: Row) -> None:
        """Free the elements before this one, under one that may never end."""
        around = element.getparent()
        if around is not None:
            # What follows it may have been parsed already, and is still to be told of.
            done = around.index(element)
            for held in around[:done]:
                self._tell.stray(held.tail, row, held.sourceline)
            del around[:done]
