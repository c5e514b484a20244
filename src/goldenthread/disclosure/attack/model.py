"""What an attack finds: how far each hidden count can be worked out, and which give too much."""

from dataclasses import dataclass
from typing import Literal

from goldenthread.disclosure.publication.model import Cell, StatedRule

Kind = Literal["exact", "narrow"]


@dataclass(frozen=True, slots=True)
class Interval:
    """The whole numbers a count can be, from ``low`` to ``high``, both ends included.

    ``high`` is None where nothing published sets a limit. ``place`` is where the count is hidden,
    or where the cell is met.
    """

    cell: Cell
    place: str
    low: int
    high: int | None

    @property
    def exact(self) -> bool:
        """Whether one number only is left."""
        return self.low == self.high

    def __str__(self) -> str:
        if self.high is None:
            return f"{self.low} or more"
        return str(self.low) if self.exact else f"from {self.low} to {self.high}"


@dataclass(frozen=True, slots=True)
class Leak:
    """A count that can be worked out exactly, or too narrowly, and how, in one line."""

    interval: Interval
    kind: Kind
    why: str

    @property
    def cell(self) -> Cell:
        """The cell that leaks."""
        return self.interval.cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Attacked:
    """The outcome of an attack on one release.

    ``hidden`` has every count of a sensitive measure that a symbol or rounding hides, in order of
    cell. ``leaks`` are what the release gives away; ``inherited`` what the earlier releases give
    away as it stands, with the new one or without. ``unproved`` are counts for which no two
    distributions far enough apart were found in whole numbers within the work allowed, though
    their interval is wide: neither leaks nor shown to be safe.
    """

    name: str
    rule: StatedRule
    hidden: tuple[Interval, ...]
    leaks: tuple[Leak, ...]
    inherited: tuple[Leak, ...] = ()
    unproved: tuple[Interval, ...] = ()
    cells: int = 0
    unknown: int = 0

    @property
    def safe(self) -> bool:
        """Whether the release gives nothing away that was not known before."""
        return not self.leaks

    @property
    def shown_safe(self) -> bool:
        """Whether it gives nothing away, and that was shown of every count."""
        return self.safe and not self.unproved


def gives_away(rule: StatedRule, low: int, high: int | None, *, hidden: bool) -> bool:
    """Whether an interval says too much.

    A hidden count leaks when it is known exactly, or when it may be a small one and the interval
    is all small numbers or narrower than the rule allows. One that was never printed leaks when it
    is surely, or may within too narrow an interval be, a small count; that it is a known zero or
    a known large number gives nothing away, since either might have been printed.
    """
    if high == low:
        return hidden or 1 <= low <= rule.threshold
    if low > rule.threshold or rule.threshold == 0:
        return False
    return high is not None and (high <= rule.threshold or high - low < rule.narrowest)
