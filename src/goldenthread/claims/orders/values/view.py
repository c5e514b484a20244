"""A table as one sentence sees it: which of its rows and columns the sentence names."""

import re
from dataclasses import dataclass, field

from goldenthread.claims.orders.values.in_tables import timed
from goldenthread.claims.orders.values.labels import mentions, words_of
from goldenthread.claims.orders.words.claimed import Named, times_named
from goldenthread.claims.orders.words.vocabulary import KINDS
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.table import Line, Table

_SHARE = re.compile(r"\b(?:share|proportion|percentage|per\s+cent)\b|%", re.IGNORECASE)


@dataclass(frozen=True)
class View:
    """A table with what a sentence names in it; ``turned`` views have the columns as subjects."""

    table: Table
    rows: list[Named]
    columns: list[Named]
    known: frozenset[str]
    memory: dict[str, list[int]] = field(default_factory=dict)

    @property
    def plain(self) -> frozenset[str]:
        """The table's words, and those that may follow a label without adding to it."""
        return self.known | KINDS


def views(
    table: Table, text: str, short: dict[str, tuple[str, ...]], *, loose: bool = False
) -> tuple[View, View]:
    """The table seen along its rows and along its columns, with what the text names of each."""
    rows = named_lines(table.rows, text, short, loose)
    columns = named_lines(table.columns, text, short, loose)
    grid = table.grid
    words = [grid.caption, grid.section, *(row[0] for row in grid.rows[: grid.header_rows] if row)]
    words += [line.label for line in (*table.rows, *table.columns)]
    known = frozenset(word for text in words for word in words_of(text))
    return View(table, rows, columns, known), View(table.turned, columns, rows, known)


def named_lines(
    lines: tuple[Line, ...],
    text: str,
    short: dict[str, tuple[str, ...]],
    loose: bool = False,
) -> list[Named]:
    times = [timed(line) for line in lines]
    rests = {time.rest for time in times if time}
    plain_times = rests if len(rests) == 1 else {()}  # "2022 score", "2023 score"
    moments = [time.moment if time and time.rest in plain_times else None for time in times]
    labels = tuple(
        (line.label if moments[n] is None else "", line.whole is not Whole.NO)
        for n, line in enumerate(lines)
    )
    found = [Named(m.line, m.start, m.end) for m in mentions(text, labels, short, loose=loose)]
    seen: dict[tuple[int, int], int] = {}
    for each in found:
        seen[(each.start, each.end)] = seen.get((each.start, each.end), 0) + 1
    plain = [
        each
        for each in found
        if seen[(each.start, each.end)] == 1 or _is_the_one(lines, each, found, text)
    ]
    plain += [
        each
        for each in times_named(text, moments)
        if not any(each.start < other.end and other.start < each.end for other in plain)
    ]
    return sorted(plain, key=lambda each: each.start)


def _is_the_one(lines: tuple[Line, ...], one: Named, found: list[Named], text: str) -> bool:
    """Whether of two lines of one label, a number and a share, the words just before mean this."""
    alike = [lines[o.line].sense for o in found if (o.start, o.end) == (one.start, one.end)]
    wanted = Sense.COUNT
    if _SHARE.search(text[max(0, one.start - 28) : one.start]):
        wanted = Sense.PERCENT
    return lines[one.line].sense is wanted and alike.count(wanted) == 1
