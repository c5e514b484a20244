"""The same history through every format: what is measured of each, and what is to differ.

``records_same_through_any_format.csv`` declares what a format cannot carry. Its ``difference``:

- ``untold``: figures that the history knows are not known from the format;
- ``in part``: some of them are, as for six months of a year;
- ``differs``: a figure is known from both and is another;
- ``may differ``: the same, of what is so seldom that only many histories show it;
- ``of the child``: the format does not tell this column of a child, or not of all children; the
  history's own is taken away for the children of whom it does not, and then all must agree.

``what`` is an indicator, ``*`` for all, or ``table:NAME`` of a table that the format does not have:
nothing is known of an indicator that cannot do without it. ``breakdown`` is a dimension, empty for
the whole, or ``*``.
"""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread import engines, synthetic
from goldenthread.figures.measured import computable, measure, of_text, periods_of
from goldenthread.indicators import indicator
from goldenthread.indicators.expression import Need
from goldenthread.sources.returns import read_all
from goldenthread.tables import Coverage, Records, Return

AREA = "821"
# The returns begin two years before what is asked, since plans look so far back.
YEARS = range(2021, 2025)
FIRST, LAST = date(2020, 4, 1), date(2024, 3, 31)
FORMATS = ("annex_a", "cin_census", "gcp2", "mash", "ssd", "ssda903", "ssda903_xml")
TOGETHER = "together"
DECLARED = Path(__file__).parents[1] / "integration" / "records_same_through_any_format.csv"

TABLE = "table:"
UNTOLD, IN_PART, DIFFERS, MAY_DIFFER, OF_THE_CHILD = (
    "untold",
    "in part",
    "differs",
    "may differ",
    "of the child",
)


class Exception_(NamedTuple):  # noqa: N801 (an exception from the rule, not one that is raised)
    """One declared difference."""

    format: str
    what: str
    breakdown: str
    difference: str
    why: str


class Key(NamedTuple):
    """One figure."""

    indicator: str
    unit: str
    breakdown: str
    period: str

    @property
    def dimension(self) -> str:
        """What it is broken down by; empty for the whole."""
        return self.breakdown.partition("=")[0]


Value = tuple[float | None, float | None, float | None]


@dataclass
class Compared:
    """How a format's figures stand to the history's: keys by what was found."""

    same: list[Key] = field(default_factory=list)
    differs: dict[Key, tuple[Value | None, Value | None]] = field(default_factory=dict)
    untold: list[Key] = field(default_factory=list)
    more: list[Key] = field(default_factory=list)

    def reach(self, name: str) -> str:
        """How much of what the history knows of an indicator is known: all, in part, untold."""
        counts = Counter(
            told
            for told, keys in ((True, [*self.same, *self.differs]), (False, self.untold))
            for key in keys
            if key.indicator == name
        )
        if not counts[False]:
            return ""
        return IN_PART if counts[True] else UNTOLD

    def first_differing(self) -> list[tuple[Key, tuple[Value | None, Value | None]]]:
        """One figure that differs, for each indicator and dimension of which any does."""
        first: dict[tuple[str, str], Key] = {}
        for key in sorted(self.differs):
            first.setdefault((key.indicator, key.dimension), key)
        return [(key, self.differs[key]) for key in first.values()]


@cache
def declared() -> tuple[Exception_, ...]:
    """Every declared difference."""
    with DECLARED.open(encoding="utf-8", newline="") as file:
        return tuple(Exception_(**row) for row in csv.DictReader(file))


def of_format(name: str) -> list[Exception_]:
    """Those of one format."""
    return [each for each in declared() if each.format == name]


class History:
    """One history, written in every format and read again, and what is measured of each."""

    def __init__(self, seed: int, size: float, periods: Sequence[str], folder: Path) -> None:
        self.tables = synthetic.histories({AREA: size}, YEARS, seed)
        self.folder = folder
        self.periods = tuple(
            dict.fromkeys(
                part
                for text in periods
                for period in of_text([text])
                for by in ("month", "quarter", "year")
                for part in periods_of(period, by)
            )
        )
        self._returns: dict[str, list[Return]] = {}
        self._truths: dict[tuple[str, ...], dict[Key, Value | None]] = {}

    def returns(self, name: str) -> list[Return]:
        """A format's returns of every year, as they are read."""
        if name not in self._returns:
            self._returns[name] = [
                one for year in YEARS for one in self._read(name, year, self._write(name, year))
            ]
        return self._returns[name]

    def records(self, name: str) -> Records:
        """The records of one format, or of all together."""
        if name == TOGETHER:
            return Records.of(one for each in FORMATS[:-1] for one in self.returns(each))
        return Records.of(self.returns(name))

    def compared(self, name: str) -> Compared:
        """A format's figures beside the history's."""
        records = self.records(name)
        hidden = self._hidden(name, records)
        return compare(self._truth(name, hidden), self.measured(records))

    def measured(self, records: Records) -> dict[Key, Value | None]:
        """Every figure, by key; None for one that is not known."""
        engine = engines.open()
        try:
            table = measure(records, self.periods, engine=engine).table
        finally:
            engine.close()
        names = ("indicator", "unit", "breakdown", "period")
        keys = zip(*(table[each].to_pylist() for each in names), strict=True)
        values = zip(
            *(table[each].to_pylist() for each in ("value", "numerator", "denominator")),
            strict=True,
        )
        symbols = table["symbol"].to_pylist()
        return {
            Key(*key): None if symbol == "x" else value
            for key, value, symbol in zip(keys, values, symbols, strict=True)
        }

    def _write(self, name: str, year: int) -> Path:
        folder = self.folder / name / str(year)
        synthetic.write(name, self.tables, AREA, year, folder)
        return folder

    def _read(self, name: str, year: int, folder: Path) -> tuple[Return, ...]:
        """With what a format does not say of itself said for it."""
        day = date(year, 3, 31)
        told = {
            "annex_a": {"reported_on": day},
            "ssd": {"coverage": (FIRST, day)},
        }.get(name, {"year": year})
        return read_all([folder], area=AREA, **told).returns  # type: ignore[arg-type]

    def _hidden(self, name: str, records: Records) -> dict[str, pa.Array]:
        """Of each column that is declared ``of the child``, the children it is not told of."""
        people = records.tables["person"]
        hidden = {}
        for each in of_format(name):
            if each.difference == OF_THE_CHILD:
                told = people.filter(tells(people[each.what]))["person_id"]
                every = self.tables["person"]["person_id"]
                without = pc.invert(pc.is_in(every, told.combine_chunks()))
                hidden[each.what] = every.filter(without).combine_chunks()
        return hidden

    def _truth(self, name: str, hidden: Mapping[str, pa.Array]) -> dict[Key, Value | None]:
        key = (name,) if hidden else ()
        if key not in self._truths:
            tables = dict(self.tables)
            for column, children in hidden.items():
                tables["person"] = _without(tables["person"], column, children)
            self._truths[key] = self.measured(whole(tables))
        return self._truths[key]


def whole(tables: Mapping[str, pa.Table]) -> Records:
    """The history itself as records, all of it told."""
    told = tuple(Coverage(name, AREA, FIRST, LAST) for name in tables)
    return Records.of(
        [
            Return(
                file="the history", kind="history", digest="", area=AREA, year=None,
                tables=tables, coverage=told, balances={},
            )
        ]
    )  # fmt: skip


def compare(truth: Mapping[Key, Value | None], found: Mapping[Key, Value | None]) -> Compared:
    """Two measurings, figure by figure. A category that one does not have is nought there."""
    compared = Compared()
    for key in {**truth, **found}:
        known = _known(truth, key), _known(found, key)
        if known == (False, False):
            continue
        if not known[1]:
            compared.untold.append(key)
        elif not known[0]:
            compared.more.append(key)
        else:
            mine, theirs = truth.get(key), found.get(key)
            if mine == theirs or _nought(mine or theirs, mine and theirs):
                compared.same.append(key)
            else:
                compared.differs[key] = (mine, theirs)
    return compared


def explained(found: str, format_name: str, name: str) -> bool:
    """Whether it is declared that an indicator is told in part, or not at all."""
    of_this = [each for each in of_format(format_name) if each.difference == found]
    if any(each.what in ("*", name) for each in of_this):
        return True
    absent = {each.what.removeprefix(TABLE) for each in of_this if each.what.startswith(TABLE)}
    return any({need.table for need in needs} <= absent for needs in alternatives(name))


def alternatives(name: str) -> list[list[Need]]:
    """What an indicator needs: one of each list is enough."""
    expression = indicator(name).expression
    needs = expression.needs if expression else ()
    together: dict[str, list[Need]] = {}
    for at, need in enumerate(needs):
        together.setdefault(need.one_of or str(at), []).append(need)
    return list(together.values())


def indicators() -> list[str]:
    """Every indicator that is counted from records."""
    return [each.name for each in computable()]


def _known(figures: Mapping[Key, Value | None], key: Key) -> bool:
    """Whether the whole is known of the same period, and so everything."""
    whole_of = key._replace(breakdown="")
    return figures.get(whole_of) is not None


def _nought(there: Value | None, both: object) -> bool:
    return not both and there is not None and there[0] == 0 and there[2] in (None, 0)


def tells(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Whether a cell of a child tells anything: a sex not known does not."""
    told = pc.is_valid(column)
    return pc.and_kleene(told, pc.fill_null(pc.not_equal(column, "U"), True)) if (
        column.type == pa.string()
    ) else told  # fmt: skip


def _without(people: pa.Table, column: str, children: pa.Array) -> pa.Table:
    place = people.schema.get_field_index(column)
    kept = pc.invert(pc.is_in(people["person_id"], children))
    cells = pc.if_else(kept, people[column], pa.scalar(None, people[column].type))
    return people.set_column(place, people.schema.field(place), cells)
