"""The counts that a percentage stands for, where the return tells what it is a percentage of.

A share that nobody could have of so many is a slip of the hand. And one of a few children tells how
many of them: only with its counts beside it can the way out see that it is small.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from goldenthread.nouns import Unit, round_half_away
from goldenthread_site.returns.templates import ReturnTemplate


@dataclass(frozen=True, slots=True)
class Number:
    """What a line says, as far as it is a number."""

    value: Decimal
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` of ``whole``; no part where no whole number of them makes the percentage told."""

    part: Decimal | None
    whole: Decimal


def shares_of(template: ReturnTemplate, told: Mapping[str, Number]) -> dict[str, Share]:
    """The counts of each percentage whose whole is told in the same return, by the line’s key."""
    counts: dict[str, Decimal] = {}
    found: dict[str, Share] = {}
    for line in template.line:
        number = told.get(line.key)
        if number is None:
            continue
        if line.unit is Unit.COUNT:
            counts[line.key] = number.value
        elif line.out_of in counts:
            share = Share(part_of(counts[line.out_of], number), counts[line.out_of])
            found[line.key] = share
            if share.part is not None:
                counts[line.key] = share.part
    return found


def part_of(whole: Decimal, percentage: Number) -> Decimal | None:
    """The number of ``whole`` that makes a percentage to its decimals: the nearest, or None.

    >>> str(part_of(Decimal(68), Number(Decimal("33.8"), 1)))
    '23'
    >>> part_of(Decimal(7), Number(Decimal("33.8"), 1)) is None
    True
    """
    if not whole:
        return None
    nearest = round_half_away(percentage.value * whole / 100, 0)
    rounding = Decimal(1).scaleb(-percentage.decimals) / 2
    off = abs(nearest * 100 / whole - percentage.value)
    return nearest if off <= rounding else None
