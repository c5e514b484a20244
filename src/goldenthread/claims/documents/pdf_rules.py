"""Finds tables whose rows are parted by rules across the page, without rules between columns."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from goldenthread.claims.documents.pdf_columns import Table, heads_above, row_of
from goldenthread.claims.documents.pdf_lines import Line

_SHORTEST_RULE = 100.0  # points
_SAME = 4.0  # points by which two rules of one table may differ
_HIGHEST_ROW = 80.0  # points
_FEWEST_ROWS = 2
_OTHER_SIZE = 1.35  # a heading and a row are set in sizes further apart than this
_GAP = 0.7  # sizes of type between two columns

# Where a rule begins, ends, and how far down it is.
_Rule = tuple[float, float, float]


def ruled(
    edges: Sequence[Mapping[str, Any]], lines: Sequence[Line]
) -> tuple[list[Table], list[Line]]:
    """The tables among a page's lines, and the lines that are in none.

    ``edges`` are the horizontal ones that are drawn on the page.
    """
    tables: list[Table] = []
    taken: set[int] = set()
    for rules in _tables(_rules(edges), lines):
        rows = [_between(lines, above, below) for above, below in pairwise(rules)]
        edges_of = _columns([lines[at] for row in rows for at in row])
        if not edges_of or taken.intersection(at for row in rows for at in row):
            continue
        first = min(rows[0])
        heads = heads_above(lines, first, edges_of, taken)
        cells = [row_of([lines[at] for at in row], edges_of) for row in rows]
        if heads:
            cells.insert(0, row_of([lines[at] for at in heads], edges_of))
        tables.append((lines[min([*heads, first])].top, cells))
        taken |= {*heads, *(at for row in rows for at in row)}
    return tables, [line for at, line in enumerate(lines) if at not in taken]


def _rules(edges: Sequence[Mapping[str, Any]]) -> list[_Rule]:
    """Rules from the top, those drawn in pieces put together, each once."""
    found: list[_Rule] = []
    pieces = sorted(edges, key=lambda edge: (round(edge["top"]), edge["x0"]))
    for piece in pieces:
        left, right, top = piece["x0"], piece["x1"], piece["top"]
        if found and abs(found[-1][2] - top) < _SAME / 2 and left < found[-1][1] + _SAME:
            found[-1] = (min(left, found[-1][0]), max(right, found[-1][1]), found[-1][2])
        else:
            found.append((left, right, top))
    return [rule for rule in found if rule[1] - rule[0] >= _SHORTEST_RULE]


def _tables(rules: Sequence[_Rule], lines: Sequence[Line]) -> list[list[_Rule]]:
    """Runs of rules of one width, each with one row of a table below it."""
    found: list[list[_Rule]] = []
    for rule in rules:
        last = found[-1][-1] if found else None
        same = last and all(abs(rule[at] - last[at]) < _SAME for at in (0, 1))
        if last and same and _is_row(lines, last, rule):
            found[-1].append(rule)
        else:
            found.append([rule])
    return [run for run in found if len(run) > _FEWEST_ROWS]


def _is_row(lines: Sequence[Line], above: _Rule, below: _Rule) -> bool:
    within = _between(lines, above, below)
    if not within or below[2] - above[2] > _HIGHEST_ROW:
        return False
    sizes = [lines[at].size for at in within]
    if max(sizes) > _OTHER_SIZE * min(sizes):
        return False
    return any(len(lines[at].parts) > 1 for at in within)


def _between(lines: Sequence[Line], above: _Rule, below: _Rule) -> list[int]:
    return [
        at
        for at, line in enumerate(lines)
        if above[2] - 1 < (line.top + line.bottom) / 2 < below[2] + 1
    ]


def _columns(lines: Sequence[Line]) -> list[float]:
    """Where each column but the first begins: the middles of gaps that no word reaches into."""
    words = sorted(
        (word[0], word[1])
        for line in lines
        if len(line.parts) > 1
        for part in line.parts
        for word in part.words
    )
    if not words:
        return []
    gap = _GAP * max(line.size for line in lines)
    found = []
    reached = words[0][1]
    for left, right in words:
        if left - reached > gap:
            found.append((left + reached) / 2)
        reached = max(reached, right)
    return found
