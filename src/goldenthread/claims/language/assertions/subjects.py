"""Whether a size is said of something that has no number beside it."""

import re

from goldenthread.claims.language.assertions.blockers import ELSEWHERE, RECKONED, WISHED
from goldenthread.claims.language.assertions.model import Stated
from goldenthread.claims.language.assertions.scopes import Scope
from goldenthread.claims.language.clauses import new_words
from goldenthread.claims.language.directions import NOUN
from goldenthread.claims.language.skeleton import Skeleton

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
    if last < 0 or _DEFINITE.search(text[:at]):
        return False
    start = anew
    if last >= anew:
        again = list(_ANEW.finditer(text, last, at))
        if not again:
            return False
        start = again[-1].start()
    stop = clause_of(text, at)[1]
    if _CONCLUDES.match(text, start):
        return False
    before, after = new_words(text, (start, at)), new_words(text, (at, stop))
    return bool(before) or len(before | after) > _NEW


def clause_of(text: str, at: int) -> tuple[int, int]:
    """Where the clause around a place begins and ends, marks alone counting."""
    start = max((each.end() for each in _CLAUSE.finditer(text, 0, at)), default=0)
    stop = _CLAUSE.search(text, at)
    return start, stop.start() if stop else len(text)


_CONCLUDES = re.compile(
    r" ?(?:in other words|that is|so|i\.e\.|this|which(?: is| makes| by|)|hence|"
    r"therefore|thus|it is)\b"
)


def blocked(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether the words let the size be of something that has no number here."""
    text = skeleton.text
    for place in (stated.place, *pair):
        at = skeleton.at[place]
        start, stop = clause_of(text, at)
        words = text[start:stop]
        if WISHED.search(words) or ELSEWHERE.search(words):
            return True
        if place == stated.place and RECKONED.search(words):
            return True
    return False
