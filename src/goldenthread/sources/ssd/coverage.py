"""Which months a dataset tells in full: worked out from its dates, and said to be so.

The dataset says neither when it was taken nor how far back it goes. It is taken to have been taken
on the latest day in it, one that a single mistyped date cannot set, and to go back to its first
contact, six years at most, which is how far its extracts reach: plans and episodes of before are
there only where they were open since, and tell nothing of what was over. Without contacts, other
things of one day say how far it goes back. A table whose first row comes more than a quarter after
that is taken to have been recorded from that row on. Whoever knows better says so.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.tables import Coverage, catalogue

_YEARS_BACK = 6
_NEAR = timedelta(days=31)
_OF_ONE_DAY = ("initial_cp_conference", "cin_visits", "cp_visits", "cla_visits")
_A_QUARTER = timedelta(days=92)
# What the dataset tells only as it stands on the day it was taken, whoever says how far it reaches.
_AS_THEY_STAND = frozenset({"care_leavers"})


def taken_on(tables: Mapping[str, pa.Table]) -> date | None:
    """The latest day in the tables that another is near to; None where there is no day."""
    latest = sorted((max(days) for days in _ends(tables).values()), reverse=True)
    for day, next_one in pairwise(latest):
        if day - next_one <= _NEAR:
            return day
    return latest[-1] if latest else None


def coverage(
    tables: Mapping[str, pa.Table], area: str, told: tuple[date, date] | None
) -> tuple[Coverage, ...]:
    """What is covered, table by table: as told, or else as the dates let one think."""
    if told:
        first, last = told
        # A file without a row tells that there was nothing.
        return tuple(
            Coverage(name, area, last if name in _AS_THEY_STAND else first, last)
            for name in tables
            if catalogue()[name].dates
        )
    spans = _ends(tables)
    end = taken_on(tables)
    if end is None:
        return ()
    reach = _years_before(end)
    begun = max(reach, _begun(spans))
    made = []
    for name, (first, _) in spans.items():
        start = first if first - begun > _A_QUARTER else begun
        if start <= end:
            made.append(Coverage(name, area, start, end))
    return tuple(made)


def _begun(spans: Mapping[str, tuple[date, date]]) -> date:
    """The first day of what happens on one day, which is never told for being open still."""
    if "contacts" in spans:
        return spans["contacts"][0]
    others = [spans[name][0] for name in _OF_ONE_DAY if name in spans]
    return max(others) if others else min(first for first, _ in spans.values())


def _ends(tables: Mapping[str, pa.Table]) -> dict[str, tuple[date, date]]:
    """The first and last day on which anything of each table began."""
    spans = {}
    for name, rows in tables.items():
        dates = catalogue()[name].dates
        if dates and rows.num_rows:
            found = pc.min_max(rows[dates[0]].cast(pa.date32())).as_py()
            if found["min"] is not None:
                spans[name] = (found["min"], found["max"])
    return spans


def _years_before(day: date) -> date:
    """The day after the same day of the year so many years before."""
    back = day.replace(year=day.year - _YEARS_BACK, day=min(day.day, 28))
    return back + timedelta(days=day.day - back.day + 1)
