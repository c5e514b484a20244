"""Where a measured figure comes from: the returns it was counted from, and nothing of a child.

A stored thread says which returns and which query. How many rows it found stands in the
calculation alone, because that is what is withheld together with the value.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from goldenthread.figures.differing import MEASURED
from goldenthread.figures.measured.known import Reach
from goldenthread.indicators.expression import Expression
from goldenthread.nouns import Period
from goldenthread.tables import Records, Return


@dataclass(frozen=True, slots=True)
class Origin:
    """The part of a thread that all figures of an indicator in an area have in common."""

    source: str
    vintage: str
    file: str
    digest: str
    known_since: date | None


class Origins:
    """The returns, asked by what is counted from them."""

    def __init__(self, records: Records, reach: Reach) -> None:
        self._records = records
        self._reach = reach
        self._of = cache(self._found)

    def of(self, expression: Expression, area: str) -> Origin:
        """The origin of what an expression counts of an area."""
        return self._of(tuple(sorted({need.table for need in expression.needs})), area)

    def _found(self, tables: tuple[str, ...], area: str) -> Origin:
        theirs = [each for each in self._records.returns if area in (each.areas or (each.area,))]
        used = [each for each in theirs if _tells(each, tables)] or theirs
        last = self._reach.last_day(tables, area)
        kinds = sorted({each.kind for each in used})
        return Origin(
            source=f"{MEASURED}{'+'.join(kinds)}",
            vintage=str(Period.day(last).reporting_year().ending) if last else "",
            file="; ".join(sorted({Path(each.file).name for each in used})),
            digest=_together(sorted({each.digest for each in used})),
            known_since=last,
        )


def _tells(one: Return, tables: Sequence[str]) -> bool:
    covered = {each.table for each in one.coverage}
    return any(name in covered or (name in one.tables and len(one.tables[name])) for name in tables)


def _together(digests: Sequence[str]) -> str:
    """One digest for one file; a digest of the digests for several."""
    return digests[0] if len(digests) == 1 else sha256("\n".join(digests).encode()).hexdigest()
