"""Whether a table's numbers are rounded, though nothing says so: by how its sums miss."""

from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from goldenthread.claims.tables.adding import Outcome, is_surely_rounded
from goldenthread.claims.tables.sums import Addition, additions
from goldenthread.claims.tables.table import Table

_OFTEN = 3
_LONG = 10**5  # a slip of the hand in so long a number is hardly ever one in its last place alone
_LITTLE = Fraction(1, 50)  # of the whole, that a category not shown may hold


def is_no_fault(table: Table, addition: Addition, outcome: Outcome) -> bool:
    """Whether a sum misses by rounding, in lines that must be rounded, or is of fewer parts."""
    relation = addition.relation
    lines = (relation.whole, *relation.parts)
    return (
        (outcome.nearly and is_surely_rounded(table, lines))
        or _is_without_one(addition)
        or _counts_up(outcome)
    )


def may_be_rounding(table: Table, outcome: Outcome) -> bool:
    """Whether a sum misses by no more than many others of the table, which slips do not.

    Hectares and millions of pounds are printed to the nearest one, and their sums are a unit out
    again and again; a number mistyped is out by any amount, and once.
    """
    whole = outcome.sum.whole.amount
    digits = abs(whole.value) * 10**outcome.decimals if whole else 0
    return _is_small(outcome) and (digits >= _LONG or _misses_by_little(table.upright))


def may_leave_out(addition: Addition) -> bool:
    """Whether several totals are all a little above their parts: some are of no part shown."""
    failed = addition.failed.values()
    return len(failed) >= _OFTEN and all(
        0 < outcome.gap <= _LITTLE * outcome.total for outcome in failed
    )


def _counts_up(outcome: Outcome) -> bool:
    """Whether the numbers only number the lines: 3, 4, 5, 6."""
    whole = outcome.sum.whole.amount
    values = sorted([*outcome.terms, *([whole.value] if whole else [])])
    return len(values) > _OFTEN and all(after == before + 1 for before, after in pairwise(values))


def _is_without_one(addition: Addition) -> bool:
    """Whether one part that is no part of the total explains every sum that fails, and several do.

    "Total grass and rough grazing", with land that is shared told below it.
    """
    failed = addition.failed
    return len(failed) >= _OFTEN and any(
        all(_is_out_by(outcome, place) for outcome in failed.values())
        for place in range(len(addition.relation.parts))
    )


def _is_out_by(outcome: Outcome, place: int) -> bool:
    part, whole = outcome.sum.parts[place].amount, outcome.sum.whole.amount
    if part is None or whole is None or not part.value:
        return False
    return abs(outcome.gap + part.value) <= Fraction(len(outcome.terms), 2) / 10**whole.decimals


@lru_cache(maxsize=256)
def _misses_by_little(table: Table) -> bool:
    failed = [
        outcome
        for view in (table, table.turned)
        for addition in additions(view)
        for outcome in addition.failed.values()
        if not outcome.nearly
    ]
    small = sum(map(_is_small, failed))
    return small >= _OFTEN and 2 * small >= len(failed)


def _is_small(outcome: Outcome) -> bool:
    """Whether rounding of every number added, and of their sum, may explain it."""
    most = Fraction(len(outcome.terms) + 1, 2) / 10**outcome.decimals
    return abs(outcome.gap) <= most
