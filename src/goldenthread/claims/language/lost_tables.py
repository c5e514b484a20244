"""Rows of a table that lost its lines on the way: "Adwick 14.7 5.4% 13.6% Burley 43.4 8.8%"."""

from collections.abc import Sequence
from itertools import pairwise

from goldenthread.claims.language.model import Quantity

# Prose sets words or signs between its numbers; twice side by side may be a slip of the pen.
_SIDE_BY_SIDE = 4


def is_lost_table(text: str, quantities: Sequence[Quantity]) -> bool:
    """Whether numbers stand one right after another, as no sentence has them."""
    bare = (text[one.end : other.start].isspace() for one, other in pairwise(quantities))
    return sum(bare) >= _SIDE_BY_SIDE
