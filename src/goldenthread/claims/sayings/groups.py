"""A counted group told of again by its number: "seven reviews ... the nine reviews done then"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.context import proper_names
from goldenthread.claims.sayings.near import near_pairs
from goldenthread.claims.sayings.retelling import (
    OTHERWISE,
    Places,
    Retold,
    blanked_times,
    days_of,
    is_slip,
    narrowed,
)
from goldenthread.claims.sayings.words import AGENT_STEMS, GENERIC_STEMS, content, stem

_WORD = re.compile(r"\s+([A-Za-z][a-z’'-]*(?:(?<=ection)\s\d{1,2}\b)?)")
_PEOPLE = ("children", "people", "women", "men", "young people", "staff", "offspring")
_NO_NOUN = re.compile(
    r"of|in|on|at|to|for|from|by|with|and|or|but|as|than|were|was|are|is|had|have|has|who|which|that|"
    r"this|the|an?|each|every|per|more|fewer|less|others?|further|days|weeks|months|years|hours|"
    r"minutes|times|points|percent"
)
_DEFINITE = re.compile(r"(?:^|[^\w])(?:all (?:of )?)?(?:the|these|those|all|our)\s$", re.IGNORECASE)
_PART = re.compile(
    r"(?:\d|\bone|\btwo|\bthree|\bhalf|\bmost|\bsome|\bmany)\s(?:out\s)?of\s\W*$", re.I
)
# Words at which what says which of them ends.
_ENDS = re.compile(
    r"[,;:.()–—]|\b(?:has|have|had|will|was|were|is|are|(?:and|but)(?!\s(?:not\s)?[a-z]+(?:ed|en)\b)|so|"
    r"to be|while|because|since|than|including)\b"
)
_WHO = re.compile(r"^\s*(?:who|which|that)\s+(?:were|was|are|is|had been|have been|had|have)\b")
_AT_THAT = re.compile(
    r"\b(?:at|on|by|in|during|for|over|throughout)\s(?:that|the same|this|the)\s"
    r"(?:date|day|time|point|year|period|month|quarter)\b|\bthen\b",
    re.IGNORECASE,
)
# What is done to make, and to get: two of one kind say the same.
_DONE = frozenset(
    map(stem, ("undertaken", "undertook", "carried", "conducted", "done", "held", "completed"))
)
_GOT = frozenset(map(stem, ("received", "recorded", "registered", "logged", "got", "had")))
_DEED = re.compile(
    r"\b(?:[a-z]{2,}ed|undertook|undertaken|held|made|began|begun|led|sent|met|left|gave|given|took|"
    r"taken|done|did|wrote|written|found|built|sold|bought|paid|won|lost|ran|chosen|chose|got|saw|"
    r"seen|heard|taught|brought|kept|fed|caught|lent|fought|sought|grew|drove|put|set|cut|run|due)\b"
)
# What goes on to say which of them, after a time: "in May with health".
_GOES_ON = re.compile(
    r"\s+(?:with|by|for|in|of|at|from|that|who|which|about|on|under|across|where|and|or|to|as|into|"
    r"between|among|outside|without|against|[a-z]+(?:ed|ing))\b"
)
# Whoever it is that did it, may be another than the first sentence's.
_BY_OTHERS = re.compile(r"\b(?:we|they|it|he|she|us|our|their)\b", re.IGNORECASE)
# "Was" tells of the past and, of a count, of nothing else.
_NO_DOUBT = re.compile(r"\bwas\b|\blook(?:ed|ing|s)? after\b", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z]+")
_MOST = 12  # numbers of which some may add up to what is told


@dataclass(frozen=True, slots=True)
class _Group:
    """``core`` names a group, ``noun`` its last word, ``more`` which of them, ``deeds`` the act."""

    retold: Retold
    noun: str
    core: frozenset[str]
    more: frozenset[str]
    deeds: frozenset[str]
    clause: frozenset[str]
    whens: frozenset[tuple[date, date, bool]]
    definite: bool
    back: bool
    narrowed: frozenset[str]


def groups_told_again(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each two tellings of one group by two numbers."""
    places = Places(reading)
    found: dict[str, list[_Group]] = defaultdict(list)
    for sentence in reading.sentences:
        if sentence.quantities and not sentence.passage.heading:
            for each in _groups(sentence):
                found[each.noun].append(each)
    for groups in found.values():
        for one, other in near_pairs(groups):
            if _same(one, other, places) and not _explained(one, other, reading.sentences):
                yield one.retold, other.retold


def core_of(text: str, quantity: Quantity) -> tuple[frozenset[str], int]:
    """The stems of the noun that follows a number, up to its plural, and where they end."""
    words: list[str] = []
    at = quantity.end
    while (match := _WORD.match(text, at)) and len(words) < 6:
        word = match[1].lower()
        if _NO_NOUN.fullmatch(word) or word.endswith(("'s", "’s")):
            return frozenset(), at
        words.append(word)
        at = match.end()
        if word in _PEOPLE or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            return frozenset(map(stem, words)), at
    return frozenset(), at


def _groups(sentence: Sentence) -> Iterator[_Group]:
    text = blanked_times(sentence)
    for each in sentence.quantities:
        if each.measure is not Measure.COUNT or each.hedge is not Hedge.NONE or each.decimals:
            continue
        core, end = core_of(text, each)
        before = text[: each.start]
        if not core or _PART.search(re.sub(r"(?:the|these|those|our|all)\s$", "", before)):
            continue
        who = _WHO.match(text, end) or _WHO.match(text[end:])
        begin = end + (who.end() if who else 0)
        tail = text[end : _end_of(sentence, text, begin)]
        start = max((text.rfind(mark, 0, each.start) for mark in ".;:"), default=-1) + 1
        clause_end = re.compile(r"[,;:.()]|\b(?:and|but)\b").search(text, end)
        clause = text[start : clause_end.start() if clause_end else len(text)]
        if _BY_OTHERS.search(tail) or OTHERWISE.search(_NO_DOUBT.sub(" ", clause)):
            continue
        definite = bool(_DEFINITE.search(before))
        deeds = _DEED.findall(tail if definite else clause.lower())
        rest = re.sub(r"^\s*(?:who|which|that)\s", " ", _AT_THAT.sub(" ", tail))
        yield _Group(
            retold=Retold(sentence, each),
            noun=stem(text[:end].split()[-1]),
            core=core,
            more=content(rest) - _DONE - _GOT,
            deeds=frozenset(map(stem, deeds)) - core,
            clause=content(sentence.text) | frozenset(map(stem, _LETTERS.findall(text))),
            whens=frozenset(days_of(sentence, 0, len(sentence.text))),
            definite=definite,
            back=bool(_AT_THAT.search(tail)),
            narrowed=narrowed(before) - content(sentence.passage.section),
        )


def _end_of(sentence: Sentence, text: str, begin: int) -> int:
    """Where the words that say which of them end: at a verb, a mark, or a time that closes them."""
    stop = _ENDS.search(text, begin)
    end = stop.start() if stop else len(text)
    ends = [each.end for each in sentence.times if begin <= each.start < end]
    ends += [match.end() for match in _AT_THAT.finditer(text, begin, end)]
    return min((at for at in ends if not _GOES_ON.match(text, at)), default=end)


def _same(one: _Group, other: _Group, places: Places) -> bool:
    first, second = one.retold, other.retold
    if first.sentence is second.sentence or not places.may_be_one(first.sentence, second.sentence):
        return False
    if first.quantity.interval.meets(second.quantity.interval):
        return False
    slip = is_slip(first.quantity.text, second.quantity.text)
    names = proper_names(blanked_times(second.sentence)) - proper_names(first.sentence.text)
    known = f"{first.sentence.text} {first.sentence.passage.section}"
    if not slip and any(name not in known for name in names):
        return False
    if one.narrowed != other.narrowed or not _at_one_time(one, other):
        return False
    if other.definite and not one.definite and other.more <= one.clause:
        plain = bool(other.more) or not one.core <= GENERIC_STEMS
        slip = slip or (
            _in_one(first, second) and is_slip(first.quantity.text, second.quantity.text, 2)
        )
        alike = one.core == other.core or (slip and other.core < one.core)
        near = _in_one(first, second) and one.more <= other.clause and not _of_a_deed(one, other)
        return plain and alike and _one_deed(one, other) and (slip or near)
    plain_words = one.core - AGENT_STEMS
    if (
        slip
        and one.core == other.core
        and len(plain_words) >= 3
        and one.deeds
        and one.deeds & other.deeds
    ):
        return not one.more or not other.more or one.more == other.more
    return False


def _of_a_deed(one: _Group, other: _Group) -> bool:
    """Whether the first tells of those something was done with, and the second of all of them."""
    return bool(one.deeds - _DONE - _GOT) and not other.deeds


def _in_one(first: Retold, second: Retold) -> bool:
    """Whether both stand in one passage: without a slip only the text around ties them."""
    return first.sentence.passage is second.sentence.passage


def _at_one_time(one: _Group, other: _Group) -> bool:
    if len(one.whens) != 1:
        return False
    if other.back and not other.whens:
        return one.retold.sentence.passage is other.retold.sentence.passage
    if one.whens != other.whens:
        return False
    first, second = one.retold.sentence, other.retold.sentence
    return first.file == second.file or next(iter(one.whens))[2]


def _one_deed(one: _Group, other: _Group) -> bool:
    """Whether what was done is the same, or one of two words for it."""
    return (
        not other.deeds
        or bool(one.deeds & other.deeds)
        or other.deeds <= one.clause
        or any(one.deeds & alike and other.deeds <= alike for alike in (_DONE, _GOT))
    )


def _explained(one: _Group, other: _Group, sentences: Sequence[Sentence]) -> bool:
    """Whether the text has the second number elsewhere, or numbers that make it."""
    last = other.retold.sentence
    told = other.retold.quantity.value
    values: list[Fraction] = []
    for sentence in sentences:
        if sentence.file == last.file and sentence is last:
            break
        if sentence.file == last.file and sentence.passage.section == last.passage.section:
            values += [each.value for each in sentence.quantities if each.measure is Measure.COUNT]
    near = values[-_MOST:]
    if told in near:
        return True
    if is_slip(one.retold.quantity.text, other.retold.quantity.text):
        return False
    return any(told in (a + b, abs(a - b)) for a, b in combinations(near, 2)) or any(
        sum(three) == told for three in combinations(near, 3)
    )
