"""Reads one census file into the tables, with every fault, what it covers and what came in."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from goldenthread.nouns import Fault, GoldenThreadError, Severity
from goldenthread.sources.cin_census.building import Census
from goldenthread.sources.cin_census.columns import element_of
from goldenthread.sources.cin_census.header import header
from goldenthread.sources.cin_census.layout import LAYOUT
from goldenthread.sources.statutory import digests
from goldenthread.sources.statutory.elements import Progress, gather
from goldenthread.sources.statutory.kept import Kept
from goldenthread.sources.statutory.years import covered
from goldenthread.tables import Coverage, Found, Return

KIND = "cin_census"

# What a census tells in full of its year: children and disabilities have no day, and the module on
# pre-proceedings is told of only where it is there.
_TOLD = (
    "cin_episodes", "cin_assessments", "assessment_factors", "cin_plans", "s47_enquiry",
    "initial_cp_conference", "cp_plans", "cp_reviews", "pre_proceedings",
)  # fmt: skip
# The elements of plans are in the schemas since then; the newer module may be left out.
_PLANS_SINCE = 2022
# With so many children none without an assessment, an enquiry or a plan is a whole census.
_NEVER_NONE = 100


def read(
    paths: Sequence[Path],
    *,
    area: str = "",
    year: int | None = None,
    progress: Progress | None = None,
) -> Return:
    """The census in a file.

    The council and the year are those of its header, and ``area`` and ``year`` only where it has
    none. A child told of twice is one row of ``person``, the first. Raises GoldenThreadError where
    nothing can be read, or nobody says which council it is.
    """
    if len(paths) != 1:
        raise GoldenThreadError("A children in need census is one file: read each by itself.")
    path = paths[0]
    file = str(path)
    found = Found()
    gathered = gather(path, LAYOUT, file, found, progress)
    told = header(gathered, file, area, year, found)
    tables = Census(gathered, told, file, found).tables()
    return Return(
        file=file,
        kind=KIND,
        digest=digests.of_files(paths),
        area=told.area,
        year=told.year,
        tables={name: kept.rows for name, kept in tables.items()},
        coverage=_coverage(tables, told.area, told.year, file, found),
        balances={name: kept.balance for name, kept in tables.items()},
        found=found,
        places={name: kept.place for name, kept in tables.items()},
        untold={name: kept.untold for name, kept in tables.items()},
    )


def _coverage(
    tables: Mapping[str, Kept], area: str, year: int | None, file: str, found: Found
) -> tuple[Coverage, ...]:
    """The year of every table, but not of one that is empty where it cannot be."""
    whole = []
    children = tables["person"].came_in
    for name in _TOLD:
        empty = tables[name].came_in == 0
        if empty and (
            name == "pre_proceedings" or (name == "cin_plans" and (year or 0) < _PLANS_SINCE)
        ):
            continue
        if empty and children >= _NEVER_NONE:
            found.add(
                Fault(
                    "table_empty",
                    f"A census of {children:,} children has no {element_of(name)}: nothing is "
                    f"counted of them ({name}). See that everything was exported.",
                    file,
                    severity=Severity.WARNING,
                )
            )
            continue
        whole.append(name)
    return covered(whole, area, year)
