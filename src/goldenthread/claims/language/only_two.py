"""Two numbers and one change in a sentence that speaks of two times: they belong together.

The last resort, where no pattern ties the change to its numbers: it asks that there be nothing
else in the sentence the change could be of, and nothing that tells of another year or place.
"""

import re

from goldenthread.claims.language.clauses import clause_at, of_their_own
from goldenthread.claims.language.pairs import LEAD, How, Pair, how_many_times
from goldenthread.claims.language.sizes import Size, sizes_in
from goldenthread.claims.language.skeleton import (
    COUNT,
    EARLIER,
    LAST,
    LATER,
    QUANTITY,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.timing import order_of, when

_LONGEST = 230
_TWO_TIMES = re.compile(
    rf"[{EARLIER}{LAST}{LATER}]|\b(?:against|compared|versus|ago|last|on the year|(?:autumn|"
    rf"spring|summer|winter)\b.*\b(?:autumn|spring|summer|winter)|"
    r"and is|and are|second year|opening year)\b"
)
# What makes the change likely to be of something that has no number here.
_ELSEWHERE = re.compile(
    r"\b(?:while|whilst|whereas|although|though|but|despite|expected|forecast|planned|each|per|"
    r"every|of which|of whom|including|national\w*|england|region\w*|average|population|budget|"
    r"staff\w*|any|share|proportion|cost|rate of|because|due to|mainly|partly|driven|per cent of|"
    r"boys|girls|since 20|annual\w*|yearly|until|between|before [a-z]+ing|reaching|then|after)\b"
)
_PART_OF = re.compile(rf"[{COUNT}][^;.]{{0,40}} of (?:the |all |our |its |these )?[{COUNT}]")
# Before the size: nothing but a conclusion, so that no new subject comes in.
_CONCLUDES = re.compile(
    r"(?:^|[.,;:–(] ?)(?:(?:so|this|that|it|which|the|a|an|is|was|has|have|had|been|we|they|means|"
    r"meaning|change|in other words|therefore|hence|thus|and|of|by|just|only|since when|fallen|"
    r"numbers?|service|second|small|difference|increase|decrease|rise|fall|growth|reduction|drop|"
    r"down|up|more|amounts to|represents|equates to|equal to|leaves|gives|giving|making) ?,?)*\(?$"
)


def only_two(skeleton: Skeleton, size: Size, lists: list[list[int]]) -> Pair | None:
    """The only two numbers a change can be of, in the order their times give; None in doubt."""
    if len(lists) != 1 or len(lists[0]) != 2 or len(skeleton.text) > _LONGEST:
        return None
    one, other = lists[0]
    text = skeleton.text
    if not _two_times(skeleton, one, other) or _ELSEWHERE.search(text) or _PART_OF.search(text):
        return None
    if how_many_times(skeleton, one, other) > _FAR or text.count("%"):
        return None
    groups = {each.start for each in sizes_in(skeleton)}
    inside = (
        min(skeleton.at[one], skeleton.at[other])
        < size.start
        < max(skeleton.at[one], skeleton.at[other])
    )
    if len(groups) > 1 or inside or _TO_A_LEVEL.match(text, size.end):
        return None
    begins = max(skeleton.at[one], skeleton.at[other])
    if size.start > begins and not _CONCLUDES.search(_words_before(text, begins, size.start)):
        return None
    levels = min(skeleton.at[one], skeleton.at[other]), begins + 1
    when_it_was = re.search(r", (?:when|where) (?:the )?$", text[: levels[0]])
    if (
        size.end <= levels[0]
        and not when_it_was
        and of_their_own(text, clause_at(text, size.start, size.end), clause_at(text, *levels))
    ):
        return None  # "the drop in giving left a gap; legacies were 642, against 755 last year"
    first, second = when(skeleton, one), when(skeleton, other)
    order = order_of(skeleton, one, other)
    turned = order < 0 or (not order and (second in (EARLIER, LAST) or first == LATER))
    return Pair(
        before=other if turned else one,
        after=one if turned else other,
        how=How.DATED,
        either=order == 0,
    )


_FAR = 3
# "Up by 23 to 784, against 1,063 a year ago": the change is since some other time.
_TO_A_LEVEL = re.compile(rf"(?: [a-z]+)? to {LEAD}[{QUANTITY}]")


def _two_times(skeleton: Skeleton, one: int, other: int) -> bool:
    times = {when(skeleton, one), when(skeleton, other)} - {""}
    return len(times) == 2 or bool(_TWO_TIMES.search(skeleton.text))


def _words_before(text: str, begins: int, ends: int) -> str:
    """The clause in which the size stands, from the last number on."""
    stretch = re.sub(rf"[{WHEN}]", "", text[begins + 1 : ends])
    cut = max(stretch.rfind(mark) for mark in (". ", "; ", ", ", ": ", "– ", "("))
    return stretch[max(cut, 0) :]
