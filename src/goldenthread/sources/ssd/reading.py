"""Reads a folder of the Standard Safeguarding Dataset, one CSV file for each of its tables."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa

from goldenthread.nouns import Fault, GoldenThreadError, Severity
from goldenthread.sources.ssd import joining
from goldenthread.sources.ssd.coverage import coverage as covered
from goldenthread.sources.ssd.coverage import taken_on
from goldenthread.sources.ssd.dataset import dataset, table_in
from goldenthread.sources.ssd.loading import Loaded, Progress, loaded
from goldenthread.sources.ssd.meanings import meaning
from goldenthread.sources.ssd.shaping import shaped
from goldenthread.tables import Balance, Conformed, Found, Return, Table, conform
from goldenthread.tables import table as table_named
from goldenthread.tables.conform import Context

KIND = "ssd"


def recognises(path: Path) -> bool:
    """Whether a file is a table of the dataset, by its headings."""
    return table_in(path) is not None


def read(
    paths: Sequence[Path],
    *,
    area: str = "",
    year: int | None = None,
    progress: Progress | None = None,
    coverage: tuple[date, date] | None = None,
) -> Return:
    """The dataset in some files, as one return; its year is that of the day it was taken.

    ``coverage`` is the first and last day it tells in full, for whoever knows them: otherwise they
    are worked out from its dates (see ``coverage.py``). Faults: those of ``loaded``, ``shaped``
    and ``conform``. Raises GoldenThreadError where no council is named or no file can be used.
    """
    if not area:
        raise GoldenThreadError(
            f"{paths[0].parent} is a safeguarding dataset, which does not say whose it is: name "
            "the council with --area."
        )
    found = Found()
    texts = loaded(paths, found, progress)
    if not texts:
        raise GoldenThreadError(
            f"No table of the safeguarding dataset in {paths[0].parent} can be read: export it "
            "again, a CSV file for each table."
        )
    reading = _Reading(texts, area, found)
    for name in texts:
        reading.fill(name)
    tables = reading.joined()
    day = coverage[1] if coverage else taken_on(tables)
    if "care_leavers" in texts:
        reading.fill_care_leavers(day, tables)
    return Return(
        file=str(paths[0].parent if len(paths) > 1 else paths[0]),
        kind=KIND,
        digest=_digest(paths),
        area=area,
        year=year or (day.year + (day.month > 3) if day else None),
        tables=tables,
        coverage=covered(tables, area, coverage),
        balances=reading.balances,
        found=found,
        places={name: reading.place_in(name) for name in tables},
        untold={name: reading.untold_in(name, rows) for name, rows in tables.items()},
    )


class _Reading:
    """The tables as they are filled, one after the other."""

    def __init__(self, texts: Mapping[str, Loaded], area: str, found: Found) -> None:
        self.texts = texts
        self.area = area
        self.found = found
        self.made: dict[str, Conformed] = {}
        self.files: dict[str, str] = {}
        self.balances: dict[str, Balance] = {}

    def fill(self, name: str) -> None:
        """Make one of our tables of one of the dataset's."""
        into = dataset()[name].into
        if name == joining.PLACEMENT.name:
            self._conform(joining.PLACEMENT, self.texts[name])
        elif name == joining.EPISODE.name:
            self._conform(joining.EPISODE, self.texts[name])
        elif into and into != "care_leavers":  # these wait for the day the dataset was taken on
            self._conform(table_named(into), shaped(name, self.texts, self.found))

    def fill_care_leavers(self, day: date | None, tables: dict[str, pa.Table]) -> None:
        """Care leavers as they stood on the day the dataset was taken, which it does not say."""
        text = self.texts["care_leavers"]
        told = pa.array(["" if day is None else day.isoformat()] * text.rows, pa.string())
        self.found.add(
            Fault(
                "day_taken_assumed",
                f"The dataset does not say when it was taken: {day or 'no day'} is taken, the "
                "latest in it; say otherwise with --covers.",
                str(text.path),
                severity=Severity.NOTE,
            )
        )
        table = table_named("care_leavers")
        self._conform(table, text.with_cells(reported_on=told))
        tables[table.name] = self.made[table.name].rows

    def joined(self) -> dict[str, pa.Table]:
        """The tables so far, with what the dataset keeps in others joined to them."""
        tables = {name: each.rows for name, each in self.made.items()}
        placements = tables.pop(joining.PLACEMENT.name, None)
        if (rows := tables.get("cla_episodes")) is not None:
            statuses = tables.get("legal_status")
            tables["cla_episodes"] = joining.episodes(rows, placements, statuses)
        if (rows := tables.get("person")) is not None:
            tables["person"] = joining.children(rows, tables)
        return tables

    def untold_in(self, table: str, rows: pa.Table) -> frozenset[str]:
        """The columns that no file has, and that were not joined from another either."""
        untold = self.made[table].untold & set(rows.schema.names)
        return frozenset(name for name in untold if rows[name].null_count == rows.num_rows)

    def place_in(self, table: str) -> Callable[[int, str], str]:
        """Where the cell of a row of ours and a column stands, with the file it stands in."""
        place, file = self.made[table].place, self.files[table]
        return lambda row, column: f"{file}, {place(row, column)}"

    def _conform(self, table: Table, text: Loaded) -> None:
        context = Context(
            file=str(text.path),
            area=self.area,
            place=text.place,
            meaning=meaning,
            heading=lambda column: text.names.get(column, column),
        )
        cells = {name: each for name, each in text.cells.items() if name in table.by_name}
        made = conform(table, cells, context, self.found)
        self.made[table.name] = made
        self.files[table.name] = text.path.name
        if table is not joining.PLACEMENT:
            self.balances[table.name] = Balance(text.rows + text.left_out, made.rows.num_rows)


def _digest(paths: Sequence[Path]) -> str:
    """One digest of all files, in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        with path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()
