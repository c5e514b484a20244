"""Joins what the dataset keeps apart once dates are dates: an episode of being looked after with
its placement and legal status, a child with disabilities and immigration."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.tables import Column, ColumnKind, Table
from goldenthread.tables import table as table_named
from goldenthread.tables.definition import PERSON

# The dataset's own table of placements: ours has them within episodes, as the national return.
PLACEMENT = Table(
    name="cla_placement",
    title="Placements",
    grain="One row for each placement of a child looked after.",
    key=("person_id", "start_date"),
    own_columns=(
        Column("placement_id", ColumnKind.TEXT, "The placement."),
        PERSON,
        Column("start_date", ColumnKind.DATE, "The day it began.", required=True),
        Column("end_date", ColumnKind.DATE, "The day it ended."),
        Column("placement_type", ColumnKind.CODE, "The kind.", codes="placement_type"),
        Column("placement_provider", ColumnKind.CODE, "Who provides.", codes="placement_provider"),
        Column(
            "placement_change_reason",
            ColumnKind.CODE,
            "Why it changed at its end.",
            codes="placement_change_reason",
        ),
        Column("placement_urn", ColumnKind.TEXT, "The registration number."),
        Column("distance", ColumnKind.NUMBER, "From home, in miles."),
        Column("placement_postcode", ColumnKind.TEXT, "The postcode.", personal=True),
    ),
)

# An episode with the placement it names, which is looked up and then forgotten.
EPISODE = replace(
    table_named("cla_episodes"),
    own_columns=(
        *table_named("cla_episodes").own_columns,
        Column("placement_id", ColumnKind.TEXT, "The placement."),
    ),
)

# A distance of this much or more stands for one that is not known.
_NO_DISTANCE = 999.0

_FROM_PLACEMENT = (
    "placement_type",
    "placement_provider",
    "placement_change_reason",
    "placement_urn",
    "distance",
    "placement_postcode",
)


def episodes(table: pa.Table, placements: pa.Table | None, statuses: pa.Table | None) -> pa.Table:
    """Episodes, as ``EPISODE`` has them, with their placement and legal status.

    The placement that an episode names holds; where it names none that is there, the placement
    the child was in on the episode's first day. The reason for a change is told only where the
    placement ends with the episode.
    """
    if placements is not None:
        at = _by_name(table, placements)
        at = np.where(at < 0, _in_on_first_day(table, placements), at)
        ends = placements["end_date"].take(_nullable(at))
        ends_with_it = pc.equal(ends, table["end_date"]).fill_null(False)
        for name in _FROM_PLACEMENT:
            value = placements[name].take(_nullable(at))
            if name == "placement_change_reason":
                value = pc.if_else(ends_with_it, value, pa.scalar(None, value.type))
            if name == "distance":
                known = pc.less(value, _NO_DISTANCE)
                value = pc.if_else(known, value, pa.scalar(None, value.type))
            table = _set(table, name, value)
    if statuses is not None:
        at = _in_on_first_day(table, statuses)
        table = _set(table, "legal_status", statuses["legal_status"].take(_nullable(at)))
    return table.select(table_named("cla_episodes").schema.names)


def children(table: pa.Table, others: Mapping[str, pa.Table]) -> pa.Table:
    """Children with whether they are disabled and whether they seek asylum, where it is told."""
    if "disability" in others:
        rows = others["disability"]
        told = pc.is_in(table["person_id"], rows["person_id"].combine_chunks())
        some = rows.filter(pc.not_equal(rows["disability"], "NONE"))
        has = pc.is_in(table["person_id"], some["person_id"].combine_chunks())
        table = _set(table, "disabled", pc.if_else(told, has, pa.scalar(None, pa.bool_())))
    if "immigration_status" in others:
        rows = others["immigration_status"]
        seeking = rows.filter(pc.equal(rows["status"], "UASC"))
        has = pc.is_in(table["person_id"], seeking["person_id"].combine_chunks())
        table = _set(table, "asylum_seeking", has)
    return table


def _by_name(rows: pa.Table, placements: pa.Table) -> np.ndarray:
    known = placements["placement_id"].combine_chunks()
    return np.asarray(pc.index_in(rows["placement_id"], known, skip_nulls=True).fill_null(-1))


def _in_on_first_day(rows: pa.Table, spells: pa.Table) -> np.ndarray:
    """For each row the spell the child was in on its first day, the latest begun; -1 for none."""
    if not spells.num_rows:
        return np.full(rows.num_rows, -1)
    children = spells["person_id"].combine_chunks().unique()
    of_spell = _keys(spells, children)
    order = np.argsort(of_spell, kind="stable")
    at = np.searchsorted(of_spell[order], _keys(rows, children), side="right") - 1
    found = order[np.maximum(at, 0)]
    child = np.asarray(pc.index_in(rows["person_id"], children).fill_null(-2))
    same = (at >= 0) & (np.asarray(pc.index_in(spells["person_id"], children))[found] == child)
    ends = np.asarray(spells["end_date"])[found]
    open_then = np.isnat(ends) | (ends > np.asarray(rows["start_date"]))
    made: np.ndarray = np.where(same & open_then, found, -1)
    return made


def _keys(rows: pa.Table, children: pa.Array) -> np.ndarray:
    """A number that orders rows by child, then by first day."""
    child = np.asarray(pc.index_in(rows["person_id"], children).fill_null(-2), dtype=np.int64)
    days = np.asarray(rows["start_date"]).astype("datetime64[D]").astype(np.int64)
    made: np.ndarray = child * (1 << 32) + days + (1 << 30)
    return made


def _nullable(at: np.ndarray) -> pa.Array:
    return pa.array(at, pa.int64(), mask=at < 0)


def _set(table: pa.Table, name: str, value: pa.Array) -> pa.Table:
    place = table.schema.get_field_index(name)
    return table.set_column(place, table.schema.field(name), value)
