"""One measured thing, and how it is measured: seconds by the clock, memory at its highest."""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """A value in a unit, and the most it should be, where the project has said one."""

    what: str
    value: float
    unit: str
    most: float | None = None

    @property
    def kept(self) -> bool:
        """True where it is no more than it should be."""
        return self.most is None or self.value <= self.most


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes, once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def peak_megabytes() -> float:
    """The most memory this process has held so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
