"""What the words of a claim of order say it is of: a column of the table, a rate, a thing anew."""

import re
from collections.abc import Sequence

from goldenthread.claims.closed.cells.names import stems_of
from goldenthread.claims.closed.orders.places import is_rate
from goldenthread.claims.closed.orders.series import Series, What
from goldenthread.claims.sayings.words import content
from goldenthread.claims.tables.table import Table

PER = re.compile(r"\b(?:per|ratio|for (?:each|every)|each|to (?:an?|each|every|one))\b", re.I)
RATE = re.compile(r"\b(?:rates?|percentages?|proportions?|shares?|per)\b|%", re.IGNORECASE)
_ENOUGH = 5  # letters
_LINK = "on|of|for|from|by|with"


def heads_of(table: Table) -> str:
    lines = [line.label for line in (*table.rows, *table.columns)]
    return " ".join([table.grid.caption, table.grid.section, *table.grid.rows[0][:1], *lines])


def series_meant(view: Table, every: Sequence[Series], clause: str) -> Sequence[Series]:
    """The series that the words of a clause leave: of a rate, of the columns that they name."""
    said = said_of(view, clause)
    named = [each.index for each in view.columns if all_stems(each.label) & said]
    if RATE.search(clause):
        rates = [each for each in every if is_rate(view, each) or _is_called_a_rate(view, each)]
        spoken = [each for each in rates if each.columns[0] in named]
        if found := spoken or ([] if PER.search(clause) else rates):
            return found
        # "The highest pass rate", beside those who passed and those who did not.
        return [each for each in every if each.what is What.RATIO]
    if any(RATE.search(view.columns[each].label) for each in named):
        return every  # "in numbers the most vacancies", beside "Vacancy rate"
    return [each for each in every if set(each.columns) <= set(named)] or every


def _is_called_a_rate(view: Table, series: Series) -> bool:
    return any(RATE.search(view.columns[each].label) for each in series.columns)


def all_stems(text: str) -> frozenset[str]:
    return content(text) | stems_of(text)


def said_of(view: Table, clause: str) -> frozenset[str]:
    """The stems of a clause, with those of the table of which one is the beginning of the other."""
    said = all_stems(clause)
    longer = {
        each for each in all_stems(heads_of(view)) for word in said if begin_alike(each, word)
    }
    return said | longer


def narrows(clause: str, claim: str, new: Sequence[str]) -> bool:
    """Whether a new word says what is in order: "highest commercial arrears", "costs of boats"."""
    word = "|".join(map(re.escape, new))
    return bool(
        re.search(rf"{re.escape(claim)}(?: (?!{_LINK})[a-z-]+){{0,2}} (?:{word})", clause, re.I)
        or re.search(rf"\b(?:{_LINK}) (?:(?:the|our|its|all) )?(?:{word})", clause, re.I)
    )


def begin_alike(one: str, other: str) -> bool:
    """Whether one word is the beginning of the other: "punctual" and "punctuality"."""
    return min(len(one), len(other)) >= _ENOUGH and (one.startswith(other) or other.startswith(one))
