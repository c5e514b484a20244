"""Where a line may be drawn through and where it must stop: at a gap, and at a break."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.charts.model import BreakMark, Point
from goldenthread.disclosure import Released


@dataclass(frozen=True, slots=True)
class Place:
    """A point with its place along the axis."""

    index: int
    label: str
    released: Released


def places(points: Sequence[Point], labels: Sequence[str]) -> list[Place]:
    """Points in the axis's order. Raises ValueError for a point the axis does not have."""
    index = {label: number for number, label in enumerate(labels)}
    unknown = [point.label for point in points if point.label not in index]
    if unknown:
        raise ValueError(f"the chart’s labels lack {unknown[0]!r}, which a point is labelled with")
    found = [Place(index[point.label], point.label, point.released) for point in points]
    return sorted(found, key=lambda place: place.index)


def breaks_at(breaks: Sequence[BreakMark], labels: Sequence[str]) -> list[int]:
    """The place of the first label after each break, in the order given."""
    unknown = [mark.label for mark in breaks if mark.label not in labels]
    if unknown:
        raise ValueError(f"the chart’s labels lack {unknown[0]!r}, where a break is marked")
    return [labels.index(mark.label) for mark in breaks]


def runs(found: Sequence[Place], cuts: Sequence[int]) -> list[list[Place]]:
    """Known values split wherever the line may not be drawn: a missing value, or a break.

    ``cuts`` are the places of the first labels after each break.
    """
    parts: list[list[Place]] = []
    for place in found:
        if place.released.value is None:
            continue
        last = parts[-1][-1].index if parts else None
        joined = last == place.index - 1 and place.index not in cuts
        if joined:
            parts[-1].append(place)
        else:
            parts.append([place])
    return parts
