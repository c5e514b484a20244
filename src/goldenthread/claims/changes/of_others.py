"""Words that may give a change to something else than the two numbers beside it: doubts.

"Plans fell from 212 to 96, and of those 40% fewer were refused", "yet 9% more of those that were
had an order made", "a quarter of the fall came from shops": the numbers are right beside the size,
and it is said of some of them, or of the change itself.
"""

import re

from goldenthread.claims.changes.binding import told_base
from goldenthread.claims.changes.fitting import fits, of_one_sort
from goldenthread.claims.changes.judged import Judged
from goldenthread.claims.changes.named_anew import named_anew
from goldenthread.claims.changes.pairs import LEAD
from goldenthread.claims.changes.sizes import Size, sizes_in
from goldenthread.claims.language.clauses import new_words
from goldenthread.claims.language.directions import CHANGE
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    QUANTITY,
    RATE,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.timing import when

_SOME = r"(?:those|these|them|whom|which)"
_OF_SOME = re.compile(rf"\b(?:of|among|amongst) {_SOME}\b")
_OF_SOME_AFTER = re.compile(rf"(?: [a-z]+)? (?:of|among|amongst) {_SOME}\b")
_OF_THE_CHANGE = re.compile(
    rf" of (?:the|this|that|our|its|their) (?:[a-z]+ )?(?:{CHANGE}|change|difference)\b"
)
# "Those under five are fewer by 12%".
_THOSE = re.compile(
    r"(?:[.;] |\b(?:and|but) |, )(?:those|these) (?!(?:is|are|was|were|have|had|figures|numbers)\b)"
    rf"[a-z{QUANTITY}]"
)
_OR_SO = re.compile(r" or (?:so|thereabouts)\b")
_IN_ALL = re.compile(r"(?: (?:more|fewer|less))? (?:in all|in total|altogether|all told)\b")
_IN_ALL_BEFORE = re.compile(r"\b(?:in all|in total|altogether|all told)\b")
# "Nights went from 4,204 to 4,318, so that we spent 10.5% more".
_PAID = re.compile(r"\b(?:spen[dt]|spending|paid|pay|costs?|cost|earned)\b")
_ON_A_TIME = re.compile(
    rf"[\s)]*(?:[a-z]+ ){{0,3}}?(?:than|on|below|above|from|since|against|over|"
    rf"compared (?:with|to))\b[^{QUANTITY}{WHEN},.;:()]{{0,40}}(?P<when>[{WHEN}])"
)
# "It rose from 41 in May to 52 in July. August was 12% lower".
_A_LATER_TIME = re.compile(
    rf"[.;] (?:in |by )?(?P<when>[{WHEN}]),? (?:was|were|saw|brought)(?: [a-z]+){{0,3}} $"
)
_WHEN_IT_WAS = re.compile(r",? ?\(?(?:when |where )?(?:[a-z]+ ){0,3}")
_ITS_LEVEL = re.compile(rf",? (?:to|reaching) {LEAD}(?P<level>[{COUNT}{PERCENT}{RATE}{MONEY}])")
_ANEW = re.compile(
    r"\b(?:yet|but|while|whilst|whereas|though|although|even if|even though)\b"
    r"(?! (?:this|that|it|which)\b)"
)


def may_be_of_others(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether the words leave a wrong change another reading than the two numbers."""
    size = judged.size
    if size is None:
        return False
    text, at = skeleton.text, skeleton.at[size.number]
    if _OF_THE_CHANGE.match(text, at + 1) or _OF_SOME_AFTER.match(text, size.end):
        return True
    first, last = (skeleton.at[each] for each in judged.pair.both)
    if any(_OR_SO.match(text, each + 1) for each in (first, last)):
        return True
    if last < at and _begins_anew(skeleton, judged, (last + 1, at), size):
        return True
    if at < first and (_OF_SOME.search(text, at, first) or _IN_ALL_BEFORE.search(text, at, first)):
        return True
    return (
        named_anew(skeleton, size, judged)
        or _is_on_another_time(skeleton, size, judged)
        or _reaches_the_first(skeleton, size, judged)
        or _is_of_another_size(skeleton, size, judged)
    )


def _begins_anew(skeleton: Skeleton, judged: Judged, gap: tuple[int, int], size: Size) -> bool:
    """Whether the words between two numbers and a size turn to something else."""
    text, counted = skeleton.text, skeleton.quantities[judged.pair.before].measure is Measure.COUNT
    if _OF_SOME.search(text, *gap) or _THOSE.search(text, *gap):
        return True
    if _IN_ALL.match(text, size.end) or (counted and _PAID.search(text, *gap)):
        return True
    later = _A_LATER_TIME.search(text, *gap)
    if later and later["when"] not in [when(skeleton, each) for each in judged.pair.both]:
        return True
    anew = _ANEW.search(text, *gap)
    return anew is not None and bool(new_words(text, (anew.end(), size.end)))


def _reaches_the_first(skeleton: Skeleton, size: Size, judged: Judged) -> bool:
    """Whether it is reckoned on what it led to: "up 1,118 to 48,204, and is to reach 51,096"."""
    level = _ITS_LEVEL.match(skeleton.text, size.end)
    if level is None or " and " not in skeleton.text[level.end() : skeleton.at[judged.pair.after]]:
        return False
    return skeleton.number(level["level"]) == judged.pair.before


def _is_on_another_time(skeleton: Skeleton, size: Size, judged: Judged) -> bool:
    """Whether it is told on a time that is that of neither: "12% more than in May of 2022"."""
    match = _ON_A_TIME.match(skeleton.text, skeleton.at[size.number] + 1)
    told = skeleton.time(match["when"]) if match else None
    slots = [slot for each in judged.pair.both if (slot := when(skeleton, each))]
    if match is None or told is None or match["when"] in slots:
        return False
    known = [time for slot in slots if (time := skeleton.time(slot))]
    base = skeleton.at[judged.pair.before]
    its_own = match.end() < base and _WHEN_IT_WAS.fullmatch(skeleton.text, match.end(), base)
    if not known or its_own:
        return False
    return not any(each.first <= told.last and told.first <= each.last for each in known)


def _is_of_another_size(skeleton: Skeleton, size: Size, judged: Judged) -> bool:
    """Whether the two, or one with a base of its own, bear out another size of the sentence."""
    stated, pair = skeleton.quantities[size.number], judged.pair
    for other in sizes_in(skeleton):
        if other.number == size.number:
            continue
        if not of_one_sort(skeleton.quantities[other.number], stated):
            continue
        base = told_base(skeleton, other)
        if fits(skeleton, other, pair.before, pair.after) or (
            base is not None and base not in pair.both and fits(skeleton, other, base, pair.after)
        ):
            return True
    return False
