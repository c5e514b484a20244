"""Places of which nobody told the number, and the sums that they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from goldenthread.nouns import Figure


class Named(NamedTuple):
    """A count by the figure behind which it is: what that counts, or what it is a share of."""

    figure: str
    base: bool = False


@dataclass(frozen=True, slots=True)
class Lacking:
    """Figures without a number, by id; and sums, each a whole with all of its parts.

    Every sum has at least one of the figures in it; its other counts are behind figures told.
    """

    figures: Mapping[str, Figure] = field(default_factory=dict)
    sums: tuple[tuple[Named, tuple[Named, ...]], ...] = ()


NOTHING = Lacking()
