"""Lines that are no sentences: rows of tables whose columns a file has lost."""

from collections.abc import Sequence
from itertools import pairwise

from goldenthread.claims.language.model import Measure, Quantity, Sentence

# Prose sets words or signs between its numbers; a pair of them may be a slip of the pen.
_SIDE_BY_SIDE = 4


def is_lost_table(text: str, quantities: Sequence[Quantity]) -> bool:
    """Whether so many numbers stand right after another that nothing can be told in them."""
    bare = (text[one.end : other.start].isspace() for one, other in pairwise(quantities))
    return sum(bare) >= _SIDE_BY_SIDE


def is_a_row(sentence: Sentence) -> bool:
    """Whether two numbers stand side by side with nothing between, as in no prose: "740 650"."""
    return any(
        not sentence.text[one.end : other.start].strip()
        and _in_digits(one)
        and _in_digits(other)
        and other.measure is not Measure.DURATION  # "12 15-minute sessions"
        for one, other in pairwise(sentence.quantities)
        if one.end < other.start
    )


_CELLS = " | "


def is_a_row_of_shares(sentence: Sentence) -> bool:
    """Whether a text is a row of cells that lacks the whole of its shares, or has several."""
    if _CELLS not in sentence.text:
        return False
    shares = [each for each in sentence.quantities if each.measure is Measure.PERCENT]
    return len(shares) != 1 or len(sentence.quantities) < _PART_WHOLE_AND_SHARE


_PART_WHOLE_AND_SHARE = 3


def _in_digits(quantity: Quantity) -> bool:
    return quantity.text.strip()[:1].isdigit()
