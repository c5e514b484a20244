"""Whose census it is and of which year, from the header, with what a person gave beside it."""

import re
from dataclasses import dataclass
from pathlib import Path

from goldenthread.nouns import Fault, GoldenThreadError, Severity
from goldenthread.sources.cin_census.layout import HEADER
from goldenthread.sources.statutory.gathered import Gathered
from goldenthread.sources.statutory.years import EARLIEST, LATEST
from goldenthread.tables import Found

_COUNCIL = re.compile(r"[0-9]{3}")
_YEAR = re.compile(r"([0-9]{4})(?:Z|[+-][0-9][0-9]:[0-9][0-9])?")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:Z|[+-][0-9][0-9]:[0-9][0-9])?")


@dataclass(frozen=True, slots=True)
class Header:
    """The council by its code, and the collection year by the year it ends in, where known."""

    area: str
    year: int | None


def header(gathered: Gathered, file: str, area: str, year: int | None, found: Found) -> Header:
    """What the header tells, or else what was given.

    The reference date is the last day of the collection year and settles it; the year stands beside
    it and may differ. Faults: ``year_differs``, ``reference_date``, ``area_differs``,
    ``year_missing``, ``header_twice``. Raises GoldenThreadError where nobody says which council it
    is.
    """
    if gathered.size(HEADER) > 1:
        found.add(
            Fault(
                "header_twice",
                "The census has more than one header: the first is read. See that it is one file "
                "and not several put together.",
                file,
                gathered.place(HEADER, 1),
            )
        )
    return Header(_area(gathered, file, area, found), _year(gathered, file, year, found))


def _area(gathered: Gathered, file: str, given: str, found: Found) -> str:
    match = _COUNCIL.fullmatch(_first(gathered, "LEA"))
    told = match[0] if match else ""
    if not (told or given):
        raise GoldenThreadError(
            f"{Path(file).name} does not say in its header which council it is of: give its code "
            "with --area."
        )
    if told and given and told != given:
        found.add(
            Fault(
                "area_differs",
                f"The census is of council {told} by its header, and --area says {given}: the "
                "header is believed. See that it is the right file.",
                file,
                _place(gathered, "LEA"),
                Severity.WARNING,
            )
        )
    return told or given


def _year(gathered: Gathered, file: str, given: int | None, found: Found) -> int | None:
    written = _YEAR.fullmatch(_first(gathered, "Year"))
    day = _DAY.fullmatch(_first(gathered, "ReferenceDate"))
    said = _possible(written[1] if written else "")
    referred = _possible(day[1] if day else "")
    if day and referred and (day[2], day[3]) != ("03", "31"):
        found.add(
            Fault(
                "reference_date",
                "The reference date of a census is 31 March, and this is another day: the year is "
                "taken from Year where that is told. Correct it in the header.",
                file,
                _place(gathered, "ReferenceDate"),
                Severity.WARNING,
            )
        )
        referred = None if said else referred
    if said and referred and said != referred:
        found.add(
            Fault(
                "year_differs",
                f"Year says {said} and the reference date lies in {referred}: the census is taken "
                f"for that of {referred}. Correct the one that is wrong.",
                file,
                _place(gathered, "Year"),
                Severity.WARNING,
            )
        )
    told = referred or said
    if told and given and told != given:
        found.add(
            Fault(
                "year_differs",
                f"The census is of {told} by its header, and --year says {given}: the header is "
                "believed. See that it is the right file.",
                file,
                _place(gathered, "Year"),
                Severity.WARNING,
            )
        )
    if told is None and given is None:
        found.add(
            Fault(
                "year_missing",
                "The header does not say which year the census is of, so nothing can be counted "
                "as complete: give it with --year.",
                file,
                _place(gathered, "Year"),
            )
        )
    return told or given


def _possible(text: str) -> int | None:
    return int(text) if text and EARLIEST <= int(text) <= LATEST else None


def _first(gathered: Gathered, cell: str) -> str:
    """A cell of the first header; empty without one."""
    cells = gathered.cell(HEADER, cell).slice(0, 1).to_pylist()
    return (cells[0] or "").strip() if cells else ""


def _place(gathered: Gathered, cell: str) -> str:
    if not gathered.size(HEADER):
        return HEADER
    return f"{HEADER} / {cell}, line {gathered.line(HEADER, 0, cell)}"
