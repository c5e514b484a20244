"""Changes told in a sentence, put to the test: which hold, which cannot, between what numbers."""

import re
from collections.abc import Iterator
from functools import lru_cache

from goldenthread.claims.changes.bases import on_a_norm
from goldenthread.claims.changes.binding import alike, another_that_fits, bound, from_the_base
from goldenthread.claims.changes.fitting import (
    differences,
    fits,
    magnitude,
    of_one_sort,
    relatives,
)
from goldenthread.claims.changes.following import follows
from goldenthread.claims.changes.governing import Direction, direction_of, unchanged_of
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.opposites import with_signs
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.pairs import ends_by_measure, linked
from goldenthread.claims.changes.sizes import Size, changes_named, sizes_in
from goldenthread.claims.changes.unnamed import unnamed_sizes
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.directions import GAPS, NOUN, sign_of
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import EARLIER, LAST, Skeleton, skeleton_of
from goldenthread.claims.language.timing import when


@lru_cache(maxsize=4096)
def changes_of_text(source: str, since: int = 0) -> tuple[Judged, ...]:
    """The same of a text, worked out once: several checks ask."""
    return tuple(changes_in(with_signs(skeleton_of(source)), since))


def changes_in(skeleton: Skeleton, since: int = 0) -> Iterator[Judged]:
    """Every change of a sentence that could be tested; those told before ``since`` are left out.

    ``since`` is a place in the skeleton: what stands before it is another sentence.
    """
    sizes = sizes_in(skeleton)
    used = {size.number for size in changes_named(skeleton)}
    lists = list(ends_by_measure(skeleton, used))
    links = [pair for ends in lists for pair in linked(skeleton, ends)]
    unnamed = unnamed_sizes(skeleton, links, used)
    sizes += unnamed
    used |= {size.number for size in unnamed}
    lists = list(ends_by_measure(skeleton, used))
    links = [pair for ends in lists for pair in linked(skeleton, ends)]
    blamed: set[tuple[int, int]] = set()
    found = [(size, _judged(skeleton, size, lists, links)) for size in sizes]
    for size, judged in found:
        if judged and (
            _of_a_part(skeleton, judged, found) or _told_elsewhere(skeleton, judged, found)
        ):
            continue
        if judged and (size.start >= since or _told_before(skeleton, judged.pair, since)):
            if judged.verdict is not Verdict.HOLDS:
                blamed.add(judged.pair.both)
            yield judged
    if since and (judged := _by_noun(skeleton, since, links)):
        yield judged
    for pair in links:
        if pair.both not in blamed and skeleton.at[pair.both[1]] >= since:
            judged = _by_word_alone(skeleton, pair)
            if judged:
                yield judged


def _of_a_part(skeleton: Skeleton, judged: Judged, found: list[tuple[Size, Judged | None]]) -> bool:
    """Whether the two numbers are those of another size of the sort as well, told of other things.

    Two numbers have one change: "burglaries were down by 58, and all crime by 27, from 640 to 613".
    """
    if judged.size is None or judged.verdict is Verdict.HOLDS:
        return False
    stated = skeleton.quantities[judged.size.number]
    return any(
        other is not None
        and size.number != judged.size.number
        and set(other.pair.both) == set(judged.pair.both)
        and of_one_sort(skeleton.quantities[size.number], stated)
        for size, other in found
    )


def _told_elsewhere(
    skeleton: Skeleton, judged: Judged, found: list[tuple[Size, Judged | None]]
) -> bool:
    """Whether another number of the text is the difference of the two: "£1.2m, £0.4m of it now"."""
    if judged.size is None or judged.verdict is not Verdict.WRONG:
        return False
    stated = skeleton.quantities[judged.size.number]
    known = {judged.size.number, *judged.pair.both, *(size.number for size, _ in found)}
    differences_told = differences(skeleton, judged.size, judged.pair.before, judged.pair.after)
    return any(
        each.measure is stated.measure
        and each.value
        and any(told.meets(each.interval) for told in differences_told)
        for place, each in enumerate(skeleton.quantities)
        if place not in known and skeleton.at[place] >= 0
    )


def _told_before(skeleton: Skeleton, pair: Pair, since: int) -> bool:
    """Whether the sentence only spells out a change told before: "It was 35% and is now 31%"."""
    spelt = skeleton.text.startswith(("it was ", "they were "), since)
    return spelt and skeleton.at[pair.both[0]] >= since


_THIS_CHANGE = re.compile(
    rf"(?:this|that|such an?) (?:[a-z-]+ )?(?P<word>{NOUN})\b(?! (?:of|"
    rf"from|by)\b)"
)


def _by_noun(skeleton: Skeleton, since: int, links: list[Pair]) -> Judged | None:
    """The noun of "This increase ..." against the only pair of numbers in the sentence before."""
    match = _THIS_CHANGE.match(skeleton.text, since)
    before = [pair for pair in links if skeleton.at[pair.both[1]] < since]
    if match is None or len(before) != 1 or before[0].places or not sign_of(match["word"]):
        return None
    sign = sign_of(match["word"])
    one, other = (skeleton.quantities[each] for each in (before[0].before, before[0].after))
    difference = other.interval - one.interval
    can = difference.high > 0 if sign > 0 else difference.low < 0
    return Judged(
        verdict=Verdict.HOLDS if can else Verdict.DIRECTION,
        pair=before[0],
        direction=Direction(match["word"], sign),
    )


def _by_word_alone(skeleton: Skeleton, pair: Pair) -> Judged | None:
    direction = direction_of(skeleton, pair) or unchanged_of(skeleton, pair)
    if direction is None:
        return None
    before, after = (skeleton.quantities[each] for each in (pair.before, pair.after))
    if not alike(before, after) or _is_no_share(before, after):
        return None
    difference = after.interval - before.interval
    if not direction.sign:
        can, wrong = difference.low <= 0 <= difference.high, Verdict.CHANGED
    else:
        can = difference.high > 0 if direction.sign > 0 else difference.low < 0
        wrong = Verdict.DIRECTION
    verdict = Verdict.HOLDS if can else wrong
    return Judged(verdict=verdict, pair=pair, direction=direction)


# A gap lies between two numbers, whichever came first.
_GAPS = frozenset(GAPS.split())
_BEYOND = 5


def _is_no_share(one: Quantity, other: Quantity) -> bool:
    """Whether one of two percentages is a slip of the pen: "904%, a little lower than 91.1%"."""
    low, high = sorted((one.value, other.value))
    return one.measure is Measure.PERCENT and 0 < low <= 100 < high and high > _BEYOND * low


def _judged(
    skeleton: Skeleton, size: Size, lists: list[list[int]], links: list[Pair]
) -> Judged | None:
    pair = bound(skeleton, size, lists, links)
    if on_a_norm(skeleton.text, skeleton.at[size.number]):
        return None
    if pair and per_cent_as_points(skeleton, size, pair):
        return Judged(verdict=Verdict.PERCENT_AS_POINTS, pair=pair, size=size)
    if pair and points_as_per_cent(skeleton, size, pair):
        return Judged(verdict=Verdict.POINTS_AS_PERCENT, pair=pair, size=size)
    if pair and (
        fits(skeleton, size, pair.before, pair.after)
        or ((pair.either or size.word in _GAPS) and fits(skeleton, size, pair.after, pair.before))
    ):
        return Judged(verdict=Verdict.HOLDS, pair=pair, size=size)
    stated = from_the_base(skeleton, size, lists)
    other = another_that_fits(skeleton, size, lists, pair, stated)
    if other and not (pair and follows(skeleton, size, pair)):
        return Judged(verdict=Verdict.HOLDS, pair=other, size=size)
    pair = pair or stated
    if pair is None:
        return None
    if (
        pair.how is How.COMPARED
        and not _ordered(skeleton, pair)
        and not _on_the_past(skeleton, size)
        and fits(skeleton, size, pair.after, pair.before)
    ):
        return Judged(verdict=Verdict.UNSURE, pair=pair, size=size)
    return Judged(
        verdict=wrong_how(skeleton, size, pair),
        pair=pair,
        size=size,
        inferred=not size.word and not _meant(skeleton, size, pair),
    )


def _meant(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether a bare percentage beside two numbers is plainly meant as their change.

    It is where it carries a sign, and where it comes within twice and half of the change, forwards
    or reckoned on the later number: another share would seldom fall there.
    """
    stated = skeleton.quantities[size.number]
    if stated.text[:1] in "-−–+":
        return True
    one, other = (skeleton.quantities[each].value for each in (pair.before, pair.after))
    if stated.measure is not Measure.PERCENT or not one or not other:
        return True
    changes = [abs(other / one - 1) * 100, abs(one / other - 1) * 100]
    return any(change <= 2 * abs(stated.value) <= 4 * change for change in changes)


_PAST = re.compile(rf"[\s)]*(?:on|over|from|since|than)(?: the| that of)? [{EARLIER}{LAST}]")


def _on_the_past(skeleton: Skeleton, size: Size) -> bool:
    """Whether the size is told "on the previous year": what it is compared with is older."""
    return _PAST.match(skeleton.text, size.end) is not None


def _ordered(skeleton: Skeleton, pair: Pair) -> bool:
    """Whether dates or words such as "than" say which number is the base."""
    if when(skeleton, pair.before) or when(skeleton, pair.after):
        return True
    one, other = (skeleton.at[each] for each in pair.both)
    return bool(re.search(r"\b(?:than|on|above|below)\b", skeleton.text[one:other]))


def per_cent_as_points(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether points told between "90%" and "96.3%" are plainly the change in per cent.

    Of two percentages told side by side, the one without decimals is as exact as the other where
    only its rounding would save the points, while they are just what the change in per cent is.
    """
    stated = skeleton.quantities[size.number]
    one, other = (skeleton.quantities[each] for each in (pair.before, pair.after))
    if stated.measure is not Measure.POINTS or one.measure is not Measure.PERCENT:
        return False
    if not one.value or one.hedge or other.hedge or one.decimals == other.decimals:
        return False
    told = Interval.rounded(abs(stated.value), stated.decimals)
    difference = abs(other.value - one.value)
    return not told.meets(Interval.exactly(difference)) and told.meets(
        Interval.exactly(difference / one.value * 100)
    )


def points_as_per_cent(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether per cent told of two percentages are just what lies between them.

    "From 83% to 88%, up 5%": a rise of 5% is barely within what rounding allows, while the points
    are exact.
    """
    stated = skeleton.quantities[size.number]
    one, other = (skeleton.quantities[each] for each in (pair.before, pair.after))
    sorts = {each.measure for each in (stated, one, other)}
    if sorts != {Measure.PERCENT} or not one.value or one.hedge or other.hedge or stated.hedge:
        return False
    difference = other.value - one.value
    told = abs(stated.value)
    relative = Interval.rounded(told, stated.decimals)
    return told == abs(difference) and not relative.meets(
        Interval.exactly(abs(difference / one.value * 100))
    )


def wrong_how(skeleton: Skeleton, size: Size, pair: Pair) -> Verdict:
    """What sort of wrong a change is that the two numbers do not bear out."""
    stated = skeleton.quantities[size.number]
    ends = skeleton.quantities[pair.before].measure
    difference = differences(skeleton, size, pair.before, pair.after)
    shares = (Measure.PERCENT, Measure.POINTS)
    if (
        stated.measure is Measure.PERCENT
        and ends in shares
        and any(each.meets(magnitude(stated)) for each in difference)
    ):
        return Verdict.POINTS_AS_PERCENT
    if stated.measure is Measure.POINTS:
        if ends not in shares:
            return Verdict.PERCENT_AS_POINTS
        relative = relatives(skeleton, size, pair.before, pair.after)
        if relative and any(each.meets(stated.interval) for each in relative):
            return Verdict.PERCENT_AS_POINTS
    turned = Size(
        number=size.number, sign=-size.sign, start=size.start, end=size.end, word=size.word
    )
    if size.sign and fits(skeleton, turned, pair.before, pair.after):
        return Verdict.DIRECTION
    return Verdict.WRONG
