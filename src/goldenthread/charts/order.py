"""The order and standing of what a chart shows, for the picture, the table and the words alike."""

from collections.abc import Sequence

from goldenthread.charts.model import Chart, Point, Series
from goldenthread.nouns import AreaKind

_WIDER = {AreaKind.COUNTRY, AreaKind.REGION, AreaKind.NEIGHBOUR_SET}


def main_series(chart: Chart) -> Series | None:
    """The emphasised series, else the first; None where the chart has none."""
    return next((each for each in chart.series if each.emphasis), next(iter(chart.series), None))


def by_emphasis(chart: Chart) -> list[Series]:
    """The series with the emphasised one first, the rest in their order."""
    first = main_series(chart)
    return [each for each in chart.series if each is first] + [
        each for each in chart.series if each is not first
    ]


def references(chart: Chart) -> list[Point]:
    """In a chart of areas compared: the country, region or set the others are read against.

    They are drawn as lines. Where nothing else is shown, they are compared themselves.
    """
    wider = [point for point in _points(chart) if point.released.figure.area.kind in _WIDER]
    return wider if len(wider) < len(_points(chart)) else []


def ranked_areas(chart: Chart) -> list[Point]:
    """The areas compared, highest first, equal ones by name, those without a value last."""
    wider = {id(point) for point in references(chart)}
    return sorted(
        (point for point in _points(chart) if id(point) not in wider),
        key=lambda point: (
            point.released.value is None,
            -(point.released.value or 0),
            point.label,
        ),
    )


def is_emphasised(chart: Chart, point: Point) -> bool:
    """True for the area the chart is about: alone in its series, or named like it."""
    return any(
        each.emphasis
        and any(mark is point for mark in each.points)
        and (len(each.points) == 1 or point.label == each.name)
        for each in chart.series
    )


def extremes(points: Sequence[Point]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The highest and the lowest of some points, every tied one; none where all are equal."""
    known = known_points(points)
    values = [point.released.figure.value for point in known]
    if len(set(values)) < 2:
        return (), ()
    numbers = [value for value in values if value is not None]
    high, low = max(numbers), min(numbers)
    return (
        tuple(point for point in known if point.released.value == high),
        tuple(point for point in known if point.released.value == low),
    )


def since_break(chart: Chart, series: Series) -> list[Point]:
    """A series' points from the last break on, all where there is none, in the axis's order.

    A highest and a lowest are looked for among these: values across a break are not compared.
    """
    first = max((chart.labels.index(mark.label) for mark in chart.breaks), default=0)
    return [
        point for label in chart.labels[first:] if (point := point_at(series, label)) is not None
    ]


def known_points(points: Sequence[Point]) -> list[Point]:
    """The points that have a value."""
    return [point for point in points if point.released.value is not None]


def point_at(series: Series, label: str) -> Point | None:
    """The point a series has at a label, or None."""
    return next((point for point in series.points if point.label == label), None)


def _points(chart: Chart) -> list[Point]:
    return [point for series in chart.series for point in series.points]


def outside(chart: Chart) -> list[tuple[Point, str]]:
    """The points of the main series outside the chart's band, each with ``above`` or ``below``."""
    series = main_series(chart)
    if series is None or chart.band is None:
        return []
    lower = {point.label: point.released.value for point in chart.band.lower}
    upper = {point.label: point.released.value for point in chart.band.upper}
    found = []
    for point in known_points(series.points):
        value, low, high = point.released.value, lower.get(point.label), upper.get(point.label)
        if value is not None and high is not None and value > high:
            found.append((point, "above"))
        elif value is not None and low is not None and value < low:
            found.append((point, "below"))
    return found


def entry_words(chart: Chart, label: str) -> str:
    """``new this year`` for a category that came into the ranking, else nothing."""
    return "new this year" if label in chart.entered else ""


def exit_words(chart: Chart, label: str | None = None) -> str:
    """``left the ten`` for a category that went out of a ranking of ten, else nothing.

    Without a label, the words themselves.
    """
    if label is not None and label not in chart.left:
        return ""
    size = sum(each not in chart.left for each in chart.labels)
    return f"left the {_SIZES.get(size, f'first {size}')}"


_SIZES = dict(
    enumerate(
        ("three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 3
    )
)
