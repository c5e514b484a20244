"""Which tellings of one thing are held against one another in a text of any length."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

_Told = TypeVar("_Told")

# A report that tells a thing more often than this between two tellings is about many things of one
# name. Without a limit a text of twice the length would take four times as long.
_BETWEEN = 60


def near_pairs(told: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Each two that stand at most sixty places apart, the earlier first."""
    for at, other in enumerate(told):
        for one in told[max(0, at - _BETWEEN) : at]:
            yield one, other
