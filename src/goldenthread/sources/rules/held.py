"""Records as rules look at them: days as numbers, children as numbers, and a few shared steps.

Everything is a whole column at once. What several rules need (who is who across tables, what was
open on a day, what came before) is worked out once and kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, permutations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.tables import Coverage, Records, Return

# Stands for a day that has not come: an end that is empty.
NEVER = np.datetime64("9999-12-31")
_NO_DAY = np.datetime64("NaT", "D")


class Children:
    """Every child of some records, numbered: the same child has one number in every table."""

    def __init__(self, records: Records) -> None:
        tables = [
            *records.tables.values(),
            *(table for each in records.kept_apart for table in each.tables.values()),
        ]
        with_children = [table for table in tables if "person_id" in table.schema.names]
        self._people = _distinct(with_children, "person_id")
        self._areas = _distinct(with_children, "area")
        codes = [np.unique(self._codes(table)) for table in with_children if table.num_rows]
        self._known = np.unique(np.concatenate(codes)) if codes else np.array([], np.int64)

    def __len__(self) -> int:
        return len(self._known)

    def numbers(self, table: pa.Table) -> np.ndarray:
        """The child's number of each row."""
        return np.searchsorted(self._known, self._codes(table))

    def _codes(self, table: pa.Table) -> np.ndarray:
        area = np.asarray(pc.index_in(table["area"], self._areas), dtype=np.int64)
        person = np.asarray(pc.index_in(table["person_id"], self._people), dtype=np.int64)
        made: np.ndarray = area * len(self._people) + person
        return made


class Held:
    """Some tables, all of the records or of one return, with the children numbered alike."""

    def __init__(
        self,
        records: Records,
        tables: Mapping[str, pa.Table] | None = None,
        children: Children | None = None,
    ) -> None:
        self.records = records
        self._tables = records.tables if tables is None else tables
        self._children = children
        self._kept: dict[tuple[str, ...], np.ndarray] = {}
        self._returns: dict[int, Held] = {}

    @cached_property
    def children(self) -> Children:
        """The children of all records."""
        return self._children or Children(self.records)

    def has(self, *names: str) -> bool:
        """Whether each of the tables has a row."""
        return all(name in self._tables and self._tables[name].num_rows for name in names)

    def rows(self, name: str) -> pa.Table:
        """A table."""
        return self._tables[name]

    def none(self, name: str) -> np.ndarray:
        """That no row of a table is meant."""
        return np.zeros(self.rows(name).num_rows, dtype=bool)

    def days(self, name: str, column: str) -> np.ndarray:
        """A column of days; NaT, with which nothing compares, where there is none."""
        key = (name, column)
        if key not in self._kept:
            days = self.rows(name)[column].cast(pa.date32()).to_numpy()
            self._kept[key] = days.astype("datetime64[D]")
        return self._kept[key]

    def ends(self, name: str, column: str) -> np.ndarray:
        """A column of days on which something ended; a day that never comes where it has not."""
        days = self.days(name, column)
        made: np.ndarray = np.where(np.isnat(days), NEVER, days)
        return made

    def given(self, name: str, column: str) -> np.ndarray:
        """Whether there is anything in each cell of a column."""
        return np.asarray(pc.is_valid(self.rows(name)[column]))

    def can_say(self, name: str, column: str) -> bool:
        """Whether any return that has rows of a table has a place for a column of it."""
        having = [each for each in self.records.kept_apart if name in each.tables]
        return not having or any(each.tells(name, column) for each in having)

    def need_ends(self) -> np.ndarray:
        """The day each episode of need ended: that of the referral where it led to nothing."""
        until = self.ends("cin_episodes", "closure_date")
        nothing = self.true("cin_episodes", "no_further_action") & (until == NEVER)
        made: np.ndarray = np.where(nothing, self.days("cin_episodes", "referral_date"), until)
        return made

    def says(self, name: str, column: str, *codes: str) -> np.ndarray:
        """Whether each cell of a column is one of some codes."""
        return np.asarray(pc.is_in(self.rows(name)[column], pa.array(codes)))

    def true(self, name: str, column: str) -> np.ndarray:
        """Whether each cell of a column of flags says yes."""
        return np.asarray(pc.fill_null(self.rows(name)[column], False))

    def child(self, name: str) -> np.ndarray:
        """The number of each row's child."""
        key = (name, "child number")
        if key not in self._kept:
            self._kept[key] = self.children.numbers(self.rows(name))
        return self._kept[key]

    def of_child(self, name: str, column: str, children: np.ndarray) -> np.ndarray:
        """A day of each child in a table that has a row for each; of several rows, the last."""
        days = np.full(len(self.children), _NO_DAY)
        days[self.child(name)] = self.days(name, column)
        return days[children]

    def any_of_child(self, name: str, which: np.ndarray | None = None) -> np.ndarray:
        """Of every child, by number, whether any row of a table, or any of these, is theirs."""
        there = np.zeros(len(self.children), dtype=bool)
        there[self.child(name) if which is None else self.child(name)[which]] = True
        return there

    def parent(self, name: str, parent: str, key: str, value: str) -> np.ndarray:
        """A day of the row of another table that each row names by ``key``; NaT where none."""
        known = pc.index_in(self.rows(name)[key], self.rows(parent)[key].combine_chunks())
        # A null is in the list of keys too where a parent has none, and names nobody.
        at = np.asarray(pc.if_else(pc.is_valid(self.rows(name)[key]), known, -1).fill_null(-1))
        found = self.days(parent, value)[at] if self.has(parent) else None
        made: np.ndarray = np.full(len(at), _NO_DAY)
        if found is not None:
            made = np.where(at >= 0, found, made)
            same = self.child(parent)[at] == self.child(name)
            made = np.where(same, made, _NO_DAY)
        return made

    def begun_while_open(self, name: str, start: str, ends: np.ndarray) -> np.ndarray:
        """Rows that begin before an earlier one of the same child has ended."""
        order, child, starts, latest = self._in_order(name, start, ends)
        broken = self.none(name)
        same = child[1:] == child[:-1]
        broken[order[1:]] = same & (starts[1:] < latest[:-1])
        return broken

    def last_up_to(
        self, name: str, days: np.ndarray, children: np.ndarray, until: np.ndarray
    ) -> np.ndarray:
        """Each child's last day among ``days`` of a table's rows, up to and with a day of its own.

        NaT where there is none.
        """
        keys = np.sort(_keyed(self.child(name), days)[~np.isnat(days)])
        at = np.searchsorted(keys, _keyed(children, until), side="right") - 1
        if not len(keys):
            return np.full(len(until), _NO_DAY)
        found = keys[np.maximum(at, 0)]
        theirs = (at >= 0) & (found >> 24 == children) & ~np.isnat(until)
        made: np.ndarray = np.where(theirs, _day_of(found), _NO_DAY)
        return made

    def born(self, children: np.ndarray) -> np.ndarray:
        """The day each child was born, or is expected; NaT where nobody says."""
        if not self.has("person"):
            return np.full(len(children), _NO_DAY)
        born = self.of_child("person", "birth_date", children)
        expected = self.of_child("person", "expected_birth_date", children)
        made: np.ndarray = np.where(np.isnat(born), expected, born)
        return made

    def covers(
        self,
        name: str,
        start: str,
        ends: np.ndarray,
        children: np.ndarray,
        days: np.ndarray,
    ) -> np.ndarray:
        """Whether each child has, on a day, a row that has begun and has not ended before it."""
        order, child, starts, latest = self._in_order(name, start, ends)
        if not len(order):
            return np.zeros(len(days), dtype=bool)
        at = np.searchsorted(_keyed(child, starts), _keyed(children, days), side="right") - 1
        found = np.maximum(at, 0)
        made: np.ndarray = (at >= 0) & (child[found] == children) & (latest[found] >= days)
        return made & ~np.isnat(days)

    def previous(self, name: str, column: str) -> np.ndarray:
        """The child's row before each by a day, in the order they stand on one; -1 for none."""
        order = np.lexsort((self.days(name, column), self.child(name)))
        child = self.child(name)[order]
        made = np.full(len(order), -1)
        same = np.flatnonzero(child[1:] == child[:-1]) + 1
        made[order[same]] = order[same - 1]
        return made

    def told_in_full(self, table: str, name: str, column: str, days_before: int = 0) -> np.ndarray:
        """Whether each row's day, or one so many before, lies where every row of a table of its
        area is known."""
        days = self.days(name, column) - np.timedelta64(days_before)
        areas = self.rows(name)["area"]
        made = np.zeros(len(days), dtype=bool)
        for each in self.records.coverage:
            if each.table == table:
                start, end = np.datetime64(each.start), np.datetime64(each.end)
                of_area = np.asarray(pc.equal(areas, each.area))
                made |= of_area & (days >= start) & (days <= end)
        return made

    def between_returns(self, name: str, column: str) -> np.ndarray:
        """Whether each row's day lies in a gap between the days that returns tell of its area.

        What ended in one was taken to end there, and nobody says how (``tables.between_returns``).
        """
        days = self.days(name, column)
        areas = self.rows(name)["area"]
        before, after = np.zeros(len(days), dtype=bool), np.zeros(len(days), dtype=bool)
        for each in self.records.coverage:
            if each.table == name:
                of_area = np.asarray(pc.equal(areas, each.area))
                before |= of_area & (days > np.datetime64(each.end))
                after |= of_area & (days < np.datetime64(each.start))
        return before & after & ~self.told_in_full(name, name, column)

    def of(self, each: Return) -> "Held":
        """The tables of one return."""
        if id(each) not in self._returns:
            self._returns[id(each)] = Held(self.records, each.tables, self.children)
        return self._returns[id(each)]

    def pairs(
        self, name: str, other: str, *, itself: bool = False
    ) -> Iterator[tuple[Return, Return, Sequence[Coverage]]]:
        """Returns of two formats, one that tells a table and one that tells another of the same
        months, with those months; ``itself`` takes one return that tells both too."""
        returns = self.records.kept_apart
        same = ((each, each) for each in returns) if itself else ()
        for one, two in chain(permutations(returns, 2), same):
            if (one.kind == two.kind and one is not two) or not self.of(one).has(name):
                continue
            spans = [
                Coverage(other, mine.area, start, end)
                for mine in one.coverage
                for theirs in two.coverage
                if (mine.table, theirs.table, mine.area) == (name, other, theirs.area)
                and (start := max(mine.start, theirs.start)) <= (end := min(mine.end, theirs.end))
            ]
            if spans and other in two.tables:
                yield one, two, spans

    def _in_order(
        self, name: str, start: str, ends: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Rows by child and first day: their order, child, first day, and the latest end so far."""
        begun = self.days(name, start)
        order = np.lexsort((ends, begun, self.child(name)))
        order = order[~np.isnat(begun[order])]
        child, ends = self.child(name)[order], ends[order]
        latest = np.maximum.accumulate(_keyed(child, ends)) if len(order) else _keyed(child, ends)
        return order, child, begun[order], _day_of(latest)


def birthday(born: np.ndarray, age: int) -> np.ndarray:
    """The day on which each comes to an age; 1 March for a birthday that a year does not have."""
    months = born.astype("datetime64[M]")
    made: np.ndarray = (months + np.timedelta64(12 * age, "M")).astype("datetime64[D]") + (
        born - months.astype("datetime64[D]")
    )
    return made


def _keyed(children: np.ndarray, days: np.ndarray) -> np.ndarray:
    """Numbers that are in order of child, then of day."""
    made: np.ndarray = children.astype(np.int64) * (1 << 24) + (
        days.astype("datetime64[D]").astype(np.int64).clip(-(1 << 22), 1 << 22) + (1 << 22)
    )
    return made


def _day_of(keyed: np.ndarray) -> np.ndarray:
    made: np.ndarray = ((keyed & ((1 << 24) - 1)) - (1 << 22)).astype("datetime64[D]")
    return made


def _distinct(tables: Sequence[pa.Table], column: str) -> pa.Array:
    chunks = [chunk for table in tables for chunk in table[column].chunks]
    return pa.chunked_array(chunks, pa.string()).unique()
