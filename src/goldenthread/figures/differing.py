"""Finds what is known with several values: restated, revised, or counted on another basis."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import ibis
import pyarrow as pa

from goldenthread.engines import fetched, lent
from goldenthread.figures.columns import column
from goldenthread.figures.rows import Rows
from goldenthread.nouns import Figure, round_half_away

# Values known of one thing.
Group = tuple[Figure, ...]

# How the names of sources begin whose figures were measured from children's records.
MEASURED = "records."

_KEY = ("indicator", "unit", "area_code", "period", "breakdown")


def other_values(
    con: Any, table: Any, figures: Sequence[Figure]
) -> Mapping[str, tuple[Figure, ...]]:
    """For each figure's id, the other figures of its key in the table, the newest first.

    ``con`` is the connection that the table is on.
    """
    wanted = {figure.id: figure for figure in figures}
    if not wanted:
        return {}
    keys = sorted(
        {
            (f.indicator, f.unit.value, f.area.code, f.period.code, str(f.breakdown))
            for f in wanted.values()
        }
    )
    columns = [column(values, pa.string()) for values in zip(*keys, strict=True)]
    with lent(con, pa.table(columns, names=list(_KEY))) as asked:
        rows = Rows(fetched(table.semi_join(asked, list(_KEY))))
    by_key = defaultdict(list)
    for figure in rows:
        by_key[figure.key].append(figure)
    return {figure.id: others_of(figure, by_key[figure.key]) for figure in wanted.values()}


def others_of(figure: Figure, known: Iterable[Figure]) -> Group:
    """The others of all values known of one thing, the newest release first."""
    others = sorted((each for each in known if each.id != figure.id), key=_where_told)
    return tuple(sorted(others, key=lambda each: each.thread.vintage, reverse=True))


def in_dispute(table: Any) -> Any:
    """The rows with a value of keys that have several values or several definitions."""
    known = table.filter(table.value.notnull())
    several = (
        known.group_by(*_KEY)
        .agg(values=known.value.nunique(), definitions=known.definition.nunique())
        .filter((ibis._.values > 1) | (ibis._.definitions > 1))
    )
    return known.semi_join(several, list(_KEY))


def restated(groups: Iterable[Group]) -> list[Group]:
    """Of the values of each thing, those of every definition's family that has several.

    In the order of the things; of each the value known first comes first.
    """
    return _in_order(filter(None, map(_restated, groups)))


def on_different_bases(groups: Iterable[Group]) -> list[Group]:
    """The values of each thing that several definitions' families count; in the same order."""
    known = (tuple(each for each in group if each.known) for group in groups)
    return _in_order(group for group in known if len(set(map(_family, group))) > 1)


def _restated(group: Group) -> Group:
    values = defaultdict(set)
    for figure in group:
        if figure.known:
            values[_family(figure)].add(figure.value)
    return tuple(each for each in group if each.known and len(values[_family(each)]) > 1)


def _family(figure: Figure) -> str:
    """The part of its definition that says what is counted on which basis, without its version.

    A definition is written ``indicator:basis`` or ``indicator:basis@version``.
    """
    return figure.thread.definition.partition("@")[0]


def _in_order(groups: Iterable[Group]) -> list[Group]:
    ordered = sorted(groups, key=lambda group: _thing(group[0]))
    return [tuple(sorted(group, key=_first_known)) for group in ordered]


def _thing(figure: Figure) -> tuple[object, ...]:
    period, area = figure.period, figure.area.code
    return figure.indicator, figure.unit, area, period.end, period.start, str(figure.breakdown)


def _where_told(figure: Figure) -> tuple[str, ...]:
    thread = figure.thread
    return thread.source, thread.file, thread.locator, thread.definition


def _first_known(figure: Figure) -> tuple[object, ...]:
    thread = figure.thread
    place = f"{thread.file} {thread.locator}"
    return thread.known_since or date.max, thread.vintage, thread.source, place


def measured_otherwise(table: Any) -> Any:
    """The rows of keys that are known both as measured from records and from another source, with
    more values than one."""
    known = table.filter(table.value.notnull())
    known = known.mutate(measured=known.source.startswith(MEASURED).ifelse(1, 0))
    several = (
        known.group_by(*_KEY)
        .agg(values=known.value.nunique(), least=known.measured.min(), most=known.measured.max())
        .filter((ibis._.values > 1) & (ibis._.least < ibis._.most))
    )
    return known.drop("measured").semi_join(several, list(_KEY))


def disagree(figures: Sequence[Figure]) -> bool:
    """Whether a measured value and another one differ by more than how they are rounded."""
    measured = [each for each in figures if each.thread.source.startswith(MEASURED)]
    others = [each for each in figures if each not in measured]
    return any(_apart(one, other) for one in measured for other in others)


def _apart(one: Figure, other: Figure) -> bool:
    if one.value is None or other.value is None:
        return False
    places = min(one.decimals, other.decimals)
    return round_half_away(one.value, places) != round_half_away(other.value, places)
