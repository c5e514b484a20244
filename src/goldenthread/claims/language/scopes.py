"""How far a size may look for its two numbers: its clause, its sentence, then those before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.skeleton import Skeleton

_BREAK = re.compile(r"\. |; |\? |\| |\b(?:while|whilst|whereas)\b")


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of the window with the numbers in it; ``back`` is how many clauses it reaches."""

    start: int
    end: int
    inside: tuple[int, ...]
    back: int
    on: int

    def text(self, skeleton: Skeleton) -> str:
        """The words of the stretch."""
        return skeleton.text[self.start : self.end]


def scopes_of(skeleton: Skeleton, at: int, levels: list[int]) -> Iterator[Scope]:
    """Ever wider stretches around a place that hold two of the levels or more, each with more."""
    marks = [0, *(each.end() for each in _BREAK.finditer(skeleton.text)), len(skeleton.text) + 1]
    own = max(place for place, mark in enumerate(marks[:-1]) if mark <= at)
    first, last = own, own + 1
    held = 1
    while True:
        inside = tuple(each for each in levels if marks[first] <= skeleton.at[each] < marks[last])
        if len(inside) > held:
            held = len(inside)
            yield Scope(marks[first], marks[last], inside, own - first, last - own - 1)
        if first > 0:
            first -= 1
        elif last < len(marks) - 1:
            last += 1
        else:
            return
