"""Finds tables among lines of text: cells between pipes, tabs, or columns lined up by spaces."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goldenthread.claims.documents import shapes

_PIPE = re.compile(r"(?<!\\)\|")
_BULLET = re.compile(r"^\s*[-*+•]\s+(?=\|)")
_SEPARATOR = re.compile(r"[\s|]*:?-{2,}:?\s*(?:[|+]\s*:?-{2,}:?\s*)*[|+]?\s*")
_TAB_BULLET = re.compile(r"\s*(?:[-*•◦▪■●○❖✓✔➢►·\uf0a7\uf0b7–]|o|\(?\w{1,3}[.)])\t+")
_GAP = re.compile(r"\s{2,}")
_FEWEST_LINED_UP = 3

Split = Callable[[str], list[str] | None]


@dataclass(frozen=True, slots=True)
class TextTable:
    """Rows with the number of the line each stands on; ``end`` is the index after the last."""

    rows: list[list[str]]
    numbers: list[int]
    end: int
    header_rows: int | None = None


def table_at(lines: Sequence[str], at: int) -> TextTable | None:
    """The table that begins at a line, or None."""
    line = lines[at]
    if "|" in line:
        return _pipes(lines, at)
    if "\t" in line:
        return _tabs(lines, at)
    if "  " in line.strip():
        return _lined_up(lines, at)
    return None


def _run(lines: Sequence[str], at: int, split: Split) -> list[tuple[int, list[str]]]:
    """The rows from ``at`` on, each with its index; single blank lines between rows of one
    length are passed over where every row is followed by one."""
    found: list[tuple[int, list[str]]] = []
    while at < len(lines):
        cells = split(lines[at])
        if cells is None:
            spaced = len(found) == 1 or (found and found[-1][0] - found[-2][0] == 2)
            if lines[at].strip() or not spaced or at + 1 >= len(lines):
                break
            beyond = split(lines[at + 1])
            if beyond is None or len(beyond) != len(found[-1][1]):
                break
            at += 1
            continue
        if len(found) > 1 and found[-1][0] - found[-2][0] == 2 and at - found[-1][0] == 1:
            return found[:-1] if len(found) > 2 else found
        found.append((at, cells))
        at += 1
    return found


def _pipes(lines: Sequence[str], at: int) -> TextTable | None:
    run = _run(lines, at, _pipe_cells)
    if len(run) < 2:
        return None
    framed = lines[at].strip().lstrip("-*+• ").startswith("|")
    widths = {len(cells) for index, cells in run if not _is_separator(lines[index])}
    if not framed and len(widths) > 1:
        return None
    under = next((n for n, (index, _) in enumerate(run) if _is_separator(lines[index])), None)
    kept = [(index, cells) for index, cells in run if not _is_separator(lines[index])]
    if not kept:
        return None
    headed = under if under is not None and 0 < under <= 2 else None
    if headed and not any(any(cells) for _, cells in kept[:headed]):
        headed = 0  # Markdown demands a header row, and this one is empty
    elif headed == 1:
        headed = max(1, min(2, shapes.header_rows(shapes.filled_out([c for _, c in kept]))))
    return _table(kept, run[-1][0] + 1, headed)


def _is_separator(line: str) -> bool:
    return bool(_SEPARATOR.fullmatch(_BULLET.sub("", line)))


def _pipe_cells(line: str) -> list[str] | None:
    text = _BULLET.sub("", line).strip()
    if "|" not in text:
        return None
    if text.startswith("|"):
        text = text[1:]
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(text)]


def _tabs(lines: Sequence[str], at: int) -> TextTable | None:
    run = _run(lines, at, _tab_cells)
    full = [cells for _, cells in run if sum(map(bool, cells)) > 1]
    if len(full) < 2 or len(run[0][1]) < 2:
        return None
    return _table(run, run[-1][0] + 1, None)


def _tab_cells(line: str) -> list[str] | None:
    text = line.rstrip("\r\n").strip(" ")
    if "\t" not in text:
        return None
    bullet = _TAB_BULLET.match(text)
    if bullet and "\t" not in text[bullet.end() :].strip():
        return None
    return [cell.strip() for cell in text.split("\t")]


def _lined_up(lines: Sequence[str], at: int) -> TextTable | None:
    run: list[tuple[int, list[str]]] = []
    for index in range(at, len(lines)):
        cells = _GAP.split(lines[index].strip())
        if len(cells) < 2 or "\t" in lines[index]:
            break
        run.append((index, cells))
    width = max((len(cells) for _, cells in run), default=0)
    body = run[1:]
    if len(run) < _FEWEST_LINED_UP or not all(len(cells) == width for _, cells in body):
        return None
    if not all(shapes.is_value(cell) for _, cells in body for cell in cells[1:]):
        return None
    first = run[0][1]
    if len(first) == width - 1:
        run[0] = (run[0][0], ["", *first])
    elif len(first) != width:
        return None
    return _table(run, run[-1][0] + 1, None)


def _table(run: Sequence[tuple[int, list[str]]], end: int, header_rows: int | None) -> TextTable:
    return TextTable([cells for _, cells in run], [index + 1 for index, _ in run], end, header_rows)
