"""Made-up histories that several tests look at, made once."""

from datetime import date
from functools import cache

import pyarrow as pa

from goldenthread import synthetic
from goldenthread.tables import Balance, Coverage, Records, Return

AREA = "821"
YEARS = range(2022, 2026)
FIRST, LAST = date(2021, 4, 1), date(2025, 3, 31)


@cache
def a_council(size: float = 0.3, seed: int = 11) -> dict[str, pa.Table]:
    """Four years of a council, by its size as a multiple of Luton's."""
    return synthetic.histories({AREA: size}, YEARS, seed)


def as_return(tables: dict[str, pa.Table]) -> Return:
    """Histories as if they had been read: everything in them, and all of it known."""
    return Return(
        file="made up",
        kind="made_up",
        digest="0" * 64,
        area=AREA,
        year=None,
        tables=tables,
        coverage=tuple(Coverage(name, AREA, FIRST, LAST) for name in tables),
        balances={name: Balance(each.num_rows, each.num_rows) for name, each in tables.items()},
    )


def as_records(tables: dict[str, pa.Table]) -> Records:
    """Histories as records."""
    return Records.of([as_return(tables)])
