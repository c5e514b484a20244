"""One number that is another where all the words around it, and all other numbers, are the same.

The headlines of a bulletin stand again among its main points, word for word. Where two sentences,
or long stretches of them, differ in a single number, that number is told twice and wrong once.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.context import is_general, proper_names
from goldenthread.claims.sayings.retelling import Places, Retold

# "Headline 3: ..." says where a sentence stands, and nothing of what it tells.
_LABEL = re.compile(r"\W*[A-Z][a-z]+(?: [a-z]+)?(?: \d{1,2})?:\s")
_WORD = re.compile(r"[^\s,;:()]+")
_FEWEST = 12  # words of a whole sentence that leave no doubt
_BEFORE, _AFTER = 9, 2  # words beside a number that leave none where two digits are changed about
_SHORTEST = 2  # digits


def told_word_for_word(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each two numbers of different value in one and the same sentence, or long stretch of one."""
    places = Places(reading)
    frames: dict[tuple[str, Measure, tuple[str, ...]], list[Retold]] = defaultdict(list)
    for sentence in reading.sentences:
        if not sentence.passage.heading:
            for quantity in sentence.quantities:
                for frame in _frames(sentence, quantity):
                    frames[sentence.file, quantity.measure, frame].append(
                        Retold(sentence, quantity)
                    )
    for (_, _, frame), told in frames.items():
        values = {each.quantity.value for each in told}
        if len(values) != 2:
            continue  # of one form with many values each is of something else
        one = told[0]
        for other in told[1:]:
            if (
                other.sentence.passage is not one.sentence.passage
                and (places.may_be_one(one.sentence, other.sentence) or _is_led_in(one, other))
                and _is_slipped(one, other, whole=len(frame) == 1)
            ):
                yield one, other


def _frames(sentence: Sentence, quantity: Quantity) -> Iterator[tuple[str, ...]]:
    """The whole of a sentence without one number; and the words beside the number alone."""
    bare = quantity.measure is Measure.COUNT and not quantity.noun
    last = not sentence.text[quantity.end :].strip(" .)")
    if quantity.hedge is not Hedge.NONE or quantity.measure is Measure.ORDINAL or (bare and last):
        return  # a number that ends a line may be that of its page
    if sum(map(str.isdigit, quantity.text)) < _SHORTEST:
        return  # nor is the mark of a note a figure
    label = _LABEL.match(sentence.text)
    begun = label.end() if label and label.end() <= quantity.start else 0
    before = _WORD.findall(sentence.text[begun : quantity.start].casefold())
    after = _WORD.findall(sentence.text[quantity.end :].casefold())
    if len(before) + len(after) >= _FEWEST:
        yield (" ".join((*before, "#", *after)).rstrip("."),)
    if len(before) >= _BEFORE and len(after) >= _AFTER:
        yield (*before[-_BEFORE:], "#", *after[:_AFTER])


def _is_led_in(one: Retold, other: Retold) -> bool:
    """Whether one of them stands at the head of the text, or under a heading of any text."""
    sections = (each.sentence.passage.section for each in (one, other))
    return any(not each or is_general(each) for each in sections)


def _is_slipped(one: Retold, other: Retold, *, whole: bool) -> bool:
    first, second = one.quantity, other.quantity
    if first.interval.meets(second.interval):
        return False
    slip = slip_of(one.digits, other.digits) if len(one.digits) == len(other.digits) else None
    if whole:
        return slip is Slip.SWAPPED or (slip is not None and _has_another(one))
    if {(each.first, each.last) for each in one.sentence.times} != {
        (each.first, each.last) for each in other.sentence.times
    } or proper_names(one.sentence.text) != proper_names(other.sentence.text):
        return False
    return slip is Slip.SWAPPED


def _has_another(told: Retold) -> bool:
    """Whether the sentence has another number that is no time and not one of a few."""
    return any(
        each is not told.quantity and len(re.sub(r"\D", "", each.text)) > 1
        for each in told.sentence.quantities
    )
