"""A number told again paragraphs later with two digits changed about, or one wrong.

"1,864 officers in post at 31 March 2024" at a glance, and "with 1,684 officers in post" at the
end. In reports of ordinary length two counts of one noun are hardly ever such a slip apart by
chance; so it is enough that the noun is one, and that nothing says of another time or group.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.language.model import Hedge, Measure, Sentence
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.context import is_general, may_be_one_part, proper_names
from goldenthread.claims.sayings.groups import core_of
from goldenthread.claims.sayings.near import near_pairs
from goldenthread.claims.sayings.one_time import Whens, may_be_of_one_time, whens_of
from goldenthread.claims.sayings.retelling import Retold, blanked_times
from goldenthread.claims.sayings.words import GENERIC_STEMS, content, stem

_LONG = 3  # digits: of fewer that change places by chance
# What ends the words that say which of them, after the noun.
_ENDS = re.compile(
    r"[,;:.()–—]|\b(?:is|are|was|were|has|have|had|will|who|which|that|to|while|because|since|than|"
    r"compared|against|including|but|so|as|each|every)\b|\band (?=[a-z]+ed\b|\d|the\b|of\b|with\b)"
)
# What leads in a number that is of another time, another group, or not of what is.
OTHER = re.compile(
    r"\b(?:than|compared (?:with|to)|against|from|previous(?:ly)?|last year|year before|earlier|"
    r"ago|target|plan(?:ned)?|forecast|expect\w*|estimat\w*|budget\w*|average|another|further|other|"
    r"additional|more|fewer|new|extra|a total of the|provisional|revised|national\w*|england|"
    r"per|every|each|between|would|could|should|if|next|up to|nearly|about|around|excluding|"
    r"net|gross|not|only|just|initially|originally|neighbours?|until|original)\b",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"[^,;.]{0,30}?\b(?:last year|year before|year earlier|years? (?:ago|before|earlier)|previous|"
    r"more|fewer|in each|at first|to begin with)\b",
    re.IGNORECASE,
)
_LAST_WORDS = 6  # before a number, that may say it is of something else
_PART = re.compile(r"\d\s(?:out\s)?of\s(?:(?:the|these|those|our|all|its)\s)*$", re.IGNORECASE)
# "With 742 households to look after", "the 742 households": a group known already.
_KNOWN = re.compile(
    r"(?:(?:^|[.;,]\s)(?:With|Given(?: that)?|For)|\b(?:the|our|these|those|all|all the|its))\s$",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:[a-z]{3,}(?:ed|ing)|held|made|began|begun|led|sent|met|left|gave|given|took|taken|done|"
    r"wrote|written|found|built|sold|bought|paid|won|lost|ran|seen|heard|taught|let)\b"
)


@dataclass(frozen=True, slots=True)
class _Telling:
    """``core`` is the noun counted, ``tail`` which of them, ``deeds`` what was done with them."""

    retold: Retold
    core: frozenset[str]
    tail: frozenset[str]
    deeds: frozenset[str]
    words: frozenset[str]
    known: bool
    whens: Whens


def told_far_apart(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each two counts of one noun that are a slip apart, with nothing that tells them apart."""
    found: dict[object, list[_Telling]] = defaultdict(list)
    for sentence in reading.sentences:
        if sentence.quantities and not sentence.passage.heading:
            for each in _tellings(sentence):
                found[sentence.file, each.core, len(each.retold.digits)].append(each)
    printed = _printed(reading.sentences)
    for tellings in found.values():
        for one, other in near_pairs(tellings):
            if _same(one, other, printed):
                yield one.retold, other.retold


def _printed(sentences: Sequence[Sentence]) -> dict[tuple[str, str], int]:
    """How often each number is printed in each file."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for sentence in sentences:
        for each in sentence.quantities:
            found[sentence.file, re.sub(r"\D", "", each.text)] += 1
    return found


def _tellings(sentence: Sentence) -> Iterator[_Telling]:
    text = blanked_times(sentence)
    for each in sentence.quantities:
        digits = re.sub(r"\D", "", each.text)
        if each.measure is not Measure.COUNT or each.hedge is not Hedge.NONE or each.decimals:
            continue
        if len(digits) < _LONG or digits.endswith("00"):
            continue
        core, end = core_of(text, each)
        before = text[: each.start]
        start = max((before.rfind(mark) for mark in (". ", "; ", ": ")), default=-1) + 1
        near = " ".join(before[start:].split()[-_LAST_WORDS:])
        if not core or OTHER.search(near) or _PART.search(before):
            continue
        if AFTER.match(text, end):
            continue
        stop = _ENDS.search(text, end)
        tail = text[end : stop.start() if stop else len(text)]
        clause = re.split(r"[,;.]\s", text[end:])[0]
        lead = before[start:]
        yield _Telling(
            retold=Retold(sentence, each),
            core=core,
            tail=content(tail),
            deeds=frozenset(map(stem, _DEED.findall(f"{lead} {clause}"))),
            words=content(text),
            known=bool(_KNOWN.search(before)),
            whens=whens_of(sentence, each),
        )


def _same(one: _Telling, other: _Telling, printed: dict[tuple[str, str], int]) -> bool:
    first, second = one.retold.sentence, other.retold.sentence
    if first.passage is second.passage or of_one_list(first, second):
        return False
    apart = slip_of(one.retold.digits, other.retold.digits)
    if not apart or not _may_stand_apart(first.passage.section, second.passage.section, apart):
        return False
    if not may_be_of_one_time(one.whens, other.whens):
        return False
    if min(printed[first.file, each.retold.digits] for each in (one, other)) > 1:
        return False  # each is told again elsewhere as it stands here
    values = {each.value for each in (*first.quantities, *second.quantities)}
    if _explained(one, other, first) or _explained(other, one, second) or len(values) < _FEWEST:
        return False
    here, there = (proper_names(blanked_times(each)) for each in (first, second))
    if (here - there and there - here) or in_series(one.words, other.words):
        return False
    sizes = sorted(each.retold.quantity.value for each in (one, other))
    if apart == Slip.CHANGED and sizes[1] > sizes[0] * _NEAR:
        return False
    return _told_of_one(one, other, apart)


def _may_stand_apart(one: str, other: str, apart: Slip) -> bool:
    """Whether two headings leave room for one thing; of a surer slip one may be "At a glance"."""
    general = any(not each or is_general(each) for each in (one, other))
    return may_be_one_part(one, other) or (apart == Slip.SWAPPED and general)


def of_one_list(one: Sentence, other: Sentence) -> bool:
    """Whether both may be items of one list, of each of several in turn."""
    short = all(
        len(each.passage.text) <= _ITEM and each.passage.text == each.text for each in (one, other)
    )
    return short and one.passage.section == other.passage.section


def in_series(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences are alike but for a word or two each: "the north team", "the south"."""
    apart = one - other, other - one
    return all(0 < len(each) <= _A_WORD_OR_TWO for each in apart) and len(one & other) > max(
        map(len, apart)
    )


_FEWEST = 2
_ITEM, _A_WORD_OR_TWO, _NEAR = 130, 2, Fraction(3, 2)


def _told_of_one(one: _Telling, other: _Telling, apart: Slip) -> bool:
    """Whether the words that say which of them leave room for one group only."""
    shared = one.deeds & other.deeds
    alike = one.tail == other.tail and bool(one.tail)
    known = other.known and (other.tail <= one.words or not other.tail)
    if apart == Slip.SWAPPED:
        within = alike or (one.tail <= other.words and other.tail <= one.words) or known
        plain = alike or known or bool(shared) or len(one.core) > 1
        return within and plain and not (one.core <= GENERIC_STEMS and not (alike or shared))
    return (alike and (bool(shared) or other.known)) or (known and not other.tail)


def _explained(one: _Telling, other: _Telling, sentence: Sentence) -> bool:
    """Whether numbers beside one of them make the other: "468, with 18 more since then"."""
    value, told = one.retold.quantity.value, other.retold.quantity.value
    beside = [each.value for each in sentence.quantities if each is not one.retold.quantity]
    return told in beside or abs(value - told) in beside
