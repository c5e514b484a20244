"""Parts that are told one by one after a text has said how many there are.

"The sum was £3,239 million ... The split between the three services is:", and then three bullets
which each tell one of them, or "all three components improved", and then the three. The first
amount told plainly in each is its part, whatever else it says of it.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.language.skeleton import COUNT, skeleton_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.wholes.mended import swap_mends
from goldenthread.claims.wholes.sides import Statement, statements
from goldenthread.claims.wholes.unmade import Unmade

_SO_MANY = re.compile(
    r"\b(?:all|the|these|its|our|into|across|between|in) (?:of the |the |these )?"
    rf"(?P<many>[{COUNT}])(?: (?:[a-z-]+ ){{0,2}}?(?!years|months|weeks|days|quarters|times)"
    r"[a-z-]{3,}s)\b"
)
_SPLIT = re.compile(
    r"\b(?:split|breakdown|broken down|divided|made up|composition|distribution|comprised?)\b"
)
_BACK = 4  # sentences before, in which the whole may stand
_FEWEST, _MOST = 2, 9
_NEAR = Fraction(4, 3)


def told_one_by_one(reading: Reading) -> Iterator[Unmade]:
    """Every whole that the parts told one by one after it do not make."""
    sentences = reading.sentences
    for at, sentence in enumerate(sentences):
        if not sentence.quantities or sentence.passage.heading:
            continue
        skeleton = skeleton_of(sentence.text)
        match = _SO_MANY.search(skeleton.text)
        if match is None:
            continue
        many = skeleton.quantity(match["many"]).value
        if not _FEWEST <= many <= _MOST:
            continue
        parts = _next(sentences, at, int(many))
        wholes = [
            each
            for place in range(max(0, at - _BACK), at + 1)
            if sentences[place].file == sentence.file
            for each in statements(sentences[place], place)
        ]
        split = sentence.text.rstrip().endswith(":") and _SPLIT.search(skeleton.text)
        if parts and (whole := _unmade(wholes, parts, bool(split))):
            numbers = tuple(each.quantity for each in parts)
            yield Unmade(sentence=whole.sentence, whole=whole.quantity, parts=numbers)


def _next(sentences: Sequence[Sentence], at: int, many: int) -> list[Statement]:
    """The first amount of each of the next so many passages, or sentences of this passage."""
    beside = sentences[at].passage
    found: list[Statement] = []
    done = (
        {beside.order} if at + 1 < len(sentences) and sentences[at + 1].passage != beside else set()
    )
    for place in range(at + 1, len(sentences)):
        sentence = sentences[place]
        if sentence.file != sentences[at].file or sentence.passage.heading:
            break
        if sentence.passage.order in done:
            continue
        if done:
            done.add(sentence.passage.order)
        told = next(iter(statements(sentence, place)), None)
        if told is None or (found and told.quantity.measure is not found[0].quantity.measure):
            break
        found.append(told)
        if len(found) == many:
            return found
    return []


def _unmade(
    wholes: Sequence[Statement], parts: Sequence[Statement], split: bool
) -> Statement | None:
    """The whole that the parts are of and do not make; None where they make any."""
    numbers = [each.quantity for each in parts]
    made = numbers[0].interval
    for each in numbers[1:]:
        made += each.interval
    value = sum((each.value for each in numbers), Fraction(0))
    fit = [each for each in wholes if each.quantity.measure is numbers[0].measure]
    if any(each.quantity.interval.meets(made) for each in fit):
        return None
    for whole in reversed(fit):
        size = whole.quantity.value
        if any(each.value >= size for each in numbers) or not _of_one_time(whole, parts):
            continue
        near = max(value, size) <= min(value, size) * _NEAR
        if near and (split or swap_mends(whole.quantity, numbers)):
            return whole
    return None


def _of_one_time(whole: Statement, parts: Sequence[Statement]) -> bool:
    return all(not each.ends or not whole.ends or each.ends & whole.ends for each in parts)
