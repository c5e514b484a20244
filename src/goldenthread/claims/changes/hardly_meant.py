"""Changes so unlike what two numbers make that they are likely of something else: doubts."""

import re
from fractions import Fraction

from goldenthread.claims.changes.following import follows
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.pair_model import How
from goldenthread.claims.language.directions import COMPARED, NOUN, VERB, sign_of
from goldenthread.claims.language.distance import slipped
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import Skeleton

# A slip seldom makes a change more than so many times too large or too small.
_FAR = Fraction(4)
# Of a small change even a small slip is many times over: so many points are near enough, where
# the sentence has no other number that the change might be of.
_POINTS = 15
_TIMES = 2
_WHOLE = 100
_ENDS_AND_SIZE = 3
_STOP = re.compile(r"[.;] ")
_MORE = re.compile(r" (?:more|fewer|less|higher|lower)(?=[.,;)]|$)")
_WAY = re.compile(rf"\b(?:{VERB}|{NOUN}|{COMPARED})\b")


def hardly_meant(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether a change that two numbers do not bear out may well not be meant of them.

    So it is where it comes nowhere near what they make, where neither its size nor its way is
    theirs, and where it is what they make the other way while another word beside it has that way.
    A few told in a word, "three workers above 24", may be a few of anything: of seven such found on
    pages that nobody had tuned on, one was wrong.
    """
    if judged.size is None or judged.pair.how is How.FROM_TO:
        return False
    if judged.verdict is Verdict.WRONG and _is_neither(skeleton, judged):
        return True
    if _is_plain(skeleton, judged):
        return False
    if judged.verdict is Verdict.WRONG:
        return _is_a_few(skeleton, judged) or _is_far(skeleton, judged)
    return judged.verdict is Verdict.DIRECTION and _told_otherwise(skeleton, judged)


def _is_plain(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether the size follows upon two numbers compared, so that nothing else can be meant."""
    return judged.size is not None and follows(skeleton, judged.size, judged.pair)


def _is_a_few(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether the size is told in a word, and not as "six more." is."""
    if judged.size is None:
        return False
    stated = skeleton.quantities[judged.size.number]
    after = skeleton.at[judged.size.number] + 1
    spelt = stated.measure is Measure.COUNT and stated.text.isalpha()
    return spelt and not _MORE.match(skeleton.text, after)


def _is_far(skeleton: Skeleton, judged: Judged) -> bool:
    if judged.size is None:
        return False
    stated = skeleton.quantities[judged.size.number]
    one, other = (skeleton.quantities[each] for each in (judged.pair.before, judged.pair.after))
    told, made = abs(stated.value), [abs(other.value - one.value)]
    if stated.measure in (Measure.PERCENT, Measure.TIMES):
        if not one.value:
            return False
        whole = 100 if stated.measure is Measure.PERCENT else 1
        difference = made[0]
        made = [difference / abs(one.value) * whole]
        if stated.measure is Measure.PERCENT and told == difference:
            return False  # "641, against 583 before, is up 58%": what lies between, as per cent
        if stated.measure is Measure.TIMES:
            made.append(abs(other.value / one.value))
    if not told or not all(made):
        return False
    if any(slipped(told, each, whole=stated.decimals == 0) for each in made):
        return False
    if stated.measure is Measure.PERCENT and told > _WHOLE:
        # "From 611 to 742, or by 121.4%": what the later is of the earlier, told as the change.
        share = abs(other.value / one.value) * 100
        if abs(told - share) <= Fraction(1, 2):
            return False
    alone = len(skeleton.quantities) == _ENDS_AND_SIZE
    if alone and stated.measure is Measure.PERCENT and abs(told - made[0]) <= _POINTS:
        return False
    ratios = [told / each for each in made]
    return all(each > _FAR or each * _FAR < 1 for each in ratios)


def _is_neither(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether the numbers go the other way too, and not so far: a slip gets one of the two wrong.

    A change told the wrong way round is often reckoned on the other number, and so a little off.
    """
    one, other = (skeleton.quantities[each] for each in (judged.pair.before, judged.pair.after))
    if judged.size is None or judged.size.sign * (other.value - one.value) >= 0:
        return False
    stated = skeleton.quantities[judged.size.number]
    made = abs(other.value - one.value)
    if stated.measure is Measure.PERCENT and one.measure is not Measure.PERCENT and one.value:
        made = made / abs(one.value) * 100
    low, high = sorted((abs(stated.value), made))
    return high > low * _TIMES


def _told_otherwise(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether another word of the sentence has the way that the numbers go."""
    if judged.size is None:
        return False
    text, at = skeleton.text, skeleton.at[judged.size.number]
    start = max((each.end() for each in _STOP.finditer(text, 0, at)), default=0)
    stop = _STOP.search(text, at)
    one, other = (skeleton.quantities[each] for each in (judged.pair.before, judged.pair.after))
    way = 1 if other.value > one.value else -1
    words = _WAY.finditer(text, start, stop.start() if stop else len(text))
    return any(sign_of(each.group()) == way for each in words)
