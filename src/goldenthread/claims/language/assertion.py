"""What an assertion is: a size told, the two numbers it is held against, and in which roles."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a size says of two numbers."""

    CHANGE = "change"  # the later against the earlier, or one against what it is compared with
    SHARE = "share"  # a part of its whole
    MULTIPLE = "multiple"  # one as so many times the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A size told: its place among the quantities, what it says, and the cue that says so.

    ``sign`` is 1 for up, -1 for down, 0 for neither; ``strong`` where the cue stands right beside
    the number, so that no other reading of it is left.
    """

    place: int
    role: Role
    sign: int
    word: str
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """A size that no assignment of the numbers beside it bears out.

    ``one`` and ``other`` are the two it is plainly said of: before and after, or part and whole,
    or the multiple and its base, by their places among the quantities.
    """

    stated: Stated
    one: int
    other: int
