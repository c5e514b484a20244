"""Two numbers of a sentence between which something changed, and how the words tie them."""

from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """How the words tie two numbers together."""

    FROM_TO = "from A to B"
    FROM = "B, up from A"
    COMPARED = "B compared with A"
    THEN = "A. That has fallen to B"
    DATED = "A in one year, B in another"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two numbers of a sentence between which something changed, by their places in it.

    ``places`` is True where the words compare areas or groups rather than times, ``either`` where
    nothing says which of the two came first.
    """

    before: int
    after: int
    how: How
    places: bool = False
    either: bool = False

    @property
    def both(self) -> tuple[int, int]:
        """The two in the order of the text."""
        return min(self.before, self.after), max(self.before, self.after)
