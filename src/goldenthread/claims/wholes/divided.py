"""A whole that is divided into parts told one by one: "of the 214, 131 wanted it, 52 did not"."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from goldenthread.claims.changes.blockers import RECKONED, WISHED
from goldenthread.claims.language.levels import levels_of
from goldenthread.claims.language.model import Hedge, Measure
from goldenthread.claims.language.skeleton import COUNT, MONEY, QUANTITY, Skeleton
from goldenthread.claims.wholes.rests import Left

_NUMBER = f"[{COUNT}{MONEY}]"
# "Of the 214 households that answered, A ..., B ... and C ...".
_OF = re.compile(
    rf"(?:^|[.;:,] )(?:out )?of (?:the |our |all |its |these |those |a total of )*"
    rf"(?P<whole>{_NUMBER})(?P<what>[^{QUANTITY}.;:]*)"
)
# "The 540 appeals divide into A ..., B ... and C ...", "540 appeals: A ..., B ... and C ...".
_INTO = re.compile(
    rf"(?P<whole>{_NUMBER})(?P<what>[^{QUANTITY}.;]*\b(?:divided?s? (?:up )?(?:in|into|between)|"
    r"split (?:up )?(?:in|into|between)|(?:made|make) up of|consist(?:s|ed|ing)? of|"
    r"compris(?:e|es|ed|ing)|broken down into|falls? into|fell into|namely|that is)\b[^.;]*?)"
    rf"(?={_NUMBER})"
)
# One of the parts says that nothing else is left: who had no view, did not say, or was not.
_NOTHING_ELSE = re.compile(
    r"\b(?:no (?:view|opinion|preference|reply|answer|decision|other)|neither|not|n't|unknown|"
    r"undecided|unsure|unclear|declined|refused|abstain\w*|nobody|never|pending|open|outstanding|"
    r"still|withdrawn|no longer|without|unspecified|other|others|elsewhere)\b"
)
_AND = re.compile(rf"\b(?:and|while|with|but)\b[^{QUANTITY};.]*$")
_OTHERWISE = re.compile(
    r"\b(?:includ\w+|more than one|several|some of|also|at least|overlap\w*|twice|not all|each|"
    r"average|of (?:them|whom|which|these|those)|for example|such as|than|compared|against|last|"
    r"previous\w*|up|down|rose|fell|from)\b"
)
# "Of the 88, 41 said cost, 30 time and 12 neither. The other five ...".
_MORE = re.compile(r"[.;] (?:and )?(?:the (?:other|rest|remain)|others\b|everyone else)")
_STOP = re.compile(r"[.;!?](?: |$)")
_LEAST, _MOST = 3, 7
# So many times the whole, or so little of it, the parts may make: farther off they overlap, or more
# parts are not told.
_NEAR, _NEARER = Fraction(4, 3), Fraction(23, 20)


def wrongly_divided(skeleton: Skeleton, since: int) -> Iterator[Left]:
    """Every whole told from ``since`` on that its parts, told to be all of it, do not make."""
    for pattern, surely in ((_OF, False), (_INTO, True)):
        for match in pattern.finditer(skeleton.text, since):
            stop = _STOP.search(skeleton.text, match.end())
            end = stop.start() if stop else len(skeleton.text)
            found = _divided(skeleton, skeleton.number(match["whole"]), match.end(), end, surely)
            if found is not None:
                yield found


def _divided(skeleton: Skeleton, whole: int, start: int, end: int, surely: bool) -> Left | None:
    words = skeleton.text[start:end]
    if _MORE.match(skeleton.text, end):
        return None
    total = skeleton.quantities[whole]
    if _OTHERWISE.search(words) or WISHED.search(words) or RECKONED.search(words):
        return None
    if not surely and not _NOTHING_ELSE.search(words):
        return None
    levels = levels_of(skeleton, total.measure, all_of_them=True)
    parts = [each for each in levels if start <= skeleton.at[each] < end]
    beside = [n for n, at in enumerate(skeleton.at) if start <= at < end and n not in parts]
    relative = (Measure.PERCENT, Measure.TIMES)
    if not _LEAST <= len(parts) <= _MOST or any(
        skeleton.quantities[each].measure not in relative for each in beside
    ):
        return None
    values = [skeleton.quantities[each] for each in (whole, *parts)]
    if any(each.hedge is not Hedge.NONE for each in values):
        return None
    if not _AND.search(skeleton.text[: skeleton.at[parts[-1]]]):
        return None
    if any(each.value >= total.value for each in values[1:]):
        return None
    made = values[1].interval
    for each in values[2:]:
        made += each.interval
    near = _NEAR if surely else _NEARER
    far = made.low > total.value * near or made.high * near < total.value
    if far or made.meets(total.interval) or _part_of_part(skeleton, whole, parts):
        return None
    return Left(rest=whole, parts=tuple(parts), whole=None)


def _part_of_part(skeleton: Skeleton, whole: int, parts: list[int]) -> bool:
    """Whether some of the parts alone make the whole, so that the others are parts of those."""
    total = skeleton.quantities[whole].interval
    for count in range(2, len(parts)):
        for some in combinations(parts, count):
            made = skeleton.quantities[some[0]].interval
            for each in some[1:]:
                made += skeleton.quantities[each].interval
            if made.meets(total):
                return True
    return False
