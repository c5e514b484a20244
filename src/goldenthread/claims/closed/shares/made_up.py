"""A percentage of a part that makes up a whole with another: "2,443 online (67%), 771 on paper".

Where two counts told together come to a third that is told, the third is the whole of both,
whatever words stand around them; a percentage beside one of them that is of no number told has a
slip.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from goldenthread.claims.closed.shares.pairs import (
    HELD,
    Pair,
    Wrong,
    are_bounded,
    bears_out,
    counts_placed,
    pairs_in,
)
from goldenthread.claims.intervals import may_be_share
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY, Skeleton, skeleton_of
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.doubts import of_several_times
from goldenthread.claims.shares.section_wholes import Whole, sections

_LEAST = 50  # small numbers come to one another by chance
_NEAR = 1  # blocks off, where the whole stands with its parts
_LEFT = re.compile(
    rf"\b(?:remaining|other|rest)\b[^{QUANTITY}.;:()]{{0,30}}(?P<n>[{COUNT}])"
    rf"[^{QUANTITY}.;:(),]{{0,60}}, (?P<p>[{PERCENT}]) of [a-z' -]{{1,40}}[,.]"
)


def made_up(reading: Reading, window: Utterance) -> Iterator[Wrong]:
    """Every percentage of one of two counts that make up a number told, and not its share."""
    skeleton, since = window.skeleton, window.since
    if of_several_times(skeleton_of(window.sentence.text)):
        return
    pairs = [each for each in pairs_in(skeleton) if each.start >= since]
    left = [
        Pair(skeleton.number(match["n"]), skeleton.number(match["p"]), match.start(), match.end())
        for match in _LEFT.finditer(skeleton.text, since)
    ]
    known = sections(reading)[window.sentence.file].around(window.sentence.passage.order)
    for pair in (*pairs, *left):
        part, share = skeleton.quantities[pair.part], skeleton.quantities[pair.share]
        whole = _whole_of(skeleton, pair, pairs, known, 0 if pair in left else since)
        if whole is None or not are_bounded(part, share, whole):
            continue
        here = any(whole is each for each in skeleton.quantities)
        if not is_explained(reading, window, share, part, _NEAR if here else None):
            yield Wrong(window.sentence, skeleton, share, part, whole)


def is_explained(
    reading: Reading,
    window: Utterance,
    share: Quantity,
    part: Quantity,
    near: int | None = None,
) -> bool:
    """Whether a percentage is that of its part in any number of the document, or ``near`` blocks.

    Or in two numbers of its window together, or what one of them leaves of another.
    """
    order = window.sentence.passage.order
    wholes = [
        each.interval
        for each in sections(reading)[window.sentence.file].wholes
        if near is None or abs(each.order - order) <= near
    ]
    here = [each for _, each in counts_placed(window.skeleton) if each.measure is part.measure]
    for one in here:
        for other in here:
            if one is not other:
                wholes.append(one.interval + other.interval)
                if one.value > other.value:
                    wholes.append(one.interval - other.interval)
    for by in window.skeleton.quantities:  # "60% of the 50 came, 70% of them by train (21)"
        if by.measure is Measure.PERCENT and by is not share:
            wholes += [(each.interval * by.interval).scaled(Fraction(1, 100)) for each in here]
    return any(
        each.high >= part.value
        and each.low > 0
        and may_be_share(share.interval, part.interval, each)
        for each in wholes
    )


def _whole_of(
    skeleton: Skeleton, pair: Pair, pairs: list[Pair], known: tuple[Whole, ...], since: int
) -> Quantity | None:
    """The number told that the part makes with another count of its sentence."""
    part = skeleton.quantities[pair.part]
    if part.measure is not Measure.COUNT:
        return None
    here = counts_placed(skeleton)
    there = {each.value: each.quantity for each in known if each.quantity is not None}
    near = {each.value: each for _, each in here}
    told = [
        each
        for at, each in here
        if at >= since
        and each is not part
        and each.value
        and each.measure is part.measure
        and not HELD.search(skeleton.text[:at])
    ]
    most = max(told, key=lambda each: each.value, default=part)
    for others in (*([each] for each in told), told, [each for each in told if each is not most]):
        made = part.value + sum(each.value for each in others)
        whole = near.get(made) or (there.get(made) if made >= _LEAST else None)
        if not others or whole is None or whole.measure is not part.measure:
            continue
        beside = [
            (skeleton.quantities[each.share], skeleton.quantities[each.part])
            for each in pairs
            if any(skeleton.quantities[each.part] is other for other in others)
        ]
        if all(bears_out(skeleton, share, other, whole) for share, other in beside):
            return whole
    return None
