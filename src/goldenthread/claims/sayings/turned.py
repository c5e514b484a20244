"""A count told again paragraphs later with its digits in another order.

"The service chaired 1,214 reviews" and at the end "with 1,421 reviews chaired": the noun is one,
and so is all that is said of the shorter telling, or the number they are both a part of.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.apart import AFTER, OTHER, in_series, of_one_list
from goldenthread.claims.sayings.context import is_general, may_be_one_part, proper_names
from goldenthread.claims.sayings.near import near_pairs
from goldenthread.claims.sayings.one_time import Whens, may_be_of_one_time, whens_of
from goldenthread.claims.sayings.retelling import Retold, blanked_times
from goldenthread.claims.sayings.words import GENERIC_STEMS, content

_LONG = 3  # digits
_FEWEST, _ENOUGH = 2, 3  # words both tellings have
_LAST_WORDS = 6
# Where a clause ends.
CUT = re.compile(r"[;:()–—]\s?|,\s(?!\d)|(?<=[a-z)%\d])\.\s")
# "Children who missed two or more" are no more children.
_OR_MORE = re.compile(r" or (?:more|fewer)\b")
_PART = re.compile(r" (?:out )?of (?:(?:the|our|all|these|those|them|its) ?)*(?P<whole>\d[\d,]*)?")
# Counts of what was due, left or of a part are no tellings of the whole.
_SOME = re.compile(
    r"\b(?:due|offered|invited|eligible|remaining|left|of whom|of which|if|would|could|should|"
    r"target|plan(?:ned)? to|closed|opened|open|started|ended|new)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Telling:
    """``words`` are those of the number's clause, ``around`` those of its sentence."""

    retold: Retold
    noun: frozenset[str]
    words: frozenset[str]
    around: frozenset[str]
    some: frozenset[str]
    whole: str
    whens: Whens


def told_with_digits_turned(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each two counts of one thing that have the same digits in another order."""
    found: dict[object, list[_Telling]] = defaultdict(list)
    printed: dict[tuple[str, str], int] = defaultdict(int)
    for sentence in reading.sentences:
        for each in sentence.quantities:
            printed[sentence.file, re.sub(r"\D", "", each.text)] += 1
        if not sentence.passage.heading:
            for telling in _tellings(sentence):
                found[sentence.file, "".join(sorted(telling.retold.digits))].append(telling)
    for tellings in found.values():
        for one, other in near_pairs(tellings):
            often = min(
                printed[one.retold.sentence.file, each.retold.digits] for each in (one, other)
            )
            if one.retold.digits != other.retold.digits and often == 1 and _same(one, other):
                yield one.retold, other.retold


def _tellings(sentence: Sentence) -> Iterator[_Telling]:
    text = blanked_times(sentence)
    for each in sentence.quantities:
        digits = re.sub(r"\D", "", each.text)
        if each.measure is not Measure.COUNT or each.hedge is not Hedge.NONE or each.decimals:
            continue
        if len(digits) < _LONG or digits.endswith("00") or len(set(digits)) == 1:
            continue
        start = max((match.end() for match in CUT.finditer(text, 0, each.start)), default=0)
        stop = CUT.search(text, each.end)
        end = stop.start() if stop else len(text)
        lead = " ".join(text[start : each.start].split()[-_LAST_WORDS:])
        if OTHER.search(lead) or AFTER.match(_OR_MORE.sub("", text[each.end :])):
            continue
        part = _PART.match(text, each.end)
        clause = f"{text[start : each.start]} {text[each.end : end]}"
        yield _Telling(
            retold=Retold(sentence, each),
            noun=content(_noun(sentence, each)),
            words=_words(clause),
            around=_words(text),
            some=frozenset(word.lower() for word in _SOME.findall(clause)),
            whole=(part["whole"] or "").replace(",", "") if part else "",
            whens=whens_of(sentence, each),
        )


def _words(text: str) -> frozenset[str]:
    """The stems of a text's words, without its numbers."""
    return frozenset(word for word in content(text) if not any(map(str.isdigit, word)))


def _noun(sentence: Sentence, quantity: Quantity) -> str:
    """What is counted: the noun after a number, or after the whole it is a part of."""
    if quantity.noun:
        return quantity.noun
    part = _PART.match(sentence.text, quantity.end)
    if part and part["whole"]:
        for each in sentence.quantities:
            if each.start == part.start("whole"):
                return each.noun
    return ""


def _same(one: _Telling, other: _Telling) -> bool:
    first, second = one.retold.sentence, other.retold.sentence
    if first.passage is second.passage or of_one_list(first, second):
        return False
    sections = first.passage.section, second.passage.section
    if not may_be_one_part(*sections) and not any(not s or is_general(s) for s in sections):
        return False
    if not may_be_of_one_time(one.whens, other.whens) or one.some != other.some:
        return False
    here, there = (proper_names(blanked_times(each)) for each in (first, second))
    if (here - there and there - here) or in_series(one.words, other.words):
        return False
    if _explained(one, other, first) or _explained(other, one, second):
        return False
    return _of_one(one, other)


def _of_one(one: _Telling, other: _Telling) -> bool:
    """Whether one noun, and all that the shorter telling says or much of it, stands in both.

    Of parts of one whole that both sentences print the noun may be left out.
    """
    if _of_one_whole(one, other):
        return len((one.around & other.around) - GENERIC_STEMS) >= _FEWEST
    if not one.noun & other.noun:
        return False
    if bool(one.whole) is bool(other.whole) and one.whole != other.whole:
        return False
    short, long = sorted((one, other), key=lambda each: len(each.words))
    shared = short.words & long.around
    if len(shared - GENERIC_STEMS) < _FEWEST:
        return False
    within = short.words <= long.around
    return within or len(shared) >= _ENOUGH


def _of_one_whole(one: _Telling, other: _Telling) -> bool:
    """Whether both sentences print one larger number, of which one telling at least is a part."""
    least = max(each.retold.quantity.value for each in (one, other))
    first, second = (
        {each.value for each in telling.retold.sentence.quantities if each.value > least}
        for telling in (one, other)
    )
    return bool(first & second) and any(each.whole for each in (one, other))


def _explained(one: _Telling, other: _Telling, sentence: Sentence) -> bool:
    """Whether numbers beside one of them make the other."""
    value, told = one.retold.quantity.value, other.retold.quantity.value
    beside = [each.value for each in sentence.quantities if each is not one.retold.quantity]
    return told in beside or abs(value - told) in beside
