"""Whether the values of a text are all that it tells, so that one superlative is of them.

"Poplar took £4.1m, Elm £5.2m and Ash £1.9m. Which took most? Poplar": where no other number
stands, no second superlative and nothing that sets one of them aside, nothing else can be meant.
"""

import re
from collections import Counter
from collections.abc import Sequence

from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.orders.values.model import Point
from goldenthread.claims.orders.words.cues import cues

_FEWEST = 3
_LONGEST = 420  # characters
_MOST_TIMES = 6  # values of one measure in a few lines are seldom farther apart
_NO_VALUES = (Measure.ORDINAL, Measure.OTHER)
_SET_APART = re.compile(
    r"\b(?:after|alone|apart|besides|but for|each|equal\w*|except\w*|excluding|followed|joint\w*|"
    r"of which|of whom|only|other than|per|then|together)\b"
    # "Heroin (46%) and alcohol (31%) were the most common" is of both.
    r"|\b(?:were|are) (?:the )?(?:most|least|\w+est)\b",
    re.IGNORECASE,
)
# "Of the three centres": how many there are, and not "in the three", which is of them all.
_SO_MANY = re.compile(r"\bof (?:the|these|our) (?:last |past )?$", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]*\)")


def is_all_told(text: str, points: Sequence[Point]) -> bool:
    """Whether a text tells these values, of one measure and size, one superlative, and no more."""
    if len(points) < _FEWEST or len(text) > _LONGEST or _SET_APART.search(text):
        return False
    told = [
        each
        for each in quantities_in(text)
        if each.measure not in _NO_VALUES and not _is_how_many(text, each, len(points))
    ]
    printed = Counter(each.text.strip() for each in told)
    if printed != Counter(point.printed for point in points):
        return False
    sizes = [abs(each.value) for each in told]
    if len({each.measure for each in told}) > 1 or max(sizes) > min(sizes) * _MOST_TIMES:
        return False
    return len(list(cues(text))) <= 1 and not _are_joint(text, told)


def _are_joint(text: str, told: Sequence[Quantity]) -> bool:
    """Whether some of the values stand together in brackets, as those of one thing."""
    held = [
        sum(match.start() < each.start < match.end() for each in told)
        for match in _BRACKET.finditer(text)
    ]
    return any(1 < many < len(told) - 1 for many in held)


def _is_how_many(text: str, told: Quantity, many: int) -> bool:
    return told.value == many and _SO_MANY.search(text, 0, told.start) is not None
