"""Narrows every count's limits row by row, in whole numbers, until no row narrows any more.

This is exact: a limit found here is certain. It finds what follows from one sum at a time, and
leaves to the other two ways what follows only from several together.
"""

from collections import deque

from goldenthread.disclosure.attack.system import ContradictionError, Row, System

# Shares of one another can narrow for ever by ever smaller steps; the linear programmes finish.
_ROUNDS = 60


def propagate(system: System, trace: dict[int, list[int]] | None = None) -> None:
    """Narrow ``system.low`` and ``system.high`` as far as single rows can.

    ``trace``, where one is given, is told the rows that narrowed each variable, in order. Raises
    ContradictionError with the row where nothing is left for a count.
    """
    using: list[list[int]] = [[] for _ in system.cells]
    for at, row in enumerate(system.rows):
        for variable, _ in row.terms:
            using[variable].append(at)
    waiting = deque(range(len(system.rows)))
    inside = [True] * len(system.rows)
    spent = [0] * len(system.rows)
    while waiting:
        at = waiting.popleft()
        inside[at] = False
        spent[at] += 1
        for variable in narrow(system, system.rows[at]):
            if trace is not None:
                trace.setdefault(variable, []).append(at)
            for other in using[variable]:
                if not inside[other] and spent[other] < _ROUNDS:
                    inside[other] = True
                    waiting.append(other)


def narrow(system: System, row: Row) -> list[int]:
    """Narrow the limits of the row's own variables; gives those that changed."""
    low, high = system.low, system.high
    changed: list[int] = []
    # Upper limits come from the row's own upper limit and the others at their least; lower limits
    # are the same, seen with all signs turned.
    for sign, limit in ((1, row.high), (-1, row.low)):
        if limit is None:
            continue
        least, open_at, opens = 0, -1, 0
        for variable, factor in row.terms:
            end = low[variable] if factor * sign > 0 else high[variable]
            if end is None:
                open_at, opens = variable, opens + 1
            else:
                least += factor * sign * end
        if opens > 1:
            continue
        room = limit * sign - least
        if opens == 0 and room < 0:
            raise ContradictionError([row.origin])
        for variable, factor in row.terms:
            if opens and variable != open_at:
                continue
            weight = factor * sign
            if weight > 0:
                most = room // weight + (0 if opens else low[variable])
                now = high[variable]
                if now is None or most < now:
                    high[variable] = most
                    changed.append(variable)
            else:
                top = high[variable]
                # The least whole number that still leaves room, counted down from the top.
                fewest = -(room // -weight) + (0 if opens or top is None else top)
                if fewest > low[variable]:
                    low[variable] = fewest
                    changed.append(variable)
            now = high[variable]
            if now is not None and low[variable] > now:
                raise ContradictionError([row.origin])
    return changed
