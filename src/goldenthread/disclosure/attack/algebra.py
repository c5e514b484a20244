"""Finds by elimination, in exact fractions, every count that the sums alone determine.

However large the numbers, nothing is lost to rounding here: a count that is fixed by adding and
taking away sums is found, and the sums that fix it are named.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.disclosure.attack.system import ContradictionError, Row, System

Multipliers = dict[int, Fraction]


@dataclass(slots=True)
class _Line:
    """An equation on the way: its terms, its right side, and the rows it was made of."""

    terms: dict[int, Fraction]
    right: Fraction
    made_of: Multipliers


def determined(system: System, *, tracked: bool = False) -> dict[int, tuple[Fraction, Multipliers]]:
    """Each unknown variable that the equations fix, with its value.

    With ``tracked``, also by how much each row (by its number in ``system.rows``) is taken to
    leave the variable alone; otherwise those are empty. Raises ContradictionError where two
    equations cannot both hold.
    """
    lines = [
        line
        for at, row in enumerate(system.rows)
        if row.equality and (line := _line(system, at, row, tracked)) is not None
    ]
    solved = _eliminated(lines, system.rows)
    return {
        pivot: (line.right, line.made_of) for pivot, line in solved.items() if len(line.terms) == 1
    }


def _line(system: System, at: int, row: Row, tracked: bool) -> _Line | None:
    right = Fraction(row.low or 0)
    terms = {}
    for variable, factor in row.terms:
        if system.low[variable] == system.high[variable]:
            right -= factor * system.low[variable]
        else:
            terms[variable] = Fraction(factor)
    if not terms:
        if right:
            raise ContradictionError([row.origin])
        return None
    return _Line(terms, right, {at: Fraction(1)} if tracked else {})


def _eliminated(lines: Sequence[_Line], rows: Sequence[Row]) -> dict[int, _Line]:
    """The lines brought to reduced form, by the variable each is solved for.

    The shortest lines are taken first, and of each the variable that stands in the fewest others,
    so that few new terms arise.
    """
    standing: dict[int, set[int]] = defaultdict(set)
    held = dict(enumerate(lines))
    for at, line in held.items():
        for variable in line.terms:
            standing[variable].add(at)
    solved: dict[int, int] = {}
    open_lines = set(held)
    by_length: dict[int, set[int]] = defaultdict(set)
    for at, line in held.items():
        by_length[len(line.terms)].add(at)

    while open_lines:
        length = min(size for size, members in by_length.items() if members)
        at = min(by_length[length])
        by_length[length].discard(at)
        open_lines.discard(at)
        line = held[at]
        if not line.terms:
            if line.right:
                raise ContradictionError([rows[each].origin for each in sorted(line.made_of)])
            continue
        pivot = min(line.terms, key=lambda variable: (len(standing[variable]), variable))
        _scale(line, 1 / line.terms[pivot])
        solved[pivot] = at
        for other in sorted(standing[pivot] - {at}):
            before = len(held[other].terms)
            _take(held[other], line, held[other].terms[pivot], standing, other)
            if other in open_lines:
                by_length[before].discard(other)
                by_length[len(held[other].terms)].add(other)
    return {pivot: held[at] for pivot, at in solved.items()}


def _scale(line: _Line, factor: Fraction) -> None:
    if factor == 1:
        return
    line.terms = {variable: each * factor for variable, each in line.terms.items()}
    line.right *= factor
    line.made_of = {at: each * factor for at, each in line.made_of.items()}


def _take(
    line: _Line, other: _Line, times: Fraction, standing: Mapping[int, set[int]], at: int
) -> None:
    """Take ``times`` the other line from a line."""
    for variable, factor in other.terms.items():
        now = line.terms.get(variable, 0) - times * factor
        if now:
            line.terms[variable] = now
            standing[variable].add(at)
        else:
            del line.terms[variable]
            standing[variable].discard(at)
    line.right -= times * other.right
    for row, factor in other.made_of.items():
        now = line.made_of.get(row, 0) - times * factor
        if now:
            line.made_of[row] = now
        else:
            line.made_of.pop(row, None)
