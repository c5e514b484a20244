"""The figure book: every number known, with its thread and its other values."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import count, groupby
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from goldenthread.engines import connect, fetched, lent
from goldenthread.figures import differing, storage
from goldenthread.figures.preference import Prefer, order
from goldenthread.figures.rows import Rows, by_area, to_table
from goldenthread.figures.schema import SCHEMA
from goldenthread.figures.shelf import Shelf
from goldenthread.figures.standings import Standings
from goldenthread.nouns import Figure, GoldenThreadError, PeriodKind

# Every book on one connection has a table of its own.
_numbers = count(1)

# A table from memory knows which columns are never empty and one from the engine does not: so that
# they can be put together, none promises anything.
_NULLABLE = {name: kind.copy(nullable=True) for name, kind in ibis.schema(SCHEMA).items()}

# What a shelf was asked for apart from its areas: indicators, report year, years and preference.
_Asked = tuple[tuple[str, ...] | None, int | None, int | None, Prefer]

One = str | int | None
OneOrMany = One | Iterable[str]


class FigureBook:
    """Figures from every source, as one Ibis table with the columns of ``schema``."""

    def __init__(self, con: Any, table: Any) -> None:
        self.con = con
        self.table = table
        self._standings: dict[int, Standings] = {}
        # Each area's wholes by year, by what else was asked of them.
        self._wholes: dict[_Asked, dict[str, Shelf]] = defaultdict(dict)

    @classmethod
    def build(cls, con: Any, tables: Iterable[Any]) -> "FigureBook":
        """A book of Ibis tables on ``con`` that have the book's columns.

        Raises GoldenThreadError where there is no table, or one lacks a column.
        """
        parts = []
        for table in tables:
            missing = [name for name in SCHEMA.names if name not in table.columns]
            if missing:
                raise GoldenThreadError(
                    f"A table for the figure book lacks the columns {', '.join(missing)}; "
                    "see docs/reference/figure-book.md."
                )
            parts.append(table.select(*SCHEMA.names).cast(_NULLABLE))
        if not parts:
            raise GoldenThreadError("A figure book needs figures; read at least one source first.")
        together = ibis.union(*parts) if len(parts) > 1 else parts[0]
        return cls(con, con.create_table(f"figure_book_{next(_numbers)}", together, temp=True))

    @classmethod
    def of(cls, figures: Iterable[Figure], con: Any = None) -> "FigureBook":
        """A book of Figures."""
        con = con if con is not None else connect()
        with lent(con, to_table(figures)) as table:
            return cls.build(con, [table])

    @classmethod
    def open(cls, path: Path, con: Any = None) -> "FigureBook":
        """The book in a file that ``write`` made.

        Raises GoldenThreadError where it is not one, or is of a newer version than this reads.
        """
        con = con if con is not None else connect()
        return cls(con, storage.open_table(con, Path(path)))

    def write(self, path: Path) -> None:
        """Write the book to a file: whole or not at all, the same bytes for the same figures."""
        storage.write(self.table, Path(path))

    def with_figures(self, figures: Iterable[Figure]) -> "FigureBook":
        """This book and more figures in a new one."""
        more = to_table(figures)
        if not more.num_rows:
            return self
        with lent(self.con, more) as table:
            return self.build(self.con, [self.table, table])

    def with_tables(self, tables: Iterable[Any]) -> "FigureBook":
        """This book and more Ibis tables in a new one."""
        return self.build(self.con, [self.table, *tables])

    def as_of(self, day: date) -> "FigureBook":
        """What was known on a day; figures whose first day is not known are left out."""
        return FigureBook(self.con, self.table.filter(self.table.known_since <= day))

    def __len__(self) -> int:
        return int(self.table.count().to_pyarrow().as_py())

    def figures(self, **which: OneOrMany) -> list[Figure]:
        """The figures whose columns have the values given, preferred order within a key.

        ``area`` is a code; ``indicator``, ``unit``, ``period``, ``breakdown``, ``source``,
        ``vintage`` and ``definition`` are as written in the book. A list means any of them.
        """
        table = _narrowed(self.table, which)
        return list(_rows(table.order_by(_KEY + order(table, None, Prefer.LATEST))))

    def shelf(
        self,
        areas: Iterable[str] | None = None,
        indicators: Iterable[str] | None = None,
        report_year: int | None = None,
        *,
        beside: Iterable[str] = (),
        years: int | None = None,
        prefer: Prefer = Prefer.FIRST,
    ) -> Shelf:
        """Figures at hand for some area codes and indicators (default: all), in one query.

        ``beside`` are areas to compare with: their wholes by year come too, and with them every
        council's values of the report's year, for a place among them. ``report_year`` (the
        calendar year the report's year ends in) says which release is shown first; ``years``
        keeps only the periods that end in that many years up to the report's, and in the year
        after it.

        The areas beside are kept at hand for the next that are compared with them: 150 reports
        from one book ask for each area's wholes once, not ten times.
        """
        asked = None if indicators is None else tuple(sorted(indicators))
        table = _narrowed(self.table, {"indicator": asked})
        if years is not None and report_year is not None:
            last = table.period_end.year()
            table = table.filter((last > report_year - years) & (last <= report_year + 1))
        preferred = order(table, report_year, prefer)
        others = set(beside)
        ranked = self._standings_of(report_year) if others and report_year is not None else None
        if areas is None:
            return Shelf(_rows(table.order_by(preferred)), ranked)
        own = set(areas)
        others -= own
        at_hand = self._wholes[asked, report_year, years, prefer]
        fresh = others - at_hand.keys()
        wanted = table.area_code.isin(sorted(own))
        if fresh:
            yearly = (table.breakdown == "") & (table.period_kind != PeriodKind.MONTH.value)
            wanted = wanted | (table.area_code.isin(sorted(fresh)) & yearly)
        rows = fetched(table.filter(wanted).order_by(["area_code", *preferred]))
        found = by_area(rows)
        at_hand |= {code: Shelf(Rows(found.get(code, rows[:0]))) for code in sorted(fresh)}
        mine = pa.concat_tables([rows[:0], *(found[code] for code in sorted(own & found.keys()))])
        return Shelf(Rows(mine), ranked, {code: at_hand[code] for code in sorted(others)})

    def _standings_of(self, report_year: int) -> Standings:
        if report_year not in self._standings:
            self._standings[report_year] = Standings(self.table, report_year)
        return self._standings[report_year]

    def other_values(self, figure: Figure) -> tuple[Figure, ...]:
        """Every other value known of the same thing, the newest release first."""
        return self.other_values_of([figure])[figure.id]

    def other_values_of(self, figures: Sequence[Figure]) -> Mapping[str, tuple[Figure, ...]]:
        """The same for many figures in one query, by the figure's id."""
        return differing.other_values(self.con, self.table, figures)

    def restatements(self, area: str | None = None) -> list[tuple[Figure, ...]]:
        """Things told with different values on one definition: each with all its values.

        The value known first comes first.
        """
        return differing.restated(self._in_dispute({"area": area}))

    def differences(self, area: str | None = None) -> list[tuple[Figure, ...]]:
        """Things measured from records and told otherwise by somebody: each with all its values.

        The value that is shown comes first. Values that only differ in how they are rounded agree.
        """
        table = differing.measured_otherwise(_narrowed(self.table, {"area": area}))
        rows = _rows(table.order_by(_KEY + order(table, None, Prefer.LATEST)))
        groups = (tuple(group) for _, group in groupby(rows, key=lambda figure: figure.key))
        return [group for group in groups if differing.disagree(group)]

    def sources(self) -> tuple[str, ...]:
        """The names of the sources that its figures come from."""
        return self._sources

    @cached_property
    def _sources(self) -> tuple[str, ...]:
        found = fetched(self.table.select("source").distinct().order_by("source"))
        return tuple(found.column("source").to_pylist())

    def different_bases(
        self, area: str | None = None, indicator: str | None = None
    ) -> list[tuple[Figure, ...]]:
        """Things of one name counted by different definitions: they stay apart.

        Three conversion rates stay three until someone says otherwise.
        """
        which = {"area": area, "indicator": indicator}
        return differing.on_different_bases(self._in_dispute(which))

    def to_arrow(self) -> pa.Table:
        """The whole book as an Arrow table."""
        return fetched(self.table).cast(SCHEMA)

    def to_pandas(self) -> Any:
        """The whole book as a pandas data frame."""
        return self.to_arrow().to_pandas()

    def _in_dispute(self, which: Mapping[str, OneOrMany]) -> Iterator[tuple[Figure, ...]]:
        table = differing.in_dispute(_narrowed(self.table, which))
        groups = groupby(_rows(table.order_by([*_KEY, "period"])), key=lambda figure: figure.key)
        return (tuple(figures) for _, figures in groups)


_KEY = ["indicator", "unit", "area_code", "period_end", "period_start", "breakdown"]
_NAMES = {"area": "area_code"}


def _narrowed(table: Any, which: Mapping[str, Any]) -> Any:
    for name, wanted in which.items():
        if wanted is None:
            continue
        column = _NAMES.get(name, name)
        if column not in SCHEMA.names:
            raise GoldenThreadError(f"The figure book has no column {name!r}.")
        texts = [wanted] if isinstance(wanted, str) else [str(each) for each in wanted]
        table = table.filter(table[column].isin([str(text) for text in texts]))
    return table


def _rows(table: Any) -> Rows:
    return Rows(fetched(table))
