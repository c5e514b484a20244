"""Finds what is known with several values: restated, revised, or counted on another basis."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import ibis
import pyarrow as pa

from goldenthread.engines import fetched, lent
from goldenthread.figures.columns import column
from goldenthread.figures.rows import Rows
from goldenthread.figures.schema import SCHEMA
from goldenthread.nouns import Figure, round_half_away

# How the names of sources begin whose figures were measured from children's records.
MEASURED = "records."

_KEY = ("indicator", "unit", "area_code", "period", "breakdown")


def family(definition: Any) -> Any:
    """The part of a definition that says what is counted on which basis, without its version.

    A definition is written ``indicator:basis`` or ``indicator:basis@version``.
    """
    return definition.split("@")[0]


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
        found = table.semi_join(asked, list(_KEY))
        ordered = found.order_by(found.vintage.desc(), "source", "file", "locator", "definition")
        rows = Rows(fetched(ordered))
    by_key = defaultdict(list)
    for figure in rows:
        by_key[figure.key].append(figure)
    return {
        figure_id: tuple(other for other in by_key[figure.key] if other.id != figure_id)
        for figure_id, figure in wanted.items()
    }


def restated(table: Any) -> Any:
    """The rows of keys that have several values on one definition's family."""
    known = _with_family(table.filter(table.value.notnull()))
    several = (
        known.group_by(*_KEY, "family").agg(values=known.value.nunique()).filter(ibis._.values > 1)
    )
    return _with_id(known.semi_join(several, [*_KEY, "family"]))


def on_different_bases(table: Any) -> Any:
    """The rows of keys that have several definitions."""
    known = _with_family(table.filter(table.value.notnull()))
    several = known.group_by(*_KEY).agg(bases=known.family.nunique()).filter(ibis._.bases > 1)
    return _with_id(known.semi_join(several, list(_KEY)))


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


def _with_family(table: Any) -> Any:
    return table.mutate(family=family(table.definition))


def _with_id(table: Any) -> Any:
    return table.mutate(id=table.file + " " + table.locator).select(*SCHEMA.names, "id")
