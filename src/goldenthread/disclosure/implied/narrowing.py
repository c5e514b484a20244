"""How small and how large the numbers can be that nobody told, from those that somebody did.

Interval by interval, sum after sum: quick, and never narrower than what a solver would find. It is
only to choose which places are worth the solver's time. The attack narrows too, in a way of its
own: it may know nothing of this choice, and a sum that cannot hold stops it.
"""

from collections.abc import Collection, Hashable, Mapping
from typing import NamedTuple, TypeVar

Place = TypeVar("Place", bound=Hashable)
Sum = tuple[Place, tuple[Place, ...]]  # a whole, and all of its parts

_ROUNDS = 20  # what is not narrowed by then is narrowed by one or two at a time


class Between(NamedTuple):
    """The least and the most that a number can be; ``high`` is None where there is no most."""

    low: int = 0
    high: int | None = None


def narrowed(known: Mapping[Place, int], sums: Collection[Sum[Place]]) -> dict[Place, Between]:
    """What is known of every place that stands in a sum.

    A sum that cannot hold, as of children who are counted twice, is passed over.
    """
    found = {place: Between(value, value) for place, value in known.items()}
    for _ in range(_ROUNDS):
        before = dict(found)
        for whole, parts in sums:
            _narrow(found, whole, parts)
        if found == before:
            break
    return found


def _narrow(found: dict[Place, Between], whole: Place, parts: tuple[Place, ...]) -> None:
    all_, each = found.get(whole, Between()), [found.get(part, Between()) for part in parts]
    least = sum(part.low for part in each)
    endless = [part.high is None for part in each]
    most = sum(part.high or 0 for part in each)
    new = {whole: _both(all_, Between(least, None if any(endless) else most))}
    for at, (place, part) in enumerate(zip(parts, each, strict=True)):
        high = None if all_.high is None else all_.high - (least - part.low)
        others_end = sum(endless) == endless[at]
        low = max(0, all_.low - (most - (part.high or 0))) if others_end else 0
        new[place] = _both(part, Between(low, high))
    if all(between.high is None or between.low <= between.high for between in new.values()):
        found.update(new)


def _both(one: Between, other: Between) -> Between:
    highs = [each.high for each in (one, other) if each.high is not None]
    return Between(max(one.low, other.low), min(highs, default=None))
