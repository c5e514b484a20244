"""A level, an average or a sum of money told again paragraphs later with a slip in its digits.

"The mean across the service is 16.8 children" and "an average caseload of 18.6": no noun after the
number ties the two, but the words around them do, and two digits have changed places.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.context import is_general, may_be_one_part, proper_names
from goldenthread.claims.sayings.near import near_pairs
from goldenthread.claims.sayings.one_time import Whens, may_be_of_one_time, whens_of
from goldenthread.claims.sayings.retelling import Retold, blanked_times
from goldenthread.claims.sayings.setting import may_be_of_two
from goldenthread.claims.sayings.told_of import base_of
from goldenthread.claims.sayings.words import AGENT_STEMS, GENERIC_STEMS, content

_UNITS = (Measure.COUNT, Measure.MONEY, Measure.PERCENT, Measure.RATE)
_CUT = re.compile(
    r"[;:()]\s|(?<=[a-z%\d)])\.\s|\s[–—]\s|,\s(?!\d)(?=(?:and|but|with|while|which|of|compared|up|down|"
    r"against|so|from|the|an?|or|we|it|in|at|though|although|[a-z]+ing|[a-z]+ed|\d)\b)|\band\s(?=\d|an?\s|the\s)"
)
# What is of another time, or wished for, may well have another number.
_OTHER = re.compile(
    r"\b(?:than|compared|against|previous(?:ly)?|last year|year before|earlier|ago|targets?|aim\w*|"
    r"plan(?:ned)?|forecast|expect\w*|estimat\w*|budget\w*|another|further|others?|additional|"
    r"provisional|revised|national\w*|regional\w*|england|per|each|every|between|would|could|should|"
    r"if|next|net|gross|not|initially|originally|neighbours?|standard|by|rise|fall|increase|"
    r"reduction|saving|gap|more|fewer|less)\b",
    re.IGNORECASE,
)
_LAST = 5  # words before a number that may say so
_AVERAGE = re.compile(r"\b(?:mean|average|averaged|median|typical)\b", re.IGNORECASE)
# Words that name the unit and nothing of what is counted.
_OF_UNITS = content("units pieces items pounds hours days sums money")
_LONG, _SHARED, _PLAIN = 3, 2, 4


@dataclass(frozen=True, slots=True)
class _Level:
    """A number with the words of its clause, and those of all its passage."""

    retold: Retold
    words: frozenset[str]
    beside: frozenset[str]
    names: frozenset[str]
    average: bool
    base: str
    whens: Whens

    @property
    def sentence(self) -> Sentence:
        """Where it stands."""
        return self.retold.sentence

    @property
    def quantity(self) -> Quantity:
        """The number."""
        return self.retold.quantity


def levels_told_far_apart(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each two levels in two paragraphs that are a slip apart, and of one thing by their words."""
    found: dict[object, list[_Level]] = defaultdict(list)
    for sentence in reading.sentences:
        if sentence.quantities and not sentence.passage.heading:
            for each in _levels(sentence):
                unit = each.retold.quantity.measure, each.retold.quantity.decimals
                found[sentence.file, unit, len(each.retold.digits)].append(each)
    for levels in found.values():
        for one, other in near_pairs(levels):
            if _same(one, other):
                yield one.retold, other.retold


def _levels(sentence: Sentence) -> Iterator[_Level]:
    text = blanked_times(sentence)
    for each in sentence.quantities:
        if each.measure not in _UNITS or each.hedge is not Hedge.NONE or each.value == 0:
            continue
        starts = [match.end() for match in _CUT.finditer(text, 0, each.start)]
        start = max(starts, default=0)
        stop = _CUT.search(text, each.end)
        end = stop.start() if stop else len(text)
        lead = " ".join(text[start : each.start].split()[-_LAST:])
        if _OTHER.search(lead) or _OTHER.search(text[each.end : min(end, each.end + 25)]):
            continue
        clause = f"{text[start : each.start]} {text[each.end : end]}"
        yield _Level(
            retold=Retold(sentence, each),
            words=content(_AVERAGE.sub(" ", clause)) - AGENT_STEMS,
            beside=content(f"{sentence.passage.text} {sentence.passage.section}"),
            names=proper_names(clause),
            average=bool(_AVERAGE.search(clause)),
            base=base_of(sentence.text, each),
            whens=whens_of(sentence, each),
        )


def _same(one: _Level, other: _Level) -> bool:
    first, second = one.retold.sentence, other.retold.sentence
    if first.passage is second.passage or not may_be_of_one_time(one.whens, other.whens):
        return False
    slip = slip_of(one.retold.digits, other.retold.digits)
    sections = first.passage.section, second.passage.section
    general = any(not each or is_general(each) for each in sections)
    if not slip or not (may_be_one_part(*sections) or general):
        return False
    if one.names ^ other.names or one.average is not other.average:
        return False
    if any(_prints(each.retold.quantity, there) for each, there in ((one, second), (other, first))):
        return False
    if one.average and slip is Slip.SWAPPED and len(one.retold.digits) >= _LONG:
        return _spoken_of(one, other) or _spoken_of(other, one)
    short, long = sorted((one, other), key=lambda each: len(each.words))
    if not short.words or short.words <= GENERIC_STEMS:
        return False
    within = short.words <= long.words
    if len(one.retold.digits) < _LONG:
        if may_be_of_two(one, other):
            return False
        more = long.words - short.words - _OF_UNITS
        same_base = one.base == other.base != ""
        return same_base and within and not more and len(short.words) >= _PLAIN
    if slip is not Slip.SWAPPED:
        return False
    more = long.words - short.words - short.beside
    return within and not more and (len(short.words) >= _SHARED or _is_money(one))


def _spoken_of(one: _Level, other: _Level) -> bool:
    """Whether all that one is said to be of stands in the other's paragraph."""
    return one.words <= other.beside and not one.words <= GENERIC_STEMS


def _is_money(one: _Level) -> bool:
    return one.retold.quantity.measure is Measure.MONEY


def _prints(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a sentence has the number as well, so that it is told beside the other."""
    return any(quantity.value == each.value for each in sentence.quantities)
