"""What shows that two numbers are those a size is said of."""

import re

from goldenthread.claims.assertions.parts import is_named, is_part
from goldenthread.claims.assertions.subjects import of_another
from goldenthread.claims.changes.bases import on_its_base
from goldenthread.claims.changes.blockers import DENIED, IN_TURN, TO_COME
from goldenthread.claims.changes.change_cues import CHANGE, CONTRAST, NO_CHANGE, way_of
from goldenthread.claims.changes.pair_model import How
from goldenthread.claims.changes.pairs import linked
from goldenthread.claims.language.assertion import Role, Stated
from goldenthread.claims.language.clauses import new_words
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.scopes import Scope
from goldenthread.claims.language.skeleton import PERCENT, WHEN, Skeleton
from goldenthread.claims.language.timing import order_of, when

# What is added may be added to something else.
_ADDED = ("further", "another")
_BOTH = re.compile(r"\b(?:both|each|all)(?: [a-z]+){0,2} $")


def anchored(skeleton: Skeleton, stated: Stated, scope: Scope, pair: tuple[int, int]) -> bool:
    """Whether the words show that the size is said of these two."""
    text = skeleton.text
    at = skeleton.at[stated.place]
    if DENIED.search(text[:at]) or TO_COME.search(text[:at]) or IN_TURN.match(text[at + 1 :]):
        return False
    levels = [skeleton.at[each] for each in scope.inside]
    asked = stated.role is not Role.SHARE or scope.back or scope.on
    if stated.role is Role.SHARE and is_named(skeleton, stated, pair):
        return True
    if asked and (of_another(text, at, scope, levels) or _BOTH.search(text[:at])):
        return False
    if stated.role is Role.SHARE:
        return is_part(skeleton, stated, scope, pair)
    firmly = bool(order_of(skeleton, *pair)) or any(linked(skeleton, list(pair)))
    if stated.word in _ADDED and not _moves(skeleton, pair):
        return False  # "a further 31, beyond the 212 (2022: 190)"
    if not firmly and (len(scope.inside) > 2 or (scope.back and not _set_against(skeleton, pair))):
        return False
    if not firmly and scope.back and _of_its_own(skeleton, pair):
        return False
    if _in_a_list(skeleton, stated) or _said_of_two_things(skeleton, stated, pair):
        return False
    if not on_its_base(skeleton, stated, pair):
        return False
    gap = text[max(skeleton.at[each] for each in pair) + 1 : at]
    if re.search(
        r"\band (?!the\b|this|that|so|thus|hence|therefore|is\b|are\b|was\b|were\b|has\b|have\b)",
        gap,
    ):
        return False
    return bool(order_of(skeleton, *pair) or CONTRAST.search(scope.text(skeleton)))


def _of_its_own(skeleton: Skeleton, pair: tuple[int, int]) -> bool:
    """Whether the later number's sentence names what the text has not: "on parks it was £1.2m"."""
    first, last = sorted(skeleton.at[each] for each in pair)
    begins = skeleton.text.rfind(". ", 0, last) + 1
    named = new_words(skeleton.text, (begins, last)) - {"after", "before", "later"}
    return begins > first and bool(named)


def _moves(skeleton: Skeleton, pair: tuple[int, int]) -> bool:
    """Whether one number became the other: "from 5,120 to 5,640"."""
    return any(each.how in (How.FROM_TO, How.FROM) for each in linked(skeleton, list(pair)))


def _set_against(skeleton: Skeleton, pair: tuple[int, int]) -> bool:
    """Whether words of two times part the numbers, and nothing is denied there."""
    first, last = sorted(skeleton.at[each] for each in pair)
    between = skeleton.text[first + 1 : last]
    around = skeleton.text[max(0, first - 40) : last + 40]
    if re.search(r"\b(?:not|no)\b", between):
        return False
    one, other = pair
    dated = bool(when(skeleton, one)) != bool(when(skeleton, other))
    return dated or bool(CONTRAST.search(around))


_NEXT = re.compile(rf"(?: [–-]|,|\(|\)| |[{WHEN}]|in|for|and|to)*[{PERCENT}]")


def _in_a_list(skeleton: Skeleton, stated: Stated) -> bool:
    """Whether a percentage is one of several told in turn: "39% in 2021, 31% in 2022"."""
    quantity = skeleton.quantities[stated.place]
    after = skeleton.text[skeleton.at[stated.place] + 1 :]
    return quantity.measure is Measure.PERCENT and _NEXT.match(after) is not None


_ANOTHER = re.compile(r"\band\b[^,;.]*\b(?:from|to|was|were|had|has|is|are)\b")


def _said_of_two_things(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether another verb parts a size told first from the two: "fell 9% and costs rose"."""
    at = skeleton.at[stated.place]
    first = min(skeleton.at[each] for each in pair)
    gap = skeleton.text[at + 1 : first] if first > at else ""
    cues = [each["word"] for each in CHANGE.finditer(NO_CHANGE.sub(" ", gap))]
    opposed = any(way_of(each) for each in cues if way_of(each) != stated.sign)
    return bool(_ANOTHER.search(gap)) or opposed
