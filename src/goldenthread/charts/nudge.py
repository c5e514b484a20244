"""Moves labels apart along one direction, as little as it can, so that none covers another."""

from collections.abc import Sequence


def spread(
    wanted: Sequence[float], sizes: Sequence[float], low: float, high: float, gap: float = 0.0
) -> list[float]:
    """Centres for boxes of these sizes near where they are wanted, between ``low`` and ``high``.

    The order of the boxes is kept (ties in the order given). Where they cannot all fit, they run
    on past ``high`` rather than overlap.
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    # Boxes that would overlap form a clump, placed where its members' wishes are met on average.
    clumps: list[tuple[list[int], float]] = []
    for place in order:
        members, start = [place], wanted[place] - sizes[place] / 2
        start = _within(start, sizes[place], low, high)
        while clumps and clumps[-1][1] + _length(clumps[-1][0], sizes, gap) + gap > start:
            members = clumps.pop()[0] + members
            start = _best(members, wanted, sizes, gap)
            start = _within(start, _length(members, sizes, gap), low, high)
        clumps.append((members, start))
    centres = [0.0] * len(wanted)
    for members, start in clumps:
        for place in members:
            centres[place] = start + sizes[place] / 2
            start += sizes[place] + gap
    return centres


def _length(members: Sequence[int], sizes: Sequence[float], gap: float) -> float:
    return sum(sizes[place] for place in members) + gap * (len(members) - 1)


def _best(
    members: Sequence[int], wanted: Sequence[float], sizes: Sequence[float], gap: float
) -> float:
    """Where a clump starts so that its members miss their wishes least, in squares."""
    offset, total = 0.0, 0.0
    for place in members:
        total += wanted[place] - (offset + sizes[place] / 2)
        offset += sizes[place] + gap
    return total / len(members)


def _within(start: float, length: float, low: float, high: float) -> float:
    return max(low, min(start, high - length))
