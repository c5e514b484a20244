"""Changes so unlike what two numbers make that they are likely of something else: doubts."""

import re
from fractions import Fraction

from goldenthread.claims.language.changes import Judged, Verdict
from goldenthread.claims.language.directions import COMPARED, NOUN, VERB, sign_of
from goldenthread.claims.language.following import follows
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.pairs import How
from goldenthread.claims.language.skeleton import Skeleton

# A slip seldom makes a change more than so many times too large or too small.
_FAR = Fraction(4)
# Of a small change even a small slip is many times over: so many points are near enough, where
# the sentence has no other number that the change might be of.
_POINTS = 15
_WHOLE = 100
_ENDS_AND_SIZE = 3
_TENS = (Fraction(1, 100), Fraction(1, 10), Fraction(10), Fraction(100))  # a point put wrong
_NEAR = Fraction(21, 20)
_STOP = re.compile(r"[.;] ")
_WAY = re.compile(rf"\b(?:{VERB}|{NOUN}|{COMPARED})\b")


def hardly_meant(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether a change that two numbers do not bear out may well not be meant of them.

    So it is where it comes nowhere near what they make, and where it is what they make the other
    way while another word beside it has that way.
    """
    if judged.size is None or judged.pair.how is How.FROM_TO or _is_plain(skeleton, judged):
        return False
    if judged.verdict is Verdict.WRONG:
        return _is_far(skeleton, judged)
    return judged.verdict is Verdict.DIRECTION and _told_otherwise(skeleton, judged)


def _is_plain(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether the size follows upon two numbers compared, so that nothing else can be meant."""
    return judged.size is not None and follows(skeleton, judged.size, judged.pair)


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
    whole_ones = [Fraction(round(each)) if stated.decimals == 0 else each for each in made]
    if any(_one_more_digit(told, each) for each in whole_ones):
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
    if any(each / tens <= _NEAR and tens / each <= _NEAR for each in ratios for tens in _TENS):
        return False
    return all(each > _FAR or each * _FAR < 1 for each in ratios)


def _one_more_digit(told: Fraction, made: Fraction) -> bool:
    """Whether one number is the other with a digit left out: "13" for "3"."""
    if told.denominator != 1 or made.denominator != 1:
        return False
    short, long = sorted((str(told), str(made)), key=len)
    cut = {long[:place] + long[place + 1 :] for place in range(len(long))}
    return len(long) == len(short) + 1 and short in cut


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
