"""Totals whose parts are counted twice: some of the lines added are a breakdown of another."""

from collections import defaultdict
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate

from goldenthread.claims.tables.sums import Addition, sum_at
from goldenthread.claims.tables.table import Table


@lru_cache(maxsize=1024)
def counts_twice(table: Table, addition: Addition) -> bool:
    """Whether some parts are a breakdown of another part, which nothing in the labels says.

    Leaving them out then makes every failing sum right; and either they add up to the part beside
    them, or there are several failing sums to bear it out.
    """
    parts = addition.relation.parts
    failed = addition.failed
    lines = [_running(table, addition, line) for line in failed]
    running = list(zip(*lines, strict=True))
    gaps = [outcome.gap for outcome in failed.values()]
    begun: dict[tuple[Fraction, ...], list[int]] = defaultdict(list)
    for end in range(1, len(running)):
        begun[running[end - 1]].append(end - 1)
        wanted = tuple(one + gap for one, gap in zip(running[end], gaps, strict=True))
        for start in begun.get(wanted, ()):
            some = parts[start:end]
            beside = [parts[place] for place in (start - 1, end) if 0 <= place < len(parts)]
            if len(failed) > 1 or (len(some) > 1 and _is_sum(table, addition, some, beside)):
                return True
    return False


def _running(table: Table, addition: Addition, line: int) -> list[Fraction]:
    """What the first parts make, none of them and one more each time: a tall table has hundreds."""
    of = sum_at(table, addition.relation.whole, addition.relation.parts, line)
    values = (cell.amount.value if cell.amount else Fraction(0) for cell in of.parts)
    return list(accumulate(values, initial=Fraction(0)))


def _is_sum(table: Table, addition: Addition, some: tuple[int, ...], beside: list[int]) -> bool:
    return any(
        all(
            value_of(table, addition, some, line) == value_of(table, addition, (each,), line)
            for line in addition.failed
        )
        for each in beside
    )


def value_of(table: Table, addition: Addition, some: tuple[int, ...], line: int) -> Fraction:
    """What some of the parts make in one line."""
    of = sum_at(table, addition.relation.whole, some, line)
    return sum((cell.amount.value for cell in of.parts if cell.amount), Fraction(0))
