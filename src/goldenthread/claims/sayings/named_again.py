"""What is spoken of as known, by its name and its number: "the overspend of £6.4m".

A number told so before, of that name, that has the same digits in another order is meant to be it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.model import Hedge, Measure, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.context import is_general, may_be_one_part, proper_names
from goldenthread.claims.sayings.near import near_pairs
from goldenthread.claims.sayings.one_time import Whens, may_be_of_one_time, whens_of
from goldenthread.claims.sayings.retelling import Retold, blanked_times
from goldenthread.claims.sayings.turned import CUT
from goldenthread.claims.sayings.words import content, stem

_UNITS = (Measure.COUNT, Measure.MONEY, Measure.DURATION, Measure.PERCENT)
_NAMED = re.compile(r"(?:^|[^\w])the ((?:[a-z-]+ ){0,2}[a-z-]{4,}) of $", re.IGNORECASE)
# "This year's overspend of £6.4m", "the £6.4m overspend".
_OWN = re.compile(
    r"(?:\b(?:this|our|its|their)|year[’']s)\s((?:[a-z-]+ )?[a-z-]{4,}) of $", re.IGNORECASE
)
_LED = re.compile(r"\b(?:the|our|this|its|their|that)\s$", re.IGNORECASE)
_AFTER = re.compile(r" ([a-z-]{4,})\b(?<!s)")
_PLAIN = frozenset(map(stem, ("total", "number", "figure", "overall", "current", "sum", "cost")))
_OTHERWISE = re.compile(
    r"\b(?:than|compared|against|previous\w*|last|ago|before|earlier|targets?|from|another|other|"
    r"further|national\w*|regional\w*|england|each|per|rise|fall|increase|decrease|reduction|"
    r"longest|shortest|highest|lowest|would|could|if|by contrast)\b",
    re.IGNORECASE,
)
_LAST_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Telling:
    """``name`` is what the number is called where it is spoken of as known, else nothing."""

    retold: Retold
    name: frozenset[str]
    words: frozenset[str]
    unit: tuple[object, ...]
    whens: Whens


def named_again(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each two numbers of one name, the later named as known, with their digits turned."""
    every = [
        telling
        for sentence in reading.sentences
        if not sentence.passage.heading
        for telling in _tellings(sentence)
    ]
    for one, other in near_pairs(every):
        if other.name and other.name <= one.words and _turned(one, other) and _may_be(one, other):
            yield one.retold, other.retold


def _tellings(sentence: Sentence) -> Iterator[_Telling]:
    text = blanked_times(sentence)
    for each in sentence.quantities:
        if each.measure not in _UNITS or each.hedge is not Hedge.NONE:
            continue
        if not any(map(str.isdigit, each.text)):
            continue
        start = max((match.end() for match in CUT.finditer(text, 0, each.start)), default=0)
        lead = " ".join(text[start : each.start].split()[-_LAST_WORDS:])
        if _OTHERWISE.search(lead):
            continue
        before = text[: each.start]
        named = _NAMED.search(before) or _OWN.search(before)
        if each.measure is Measure.MONEY and _LED.search(before):
            named = named or _AFTER.match(text, each.end)
        name = content(named[1]) - _PLAIN if named else frozenset()
        yield _Telling(
            retold=Retold(sentence, each),
            name=name,
            words=content(text[start : each.start]),
            unit=(each.measure, each.decimals, re.sub(r"[\d.,]", "", each.text).strip()),
            whens=whens_of(sentence, each),
        )


def _turned(one: _Telling, other: _Telling) -> bool:
    """Whether two numbers printed alike have the same digits in another order."""
    return (
        one.unit == other.unit
        and one.retold.digits != other.retold.digits
        and sorted(one.retold.digits) == sorted(other.retold.digits)
    )


def _may_be(one: _Telling, other: _Telling) -> bool:
    """Whether nothing tells the two apart: time, heading, names or numbers beside them."""
    first, second = one.retold.sentence, other.retold.sentence
    if first.file != second.file or first.passage is second.passage:
        return False
    if not may_be_of_one_time(one.whens, other.whens):
        return False
    sections = first.passage.section, second.passage.section
    if not may_be_one_part(*sections) and not any(not s or is_general(s) for s in sections):
        return False
    here, there = (proper_names(blanked_times(each)) for each in (first, second))
    if here - there and there - here:
        return False
    values = {each.value for each in second.quantities}
    return one.retold.quantity.value not in values
