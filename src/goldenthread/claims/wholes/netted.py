"""What is left when one number is taken from another: "a net loss of", "leaving", "in all"."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, product

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Hedge, Quantity
from goldenthread.claims.language.skeleton import QUANTITY, Skeleton
from goldenthread.claims.wholes import whole_cues as cues
from goldenthread.claims.wholes.listed import AMOUNT, amounts

_NET = re.compile(
    rf"\b(?:net (?:loss|gain|increase|decrease|reduction|growth|fall|rise|outflow|inflow|movement|"
    rf"change) of|leaving a net (?:loss|gain) of) (?P<made>{AMOUNT})"
)
_LEAVING = re.compile(
    rf"(?:, |; | and )(?:leaving|which (?:leaves|left)|this (?:leaves|left))\b"
    rf"(?! (?:(?:the|our) )?[a-z]+ (?:with|to)\b)[^{QUANTITY}.;]{{1,60}}?(?P<made>{AMOUNT})"
)
# Words after a number by which it is added to what there was, and by which it is taken off.
_IN = re.compile(
    r"\b(?:more|joined|new|added|opened|received|referred|came|started|accepted|began|arrived|"
    r"recruited|registered|admitted|entered|were made|donated|bought)\b"
)
_OUT = re.compile(
    r"\b(?:closed|left|ended|completed|moved|withdrawn|ceased|resigned|retired|leavers|discharged|"
    r"resolved|finished|removed|died|sold|lent|spent|written off|de-?registered)\b"
)
# What a rest is, where it is not called what the whole is called.
_STANDING = frozenset(
    stem(word)
    for word in (
        *(
            "open",
            "outstanding",
            "still",
            "remaining",
            "remain",
            "vacant",
            "waiting",
            "unallocated",
        ),
        *("live", "active", "ongoing", "unresolved", "pending", "case", "net", "unsold", "unspent"),
        *("yet", "available", "place", "free", "left"),
    )
)
_TWO = re.compile(
    rf"(?:, |; | – )(?:(?:together |thus |so )?(?:making|giving|totalling)|which makes|"
    r"bringing the total to)(?: up)?(?: an?| the)?"
    r"(?: (?:overall |combined |grand )?total(?: of)?)? "
    rf"(?P<made>{AMOUNT})"
    r"(?! (?:[a-z-]+ ){0,3}?(?:(?:to|for|in|by|at) (?:each|every)|per|apiece)\b)"
)
_OF_THESE = re.compile(
    rf"\bof (?:which|whom|these|them|this)\b|[,;] {AMOUNT} of (?:it|which|them)\b|"
    rf"\band {AMOUNT} (?:[a-z]+ )?(?:were|was|are|have been|has been|had been)\b"
)
_PLAIN = 3  # the two numbers and what is left of them
_FLOW = 3  # what there was, what came, what went


Found = tuple[Quantity, tuple[Quantity, ...], Fraction]


def netted(skeleton: Skeleton) -> Found | None:
    """A number that those before it do not leave or make, those numbers, and what it would be."""
    return _net(skeleton) or _left(skeleton) or _of_two(skeleton)


def _before(skeleton: Skeleton, end: int, like: Quantity) -> list[Quantity]:
    """The amounts of one kind of the sentence, up to a place in it."""
    start = max(skeleton.text.rfind(mark, 0, end) for mark in (". ", "? ", "! ")) + 1
    return [each for each in amounts(skeleton, start, end) if each.measure is like.measure]


def _plain(numbers: Sequence[Quantity]) -> bool:
    return all(each.hedge is Hedge.NONE and "-" not in each.text for each in numbers)


def _net(skeleton: Skeleton) -> Found | None:
    for match in _NET.finditer(skeleton.text):
        made = skeleton.quantity(match["made"])
        told = _before(skeleton, match.start(), made)
        text = skeleton.text[: match.start()]
        if len(told) != _PLAIN - 1 or not _plain([*told, made]) or _COMPARES.search(text):
            continue
        one, other = told
        apart = one.interval - other.interval
        if not any(each.meets(made.interval) for each in (apart, apart.scaled(-1))):
            return made, (one, other), abs(one.value - other.value)
    return None


_COMPARES = re.compile(r"\b(?:than|compared|average|against|from|each|per)\b")


def _left(skeleton: Skeleton) -> Found | None:
    for match in _LEAVING.finditer(skeleton.text):
        made = skeleton.quantity(match["made"])
        told = _before(skeleton, match.start(), made)
        text = skeleton.text[: match.start()]
        if not _plain([*told, made]) or _COMPARES.search(text) or not _named_alike(told, made):
            continue
        if len(told) == _PLAIN - 1 and _takes_off(text, told, made):
            signs: list[tuple[int, ...]] = [(1, -1)]
        elif len(told) == _FLOW and _flows(skeleton, told, match.start()):
            signs = [(1, 1, -1)]
        else:
            continue
        if not _any_way(told, made):
            value = sum(
                (sign * each.value for sign, each in zip(signs[0], told, strict=True)), Fraction(0)
            )
            return (made, tuple(told), value) if value > 0 else None
    return None


def _takes_off(text: str, told: Sequence[Quantity], made: Quantity) -> bool:
    """Whether the second number is a part of the first, and no flow beside another."""
    most = max(told[1].value, made.value)
    return told[0].value > most and bool(_OF_THESE.search(text))


def _flows(skeleton: Skeleton, told: Sequence[Quantity], end: int) -> bool:
    """Whether the second number came on top of the first, and the third went off."""
    at = [skeleton.at[skeleton.quantities.index(each)] for each in told]
    second, third = skeleton.text[at[1] : at[2]], skeleton.text[at[2] : end]
    return bool(_IN.search(second) and _OUT.search(third) and not _OUT.search(second))


def _any_way(told: Sequence[Quantity], made: Quantity) -> bool:
    """Whether some of the numbers, added or taken off, make what is told."""
    for many in range(1, len(told) + 1):
        for some in combinations(told, many):
            for signs in product((1, -1), repeat=many):
                total = Interval.exactly(0)
                for sign, each in zip(signs, some, strict=True):
                    total = total + each.interval.scaled(sign)
                if total.meets(made.interval):
                    return True
    return False


def _named_alike(told: Sequence[Quantity], made: Quantity) -> bool:
    """Whether what is left is called what it was taken from is, or stands by itself."""
    own = {stem(word) for word in made.noun.split()}
    known = {stem(word) for each in told for word in each.noun.split()}
    return not own or bool(own & known) or bool(own & _STANDING)


def _of_two(skeleton: Skeleton) -> Found | None:
    """Two numbers and the total said of them: "512 by women and 208 by men, making 720 in all"."""
    match = _TWO.search(skeleton.text)
    if not match or cues.NOT_ALL.search(skeleton.text):
        return None
    made = skeleton.quantity(match["made"])
    every = _before(skeleton, len(skeleton.text), made)
    told = _before(skeleton, match.start(), made)
    if len(told) != _PLAIN - 1 or len(every) != _PLAIN or not _plain(every):
        return None
    value = told[0].value + told[1].value
    if max(each.value for each in told) >= made.value:
        return None
    if max(value, made.value) > 2 * min(value, made.value):  # so far off, it counts other things
        return None
    if (told[0].interval + told[1].interval).meets(made.interval):
        return None
    return made, tuple(told), value
