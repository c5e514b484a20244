"""How fast the machine is that measures: by it, figures of two days or two machines compare.

One and the same machine may be half as fast again on another day, where others share it.
"""

from pathlib import Path
from statistics import median

from bench.measured import Measured, seconds

_TIMES = 5


def measure(_data: Path | None) -> list[Measured]:
    """Seconds of work that is always the same and has nothing of this project in it."""
    taken = median(seconds(_additions) for _ in range(_TIMES))
    return [Measured("This machine: twenty million additions in plain Python", taken, "seconds")]


def _additions() -> int:
    total = 0
    for number in range(20_000_000):
        total += number
    return total
