"""The collection year of a 903 return, which names none: given, or inferred from its dates."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from goldenthread.nouns import Fault, Severity
from goldenthread.sources.ssda903 import layout
from goldenthread.sources.ssda903.block import Block
from goldenthread.sources.statutory.years import EARLIEST, LATEST, span, year_of
from goldenthread.tables import Found

_BRITISH = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ].*)?")

# Where to look, the surest first: an episode of the return began or ended by its last day.
_DATED = (
    ((layout.EPISODES, "DECOM"), (layout.EPISODES, "DEC")),
    ((layout.REVIEWS, "REVIEW"), (layout.MISSING, "MIS_START"), (layout.WORKERS, "SW_DECOM")),
    ((layout.PLACED, "DATE_PLACED"), (layout.AD1, "DATE_INT"), (layout.LIBERTY, "DOLO_START")),
)
# A year is taken for the latest where so many of a hundred dates lie in it: fewer are slips.
_ENOUGH = 100


def collection_year(
    blocks: Sequence[Block], given: int | None, file: str, found: Found
) -> int | None:
    """The year given, or else the latest that at least one date in a hundred lies in.

    Says which and how as a note ``year_inferred``; ``year_missing`` where there is no date.
    """
    if given is not None:
        return given
    for columns in _DATED:
        counts: Counter[int] = Counter()
        for block in blocks:
            for name, column in columns:
                if block.layout.name == name:
                    counts += _years(block, column)
        total = counts.total()
        likely = [year for year, count in counts.items() if count * _ENOUGH >= total]
        if likely:
            year = max(likely)
            found.add(
                Fault(
                    "year_inferred",
                    f"A 903 return names no year and none was given: its latest dates lie in the "
                    f"year to 31 March {year}, so it is taken for that. Give --year if it is "
                    "another.",
                    file,
                    severity=Severity.NOTE,
                )
            )
            return year
    found.add(
        Fault(
            "year_missing",
            "Nothing says which year the return is of, so nothing can be counted as complete: give "
            "it with --year.",
            file,
        )
    )
    return None


def _years(block: Block, column: str) -> Counter[int]:
    counts: Counter[int] = Counter()
    for each in block.cells(column).value_counts().to_pylist():
        if (day := day_of(each["values"] or "")) and EARLIEST <= day.year < LATEST:
            counts[year_of(day)] += each["counts"]
    return counts


def day_of(text: str) -> date | None:
    """A day as the return writes it, or as 2024-03-31; None where it is neither."""
    if match := _BRITISH.fullmatch(text.strip()):
        day, month, year = match.groups()
    elif match := _ISO.fullmatch(text.strip()):
        year, month, day = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def birthday_in(born: date, year: int) -> date:
    """The birthday that lies in a collection year; of 29 February, where there is none, 1 March."""
    first, last = span(year)
    for calendar_year in (first.year, last.year):
        try:
            birthday = born.replace(year=calendar_year)
        except ValueError:
            birthday = date(calendar_year, 3, 1)
        if first <= birthday <= last:
            return birthday
    return last
