"""Which of two numbers came first, and how surely the words say so."""

import re
from dataclasses import dataclass

from goldenthread.claims.language.pairs import How, linked
from goldenthread.claims.language.skeleton import EARLIER, LAST, LATER, QUANTITY, WHEN, Skeleton
from goldenthread.claims.language.timing import order_of, when

# What is said beside the earlier number, and beside the later.
_THEN = re.compile(
    rf"[{EARLIER}{LAST}]|\b(?:last|previous\w*|former\w*|before|prior|ago|earlier|then|had|used to|"
    r"start\w*|beg[aiu]n\w*|open\w*|first|initial\w*|original\w*|once|from|than|was|were|against|"
    r"compared|versus|vs|since|outset|baseline)\b"
)
_NOW = re.compile(
    rf"[{LATER}]|\b(?:this|now|today|current\w*|latest|end\w*|clos\w*|finish\w*|final\w*|later|to|is|are|"
    r"stands?|became|become|after\w*|second|has|have|nowadays|since then)\b"
)
TO = re.compile(
    rf"(?: [a-z]+){{0,2}} to (?:the |just |only )?| ?(?:→|->|>|=>) ?|,? (?:and )?then(?: [a-z]+)? |"
    rf" (?:became|turned into) | (?:in )?[{WHEN}] to "
)


@dataclass(frozen=True, slots=True)
class Order:
    """1 where the first of two came first, -1 where the second did, 0 unsaid; and how told."""

    sign: int
    how: str


def order_between(skeleton: Skeleton, one: int, other: int) -> Order:
    """How the words order two numbers in time: by dates, by how they are joined, or by hints."""
    dated = order_of(skeleton, one, other)
    both = bool(when(skeleton, one) and when(skeleton, other))
    if dated and both:
        return Order(dated, "dates")
    low, high = sorted((one, other), key=lambda each: skeleton.at[each])
    link = next(iter(linked(skeleton, [low, high])), None)
    if link is not None and link.how in (How.FROM_TO, How.FROM, How.THEN):
        return Order(1 if link.before == one else -1, "joined")
    if TO.fullmatch(skeleton.text[skeleton.at[low] + 1 : skeleton.at[high]]):
        return Order(1 if low == one else -1, "joined")
    if dated:
        return Order(dated, "date")
    if link is not None:
        return Order(1 if link.before == one else -1, "compared")
    leaning = _leaning(skeleton, other) - _leaning(skeleton, one)
    return Order((leaning > 0) - (leaning < 0), "hinted" if leaning else "")


def _leaning(skeleton: Skeleton, place: int) -> int:
    """Above nought where the words around a number are of now, beneath where of then."""
    words = _around(skeleton, place)
    return len(_NOW.findall(words)) - len(_THEN.findall(words))


def _around(skeleton: Skeleton, place: int) -> str:
    """The words of a number's own clause, up to the numbers beside it."""
    text, at = skeleton.text, skeleton.at[place]
    starts = [each.end() for each in re.finditer(rf"[;:,.()]|→| – |[{QUANTITY}]", text[:at])]
    stop = re.search(rf"[;:,.()]|→| – |[{QUANTITY}]|\b(?:and|but|while)\b", text[at + 1 :])
    end = at + 1 + stop.start() if stop else len(text)
    return text[max(starts, default=0) : at] + " " + text[at + 1 : end]
