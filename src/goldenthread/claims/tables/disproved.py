"""Whether the other columns of a table disprove that some are counted in several of its rows."""

import re
from fractions import Fraction

from goldenthread.claims.tables.adding import Outcome
from goldenthread.claims.tables.sums import Addition
from goldenthread.claims.tables.table import Table

_YEAR = re.compile(r"\b(?:19|20)?\d\d(?:\s?[-/–]\s?(?:20)?\d\d)?\b")
_LEAST = 100  # smaller numbers add up by chance


def is_disproved(table: Table, addition: Addition, line: int) -> bool:
    """Whether other lines of the same thing add up, so that nothing in them is counted twice.

    They are of the same thing where only their years tell them apart, or where all are of money.
    """
    key = table.columns[line].key
    alike = [
        outcome
        for place, outcome in addition.outcomes.items()
        if outcome.fits
        and outcome.weighty
        and _units(outcome) >= _LEAST
        and _of_one_thing(table.columns[place].key, key)
    ]
    return len(alike) >= len(addition.failed)


def _of_one_thing(one: str, other: str) -> bool:
    return ("£" in one and "£" in other) or _YEAR.sub("", one) == _YEAR.sub("", other)


def _units(outcome: Outcome) -> Fraction:
    """The whole as a number of its last digits: 168.4 is 1,684 of them."""
    return abs(outcome.total + outcome.gap) * Fraction(10) ** max(outcome.decimals, 0)
