"""Single statements about points of a chart, which its text alternative is put together from."""

from collections.abc import Sequence

from goldenthread.charts import order
from goldenthread.charts.model import Chart, Point, Series
from goldenthread.wording.numbers import printed, with_unit

NO_FIGURE = "no figure"
MOST_NAMED = 3  # more tied points than this are counted, not named


def joined(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def at(point: Point) -> str:
    """A point's label with its value: ``2024 (207.9)``."""
    return f"{point.label} ({printed(point.released)})"


def stretch(name: str, points: Sequence[Point]) -> str:
    """The first, last, highest and lowest of points given in order, as far as they are known."""
    known = order.known_points(points)
    if not known:
        return ""
    first, last = known[0], known[-1]
    ends = (
        f"first {with_unit(first.released)} ({first.label}), "
        f"last {printed(last.released)} ({last.label})"
    )
    if len(known) == 2 and first.released.value != last.released.value:
        return f"{name}: {ends}."
    return f"{name}: {ends}, {told}." if (told := _span(points)) else flat(name, known)


def span(name: str, points: Sequence[Point]) -> str:
    """The highest and lowest of points, as far as they are known."""
    known = order.known_points(points)
    told = _span(points)
    return f"{name}: {told}." if told else flat(name, known)


def flat(name: str, known: Sequence[Point]) -> str:
    """Points that are all alike, or the only one."""
    if not known:
        return ""
    value, first, last = with_unit(known[0].released), known[0].label, known[-1].label
    if len(known) == 1:
        return f"{name}: {value} ({first}), the only value shown."
    return f"{name}: {value} at every point shown, from {first} to {last}."


def _span(points: Sequence[Point]) -> str:
    highest, lowest = order.extremes(points)
    return f"highest {_extreme(highest)}, lowest {_extreme(lowest)}" if highest else ""


def _extreme(points: Sequence[Point]) -> str:
    when = (
        joined([point.label for point in points])
        if len(points) <= MOST_NAMED
        else f"at {len(points)} points"
    )
    return f"{printed(points[0].released)} ({when})"


def beside(chart: Chart, main: Series, others: Sequence[Series]) -> str:
    """Where the main series stands against the others and the band, at its own last value."""
    known = order.known_points(main.points)
    if not known or not (others or chart.band):
        return ""
    last = max(known, key=lambda point: chart.labels.index(point.label))
    there = [(series.name, order.point_at(series, last.label)) for series in others]
    standing = standings(last, [(name, point) for name, point in there if point])
    standing += _in_band(chart, last)
    silent = [name for name, point in there if not point or point.released.value is None]
    told = [f"At {last.label} {main.name} is {joined(standing)}."] if standing else []
    if silent:
        told.append(f"At {last.label} no value is shown for {joined(silent)}.")
    return " ".join(told)


def standings(point: Point, others: Sequence[tuple[str, Point]]) -> list[str]:
    """``above England (187.1)`` for each other value; those not known are left out."""
    value = point.released.value
    told = []
    for name, other in others:
        theirs = other.released.value
        if value is None or theirs is None:
            continue
        word = "above" if value > theirs else "below" if value < theirs else "equal to"
        told.append(f"{word} {name} ({printed(other.released)})")
    return told


def _in_band(chart: Chart, point: Point) -> list[str]:
    if chart.band is None:
        return []
    lower = order.point_at(Series(chart.band.name, chart.band.lower), point.label)
    upper = order.point_at(Series(chart.band.name, chart.band.upper), point.label)
    if lower is None or upper is None:
        return []
    low, high, value = lower.released.value, upper.released.value, point.released.value
    if low is None or high is None or value is None:
        return []
    word = "within" if low <= value <= high else "above" if value > high else "below"
    span = f"{printed(lower.released)} to {printed(upper.released)}"
    return [f"{word} “{chart.band.name}” ({span})"]


def position(point: Point, known: Sequence[Point], wider: Sequence[Point]) -> str:
    """An area's place among those with a value, and against the country and region."""
    value = point.released.value
    if value is None:
        return ""
    above = sum((other.released.value or 0) > value for other in known)
    tied = sum(other.released.value == value for other in known) > 1
    place = f"{'joint ' if tied else ''}{_ordinal(above + 1)}highest of {len(known)}"
    standing = standings(point, [(other.label, other) for other in wider])
    also = f"; it is {joined(standing)}" if standing else ""
    return f"{point.label}: {with_unit(point.released)}, {place}{also}."


def _ordinal(place: int) -> str:
    if place == 1:
        return ""
    teen = 10 <= place % 100 <= 20
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending} "


def gaps(chart: Chart, series: Series) -> str:
    """Which of a series' values are missing, each kind with its meaning; empty where none is."""
    by_reason: dict[str, list[str]] = {}
    for label in chart.labels:
        point = order.point_at(series, label)
        if point is None:
            by_reason.setdefault(NO_FIGURE, []).append(label)
        elif point.released.symbol is not None:
            symbol = point.released.symbol
            by_reason.setdefault(f"{symbol.value}, {symbol.meaning}", []).append(label)
    told = [f"{_where(chart, labels)} ({reason})" for reason, labels in by_reason.items()]
    return f"{series.name}: no value at {'; '.join(told)}." if told else ""


def _where(chart: Chart, labels: Sequence[str]) -> str:
    if len(labels) == len(chart.labels) > MOST_NAMED:
        return f"any of the {len(labels)} points"
    return joined(labels)
