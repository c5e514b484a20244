"""An area's statistical neighbours: which set holds for a year, their average and their spread."""

from collections.abc import Iterable, Sequence

from goldenthread.comparisons.middle import highest, lowest, mean, median
from goldenthread.comparisons.model import Neighbours
from goldenthread.comparisons.periods import report_year
from goldenthread.figures import Shelf
from goldenthread.nouns import Area, AreaKind, Figure, NeighbourSet, Period

# The first report year (by the calendar year it ends in) that each model's sets are read for: the
# model in force when that year's statistics came out. Those of 2023-24 came out in the autumn of
# 2024 and those of 2024-25 in the autumn of 2025, after the 2025 model. A report of an older year
# so keeps the neighbours it was written with. Confirm: the very day the 2025 model came out.
FIRST_REPORT_YEAR = {2021: 2021, 2025: 2025}

# The average the field reads is the plain mean of the members' values, each council weighing the
# same however large and those without a value left out: so the Local Authority Interactive Tool
# works it out, by its published code. The median is given beside it, because one far-off member
# moves a mean of ten.
AVERAGE = mean

# Of ten neighbours at least half must have a value. With fewer, the average is of whoever was
# large enough not to be withheld.
MINIMUM_MEMBERS = 5


def in_force(sets: Iterable[NeighbourSet], area: str, year: Period) -> NeighbourSet | None:
    """The set to read an area's report year against, or None where the area has none.

    The newest model that held for the year; for a year before any, the oldest there is.
    """
    own = sorted((each for each in sets if each.area == area), key=_first_year)
    if not own:
        return None
    ending = report_year(year).ending
    held = [each for each in own if _first_year(each) <= ending]
    return held[-1] if held else own[0]


def set_area(chosen: NeighbourSet, of: Area) -> Area:
    """The members taken together, as the area that their average is about."""
    return Area(
        code=f"neighbours-{chosen.area}-{chosen.year}",
        name=f"{of.called}’s statistical neighbours ({chosen.year})",
        kind=AreaKind.NEIGHBOUR_SET,
        members=chosen.members,
    )


def members_with_values(
    shelf: Shelf, figure: Figure, chosen: NeighbourSet, period: Period | None = None
) -> tuple[Figure, ...]:
    """The members' figures with a value, of the figure's origin, the nearest neighbour first."""
    return tuple(each for each in shelf.among(figure, chosen.members, period) if each.known)


def neighbours(
    shelf: Shelf, figure: Figure, chosen: NeighbourSet, earlier: Period | None = None
) -> Neighbours:
    """The members beside a figure, with mean and median where ``MINIMUM_MEMBERS`` have a value.

    ``earlier`` is the period before, where there is one to judge changes by.
    """
    members = members_with_values(shelf, figure, chosen)
    together = set_area(chosen, figure.area)
    enough = len(members) >= MINIMUM_MEMBERS
    return Neighbours(
        set=chosen,
        members=members,
        mean=AVERAGE(members, together) if enough else None,
        median=median(members, together) if enough else None,
        missing=len(chosen.members) - len(members),
        earlier=members_with_values(shelf, figure, chosen, earlier) if earlier else (),
    )


def band(
    shelf: Shelf, series: Sequence[Figure], chosen: NeighbourSet
) -> tuple[tuple[Figure, ...], tuple[Figure, ...], tuple[Figure, ...]]:
    """The members' lowest and highest values in each year of a series, for a chart's band.

    The third part holds the members' own figures: a report declares them too, so that the lowest
    of several cannot be printed where disclosure withholds it.

    One set is read all the way back, so that the band does not move when the model does. A year
    in which fewer than ``MINIMUM_MEMBERS`` have a value is left out.
    """
    low: list[Figure] = []
    high: list[Figure] = []
    behind: list[Figure] = []
    for figure in series:
        members = members_with_values(shelf, figure, chosen)
        if len(members) >= MINIMUM_MEMBERS:
            together = set_area(chosen, figure.area)
            low.append(lowest(members, together))
            high.append(highest(members, together))
            behind += members
    return tuple(low), tuple(high), tuple(behind)


def _first_year(chosen: NeighbourSet) -> int:
    return FIRST_REPORT_YEAR.get(chosen.year, chosen.year)
