"""The faults found while records are read: every one counted, the first of each kind with places.

A broken file can hold a fault in every cell. All are counted by rule and file; so many of each are
kept with their place, and what is kept never holds what stood in the cell.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from goldenthread.nouns import Fault, Severity

# Enough to mend a return by; the rest are counted.
MOST_WITH_PLACES = 1000


class Found:
    """A growing collection of faults."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._kept: list[Fault] = []
        self._counts: Counter[tuple[str, str, Severity]] = Counter()
        for fault in faults:
            self.add(fault)

    def add(self, fault: Fault) -> None:
        """Add one fault."""
        self.add_each(fault, (fault.place,), 1)

    def add_each(self, fault: Fault, places: Iterable[str], count: int) -> None:
        """Add the same fault at ``count`` places of its file; no more are asked for than kept."""
        if not count:
            return
        key = (fault.rule, fault.file, fault.severity)
        room = max(0, MOST_WITH_PLACES - self._counts[key])
        self._kept += (replace(fault, place=place) for place in islice(places, min(room, count)))
        self._counts[key] += count

    def extend(self, other: "Found") -> None:
        """Take in all that another has found."""
        kept: dict[tuple[str, str, Severity], list[Fault]] = {}
        for fault in other:
            kept.setdefault((fault.rule, fault.file, fault.severity), []).append(fault)
        for key, count in other._counts.items():
            self._kept += kept.get(key, [])[: max(0, MOST_WITH_PLACES - self._counts[key])]
            self._counts[key] += count

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._kept)

    def __len__(self) -> int:
        return self._counts.total()

    def by_rule(self) -> dict[str, int]:
        """How many of each rule, the most first."""
        totals: Counter[str] = Counter()
        for (rule, _, _), count in self._counts.items():
            totals[rule] += count
        return dict(sorted(totals.items(), key=lambda each: (-each[1], each[0])))
