"""Where the ticks of an axis stand: round steps, from zero unless told otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from goldenthread.nouns import Unit
from goldenthread.wording.numbers import number

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_WHOLE = {Unit.COUNT, Unit.RANK, Unit.DAYS}


@dataclass(frozen=True, slots=True)
class Axis:
    """The ticks of an axis, from its lowest to its highest value; empty where nothing is known."""

    ticks: tuple[Decimal, ...]
    unit: Unit

    @property
    def low(self) -> Decimal:
        """The value at the foot of the axis."""
        return self.ticks[0] if self.ticks else Decimal(0)

    @property
    def high(self) -> Decimal:
        """The value at the head of the axis."""
        return self.ticks[-1] if self.ticks else Decimal(1)

    @property
    def starts_at_zero(self) -> bool:
        """False where the picture has to say that the axis starts elsewhere."""
        return not self.ticks or self.low <= 0 <= self.high

    def printed(self) -> list[str]:
        """The ticks as they are labelled, all to the same number of decimals."""
        decimals = max((-_exponent(tick) for tick in self.ticks), default=0)
        return [number(tick, self.unit, max(decimals, 0)) for tick in self.ticks]


def axis(values: Iterable[Decimal], unit: Unit, *, from_zero: bool = True, steps: int = 5) -> Axis:
    """Round ticks that cover the values, about ``steps`` of them."""
    known = list(values)
    if not known:
        return Axis((), unit)
    low, high = min(known), max(known)
    if from_zero or unit in _WHOLE:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        low, high = (low, low + 1) if low >= 0 else (low - 1, low)
    step = _step(high - low, steps, whole=unit in _WHOLE)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    if unit is Unit.PERCENT and high <= 100:
        last = min(last, (100 / step).to_integral_value(ROUND_CEILING))
    return Axis(tuple(step * place for place in range(int(first), int(last) + 1)), unit)


def _step(span: Decimal, steps: int, *, whole: bool) -> Decimal:
    rough = span / steps
    power = Decimal(1).scaleb(rough.adjusted())
    found = next(power * step for step in _STEPS if power * step >= rough)
    if whole and found != found.to_integral_value():
        return max(found.to_integral_value(ROUND_CEILING), Decimal(1))
    return found


def _exponent(tick: Decimal) -> int:
    exponent = tick.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
