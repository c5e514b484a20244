"""Fills the tables from lists, sheet by sheet, and counts what came in and what was kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from goldenthread.sources.annex_a.sheets import ListSheet
from goldenthread.sources.days import plain_day
from goldenthread.sources.spellings import meaning
from goldenthread.tables import Balance, ColumnKind, Conformed, Found, conform, table
from goldenthread.tables.conform import NOTHING, Context

Place = Callable[[int, str], str]

# Texts for a column of a table, where the cells of a list are not taken as they stand.
Made = Mapping[str, Sequence[str]]


@dataclass
class Filling:
    """The tables as they fill; ``year`` is the collection year by which codes are judged.

    ``held`` keeps what must be seen together with another list before it goes into a table,
    ``untold`` the columns of each table that no list has.
    """

    file: str
    area: str
    year: int | None
    found: Found
    held: dict[str, list[Conformed]] = field(default_factory=dict)
    untold: dict[str, frozenset[str]] = field(default_factory=dict)
    _parts: dict[str, list[tuple[pa.Table, Place]]] = field(default_factory=dict)
    _came_in: dict[str, int] = field(default_factory=dict)
    _kept: dict[str, int] = field(default_factory=dict)

    def add(
        self,
        name: str,
        each: ListSheet,
        fields: Mapping[str, str],
        *,
        made: Made | None = None,
        only: Sequence[bool] | None = None,
        of_a_child: bool = False,
    ) -> None:
        """Rows of a list into a table: ``fields`` are the list's, by the table's columns.

        ``made`` gives columns that no cell holds as it stands; ``only`` says which rows of the
        list are meant. ``of_a_child`` leaves out rows without a child, reported elsewhere.
        """
        conformed = self.conformed(name, each, fields, made=made, only=only, of_a_child=of_a_child)
        self.put(name, conformed.rows, conformed.place, conformed.untold)
        self.count(name, conformed.came_in, conformed.rows.num_rows)

    def conformed(
        self,
        name: str,
        each: ListSheet,
        fields: Mapping[str, str],
        *,
        made: Made | None = None,
        only: Sequence[bool] | None = None,
        of_a_child: bool = False,
    ) -> Conformed:
        """As ``add``, without putting the rows anywhere yet."""
        wanted = np.ones(len(each.rows), dtype=bool) if only is None else np.array(only, dtype=bool)
        if of_a_child:
            wanted &= np.array([bool(said(text)) for text in each.texts("person_id")], dtype=bool)
        rows = [int(row) for row in np.flatnonzero(wanted)]
        columns = table(name).by_name
        texts = {
            column: each.columns[of] for column, of in fields.items() if of in each.columns
        } | dict(made or {})
        cells = {}
        for column, written in texts.items():
            day = columns[column].kind is ColumnKind.DATE
            picked = [written[row] for row in rows]
            plain = [plain_day(text) for text in picked] if day else picked
            cells[column] = pa.array(plain, pa.string())
        context = Context(
            file=self.file,
            area=self.area,
            place=lambda row, column: each.place(rows[row], fields.get(column, "")),
            year=self.year,
            meaning=meaning,
            heading=lambda column: each.heading(fields.get(column, column)),
        )
        if not cells:
            return Conformed(table(name).empty(), 0, context.place)
        return conform(table(name), cells, context, self.found)

    def put(
        self, name: str, rows: pa.Table, place: Place, untold: frozenset[str] = frozenset()
    ) -> None:
        """Rows ready for a table, with where they stand, and the columns no list of them has."""
        self._parts.setdefault(name, []).append((rows, place))
        if rows.num_rows:
            self.untold[name] = self.untold.get(name, untold) & untold

    def count(self, name: str, came_in: int, kept: int) -> None:
        """Rows of lists that came in for a table, and were kept."""
        self._came_in[name] = self._came_in.get(name, 0) + came_in
        self._kept[name] = self._kept.get(name, 0) + kept

    def done(self) -> tuple[dict[str, pa.Table], dict[str, Place], dict[str, Balance]]:
        """The tables, where the cells of their rows stand, and how many rows there were."""
        tables = {
            name: pa.concat_tables([rows for rows, _ in parts]).combine_chunks()
            for name, parts in self._parts.items()
        }
        places = {name: _place_of(parts) for name, parts in self._parts.items()}
        balances = {
            name: Balance(came_in, self._kept[name]) for name, came_in in self._came_in.items()
        }
        return tables, places, balances


def said(text: str) -> str:
    """A cell's text, empty where it says in any way that nothing was written."""
    return "" if text.casefold() in NOTHING else text


def _place_of(parts: Sequence[tuple[pa.Table, Place]]) -> Place:
    ends = np.cumsum([rows.num_rows for rows, _ in parts])

    def place(row: int, column: str) -> str:
        part = int(np.searchsorted(ends, row, side="right"))
        before = int(ends[part - 1]) if part else 0
        return parts[part][1](row - before, column)

    return place
