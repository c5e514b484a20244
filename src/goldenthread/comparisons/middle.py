"""The middle and the ends of several areas' values: mean, median, lowest, highest, as figures."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from goldenthread.comparisons.derived import derive, value_of
from goldenthread.nouns import Area, Figure


def mean(members: Sequence[Figure], area: Area) -> Figure:
    """The unweighted mean of the members' values as printed; raises ValueError without any."""
    values = _values(members)
    listed = " + ".join(_listed(members))
    return derive(
        members,
        Fraction(sum(values)) / len(values),
        unit=members[0].unit,
        decimals=_places(members),
        calculation=f"({listed}) over {len(values)}, the values as published",
        statistic="mean",
        area=area,
    )


def median(members: Sequence[Figure], area: Area) -> Figure:
    """The middle of the members' values as printed; raises ValueError without any."""
    values = sorted(_values(members))
    half = len(values) // 2
    middle = (
        Fraction(values[half]) if len(values) % 2 else Fraction(values[half - 1] + values[half]) / 2
    )
    return derive(
        members,
        middle,
        unit=members[0].unit,
        decimals=_places(members),
        calculation=f"the middle of {', '.join(_listed(sorted(members, key=value_of)))}",
        statistic="median",
        area=area,
    )


def lowest(members: Sequence[Figure], area: Area) -> Figure:
    """The lowest of the members' values, with its thread to that one member."""
    return _end(min(members, key=value_of), len(members), "lowest", area)


def highest(members: Sequence[Figure], area: Area) -> Figure:
    """The highest of the members' values, with its thread to that one member."""
    return _end(max(members, key=value_of), len(members), "highest", area)


def _end(member: Figure, among: int, statistic: str, area: Area) -> Figure:
    return derive(
        (member,),
        value_of(member),
        unit=member.unit,
        decimals=member.decimals,
        calculation=f"the {statistic} of {among} areas’ values: {member.area.name}’s",
        statistic=statistic,
        area=area,
    )


def _values(members: Sequence[Figure]) -> list[Decimal]:
    if not members:
        raise ValueError("there is no mean or median of no values; ask for members first")
    return [value_of(member) for member in members]


def _listed(members: Sequence[Figure]) -> list[str]:
    return [f"{value_of(member):,.{member.decimals}f}" for member in members]


def _places(members: Sequence[Figure]) -> int:
    return max(member.decimals for member in members)
