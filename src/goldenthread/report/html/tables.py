"""What a table needs beside its numbers: a key to its symbols, and flags on unsettled figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.disclosure import Released
from goldenthread.nouns import Quality, Status
from goldenthread.report.document import Cell, Mark, Table

# Letters that follow a number in a table, and what they say.
_FLAGS = {
    Status.FORECAST: ("f", "a forecast"),
    Status.PROVISIONAL: ("p", "provisional, and may be revised"),
    Quality.CAUTION: ("q", "to be read with caution: the reason is in its thread"),
    Quality.POOR: ("u", "of poor quality: the reason is in its thread"),
}

MARKS = {
    Mark.HIGHEST: ("▲", "highest"),
    Mark.LOWEST: ("▼", "lowest"),
    Mark.NEW: ("✚", "new"),
}


@dataclass(frozen=True, slots=True)
class Flag:
    """A letter beside a number and what it means."""

    letter: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Legend:
    """What stands under a table. ``shared`` flags hold for every number and are said once."""

    symbols: tuple[Flag, ...]
    flags: tuple[Flag, ...]
    shared: tuple[Flag, ...]

    def beside(self, cell: Cell) -> tuple[Flag, ...]:
        """The flags to print beside one cell's number."""
        if not isinstance(cell.content, Released):
            return ()
        return tuple(flag for flag in flags_of(cell.content) if flag in self.flags)


def legend(table: Table) -> Legend:
    """The key to everything in the table that is not a plain number."""
    values = list(_values(table))
    flagged = [set(flags_of(value)) for value in values if value.value is not None]
    used = sorted(set().union(*flagged), key=_letter)
    everywhere = set.intersection(*flagged) if flagged else set()
    symbols = {value.symbol for value in values if value.symbol is not None}
    return Legend(
        symbols=tuple(
            sorted((Flag(symbol.value, symbol.meaning) for symbol in symbols), key=_letter)
        ),
        flags=tuple(flag for flag in used if flag not in everywhere),
        shared=tuple(flag for flag in used if flag in everywhere),
    )


def flags_of(released: Released) -> tuple[Flag, ...]:
    """How settled and how good a printed number is, where it is not final and good."""
    if released.value is None:
        return ()
    figure = released.figure
    return tuple(
        Flag(*_FLAGS[state]) for state in (figure.status, figure.quality) if state in _FLAGS
    )


def numeric_columns(table: Table) -> tuple[bool, ...]:
    """For each column, whether it holds any number and so is set to the right."""
    return tuple(
        any(isinstance(row.cells[at].content, Released) for row in table.rows)
        for at in range(len(table.columns))
    )


def _values(table: Table) -> Iterator[Released]:
    for row in table.rows:
        for cell in row.cells:
            if isinstance(cell.content, Released):
                yield cell.content


def _letter(flag: Flag) -> str:
    return flag.letter
