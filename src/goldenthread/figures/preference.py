"""Which of several known values of one thing is shown: the order, stated here and nowhere else.

``ORDER`` is the statement, ``order`` the same as expressions; the generated page prints it.
Nothing is overwritten: what is not shown stays in the book, among the other known values.
"""

from enum import StrEnum
from typing import Any

import ibis

from goldenthread.indicators import catalogue

_NATIONAL, _REPRINTED, _LOCAL = 0, 1, 2
_NATIONAL_PREFIXES = ("dfe.", "ons.")
_REPRINTED_PREFIXES = ("lait",)
_BEFORE = 1_000
_NO_YEAR = 9_999


ORDER = (
    (
        "What the indicator asks for",
        "where an indicator’s file names the source to show first, a value of that source, for "
        "the reason given there.",
    ),
    (
        "Who says it",
        "a national release before the Local Authority Interactive Tool, which reprints releases "
        "with populations of its own, and that before a partnership’s own figures.",
    ),
    (
        "Which release",
        "for a report on a year, the release that first published that year, then those after "
        "it, then those before, the nearest first; so the whole report stands on one release and "
        "a series of ten years is counted one way.",
    ),
    ("Printed before worked out", "a percentage that the release prints before one worked out."),
    ("By source, then place in the file", "so that the order is always the same."),
)


class Prefer(StrEnum):
    """Which release's value is shown first, with the reason for asking so."""

    FIRST = "first"
    LATEST = "latest"

    @property
    def reason(self) -> str:
        """Why one would want it, in a phrase."""
        return _REASONS[self]


_REASONS = {
    Prefer.FIRST: "a report stands on the release that first published its year, and can be "
    "built again the same after a later release revises it",
    Prefer.LATEST: "what is known today, revisions included",
}


def order(table: Any, report_year: int | None, prefer: Prefer) -> list[Any]:
    """Ibis expressions to sort a table of figures by, the preferred value of a thing first.

    ``report_year`` is the calendar year the report's year ends in; without one the newest release
    comes first whatever ``prefer`` says, because there is no year to have been first for.
    """
    return [
        asked_for(table),
        who_says_it(table.source),
        which_release(table.vintage, report_year, prefer),
        table.calculation != "",
        table.source,
        table.vintage.desc(),
        table.file,
        table.definition,
        table.locator,
    ]


def asked_for(table: Any) -> Any:
    """0 for a value of the source its indicator's file names, 1 for all else.

    A symbol is not put first: another source may say better why nothing is known.
    """
    asked = [
        (table.indicator == one.name) & (table.source == one.first_source)
        for one in catalogue().values()
        if one.first_source
    ]
    return ibis.ifelse(ibis.or_(*asked) & table.value.notnull(), 0, 1)


def who_says_it(source: Any) -> Any:
    """0 for a national release, 1 for a reprint of one, 2 for a partnership's own."""

    def begins(prefixes: tuple[str, ...]) -> Any:
        found = [source.startswith(prefix) for prefix in prefixes]
        return found[0] if len(found) == 1 else ibis.or_(*found)

    return ibis.cases(
        (begins(_NATIONAL_PREFIXES), _NATIONAL),
        (begins(_REPRINTED_PREFIXES), _REPRINTED),
        else_=_LOCAL,
    )


def which_release(vintage: Any, report_year: int | None, prefer: Prefer) -> Any:
    """How far a release is from the one wanted; 0 is the one."""
    year = vintage.left(4).try_cast("int64")
    if report_year is None or prefer is Prefer.LATEST:
        return _NO_YEAR - year.fill_null(0)
    away = year - report_year
    return ibis.ifelse(away >= 0, away, _BEFORE - away).fill_null(2 * _BEFORE)
