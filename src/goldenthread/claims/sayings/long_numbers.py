"""Long numbers with two digits changed about: too many digits are alike for it to be chance.

"Home to 118,493 people" and, a paragraph on, "of whom 118,943 lived in the town" need share little
else. A round number is held against what the other comes to when it is rounded so.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings import patterns
from goldenthread.claims.sayings.apart import in_series
from goldenthread.claims.sayings.context import proper_names
from goldenthread.claims.sayings.one_time import may_be_of_one_time, whens_of
from goldenthread.claims.sayings.retelling import Retold
from goldenthread.claims.sayings.words import GENERIC_STEMS, content

_LONG, _ROUNDED = 5, 4  # digits, without the noughts at the end
# With one of these beside it alone a number may well be another.
_OTHERWISE = re.compile(
    r"\b(?:after|before|net|gross|provisional\w*|revised|estimat\w*|forecast|target\w*|expected"
    r"|previous\w*|last|earlier|more|fewer|further|another|other|excluding|including|corrected)\b",
    re.IGNORECASE,
)
_MOST = 12  # numbers of one text with the same digits


def long_numbers_turned(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each two long numbers of a text that are one with two digits changed about."""
    found: dict[tuple[str, int, str], list[Retold]] = defaultdict(list)
    printed: dict[tuple[str, str], int] = defaultdict(int)
    for sentence in reading.sentences:
        for quantity in sentence.quantities:
            told = Retold(sentence, quantity)
            printed[sentence.file, told.digits] += 1
            if _is_long(sentence, quantity):
                for digits in _roundings(told.digits):
                    key = sentence.file, len(told.digits), "".join(sorted(digits))
                    found[key].append(told)
    for alike in found.values():
        if len(alike) > _MOST:
            continue
        for one, other in combinations(alike, 2):
            once = 1 in (printed[each.sentence.file, each.digits] for each in (one, other))
            if once and _is_turned(one, other) and _may_be_one(one, other):
                yield one, other


def _is_long(sentence: Sentence, quantity: Quantity) -> bool:
    digits = re.sub(r"\D", "", quantity.text)
    return (
        quantity.measure in (Measure.COUNT, Measure.MONEY)
        and quantity.hedge is Hedge.NONE
        and not sentence.passage.heading
        and len(digits) >= _LONG
        and len(digits.rstrip("0")) >= _ROUNDED
    )


def _roundings(digits: str) -> Iterator[str]:
    """A number's digits, and those of what it is in tens and hundreds."""
    yield digits
    for noughts in (1, 2):
        rounded = str(round(int(digits) / 10**noughts) * 10**noughts)
        if len(rounded) == len(digits) and rounded != digits:
            yield rounded


def _is_turned(one: Retold, other: Retold) -> bool:
    first, second = one.digits, other.digits
    if one.quantity.measure is not other.quantity.measure or first == second:
        return False
    noughts = max(len(each) - len(each.rstrip("0")) for each in (first, second))
    if noughts:
        first, second = (str(round(int(each) / 10**noughts)) for each in (first, second))
    return (
        len(first) == len(second) >= _ROUNDED
        and first != second
        and slip_of(first, second) is Slip.SWAPPED
    )


def _may_be_one(one: Retold, other: Retold) -> bool:
    """Whether no time, place or sum parts them, and a name or a word of what is told is shared."""
    here, there = one.sentence, other.sentence
    if here is there:
        return False
    when = whens_of(here, one.quantity), whens_of(there, other.quantity)
    if not may_be_of_one_time(*when):
        return False
    apart = abs(one.quantity.value - other.quantity.value)
    values = {each.value for sentence in (here, there) for each in sentence.quantities}
    if apart in values or {one.quantity.value, other.quantity.value} <= {
        each.value for each in here.quantities
    }:
        return False
    if _apart(here) ^ _apart(there) or in_series(*map(_words, (here, there))):
        return False
    names = proper_names(here.text), proper_names(there.text)
    if (names[0] - names[1]) and (names[1] - names[0]) and not names[0] & names[1]:
        return False
    return bool((_words(here) & _words(there)) - GENERIC_STEMS)


def _words(sentence: Sentence) -> frozenset[str]:
    return content(patterns.DIGITS.sub(" ", sentence.text))


def _apart(sentence: Sentence) -> frozenset[str]:
    return frozenset(word.lower() for word in _OTHERWISE.findall(sentence.text))
