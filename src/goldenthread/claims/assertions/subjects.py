"""Whether a size is said of something that has no number beside it."""

import re

from goldenthread.claims.changes.blockers import CAUSE, ELSEWHERE, RECKONED, WISHED
from goldenthread.claims.language.assertion import Role, Stated
from goldenthread.claims.language.clauses import new_words
from goldenthread.claims.language.directions import NOUN
from goldenthread.claims.language.model import Measure, Time
from goldenthread.claims.language.scopes import Scope
from goldenthread.claims.language.skeleton import LATER, QUANTITY, Skeleton
from goldenthread.claims.language.timing import when

_CLAUSE = re.compile(r"[,;:().–|]")
# So many words of its own a clause may have, where all of them follow the size.
_NEW = 2
_ANEW = re.compile(
    r"\b(?:where|though|although|but|while|whilst|whereas|because|as|when|and|after)\b"
)
_NEXT_CLAUSE = re.compile(r"[.;|] ")
_DEFINITE = re.compile(rf"\b(?:the|this|that|such an?) (?:[a-z-]+ )?(?:{NOUN})(?: of)? $")


def of_another(text: str, at: int, scope: Scope, levels: list[int]) -> bool:
    """Whether the words before a size bring in a thing of its own that the text has not named.

    ``levels`` are where the numbers of its stretch stand. In their own clause nothing is asked but
    where a conjunction begins anew.
    """
    if scope.on:  # the numbers follow, and theirs is the clause that may
        rest = _NEXT_CLAUSE.search(text, at)
        return rest is None or bool(new_words(text, (rest.end(), scope.end)))
    last = max((each for each in levels if each < at), default=-1)
    anew = max((each.end() for each in _NEXT_CLAUSE.finditer(text, 0, at)), default=0)
    if last < 0 or _DEFINITE.search(text[:at]) or _is_definite(text, at):
        return False
    start = anew
    if last >= anew:
        again = list(_ANEW.finditer(text, last, at))
        if not again:
            return False
        start = again[-1].start()
    stop = clause_of(text, at)[1]
    if _CONCLUDES.match(text, start) or _THEREFORE.search(text, start, at):
        return False
    if _ANYBODY.search(text, 0, at) and _AND_NO_MORE.match(text, at + 1):
        return False
    before, after = new_words(text, (start, at)), new_words(text, (at, stop))
    return bool(before) or len(before | after) > _NEW


_THE, _CHANGE_NOUN = (
    re.compile(r"\b(?:the|this|that) $"),
    re.compile(rf" (?:[a-z]+ )?(?:{NOUN})\b(?! in)"),
)


def _is_definite(text: str, at: int) -> bool:
    """Whether a size is that of "the 21% increase" that the text has told of."""
    return bool(_THE.search(text[:at]) and _CHANGE_NOUN.match(text, at + 1))


def clause_of(text: str, at: int) -> tuple[int, int]:
    """Where the clause around a place begins and ends, marks alone counting."""
    start = max((each.end() for each in _CLAUSE.finditer(text, 0, at)), default=0)
    stop = _CLAUSE.search(text, at)
    return start, stop.start() if stop else len(text)


_CONCLUDES = re.compile(
    r" ?(?:in other words|that is|so|i\.e\.|this|which(?: is| makes| by|)|hence|"
    r"therefore|thus|it is)\b"
)


# "Households therefore pay £66 more".
_THEREFORE = re.compile(r"\b(?:thus|therefore|hence|consequently|accordingly|overall|altogether)\b")
# Whoever it may be: "callers get through 13 minutes faster". What follows would say who or when.
_ANYBODY = re.compile(
    r"[.;,:] (?:so |and )?(?:callers|patients|customers|passengers|users|people|tenants|households|"
    r"residents|visitors|applicants|everyone|we|they|it)"
    r"(?: (?!at|in|on|for|who|with|from|of|under|aged)[a-z]+){0,4} $"
)
_AND_NO_MORE = re.compile(
    r" (?:faster|quicker|sooner|slower|longer|shorter|less|more|extra)(?=[.;,]|$)"
)


# "Absence fell by 1% to 4.1% and lateness to 5.3%": what two things came to is no change of one.
_REACHED = re.compile(r"\b(?:to|reaching) (?:(?:just|only|a|about) )?$")


def blocked(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether the words let the size be of something that has no number here."""
    text = skeleton.text
    if stated.role is Role.CHANGE and (
        _counted_otherwise(skeleton, stated, pair) or _to_another(text, skeleton.at[stated.place])
    ):
        return True
    if stated.role is Role.CHANGE and _of_a_gap(text, skeleton.at[stated.place], pair, skeleton):
        return True
    if stated.role is Role.CHANGE and all(
        _REACHED.search(text[: skeleton.at[place]]) for place in pair
    ):
        return True
    if stated.role is Role.CHANGE and CAUSE.search(text[: skeleton.at[stated.place]]):
        return True
    if stated.role is not Role.CHANGE and _of_another_time(skeleton, stated, pair):
        return True
    for place in (stated.place, *pair):
        at = skeleton.at[place]
        start, stop = clause_of(text, at)
        words = text[start:stop]
        if place == stated.place and text[:at].endswith("("):
            words = text[clause_of(text, at - 1)[0] : stop]  # "low beside the region (38%)"
        if WISHED.search(words) or ELSEWHERE.search(words):
            return True
        if place == stated.place and RECKONED.search(words):
            return True
    return False


def _of_another_time(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether a sentence dates a share, and the two before it are not of that time.

    As in "of the 704 answers 317 (45%) were good. In 2022 the figure was 36%".
    """
    start = skeleton.text.rfind(". ", 0, skeleton.at[stated.place]) + 1
    own = when(skeleton, stated.place)
    if own in ("", LATER) or any(skeleton.at[each] >= start for each in pair):
        return False
    told = [when(skeleton, each) for each in pair]
    time = skeleton.time(own)
    return not any(
        slot == own or (slot and time and (other := skeleton.time(slot)) and _overlap(time, other))
        for slot in told
    )


def _overlap(one: Time, other: Time) -> bool:
    return one.first <= other.last and other.first <= one.last


# "The gap has narrowed by six points": it is a difference itself, and none of the two numbers is.
_A_GAP = re.compile(
    r"\b(?:gap|difference|disparity|divide)\b[^.;,()]{0,40}? (?:has|had|have|was|is|narrow\w*|"
    r"widen\w*|clos\w+|grew|grown|fell|rose|shrank|shrunk|went|came)\b[^.;()]{0,40}$"
)


def _of_a_gap(text: str, at: int, pair: tuple[int, int], skeleton: Skeleton) -> bool:
    """Whether a size is of a gap told in a sentence that has neither of the two numbers."""
    start = text.rfind(". ", 0, at) + 1
    return bool(_A_GAP.search(text[start:at])) and all(skeleton.at[each] < start for each in pair)


_A_NUMBER = re.compile(r"\b(?:numbers?|counts?|totals?|volumes?)\b(?! of the)")
_A_RATE = re.compile(r"\b(?:rates?|shares?|proportions?|percentages?)\b")


def _counted_otherwise(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether the size is of a rate and the two are numbers, or the other way about.

    As in "the number of children in care fell from 410 to 372, and the rate fell by 12%".
    """
    at = skeleton.at[stated.place]
    last = max((skeleton.at[each] for each in pair if skeleton.at[each] < at), default=-1)
    if last < 0:
        return False
    share = skeleton.quantities[pair[0]].measure in (Measure.PERCENT, Measure.RATE)
    before, between = skeleton.text[:last], skeleton.text[last + 1 : at]
    of_it = re.split(rf"[{QUANTITY}]|\. ", between)[-1]
    other = _A_NUMBER if share else _A_RATE
    return bool(other.search(of_it)) and not other.search(before)


_TO_WHAT = re.compile(r" (?:to|off) (?:the|our|its|their) [a-z]+")


def _to_another(text: str, at: int) -> bool:
    """Whether a size is added to something not named before: "adding 4% to the price"."""
    match = _TO_WHAT.match(text, at + 1)
    return match is not None and bool(new_words(text, match.span()))
