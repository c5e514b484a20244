"""Chance for whole columns: shares, codes, bands, waiting times and days of the year, by rates."""

import numpy as np

from goldenthread.synthetic import rates
from goldenthread.synthetic.days import is_working


class Draws:
    """Draws from one seeded generator; ``stream`` parts what is drawn for different things."""

    def __init__(self, *seed: int) -> None:
        self._generator = np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed)))

    def uniform(self, count: int) -> np.ndarray:
        """Even chances from 0 up to 1."""
        return self._generator.random(count)

    def happens(self, share: str | float | np.ndarray, count: int) -> np.ndarray:
        """Whether each happens, by a rate's name or by shares."""
        chance = rates.value(share) if isinstance(share, str) else share
        return np.asarray(self._generator.random(count) < chance)

    def codes(self, name: str, count: int) -> np.ndarray:
        """A code for each, by its weight."""
        found, shares = rates.weights(name)
        return np.asarray(found[np.searchsorted(shares, self._generator.random(count), "right")])

    def amounts(self, name: str, count: int) -> np.ndarray:
        """A whole number for each, evenly within a band drawn by its weight."""
        least, most, shares = rates.bands(name)
        at = np.searchsorted(shares, self._generator.random(count), "right")
        within = self._generator.random(count) * (most[at] - least[at] + 1)
        return (least[at] + np.floor(within)).astype(np.int32)

    def waits(self, mean: str | float, count: int, shape: float = 1.0) -> np.ndarray:
        """Days to wait, with a mean; a smaller shape makes short and very long waits commoner."""
        average = rates.value(mean) if isinstance(mean, str) else mean
        return np.ceil(self._generator.gamma(shape, average / shape, count)).astype(np.int32)

    def gamma(self, mean: float, shape: float, count: int) -> np.ndarray:
        """Amounts with a mean, such as each child's own rate."""
        return self._generator.gamma(shape, mean / shape, count)

    def poisson(self, mean: float | np.ndarray, count: int | None = None) -> np.ndarray:
        """How often something happens."""
        return np.asarray(self._generator.poisson(mean, count))

    def between(self, first: np.ndarray, last: np.ndarray) -> np.ndarray:
        """A day for each from one day to another, both among them."""
        within = self._generator.random(len(first)) * (last - first + 1)
        return (first + np.floor(np.maximum(within, 0))).astype(np.int32)

    def days(self, number_a_year: float, first: int, last: int, kind: str) -> np.ndarray:
        """The days on which something happens, by month and weekday, in order."""
        span = np.arange(first, last + 1, dtype=np.int32)
        chance = season(span, kind)
        total = self._generator.poisson(number_a_year * len(span) / 365.25)
        running = np.cumsum(chance)
        at = np.searchsorted(running, np.sort(self._generator.random(total)) * running[-1], "right")
        return np.asarray(span[np.minimum(at, len(span) - 1)])


def season(days: np.ndarray, kind: str) -> np.ndarray:
    """How likely each day is: ``kind`` names the rates ``.month`` and ``.at_weekends``."""
    by_month = rates.value(f"{kind}.month")
    length = (31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    a_day = np.array([by_month[str(month)] / length[month - 1] for month in range(1, 13)])
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12
    weekend = rates.value(f"{kind}.at_weekends")
    return np.asarray(a_day[months] / a_day.max() * np.where(is_working(days), 1.0, weekend))
