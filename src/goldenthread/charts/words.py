"""A text alternative composed from the chart itself: facts only, right about ties and gaps.

Nothing is said to have risen or fallen: that needs the comparison's own rules. Values on two
sides of a break are never set beside one another.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from goldenthread.charts import order
from goldenthread.charts.model import Chart, ChartKind, Point, Series
from goldenthread.charts.runs import breaks_at
from goldenthread.charts.told import (
    NO_FIGURE,
    at,
    beside,
    gaps,
    joined,
    position,
    span,
    stretch,
)
from goldenthread.wording.numbers import printed, with_unit

__all__ = ["NO_FIGURE", "describe"]


def describe(chart: Chart) -> str:
    """What the chart shows: first and last, highest and lowest, position, breaks and gaps."""
    sentences = [
        f"{_OPENINGS[chart.kind]}: {chart.title.rstrip('.')}.",
        *_BODIES[chart.kind](chart),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _lines(chart: Chart) -> list[str]:
    main = order.main_series(chart)
    if main is None:
        return []
    others = [series for series in chart.series if series is not main]
    return [
        *_stretches(chart, main),
        beside(chart, main, others),
        _limits(chart),
        *_breaks(chart),
        *(gaps(chart, series) for series in chart.series),
    ]


def _stretches(chart: Chart, series: Series) -> list[str]:
    """First, last, highest and lowest, told apart for each stretch between breaks."""
    cuts = sorted(set(breaks_at(chart.breaks, chart.labels)) - {0})
    edges = [0, *cuts, len(chart.labels)]
    told = []
    for number, (start, end) in enumerate(pairwise(edges)):
        labels = set(chart.labels[start:end])
        points = [point for point in series.points if point.label in labels]
        when = ""
        if cuts:
            when = f", from {chart.labels[start]}" if number else f", before {chart.labels[end]}"
            if number and end < len(chart.labels):
                when += f" to {chart.labels[end - 1]}"
        told.append(stretch(series.name + when, _in_order(chart, points)))
    return told


def _in_order(chart: Chart, points: Sequence[Point]) -> list[Point]:
    return sorted(points, key=lambda point: chart.labels.index(point.label))


def _limits(chart: Chart) -> str:
    if chart.kind is not ChartKind.MONTHS or chart.band is None:
        return ""
    found = order.outside(chart)
    if not found:
        return f"No value lies outside “{chart.band.name}”."
    listed = joined([f"{side} {at(point)}" for point, side in found])
    return f"Outside “{chart.band.name}”: {listed}."


def _breaks(chart: Chart) -> list[str]:
    return [
        f"The series breaks at {mark.label} ({mark.when.day} {mark.when:%B %Y}: {mark.reason}); "
        "values on either side are not compared."
        for mark in sorted(chart.breaks, key=lambda mark: chart.labels.index(mark.label))
    ]


def _neighbours(chart: Chart) -> list[str]:
    points = order.ranked_areas(chart)
    known = order.known_points(points)
    told = []
    if known:
        high, low = known[0].released.value, known[-1].released.value
        highest = [point for point in known if point.released.value == high]
        lowest = [point for point in known if point.released.value == low]
        if high == low and len(known) > 1:
            told.append(f"All {len(known)} areas with a value have {with_unit(known[0].released)}.")
        elif high != low:
            told.append(f"Highest: {_named(highest)}. Lowest: {_named(lowest)}.")
    for point in points:
        if order.is_emphasised(chart, point):
            told.append(position(point, known, order.references(chart)))
    missing: dict[str, list[str]] = {}
    for point in points:
        if point.released.symbol:
            missing.setdefault(point.released.symbol.meaning, []).append(point.label)
    told += [f"No value for {joined(names)} ({why})." for why, names in missing.items()]
    return told


def _named(points: Sequence[Point]) -> str:
    return f"{joined([point.label for point in points])} ({with_unit(points[0].released)})"


def _ranked(chart: Chart) -> list[str]:
    main = order.main_series(chart)
    if main is None:
        return []
    known = sorted(order.known_points(main.points), key=lambda point: -(point.released.value or 0))
    third = known[:3][-1].released.value if known else None
    first = [
        f"{point.label} {with_unit(point.released)}"
        for point in known
        if third is not None and (point.released.value or 0) >= third
    ]
    verb = "are" if len(first) > 1 else "is"
    told = [f"{main.name}: the largest {verb} {joined(first)}."] if first else []
    for words, labels in (("New this year", chart.entered), (order.exit_words(chart), chart.left)):
        if labels:
            told.append(f"{words[0].upper()}{words[1:]}: {joined(list(labels))}.")
    return [*told, *(gaps(chart, series) for series in chart.series)]


def _grid(chart: Chart) -> list[str]:
    """The highest and lowest of each row, since the last break."""
    told = []
    for series in chart.series:
        points = order.since_break(chart, series)
        since = f", from {points[0].label}" if chart.breaks and points else ""
        told += [span(series.name + since, points), gaps(chart, series)]
    return [*told, *_breaks(chart)]


def _panels(chart: Chart) -> list[str]:
    told = []
    for series in chart.series:
        told += [*_stretches(chart, series), gaps(chart, series)]
    return [*told, *_breaks(chart)]


def _stacked(chart: Chart) -> list[str]:
    """Every segment of the first bar and of the last; the table has those between."""
    ends = [chart.labels[0]] + ([chart.labels[-1]] if len(chart.labels) > 1 else [])
    told = []
    for label in ends:
        parts = [
            f"{series.name} {printed(point.released)}"
            for series in chart.series
            if (point := order.point_at(series, label)) and point.released.value is not None
        ]
        told.append(f"{label}: {', '.join(parts)}." if parts else f"{label}: no value is shown.")
    return [*told, *(gaps(chart, series) for series in chart.series)]


_OPENINGS = {
    ChartKind.YEARS: "Line chart",
    ChartKind.MONTHS: "Line chart",
    ChartKind.NEIGHBOURS: "Bar chart",
    ChartKind.RANKED: "Bar chart",
    ChartKind.GRID: "Small lines, one to a row",
    ChartKind.STACKED: "Stacked bar chart",
    ChartKind.SMALL_MULTIPLES: "Small line charts, side by side",
}

_BODIES: dict[ChartKind, Callable[[Chart], list[str]]] = {
    ChartKind.YEARS: _lines,
    ChartKind.MONTHS: _lines,
    ChartKind.NEIGHBOURS: _neighbours,
    ChartKind.RANKED: _ranked,
    ChartKind.GRID: _grid,
    ChartKind.STACKED: _stacked,
    ChartKind.SMALL_MULTIPLES: _panels,
}
