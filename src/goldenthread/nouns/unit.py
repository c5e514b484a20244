"""What a number is a number of: children, percent, points, children in ten thousand."""

from enum import StrEnum


class Unit(StrEnum):
    """A unit of measurement, with the words and decimals it is usually shown with."""

    COUNT = "count"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    PERCENT_CHANGE = "percent_change"
    RATE_PER_10000 = "rate_per_10000"
    MEAN = "mean"
    RATIO = "ratio"
    RANK = "rank"
    DAYS = "days"
    POUNDS = "pounds"

    @property
    def words(self) -> str:
        """How the unit is named in a table's heading."""
        return _WORDS[self]

    @property
    def decimals(self) -> int:
        """Decimal places where the source does not set its own."""
        return 0 if self in _WHOLE else 1


_WHOLE = {Unit.COUNT, Unit.RANK, Unit.DAYS, Unit.POUNDS}

_WORDS = {
    Unit.COUNT: "number",
    Unit.PERCENT: "per cent",
    Unit.PERCENTAGE_POINTS: "percentage points",
    Unit.PERCENT_CHANGE: "per cent change",
    Unit.RATE_PER_10000: "per 10,000 children",
    Unit.MEAN: "average",
    Unit.RATIO: "ratio",
    Unit.RANK: "rank",
    Unit.DAYS: "days",
    Unit.POUNDS: "pounds",
}
