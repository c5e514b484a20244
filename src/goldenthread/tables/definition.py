"""What a table of records is: its grain in words, its key, and each of its columns described.

One table is one file beside this one, holding one ``TABLE``. Names and grain follow the Standard
Safeguarding Dataset where it has the table; columns are whole words without its prefixes. Readers
of every format fill these tables and no others, and indicators are counted from nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import pyarrow as pa


class ColumnKind(StrEnum):
    """What a cell holds, once it has been read."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    MOMENT = "moment"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "yes or no"

    @property
    def arrow(self) -> pa.DataType:
        """The type of its column in Arrow.

        A moment is what the clock in England showed, to the second: returns name no time zone, and
        its day is the day it was there. Twice a year a difference of moments is an hour out.
        """
        return _ARROW[self]


_ARROW = {
    ColumnKind.TEXT: pa.string(),
    ColumnKind.CODE: pa.string(),
    ColumnKind.DATE: pa.date32(),
    ColumnKind.MOMENT: pa.timestamp("s"),
    ColumnKind.WHOLE: pa.int32(),
    ColumnKind.NUMBER: pa.float64(),
    ColumnKind.FLAG: pa.bool_(),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what a cell holds, and what it means.

    ``codes`` names the list in ``code_lists`` a CODE belongs to. ``required`` means that a row
    without it cannot be counted at all, and is reported and not kept. ``personal`` cells could
    give a child away: they never enter a fault, a log or a thread.
    """

    name: str
    kind: ColumnKind
    words: str
    codes: str = ""
    required: bool = False
    personal: bool = False

    def __post_init__(self) -> None:
        if (self.kind is ColumnKind.CODE) != bool(self.codes):
            raise ValueError(f"{self.name}: a code, and only a code, names its list")


AREA = Column("area", ColumnKind.TEXT, "The council whose return it is, by code.", required=True)
PERSON = Column(
    "person_id",
    ColumnKind.TEXT,
    "The child, by the council’s own identifier: the same in every return of the council.",
    required=True,
    personal=True,
)

_ENDS = {"authorisation_date", "closure_date", "end_date"}


@dataclass(frozen=True)
class Table:
    """One table: ``grain`` says what one row is, ``key`` what makes two rows the same thing.

    The key is of things that every format carries, since identifiers of rows differ between them:
    the same referral arrives in two years' returns and in two formats, and is one referral.
    ``ssd`` is its name in the Standard Safeguarding Dataset, empty where that has none. ``area``
    stands first in every table and is not written in the files.
    """

    name: str
    title: str
    grain: str
    key: tuple[str, ...]
    own_columns: tuple[Column, ...]
    ssd: str = ""
    notes: str = ""
    dates: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        if len(set(names)) < len(names):
            raise ValueError(f"{self.name}: a column stands twice")
        if unknown := {*self.key, *self.dates} - {*names}:
            raise ValueError(f"{self.name} has no column {', '.join(sorted(unknown))}")

    @cached_property
    def ends(self) -> str:
        """The day a row's thing ended, empty while it lasts; no name where nothing lasts."""
        return next((name for name in self.dates[1:] if name in _ENDS), "")

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Every column, the area first."""
        return (AREA, *self.own_columns)

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """The columns by name."""
        return {column.name: column for column in self.columns}

    @cached_property
    def schema(self) -> pa.Schema:
        """The table's columns in Arrow."""
        return pa.schema([(column.name, column.kind.arrow) for column in self.columns])

    def empty(self) -> pa.Table:
        """The table without a row."""
        return self.schema.empty_table()

    def of(self, rows: Iterable[dict[str, object]]) -> pa.Table:
        """The table with these rows, each a dictionary of typed values; what it lacks is null."""
        made = list(rows)
        columns = [
            pa.array([row.get(column.name) for row in made], column.kind.arrow)
            for column in self.columns
        ]
        return pa.Table.from_arrays(columns, schema=self.schema)
