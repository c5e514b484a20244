"""What a projection looks at: one area's tables as known on 31 March, and its year's days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.days import number
from goldenthread.synthetic.known import known_on


@dataclass(frozen=True)
class View:
    """One area's tables as they stood on the last day of a year."""

    tables: Mapping[str, pa.Table]
    area: str
    year: int

    @classmethod
    def of(cls, tables: Mapping[str, pa.Table], area: str, year: int) -> "View":
        """The tables of one area, as known on 31 March of a year."""
        own = {name: _only(each, area) for name, each in tables.items()}
        return cls(known_on(own, number(date(year, 3, 31))), area, year)

    @property
    def first(self) -> date:
        """The first day of the year."""
        return date(self.year - 1, 4, 1)

    @property
    def last(self) -> date:
        """The last day of the year."""
        return date(self.year, 3, 31)

    def __getitem__(self, name: str) -> pa.Table:
        return self.tables[name]

    @cached_property
    def people(self) -> pa.Array:
        """The children's identifiers, in the order of the table of children."""
        return self.tables["person"]["person_id"].combine_chunks()

    def child(self, rows: pa.Table, column: str) -> pa.ChunkedArray:
        """A column of the table of children, for the child of each row."""
        at = pc.index_in(rows["person_id"].combine_chunks(), self.people)
        return self.tables["person"][column].take(at)

    def within(self, name: str, column: str, first: date | None = None) -> pa.Table:
        """A table's rows with a day from the first of the year, or another, to its last."""
        rows = self.tables[name]
        day = rows[column]
        if pa.types.is_timestamp(day.type):
            day = day.cast(pa.date32())
        begins = pa.scalar(first or self.first, pa.date32())
        return rows.filter(pc.greater_equal(day, begins))

    def reaching(self, name: str, ends: str = "end_date", first: date | None = None) -> pa.Table:
        """A table's rows that are open on the last day or ended on the first day or later."""
        rows = self.tables[name]
        begins = pa.scalar(first or self.first, pa.date32())
        late = pc.fill_null(pc.greater_equal(rows[ends], begins), True)
        return rows.filter(late)

    def latest(self, name: str, day: str, among: pa.ChunkedArray) -> pa.Array:
        """For each child of a column, the latest day of a table; null where there is none."""
        found = self.tables[name].group_by(["person_id"]).aggregate([(day, "max")])
        at = pc.index_in(_whole(among), found["person_id"].combine_chunks())
        return found[f"{day}_max"].combine_chunks().take(at)

    def counted(self, rows: pa.Table, among: pa.ChunkedArray) -> pa.Array:
        """For each child of a column, how many of some rows there are."""
        found = rows.group_by(["person_id"]).aggregate([("person_id", "count")])
        at = pc.index_in(_whole(among), found["person_id"].combine_chunks())
        return pc.fill_null(found["person_id_count"].combine_chunks().take(at), 0)


def _only(rows: pa.Table, area: str) -> pa.Table:
    return rows.filter(pc.equal(rows["area"], area)).combine_chunks()


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
