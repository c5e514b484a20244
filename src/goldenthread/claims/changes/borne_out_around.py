"""Whether a change that its two numbers do not bear out is plainly that of one of them and another.

"36 days above the threshold of 426. It is an improvement of 29 on a year ago, when it was 491"
compares 491 with the 462 of the sentence before, and not with the threshold.
"""

from collections.abc import Iterator

from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.pair_model import How
from goldenthread.claims.intervals import Interval, change_percent
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading

# Small numbers are each other's difference by chance.
_LEAST = 4
_RELATIVE = (Measure.PERCENT, Measure.POINTS)


def borne_out_around(reading: Reading, utterance: Utterance, judged: Judged) -> bool:
    """Whether one of the two numbers, and another of the passage, make the change told.

    Where the words are "from A to B" nothing else can be meant.
    """
    size = judged.size
    if size is None or judged.verdict is not Verdict.WRONG or judged.pair.how is How.FROM_TO:
        return False
    quantities = utterance.skeleton.quantities
    stated = quantities[size.number]
    ends = [quantities[judged.pair.before], quantities[judged.pair.after]]
    told = Interval.rounded(abs(stated.value), stated.decimals)
    if stated.hedge or stated.value == 0:
        return False
    for end in ends:
        for other in _around(reading, utterance):
            if not _alike(other, end) or other.value in (end.value, stated.value):
                continue
            for before, after in ((end, other), (other, end)):
                if _makes(stated, told, before, after, size.sign):
                    return True
    return _backwards(stated, told, ends, size.sign)


def _around(reading: Reading, utterance: Utterance) -> Iterator[Quantity]:
    order = utterance.sentence.passage.order
    for sentence in reading.sentences:
        if sentence.file == utterance.sentence.file and sentence.passage.order == order:
            yield from sentence.quantities


def _backwards(stated: Quantity, told: Interval, ends: list[Quantity], sign: int) -> bool:
    """Whether the two make the change the other way round: which came first was misread."""
    after, before = ends
    return bool(sign) and _makes(stated, told, before, after, sign)


def _makes(stated: Quantity, told: Interval, before: Quantity, after: Quantity, sign: int) -> bool:
    # As printed: what only rounding bears out may be so by chance.
    difference = Interval.exactly(abs(after.value - before.value))
    way = 1 if after.value > before.value else -1
    if after.value == before.value or sign == -way or abs(stated.value) < _LEAST:
        return False
    if stated.measure is Measure.PERCENT and before.measure is not Measure.PERCENT:
        if before.interval.low <= 0:
            return False
        return told.meets(change_percent(before.interval, after.interval).scaled(way))
    if stated.measure is Measure.POINTS:
        return before.measure in _RELATIVE and told.meets(difference)
    return _alike(stated, before) and told.meets(difference)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are of one sort; "when it was 491" is a length of time beside others."""
    bare = {one.measure, other.measure} == {Measure.DURATION, Measure.COUNT}
    return one.measure is other.measure or bare
