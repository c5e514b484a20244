"""Holds records to every rule, and says where each is broken: file and row, and never a value."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault
from goldenthread.sources.rules.catalogue import rules
from goldenthread.sources.rules.definition import BetweenReturns, Rule, WithinRecords
from goldenthread.sources.rules.held import Held
from goldenthread.tables import Found, Records, Return
from goldenthread.tables import table as table_named
from goldenthread.tables.found import MOST_WITH_PLACES

Progress = Callable[[str], None]


def judged(
    records: Records,
    chosen: Iterable[Rule] | None = None,
    *,
    progress: Progress | None = None,
) -> Found:
    """Every row that breaks a rule, as a fault named after it; all rules, or those chosen."""
    held = Held(records)
    found = Found()
    for rule in rules().values() if chosen is None else chosen:
        if progress:
            progress(rule.name)
        if isinstance(rule, WithinRecords):
            if held.has(rule.table):
                _report(rule, _by_return(rule, held, np.flatnonzero(rule.broken(held))), found)
        elif isinstance(rule, BetweenReturns):
            shown = ((of, np.flatnonzero(broken)) for of, broken in rule.broken(held))
            _report(rule, _once(rule, shown), found)
    return found


def _report(rule: Rule, shown: Iterable[tuple[Return, np.ndarray, int]], found: Found) -> None:
    for of, rows, count in shown:
        fault = Fault(rule.name, rule.message, of.file, "", rule.severity)
        found.add_each(fault, _places(rule, of, rows), count)


def _places(rule: Rule, of: Return, rows: np.ndarray) -> Iterator[str]:
    """Where rows of a return's table stand: in its file where the reader told, or in the table."""
    told = of.places.get(rule.table)
    for row in rows:
        if told:
            yield told(int(row), rule.column)
        else:
            yield f"{rule.table}, row {int(row) + 1} of those kept, {rule.column}"


def _once(
    rule: Rule, shown: Iterable[tuple[Return, np.ndarray]]
) -> Iterator[tuple[Return, np.ndarray, int]]:
    """The rows of returns but for those that tell what another return's row was told for already.

    A return is held to each of the others, and one thing is told in many: it is wrong once.
    """
    told: set[Key] = set()
    for of, rows in shown:
        keys = list(_keys(of.tables[rule.table], rule.table, rows)) if len(rows) else []
        fresh = np.array([key not in told for key in keys], dtype=bool)
        told.update(keys)
        if fresh.any():
            yield of, rows[fresh], int(fresh.sum())


def _by_return(
    rule: Rule, held: Held, rows: np.ndarray
) -> Iterator[tuple[Return, np.ndarray, int]]:
    """The rows of merged records by the latest return that told each, with their rows there.

    A return whose form has no place for the rule's column has told nothing that could be wrong.
    Only so many are looked for as are kept with their place; the others are counted with these.
    """
    if not len(rows):
        return
    records = held.records
    merged = records.tables[rule.table]
    having = [each for each in reversed(records.kept_apart) if rule.table in each.tables]
    telling = [each for each in having if each.tells(rule.table, rule.column)]
    if len(having) == 1 and having[0].tables[rule.table].num_rows == merged.num_rows:
        if telling:
            yield telling[0], rows, len(rows)
        return
    most = MOST_WITH_PLACES if len(telling) == len(having) else len(rows)
    left = list(_keys(merged, rule.table, rows[:most]))
    more = len(rows) - len(left)
    for each in telling:
        at = _rows_with(each.tables[rule.table], rule.table, left)
        here = np.array([at[key] for key in left if key in at], dtype=np.int64)
        left = [key for key in left if key not in at]
        if len(here):
            yield each, here, len(here) + more
            more = 0


Key = tuple[str | int | bool | date | None, ...]


def _keys(table: pa.Table, name: str, rows: np.ndarray) -> Iterator[Key]:
    columns = ["area", *table_named(name).key]
    taken = table.select(columns).take(pa.array(rows))
    return zip(*(column.to_pylist() for column in taken.columns), strict=True)


def _rows_with(table: pa.Table, name: str, keys: list[Key]) -> dict[Key, int]:
    """The first row of a return's table with each of some keys."""
    first = table_named(name).key[0]
    wanted = pa.array({key[1] for key in keys}, table.schema.field(first).type)
    near = np.flatnonzero(np.asarray(pc.is_in(table[first], wanted)))
    known: dict[Key, int] = {}
    for key, row in zip(_keys(table, name, near), near, strict=True):
        known.setdefault(key, int(row))
    return {key: known[key] for key in keys if key in known}
