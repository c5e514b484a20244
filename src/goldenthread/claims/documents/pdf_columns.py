"""Finds tables that no ruled lines mark: rows of values under one another in columns.

A row is a line whose parts after the first are all values. Lines between rows that fill only the
first column belong to a row's name; lines above that fit the columns name them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.claims.documents import shapes
from goldenthread.claims.documents.marks import tidy
from goldenthread.claims.documents.pdf_lines import Line, Part

_FEWEST_ROWS = 2
_FEWEST_ROWS_OF_ONE_VALUE = 3
_MOST_LINES_IN_A_NAME = 3
_MOST_HEADER_LINES = 5
_ROW_GAP = 3.5  # sizes of type between the bottom of a row and the top of the next
_HEADER_GAP = 1.6
_HEADER_WORD_GAP = 0.6

# A table's top and its cells.
Table = tuple[float, list[list[str]]]


@dataclass(slots=True)
class _Run:
    """Indexes of lines: the rows of one table, and lines that go on with a row's name."""

    rows: list[int]
    names: list[int]

    @property
    def end(self) -> int:
        return max([*self.rows, *self.names]) + 1


def columned(lines: Sequence[Line]) -> tuple[list[Table], list[Line]]:
    """The tables among a page's lines, and the lines that are in none."""
    tables: list[Table] = []
    taken: set[int] = set()
    at = 0
    while at < len(lines):
        run = _run_at(lines, at)
        if run is None:
            at += 1
            continue
        edges = _edges([lines[row] for row in run.rows])
        heads = heads_above(lines, run.rows[0], edges, taken)
        tables.append((lines[min([*heads, run.rows[0]])].top, _cells(lines, run, heads, edges)))
        taken |= {*run.rows, *run.names, *heads}
        at = run.end
    return tables, [line for at, line in enumerate(lines) if at not in taken]


def _is_row(line: Line) -> bool:
    return len(line.parts) > 1 and all(shapes.is_value(part.text) for part in line.parts[1:])


def _run_at(lines: Sequence[Line], at: int) -> _Run | None:
    if not _is_row(lines[at]):
        return None
    first = lines[at]
    width = len(first.parts)
    run = _Run([at], [])
    waiting: list[int] = []
    last = first
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if line.top - last.bottom > _ROW_GAP * first.size:
            break
        if _is_row(line) and _fits(line, first):
            run.rows.append(index)
            run.names += waiting
            waiting = []
        elif len(waiting) < _MOST_LINES_IN_A_NAME and _is_name(line, first):
            waiting.append(index)
        else:
            break
        last = line
    if waiting and lines[waiting[0]].top - lines[run.rows[-1]].bottom < 0.5 * first.size:
        run.names.append(waiting[0])  # the last row's name, wrapped
    fewest = _FEWEST_ROWS if width > 2 else _FEWEST_ROWS_OF_ONE_VALUE
    return run if len(run.rows) >= fewest else None


def _fits(line: Line, first: Line) -> bool:
    """Whether a row has the columns of the first: as many, each under or level with its own."""
    if len(line.parts) != len(first.parts):
        return False
    return all(
        min(one.x1, other.x1) > max(one.x0, other.x0) - first.size
        for one, other in zip(line.parts[1:], first.parts[1:], strict=True)
    )


def _is_name(line: Line, first: Line) -> bool:
    """Whether a line fills no more than the first column of a table."""
    part = line.parts[0]
    return len(line.parts) == 1 and part.x1 < first.parts[1].x0 and not part.text.endswith(".")


def _edges(rows: Sequence[Line]) -> list[float]:
    """Where each column but the first begins: half way between the columns' texts."""
    width = len(rows[0].parts)
    ends = [max(row.parts[at].x1 for row in rows) for at in range(width)]
    starts = [min(row.parts[at].x0 for row in rows) for at in range(width)]
    return [(ends[at] + starts[at + 1]) / 2 for at in range(width - 1)]


def heads_above(
    lines: Sequence[Line], first: int, edges: list[float], taken: set[int]
) -> list[int]:
    """The lines above a table that name its columns, from the top."""
    found: list[int] = []
    below = lines[first]
    for at in range(first - 1, max(-1, first - 1 - _MOST_HEADER_LINES), -1):
        line = lines[at]
        if at in taken or below.top - line.bottom > _HEADER_GAP * below.size:
            break
        if any(shapes.is_value(part.text) for part in line.parts[1:]):
            break
        if not all(_within(part, edges) for part in line.parts):
            break
        found.insert(0, at)
        below = line
    # A line in the first column alone is the title's or a paragraph's.
    while found and all(part.x1 < edges[0] for part in lines[found[0]].parts):
        found.pop(0)
    return found


def _within(part: Part, edges: list[float]) -> bool:
    """Whether a part stands in one column, or its words in several with gaps between those."""
    columns = [column_of(word, edges) for word in part.words]
    if 0 not in columns or len(set(columns)) == 1:
        return True
    return all(
        right[0] - left[1] > _HEADER_WORD_GAP * part.size
        for (left, right), (one, other) in zip(pairwise(part.words), pairwise(columns), strict=True)
        if one != other
    )


def column_of(word: tuple[float, float, str], edges: list[float]) -> int:
    """The number of the column a word stands in; each but the first begins at an edge."""
    middle = (word[0] + word[1]) / 2
    return sum(middle > edge for edge in edges)


def _cells(
    lines: Sequence[Line], run: _Run, heads: list[int], edges: list[float]
) -> list[list[str]]:
    rows = {at: [part.text for part in lines[at].parts] for at in run.rows}
    for at in run.names:
        nearest = min(run.rows, key=lambda row: (_gap(lines[row], lines[at]), row > at))
        name = lines[at].parts[0].text
        own = rows[nearest][0]
        rows[nearest][0] = f"{own} {name}" if nearest < at else f"{name} {own}"
    table = [rows[at] for at in run.rows]
    return [*([row_of([lines[at] for at in heads], edges)] if heads else []), *table]


def row_of(lines: Sequence[Line], edges: list[float]) -> list[str]:
    """The words of a few lines as one row of cells."""
    cells: list[list[str]] = [[] for _ in range(len(edges) + 1)]
    for line in lines:
        for part in line.parts:
            for word in part.words:
                cells[column_of(word, edges)].append(word[2])
    return [tidy(" ".join(words)) for words in cells]


def _gap(one: Line, other: Line) -> float:
    return max(one.top, other.top) - min(one.bottom, other.bottom)
