"""One indicator for one area beside everything it may be compared with, within one origin."""

from collections.abc import Iterable, Mapping, Sequence

from goldenthread.comparisons import gaps
from goldenthread.comparisons.chance import chance
from goldenthread.comparisons.change import change, direction, judge
from goldenthread.comparisons.derived import value_of
from goldenthread.comparisons.model import (
    Change,
    Comparator,
    ComparatorKind,
    Comparison,
    Neighbours,
    NotKnown,
)
from goldenthread.comparisons.neighbours import band, in_force, neighbours
from goldenthread.comparisons.periods import named, period_of
from goldenthread.comparisons.rank import rank
from goldenthread.figures import Shelf
from goldenthread.indicators.definition import Indicator, Polarity
from goldenthread.nouns import Area, AreaKind, Break, Breakdown, Figure, NeighbourSet, Period, Unit
from goldenthread.nouns.breaks import within

ENGLAND = Area("E92000001", "England", AreaKind.COUNTRY)

# Counts say how large a place is; only these compare one place with another.
BETWEEN_AREAS = frozenset(Unit) - {Unit.COUNT, Unit.RANK}


def compare(
    shelf: Shelf,
    indicator: Indicator,
    area: Area,
    period: Period,
    *,
    region: Area | None = None,
    neighbour_sets: Iterable[NeighbourSet] = (),
    breaks: Iterable[Break] = (),
    targets: Mapping[str, Figure] | None = None,
    years: int = 10,
    breakdown: Breakdown | None = None,
) -> Comparison | NotKnown:
    """Compare one indicator for one area; a sentence why not where there is no figure at all.

    ``period`` is the report year or the very period; ``targets`` holds a target's figure by
    indicator name. Everything but a target is of the source, release and definition of the
    area's own figure. What could not be compared is said in ``not_known``.
    """
    figure = _figure(shelf, indicator, area, period, breakdown or Breakdown())
    if isinstance(figure, NotKnown):
        return figure
    concerning = tuple(each for each in breaks if indicator.name in each.indicators)
    series = shelf.series(figure, years)
    count = shelf.like(figure, unit=Unit.COUNT) if figure.unit is not Unit.COUNT else None
    others = _others(area, region) if figure.unit in BETWEEN_AREAS else ()
    chosen = None
    if figure.unit in BETWEEN_AREAS and area.kind is AreaKind.COUNCIL:
        chosen = in_force(neighbour_sets, area.code, period)
    beside = neighbours(shelf, figure, chosen, figure.period.back(1)) if chosen else None
    low, high, behind = band(shelf, series, chosen) if chosen else ((), (), ())
    placed = rank(shelf, figure) if figure.unit in BETWEEN_AREAS else None
    comparators = _comparators(shelf, figure, indicator, others, beside, targets or {})
    changed = _change(shelf, figure, indicator, concerning)
    count_changed = _change(shelf, count, indicator, concerning) if count else None
    along = {kind: _along(shelf, figure, other, years) for kind, other in others}
    return Comparison(
        figure=figure,
        count=count,
        series=series,
        count_series=shelf.series(count, years) if count else (),
        england_series=along.get(ComparatorKind.ENGLAND, ()),
        region_series=along.get(ComparatorKind.REGION, ()),
        neighbour_low_series=low,
        neighbour_high_series=high,
        behind=behind,
        change=changed if isinstance(changed, Change) else None,
        count_change=count_changed if isinstance(count_changed, Change) else None,
        comparators=comparators,
        neighbours=beside,
        rank=placed[0] if placed else None,
        rank_of=placed[1] if placed else 0,
        breaks=within(series, concerning),
        not_known=gaps.sentences(
            shelf=shelf,
            figure=figure,
            changed=changed,
            others=others,
            beside=beside,
            placed=placed is not None,
            series=series,
            years=years,
            between_areas=figure.unit in BETWEEN_AREAS,
        ),
        polarity=indicator.polarity,
    )


def _figure(
    shelf: Shelf, indicator: Indicator, area: Area, asked: Period, breakdown: Breakdown
) -> Figure | NotKnown:
    """The figure to compare: in the unit areas are compared by, else in any other it has."""
    period = period_of(indicator.period_kind, asked)
    if period is None:
        return NotKnown(
            f"“{indicator.title}” is not counted by {asked.kind.value.replace('_', ' ')}: "
            f"ask for the very {indicator.period_kind.value.replace('_', ' ')}."
        )
    units = (indicator.compared_by, *(u for u in indicator.units if u != indicator.compared_by))
    for unit in units:
        found = shelf.get(indicator.name, unit, area.code, period, breakdown)
        if found:
            return found
    return NotKnown(
        f"No figure for {indicator.title} in {area.name} for {named(period)} is in the data: "
        "its release has not come out or has not been loaded."
    )


def _others(area: Area, region: Area | None) -> tuple[tuple[ComparatorKind, Area], ...]:
    """The larger places an area is read beside; a country or region is not set beside itself."""
    found = [(ComparatorKind.ENGLAND, ENGLAND)]
    if region:
        found.append((ComparatorKind.REGION, region))
    return tuple((kind, other) for kind, other in found if other.code != area.code)


def _comparators(
    shelf: Shelf,
    figure: Figure,
    indicator: Indicator,
    others: Sequence[tuple[ComparatorKind, Area]],
    beside: Neighbours | None,
    targets: Mapping[str, Figure],
) -> tuple[Comparator, ...]:
    if not figure.known:
        return ()
    found: list[tuple[ComparatorKind, Figure | None]] = [
        (kind, shelf.like(figure, area=other.code)) for kind, other in others
    ]
    if beside:
        found.append((ComparatorKind.NEIGHBOURS_MEAN, beside.mean))
        found.append((ComparatorKind.NEIGHBOURS_MEDIAN, beside.median))
    target = targets.get(indicator.name)
    if target and (target.unit, target.breakdown) == (figure.unit, figure.breakdown):
        found.append((ComparatorKind.TARGET, target))
    return tuple(
        _comparator(kind, figure, other, indicator.polarity)
        for kind, other in found
        if other and other.known
    )


def _comparator(
    kind: ComparatorKind, figure: Figure, other: Figure, polarity: Polarity
) -> Comparator:
    way = direction(value_of(figure), value_of(other))
    # A target is set, not drawn by chance; an average of averages has no counts behind it.
    by_chance = chance(figure, other) if kind is not ComparatorKind.TARGET else None
    return Comparator(kind, other.area.name, other, way, judge(way, polarity), by_chance)


def _change(
    shelf: Shelf, figure: Figure, indicator: Indicator, breaks: Iterable[Break]
) -> Change | NotKnown:
    before = figure.period.back(1)
    earlier = shelf.like(figure, period=before)
    if earlier is None:
        return NotKnown(
            f"No figure for {named(before)} is in this source and release, so no change is told."
        )
    return change(earlier, figure, indicator, breaks)


def _along(shelf: Shelf, figure: Figure, other: Area, years: int) -> tuple[Figure, ...]:
    found = shelf.like(figure, area=other.code)
    return shelf.series(found, years) if found else ()
