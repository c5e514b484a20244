"""How sure a failing sum is: beyond doubt, likely, or better left unsaid."""

import re
from fractions import Fraction

from goldenthread.claims.tables.adding import Outcome
from goldenthread.claims.tables.labels import Whole, key_of
from goldenthread.claims.tables.sums import Addition, sum_at
from goldenthread.claims.tables.table import Table
from goldenthread.nouns.fault import Severity

_ENOUGH = Fraction(5, 2)
_NEAR = Fraction(3, 5)


def severity_of(table: Table, addition: Addition, outcome: Outcome, line: int) -> Severity | None:
    """How a sum that fails is told; None where there is a good reason for it to differ.

    ``line`` is the index of the column it runs down.
    """
    if addition.inferred:
        sure = addition.weight >= _ENOUGH and 3 * len(addition.failed) <= addition.held + 1
        return Severity.ERROR if sure else Severity.WARNING
    if addition.relation.by_time and table.hints.more_than_once and outcome.gap < 0:
        return None
    if outcome.nearly or (addition.relation.by_time and _may_be_people(table, line, outcome)):
        return Severity.WARNING
    if _is_proven(addition):
        return Severity.ERROR
    return _unproven(table, addition, outcome)


_PEOPLE = re.compile(
    r"\b(?:children|people|persons?|families|family|individuals?|pupils|patients|women|men|boys|"
    r"girls|young people|residents|clients|members|carers|parents|victims|learners|households)\b"
)
_FAR = Fraction(1, 20)


def _may_be_people(table: Table, line: int, outcome: Outcome) -> bool:
    """Whether people seen in several quarters may have been counted once in the year."""
    words = f"{table.columns[line].key} {key_of(table.grid.caption)}"
    above = -outcome.gap > outcome.total * _FAR
    whole = outcome.sum.whole.amount
    largest = whole is not None and whole.value >= max(outcome.terms)
    return above and largest and bool(_PEOPLE.search(words))


def _is_proven(addition: Addition) -> bool:
    """Whether the total is what it seems, by the other lines in which it adds up."""
    held, failed = addition.held, len(addition.failed)
    if addition.relation.strength is Whole.ALL:
        return held >= 1 and held >= failed
    return held >= 1 and 3 * held >= failed


def _unproven(table: Table, addition: Addition, outcome: Outcome) -> Severity | None:
    """A total that adds up nowhere: its words and those around the table must decide."""
    hints, strength = table.hints, addition.relation.strength
    short = outcome.gap > 0
    if hints.more_than_once or (hints.some_only and short):
        return None
    if strength is Whole.ALL:
        part_above = max(outcome.terms) > outcome.total + outcome.gap  # told as a part above it
        return None if short or hints.likely_more_than_once or part_above else Severity.WARNING
    if not short and _counts_twice(table, addition):
        return None
    several = len(addition.failed) > 1
    if hints.likely_more_than_once and not short:
        return None
    if several or addition.choices or not _is_near(outcome):
        return Severity.WARNING
    if addition.relation.by_time and strength is not Whole.TOTAL and short is False:
        return Severity.WARNING  # people counted once in the year and in several quarters
    return Severity.ERROR


def _is_near(outcome: Outcome) -> bool:
    """Whether the sum is of the size of the total, so that it is likely meant to be it."""
    whole = outcome.sum.whole.amount
    if whole is None or whole.value <= 0 or outcome.total <= 0:
        return False
    ratio = outcome.total / whole.value
    return _NEAR <= ratio <= 1 / _NEAR


def _counts_twice(table: Table, addition: Addition) -> bool:
    """Whether some parts are a breakdown of another part, which nothing in the labels says.

    Leaving them out then makes every failing sum right; and either they add up to the part beside
    them, or there are several failing sums to bear it out.
    """
    parts = addition.relation.parts
    failed = addition.failed
    for start in range(len(parts)):
        for end in range(start + 1, len(parts)):
            some = parts[start:end]
            if any(
                outcome.gap + _value(table, addition, some, line) != 0
                for line, outcome in failed.items()
            ):
                continue
            beside = [parts[place] for place in (start - 1, end) if 0 <= place < len(parts)]
            if len(failed) > 1 or (len(some) > 1 and _is_sum(table, addition, some, beside)):
                return True
    return False


def _is_sum(table: Table, addition: Addition, some: tuple[int, ...], beside: list[int]) -> bool:
    return any(
        all(
            _value(table, addition, some, line) == _value(table, addition, (each,), line)
            for line in addition.failed
        )
        for each in beside
    )


def _value(table: Table, addition: Addition, some: tuple[int, ...], line: int) -> Fraction:
    of = sum_at(table, addition.relation.whole, some, line)
    return sum((cell.amount.value for cell in of.parts if cell.amount), Fraction(0))
