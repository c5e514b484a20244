"""Two parts of a whole of which nothing can be both, and which are more than the whole.

"84 courses, 51 of them online and 43 in person": of words that exclude each other two parts may
leave some of the whole over, but not be more than it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.model import Hedge, Quantity
from goldenthread.claims.language.skeleton import COUNT, QUANTITY, Skeleton

_WORDS = rf"(?: (?!and\b)[^{QUANTITY}\s.,;:()]+)"
_PARTS = re.compile(
    rf"(?P<whole>[{COUNT}])(?P<what>{_WORDS}{{1,7}})(?:,| \() ?(?P<one>[{COUNT}])"
    rf"(?P<first>{_WORDS}{{1,6}}),? (?:and|with) (?P<two>[{COUNT}])(?P<second>{_WORDS}{{1,6}})"
    r"(?=[.,;:)]|$)"
)
# Of each two of these nothing is both at once.
_CONTRARIES = tuple(
    tuple(re.compile(rf"\b(?:{each})\b") for each in words)
    for words in (
        (r"online|virtual(?:ly)?|remote(?:ly)?|by video", r"in person|face[ -]to[ -]face|on site"),
        (r"girls?|wom[ae]n|females?", r"boys?|m[ae]n|males?"),
        (r"full[ -]time", r"part[ -]time"),
        (r"(?<!not )upheld", r"not upheld|rejected|dismissed"),
        (r"(?<!not )on time|in time|within (?:the )?time", r"late|out of time|not (?:on|in) time"),
        (r"(?:on )?weekdays?", r"(?:at )?weekends?"),
        (r"by day|in the daytime", r"by night|at night|overnight"),
        (r"primary(?: schools?| phase)?", r"secondary(?: schools?| phase)?"),
        (r"paid", r"unpaid"),
        (r"indoors?", r"outdoors?"),
        (r"urban", r"rural"),
        (r"(?<!un)successful", r"unsuccessful"),
        (r"(?<!un)planned", r"unplanned"),
        (r"completed?|finished|concluded|closed", r"on-?going|in progress|under ?way|open"),
    )
)
_OTHERWISE = re.compile(
    r"\b(?:or|both|also|than|compared|against|last|previous\w*|more|fewer|another|further|average\w*|"
    r"per|each|every|target|planned for|expected|which (?:was|is|were|are))\b"
)


@dataclass(frozen=True, slots=True)
class TooMany:
    """A whole, and two parts that are more than it."""

    whole: Quantity
    one: Quantity
    other: Quantity


def contrary_parts(skeleton: Skeleton) -> Iterator[TooMany]:
    """Every whole that is told with two contrary parts which are more than it."""
    for match in _PARTS.finditer(skeleton.text):
        told = [skeleton.quantity(match[name]) for name in ("whole", "one", "two")]
        whole, one, other = told
        if any(each.hedge is not Hedge.NONE for each in told) or _OTHERWISE.search(match.group()):
            continue
        if max(one.value, other.value) >= whole.value or one.value + other.value <= whole.value:
            continue
        if exclude(match["first"], match["second"]):
            yield TooMany(whole, one, other)


def exclude(one: str, other: str) -> bool:
    """Whether each of two descriptions has one word of a pair of contraries, and not the other."""
    return any(
        [bool(each.search(words)) for words in (one, other) for each in pair] in _APART
        for pair in _CONTRARIES
    )


# Which words stand in the one and in the other, so that each has one of the two and no more.
_APART = ([True, False, False, True], [False, True, True, False])
