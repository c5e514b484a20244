"""A share of nothing told that stands by itself, where its whole is plain all the same.

Its counts make a number told ("91 boys and 27 (32%) girls" of 118 children); it says "of them"; or
the shares around it are of one whole, and it is a slip of the pen from that one's, or of its noun.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Hedge, Measure
from goldenthread.claims.language.printed import like
from goldenthread.claims.language.skeleton import PERCENT, WHEN
from goldenthread.claims.shares.odd_share import Line, Odd, borne_out, is_of
from goldenthread.claims.shares.other_readings import of_a_share_told
from goldenthread.claims.shares.section_wholes import Whole
from goldenthread.claims.shares.share_model import Share
from goldenthread.claims.shares.told_shares import Told

# What refers to the number told last: "twelve of them (32%)", "of which 92 (56%)".
_OF_THEM = re.compile(r" of (?:them|these|those|it|whom|which)\b")
_ANY_OF_THEM = re.compile(r"\bof (?:them|these|those|whom|which)\b")
_BEFORE_IT = re.compile(r"\bof (?:them|these|those|whom|which),? (?:just |only |some )?$")
_FARTHEST = 2  # passages back that a whole may stand, of which no word speaks
_BACK = 2  # sentences before in which such a number stands
# Of these there are many groups in every text.
_ANYBODY = frozenset(map(stem, ("children", "people", "young", "pupils", "residents", "patients")))
_NEAR = 2  # widths of what the share is rounded to
_MOST = 6  # counts that are added up


def lone_shares(
    line: Line, group: Sequence[Told], beside: Sequence[Line], around: Sequence[Whole]
) -> Odd | None:
    """The first share of a group that is of nothing told and ought to be of a number near it."""
    for each in group:
        if each.whole is not None or each.share.measure is not Measure.PERCENT:
            continue
        if borne_out(each, around, group) or _shares_another_whole(each, line, beside):
            continue
        for whole in around:
            alike = whole.measure is each.count.measure and whole.value > each.count.value
            if not alike or not 0 <= whole.at <= line.at:
                continue
            near = line.sentence.passage.order - whole.order <= _FARTHEST
            if (
                (near and _made_by(each, whole))
                or _refers(line, each, whole, around)
                or _goes_on(line, each, whole, around)
            ):
                return Odd(line.sentence, each, whole, 0)
            if _is_a_part(whole, line, beside):
                continue
            others = _others(beside, whole)
            slip, noun = _is_a_slip(each, whole), _of_one_noun(each, whole)
            if not each.named and (slip or noun) and others >= (1 if noun else 2):
                return Odd(line.sentence, each, whole, others, near)
    return None


def _shares_another_whole(told: Told, line: Line, beside: Sequence[Line]) -> bool:
    """Whether a share that names a whole of its own leads to that of others in its paragraph.

    "37,550 (16%) of residents are disabled ... 15,919 (6.8%) of residents are limited a lot".
    """
    if not told.named:
        return False
    own = told.count.interval / told.percentage
    return any(
        (other.count.interval / other.percentage).meets(own)
        for each in (line, *beside)
        if each.sentence.passage is line.sentence.passage
        for other in each.told
        if other is not told and other.named and other.percentage.low > 0
    )


def _is_a_part(whole: Whole, line: Line, beside: Sequence[Line]) -> bool:
    """Whether a number has a share of its own told beside it, and is a part of another."""
    return any(told.count is whole.quantity for each in (line, *beside) for told in each.told)


def _others(beside: Sequence[Line], whole: Whole) -> int:
    """How many shares around it are of the whole."""
    return sum(
        is_of(told, whole)
        and (told.whole is None or told.skeleton.quantities[told.whole].value == whole.value)
        for line in beside
        for told in line.told
    )


def _made_by(told: Told, whole: Whole) -> bool:
    """Whether the counts of the sentence make the whole: "402, 641, 918 and 1,740"."""
    if _ANY_OF_THEM.search(told.skeleton.text):
        return False  # "7 stayed and 3 of them came again": no two parts of ten
    counts = [each.value for each in told.skeleton.quantities if each.measure is whole.measure]
    return 2 <= len(counts) <= _MOST and sum(counts) == whole.value


def _refers(line: Line, told: Told, whole: Whole, around: Sequence[Whole]) -> bool:
    """Whether words refer to the whole, the largest number of the sentence or those before it."""
    text, at = told.skeleton.text, told.skeleton.at[told.part]
    if not (_OF_THEM.match(text, at + 1) or _BEFORE_IT.search(text[:at])):
        return False
    if of_a_share_told(told.skeleton, Share(told.part, told.part, told.percent)):
        return False
    for back in range(_BACK + 1):
        here = [
            each
            for each in around
            if each.at == line.at - back
            and each.measure is told.count.measure
            and each.value > told.count.value
            and (back or each.quantity is None or each.quantity.start < told.count.start)
        ]
        if here:
            return len({each.value for each in here}) == 1 and here[0].value == whole.value
    return False


# "138 families started and 103 (75%) finished": those who finished have no noun of their own.
_NO_NOUN = re.compile(rf" \([{PERCENT}]\) (?!of\b|in\b|on\b|at\b)[a-z]")
_ON = re.compile(
    rf"(?!.*(?:[{WHEN}]|\b(?:than|compared|against|while|whereas|target|last|previous\w*|from)\b))"
    r"[^.;:()]*(?:, | and | but )(?:of whom |of which |just |only |[a-z]+ed (?:that |in )?)?$"
)


def _goes_on(line: Line, told: Told, whole: Whole, around: Sequence[Whole]) -> bool:
    """Whether a part without noun follows the only larger number of its sentence."""
    skeleton, at = told.skeleton, told.skeleton.at[told.part]
    if whole.at != line.at or whole.quantity is None or not _NO_NOUN.match(skeleton.text, at + 1):
        return False
    larger = {
        each.value
        for each in around
        if each.at == line.at
        and each.measure is told.count.measure
        and each.value > told.count.value
    }
    places = [n for n, each in enumerate(skeleton.quantities) if each.start == whole.quantity.start]
    return (
        len(larger) == 1
        and bool(places)
        and 0 <= skeleton.at[places[0]] < at
        and _ON.match(skeleton.text[skeleton.at[places[0]] + 1 : at]) is not None
    )


def _of_one_noun(told: Told, whole: Whole) -> bool:
    """Whether part and whole are counted by one noun, the first word after each."""
    if whole.quantity is None:
        return False
    one, other = (each.noun.lower().split()[:1] for each in (told.count, whole.quantity))
    return bool(one and other) and stem(one[0]) == stem(other[0]) and stem(one[0]) not in _ANYBODY


def _is_a_slip(told: Told, whole: Whole) -> bool:
    """Whether the share is a slip of the pen from the right one: a digit, two turned, the rest."""
    right = told.count.value / whole.value * 100
    stated = told.share
    if (Interval.exactly(100) - stated.interval).holds(right):
        return True
    one, other = (re.sub(r"[^\d]", "", each) for each in (stated.text, like(stated, right)))
    if len(one) != len(other) or stated.hedge is not Hedge.NONE:
        return False
    if abs(stated.value - right) < _NEAR * stated.interval.high - _NEAR * stated.interval.low:
        return False  # so near a number of another time, or one more roundly told, comes too
    differ = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    turned = any(
        differ == [a, b] and one[a] == other[b] and one[b] == other[a]
        for a, b in pairwise(range(len(one)))
    )
    return len(differ) == 1 or turned
