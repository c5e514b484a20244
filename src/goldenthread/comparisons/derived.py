"""Numbers worked out from figures, each a Figure again with a thread to what it came from.

A derived figure keeps its inputs' source, release and definition, names its inputs and says its
sum in words. What it is (a change, a mean, a limit) stands in its breakdown under ``statistic``,
so that the difference of two counts is never taken for another value of the count itself.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeGuard, TypeVar

from goldenthread.nouns import (
    Area,
    Breakdown,
    Figure,
    Quality,
    Sensitivity,
    Status,
    Thread,
    Unit,
    percent,
    round_half_away,
)

STATISTIC = "statistic"

# A percentage change is only ever told of these: percentages differ by points.
RELATIVE_UNITS = frozenset({Unit.COUNT, Unit.RATE_PER_10000, Unit.POUNDS})

_SCALE = {Unit.PERCENT: 100, Unit.RATE_PER_10000: 10_000}
_SETTLED = (Status.FORECAST, Status.PROVISIONAL, Status.FINAL)
_SOUND = (Quality.POOR, Quality.CAUTION, Quality.GOOD)
_GUARDED = (Sensitivity.CHILDREN, Sensitivity.WORKFORCE, Sensitivity.NONE)


def value_of(figure: Figure) -> Decimal:
    """The figure's value; raises ValueError where a symbol stands in its place."""
    if figure.value is None:
        raise ValueError(f"{figure.key} has no value to work with; ask ``known`` first")
    return figure.value


def exact(figure: Figure) -> Fraction:
    """The value before rounding where the counts behind it give the printed one, else as printed.

    National counts are rounded to ten and no longer give their own printed rate; there the
    printed rate is the better of the two.
    """
    printed = value_of(figure)
    scale = _SCALE.get(figure.unit)
    if scale and figure.numerator is not None and figure.denominator:
        unrounded = Fraction(figure.numerator) * scale / Fraction(figure.denominator)
        if round_half_away(unrounded, figure.decimals) == printed:
            return unrounded
    return Fraction(printed)


def shown(figure: Figure) -> str:
    """The value as a calculation names it, with the counts it is worked from where they serve."""
    printed = f"{value_of(figure):,.{figure.decimals}f}"
    if exact(figure) == figure.value or figure.numerator is None or figure.denominator is None:
        return printed
    return f"{printed} ({figure.numerator:,f} in {figure.denominator:,f})"


def derive(
    inputs: Sequence[Figure],
    value: Fraction | Decimal | int,
    *,
    unit: Unit,
    decimals: int,
    calculation: str,
    statistic: str = "",
    about: Figure | None = None,
    area: Area | None = None,
    breakdown: Breakdown | None = None,
    numerator: Decimal | None = None,
    denominator: Decimal | None = None,
    input_ids: tuple[str, ...] | None = None,
) -> Figure:
    """A derived figure: ``value`` rounded half away from zero to ``decimals`` places.

    It is about what ``about`` (the first input unless given) is about, except where ``unit``,
    ``area`` or ``breakdown`` say otherwise. It is as settled, as sound and as guarded as the
    worst of its inputs, and known since the last of them was. ``input_ids`` spares working out
    the inputs' ids again where the caller has them.
    """
    first = about or inputs[0]
    parts = first.breakdown if breakdown is None else breakdown
    if statistic:
        parts = Breakdown(tuple(sorted((*parts.parts, (STATISTIC, statistic)))))
    return Figure(
        indicator=first.indicator,
        unit=unit,
        area=area or first.area,
        period=first.period,
        breakdown=parts,
        value=value if _is_rounded(value, decimals) else round_half_away(value, decimals),
        decimals=decimals,
        numerator=numerator,
        denominator=denominator,
        status=_first_of(_SETTLED, [each.status for each in inputs]),
        quality=_first_of(_SOUND, [each.quality for each in inputs]),
        quality_note="; ".join(
            dict.fromkeys(each.quality_note for each in inputs if each.quality_note)
        ),
        sensitivity=_first_of(_GUARDED, [each.sensitivity for each in inputs]),
        thread=Thread(
            source=first.thread.source,
            vintage=first.thread.vintage,
            definition=first.thread.definition,
            known_since=_last_known(inputs),
            calculation=calculation,
            inputs=tuple(each.id for each in inputs) if input_ids is None else input_ids,
        ),
    )


def difference(later: Figure, earlier: Figure, statistic: str) -> Figure:
    """``later`` less ``earlier``, in their own unit; two percentages differ by points.

    From the counts where they are known, except where rounding would make the result contradict
    the two printed values (20.8 and 20.8 do not differ by 0.1); then from those.
    """
    places = max(later.decimals, earlier.decimals)
    printed = value_of(later) - value_of(earlier)
    by_counts = round_half_away(exact(later) - exact(earlier), places)
    agrees = _sign(by_counts) == _sign(printed)
    words = f"{_term(later, agrees)} less {_term(earlier, agrees)}"
    is_percent = later.unit is Unit.PERCENT
    return derive(
        (later, earlier),
        by_counts if agrees else printed,
        unit=Unit.PERCENTAGE_POINTS if is_percent else later.unit,
        decimals=places,
        calculation=f"{words}, in percentage points" if is_percent else words,
        statistic=statistic,
    )


def percentage_change(later: Figure, earlier: Figure, statistic: str) -> Figure | None:
    """The change as a percentage of ``earlier``, to one place.

    None for a unit that is not changed in per cent (percentages above all) and where there is
    nothing to change from.
    """
    if later.unit not in RELATIVE_UNITS or not earlier.value:
        return None
    printed = value_of(later) - value_of(earlier)
    change, base = exact(later) - exact(earlier), exact(earlier)
    agrees = _sign(change) == _sign(printed)
    if not agrees:
        change, base = Fraction(printed), Fraction(value_of(earlier))
    return derive(
        (later, earlier),
        change * 100 / base,
        unit=Unit.PERCENT_CHANGE,
        decimals=Unit.PERCENT_CHANGE.decimals,
        calculation=(
            f"{_term(later, agrees)} less {_term(earlier, agrees)}, over {_term(earlier, agrees)}"
        ),
        statistic=statistic,
    )


def total(parts: Sequence[Figure], breakdown: Breakdown) -> Figure | None:
    """The sum of counts, about ``breakdown``; None where any part has no value."""
    if not parts or not all(part.known for part in parts):
        return None
    return derive(
        parts,
        sum((Fraction(value_of(part)) for part in parts), Fraction(0)),
        unit=parts[0].unit,
        decimals=max(part.decimals for part in parts),
        calculation=f"the sum of {' + '.join(_plain(part) for part in parts)}",
        breakdown=breakdown,
    )


def share(part: Figure, whole: Figure, statistic: str = "") -> Figure | None:
    """``part`` as a percentage of ``whole``, counts both; None where either is not known."""
    if part.value is None or not whole.value:
        return None
    value = percent(part.value, whole.value, Unit.PERCENT.decimals)
    if value is None:
        return None
    return derive(
        (part, whole),
        value,
        unit=Unit.PERCENT,
        decimals=Unit.PERCENT.decimals,
        calculation=f"{_plain(part)} over {_plain(whole)}, as a percentage",
        statistic=statistic,
        numerator=part.value,
        denominator=whole.value,
    )


def place(figure: Figure, higher: int, level: int, among: int) -> Figure:
    """The figure's rank among ``among`` areas, ``higher`` above it and ``level`` sharing it.

    Its thread names only its own figure: the others are every area's values of one release, which
    the calculation names, and not figures a report prints.
    """
    tie = f", shared with {level} more" if level else ""
    origin = f"{figure.thread.source}, release {figure.thread.vintage}"
    return derive(
        (figure,),
        higher + 1,
        unit=Unit.RANK,
        decimals=0,
        calculation=(
            f"place among the {among} councils with a value in {origin}: "
            f"1 is highest, {higher} are higher{tie}"
        ),
        statistic="rank",
    )


def _term(figure: Figure, from_counts: bool) -> str:
    return shown(figure) if from_counts else _plain(figure)


def _plain(figure: Figure) -> str:
    return f"{value_of(figure):,.{figure.decimals}f}"


Grade = TypeVar("Grade", Status, Quality, Sensitivity)


def _first_of(order: Sequence[Grade], found: Sequence[Grade]) -> Grade:
    """The first in ``order`` of those found: the worst of them."""
    return found[0] if len(found) == 1 else min(found, key=order.index)


def _last_known(inputs: Sequence[Figure]) -> date | None:
    days = [each.thread.known_since for each in inputs]
    return max((day for day in days if day), default=None)


def _is_rounded(value: Fraction | Decimal | int, decimals: int) -> TypeGuard[Decimal]:
    """True for a value taken over as it was printed: most are, and rounding is slow."""
    return isinstance(value, Decimal) and value.as_tuple().exponent == -decimals


def _sign(number: Decimal | Fraction) -> int:
    return (number > 0) - (number < 0)
