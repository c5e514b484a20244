"""Reads a workbook of lists into the tables: each list into its own, each child into one row.

A list says less than the tables can hold, and nothing is made up for it: what is taken instead of
what is not told is said where it is done (``child_in_need`` and ``looked_after``).
"""

from collections.abc import Callable, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from goldenthread.nouns import Fault, GoldenThreadError, Severity
from goldenthread.sources.annex_a.child_in_need import join_episodes
from goldenthread.sources.annex_a.children import add_children, one_row_each
from goldenthread.sources.annex_a.day_of_lists import day_of_lists
from goldenthread.sources.annex_a.filling import Filling
from goldenthread.sources.annex_a.lists import LISTS
from goldenthread.sources.annex_a.reach import coverage
from goldenthread.sources.annex_a.sheets import ListSheet, find_list
from goldenthread.sources.annex_a.tables import fill
from goldenthread.sources.spreadsheets.grid import TableRefusedError
from goldenthread.sources.spreadsheets.records import open_records
from goldenthread.tables import Found, Return

KIND = "annex_a"

Progress = Callable[[str], None]


def read(
    paths: Sequence[Path],
    *,
    area: str = "",
    year: int | None = None,
    progress: Progress | None = None,
    reported_on: date | None = None,
) -> Return:
    """The lists of one workbook, or of several that are one together.

    ``reported_on`` is the day the lists were drawn up; without it the latest day in them is taken
    and said. ``year`` is the collection year codes are judged by; without it, that of the day.
    Raises GoldenThreadError where the council is not said, or no list can be read at all.
    """
    if not area:
        raise GoldenThreadError(
            "Lists for inspectors do not say of which council they are: give its code with --area."
        )
    found = Found()
    sheets: list[ListSheet] = []
    file = str(paths[0]) if len(paths) == 1 else str(paths[0].parent)
    digest = sha256()
    for path in paths:
        sheets += _lists_of(path, digest.update, found, progress)
    if not sheets:
        raise GoldenThreadError(
            f"{file} holds none of the eleven lists: name its sheets List 1 to List 11, with their "
            "headings above the rows."
        )
    _say_what_is_not_there(sheets, file, found)
    day = reported_on or day_of_lists(sheets, file, found)
    judged_by = year or (day.year + (day.month > 3) if day else None)
    filling = Filling(file, area, judged_by, found)
    for each in sheets:
        if progress:
            progress(f"list {each.list.number}")
        fill(each, day, filling)
        add_children(each, filling)
    join_episodes(filling, day)
    tables, places, balances = filling.done()
    if "person" in tables:
        children, where = one_row_each(tables["person"], places["person"], file, found)
        tables["person"], places["person"] = children, where
    return Return(
        file=file,
        kind=KIND,
        digest=digest.hexdigest(),
        area=area,
        year=judged_by,
        tables=tables,
        coverage=coverage({each.list.number for each in sheets}, area, day),
        balances=balances,
        found=found,
        places=places,
        untold=filling.untold,
    )


def _lists_of(
    path: Path, digest: Callable[[bytes], None], found: Found, progress: Progress | None
) -> list[ListSheet]:
    try:
        workbook = open_records(path)
        digest(workbook.data)
        lists: list[ListSheet] = []
        for sheet in workbook.sheets():
            if progress:
                progress(f"sheet {sheet.name}")
            each = find_list(sheet, str(path), found)
            if each:
                lists.append(each)
    except TableRefusedError as refused:
        raise GoldenThreadError(str(refused)) from refused
    return lists


# What a list that is there cannot tell without one that is not.
_WITH = {6: ", and not whether what list 3 began has ended"}


def _say_what_is_not_there(sheets: Sequence[ListSheet], file: str, found: Found) -> None:
    numbers = [each.list.number for each in sheets]
    for each in LISTS:
        if each.number not in numbers:
            found.add(
                Fault(
                    "list_missing",
                    f"There is no list {each.number} ({each.title.lower()}): add its sheet, or "
                    f"nothing can be counted from it{_WITH.get(each.number, '')}.",
                    file,
                    severity=Severity.WARNING,
                )
            )
        elif numbers.count(each.number) > 1:
            found.add(
                Fault(
                    "list_twice",
                    f"Several sheets are list {each.number}, and all are read: see that no row "
                    "stands in two of them.",
                    file,
                    severity=Severity.WARNING,
                )
            )
