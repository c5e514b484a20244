"""A size and two numbers with nothing else beside them, that no arithmetic ties together.

Writers say a change or a share in more ways than can be listed. Where a window holds a size, two
numbers of one unit and no other, and the size comes near what the two make, it is of those two
whatever the words between: only words that name another thing speak against it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.assertions.assignment import wanted
from goldenthread.claims.assertions.pairing import of_two_times
from goldenthread.claims.assertions.parts import is_of_its_own, of_one_thing, of_the_next
from goldenthread.claims.assertions.subjects import blocked, clause_of, of_another
from goldenthread.claims.changes.bases import on_its_base
from goldenthread.claims.changes.blockers import DENIED, IN_TURN, OWN_WHOLE, TO_COME
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.assertion import Assertion, Role, Stated
from goldenthread.claims.language.clauses import new_words
from goldenthread.claims.language.levels import UNITS
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.scopes import scopes_of
from goldenthread.claims.language.skeleton import Skeleton
from goldenthread.claims.shares.own_parts import told_beside

_RELATIVE = (Measure.PERCENT, Measure.POINTS, Measure.TIMES)
_ONE = Interval.exactly(1)
# So many times what the two make, or so little of it, a size may be and still be meant of them.
_NEAR, _NEAR_IN_WORDS = Fraction(8, 5), Fraction(5, 2)
# "£195 in 2023, and 62% were paid on time", "dropped by 17% and the rate rose from 21% to 26%".
_BESIDES = re.compile(r"\b(?:and|but|while|whereas|although)\b[^(]*$")
# "Helped by a 50% grant" is no share of what is counted.
_ADJECTIVE = re.compile(r"\b(?:an?|the|its|our|their) $")
_NOUN = re.compile(r" (?!of\b|share|proportion|rate|success|response|pass)[a-z]")
# "Places offered – 690; take-up rate – 70%".
_A_RATE = re.compile(r"\b(?:rate|share|proportion|percentage)(?: of| was| is|:| –)? $")
# "29 of whom are seasonal; a quarter of them are women": of the 29, or of all?
_OF_THEM = re.compile(r" of (?:them|these|those|whom)\b")
# "2,110 referrals, 19% of them from schools": of the 2,110, and of nothing before it.
_OF_THEM_THAT = re.compile(r" of (?:them|these|those|whom) [a-z]")
# "A fifth of the force's 3,400 officers": the number after it is the whole.
_OF_THAT = re.compile(r". (?:of|in) [^,.;:()]*$")
# "Two wards" beside hundreds of beds are told in passing.
_SMALL = 13


def wrong_alone(
    skeleton: Skeleton, every: Sequence[Stated], since: int, settled: Collection[int]
) -> Iterator[Assertion]:
    """Every relative size from ``since`` on that stands alone with two numbers it is not of."""
    for stated in every:
        place = stated.place
        if place in settled or skeleton.at[place] < since:
            continue
        pair = _the_two(skeleton, stated)
        if pair and _are_changes(skeleton, pair, every):
            continue  # "one fell by 14%, another by 59% and a third by 51%"
        if pair and _may_be_of(skeleton, stated, pair) and not _borne_out(skeleton, stated, pair):
            part, whole = sorted(pair, key=lambda each: skeleton.quantities[each].value)
            one, other = (part, whole) if stated.role is Role.SHARE else pair
            if stated.role is Role.MULTIPLE and skeleton.quantities[place].value > 1:
                one, other = whole, part
            yield Assertion(stated=stated, one=one, other=other)


def _are_changes(skeleton: Skeleton, pair: tuple[int, int], every: Sequence[Stated]) -> bool:
    """Whether one of two numbers is told as a change itself, and so is no level."""
    changes = {each.place for each in every if each.role is Role.CHANGE and each.strong}
    return any(each in changes and skeleton.quantities[each].measure in _RELATIVE for each in pair)


def _the_two(skeleton: Skeleton, stated: Stated) -> tuple[int, int] | None:
    """The only two numbers beside a relative size, where they are of one unit."""
    size = skeleton.quantities[stated.place]
    if size.measure not in _RELATIVE or not size.value:
        return None
    beside = [n for n, at in enumerate(skeleton.at) if at >= 0 and n != stated.place]
    if len(beside) > 2:
        beside = [each for each in beside if not _in_passing(skeleton, each)]
    if len(beside) != 2:
        return None
    one, other = (skeleton.quantities[each] for each in beside)
    if one.measure is not other.measure or one.measure not in UNITS or one.value == other.value:
        return None
    if min(one.interval.low, other.interval.low) <= 0:
        return None
    if stated.role is Role.CHANGE and not stated.strong:
        return None
    if one.measure is Measure.PERCENT and stated.role is not Role.CHANGE:
        return None
    if size.measure is Measure.POINTS and one.measure is not Measure.PERCENT:
        return None
    return beside[0], beside[1]


def _in_passing(skeleton: Skeleton, place: int) -> bool:
    each = skeleton.quantities[place]
    return each.measure is Measure.COUNT and each.value < _SMALL and not each.text[:1].isdigit()


def _borne_out(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether anything that two numbers may make of each other is the size."""
    want = wanted(skeleton, stated)
    one, other = (skeleton.quantities[each].interval for each in pair)
    if skeleton.quantities[stated.place].measure is Measure.POINTS:
        return want.meets(one - other) or want.meets(other - one)
    share = stated.role is Role.SHARE
    made = (*_made(one, other, share=share), *_made(other, one, share=share))
    return any(want.meets(each) for each in made)


def _made(one: Interval, other: Interval, *, share: bool) -> Iterator[Interval]:
    ratio = one / other
    yield from (ratio, _ONE - ratio, ratio - _ONE, one / (one + other))
    rest = one - other
    if rest.low > 0 and not share:  # one is what the other was added to, or is what is left
        yield from (other / rest, one / rest)


def _may_be_of(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether the size is near what the two make, and no words give it to something else."""
    text, at = skeleton.text, skeleton.at[stated.place]
    if not _near(skeleton, stated, pair) or blocked(skeleton, stated, pair):
        return False
    if DENIED.search(text[:at]) or TO_COME.search(text[:at]) or IN_TURN.match(text[at + 1 :]):
        return False
    levels = sorted(skeleton.at[each] for each in pair)
    first = levels[0]
    gap = text[max(each for each in levels if each < at) : at] if first < at else text[at:first]
    if (stated.role is Role.SHARE or at < first) and _BESIDES.search(gap):
        return False
    *_, scope = scopes_of(skeleton, at, sorted(pair, key=lambda each: skeleton.at[each]))
    rate = stated.role is Role.SHARE and _A_RATE.search(text[:at])
    if not rate and of_another(text, at, scope, levels):
        return False
    if stated.role is not Role.SHARE:
        return of_two_times(skeleton, *pair) and on_its_base(skeleton, stated, pair)
    own_part = told_beside(skeleton).get(stated.place)
    if own_part is not None and own_part != min(pair, key=lambda n: skeleton.quantities[n].value):
        return False  # "5,366 (86%) could name one, and of these 3,542 ..." is of a whole not here
    if is_of_its_own(text, at):
        return False
    if of_the_next(text, at, (levels[0], levels[1])) is False:
        return False
    if _ADJECTIVE.search(text[:at]) and _NOUN.match(text, at + 1):
        return False
    if at > levels[1] and gap.endswith(", ") and _OF_THEM_THAT.match(text, at + 1):
        return False
    if at > first and _OF_THEM.match(text, at + 1) and not gap.endswith(("(", ", ", ", or ")):
        return False
    if at < first and _OF_THAT.match(gap):
        return of_one_thing(skeleton, pair)
    own = OWN_WHOLE.match(text, at + 1) and new_words(text, (at, clause_of(text, at)[1]))
    return not own and of_one_thing(skeleton, pair)


def _near(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    size = skeleton.quantities[stated.place]
    low, high = sorted(skeleton.quantities[each].value for each in pair)
    told = abs(size.value)
    if size.measure is Measure.POINTS:
        made = [high - low]
    elif stated.role is Role.CHANGE:
        made = [1 - low / high, high / low - 1]
    else:
        made = [high / low if size.value > 1 and size.measure is Measure.TIMES else low / high]
    told = told / 100 if size.measure is Measure.PERCENT else told
    near = _NEAR_IN_WORDS if stated.role is Role.MULTIPLE else _NEAR
    return any(told <= each * near and each <= told * near for each in made)
