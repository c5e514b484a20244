"""A measure told by name and told again: "the vacancy rate for nurses in May was 9.3%"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.claims.language.model import Hedge, Quantity, Sentence
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
    labels_of,
    narrowed,
)
from goldenthread.claims.sayings.words import AGENT_STEMS, content

_HEAD = (
    r"rates?|age|proportion|percentage|average|median|mean|score|coverage|uptake|take-up|turnover|"
    r"length|wait|time|cost|ratio|occupancy|compliance|attendance|caseloads?|duration|index"
)
_COPULA = (
    r"(?: (?:was|is|were|are|stood|stands|remained|remains|came|averaged)(?: (?:in|out|at|now|then|"
    r"still|just|steady|unchanged))*(?: at)?| at| of|:|,) $"
)
_LEVEL = re.compile(
    rf"(?P<before>(?:[\w'’-]+ ){{0,7}})(?P<head>\b(?:{_HEAD}))(?P<after>(?: [\w'’-]+){{0,14}}?)"
    rf"(?P<copula>{_COPULA})",
    re.IGNORECASE,
)
# What stands before the words of a measure and is none of them.
_OPENS = re.compile(
    r"^.*\b(?:the|an?|our|its|their|this|that|with|while|as|but|and|because|since|because|where|when|"
    r"against|to|in|on|at|is|was|were|are|has|had|have|shows?|showed|see)\s",
    re.IGNORECASE | re.DOTALL,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|rose|fell|and|but|than|from|who|which|that)\b"
)
# "Although this is an improvement, a median age of 58": what was told is told of again.
_BACK = re.compile(
    r"\b(?:this|that|it)\s(?:is|was|remains|represents|marks|shows|reflects|compares)\b|"
    r"\b(?:as (?:set out|noted|stated|shown|reported|described|mentioned)|already)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^\W?\s*(?:\(|(?:in|at|for|during|on|by|as at)\s(?:the\s)?(?:end\sof\s)?)\s*$")
# "At the end of January" and "in January" are one time of a level.
_AT_THE_END = frozenset(("end", "clos", "month", "position"))
_ELSEWHERE = re.compile(r"\b(?:there|here|their|its|his|her)\b", re.IGNORECASE)
# Words that say little elsewhere, and here of whom: "registered nurses".
_OF_WHOM = re.compile(
    r"\b(?:registered|recorded|received|full|high|higher|low|lower|current|recent|final|total|"
    r"overall|reported|under|over|first|out|up|down|all|other|own|headline)\b"
)
_FOR_WHOM = re.compile(r"\b(?:for|among|amongst|in|at|within|across)\s+(\w.*)", re.IGNORECASE)
_SHORT = 8  # words of a sentence that may bring a new group in
_FEWEST = 3  # words that name a measure plainly, its head among them


@dataclass(frozen=True, slots=True)
class _Level:
    retold: Retold
    head: str
    words: frozenset[str]
    when: tuple[date, date, bool]
    narrowed: frozenset[str]

    @property
    def enough(self) -> int:
        return len(self.words) + 1


def levels_told_again(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each two tellings of one measure and time that no one value can have been printed as."""
    groups: dict[object, list[_Level]] = defaultdict(list)
    places, labels = Places(reading), labels_of(reading)
    for sentence in reading.sentences:
        if not sentence.quantities or sentence.passage.heading:
            continue
        label = labels.get((sentence.file, sentence.locator), frozenset())
        for level in _levels(sentence, label):
            quantity = level.retold.quantity
            groups[level.head, level.when, quantity.measure, quantity.per].append(level)
    for found in groups.values():
        if len({each.retold.quantity.value for each in found}) > 2:
            continue  # of each of several groups or places in turn
        for one, other in near_pairs(found):
            if _differ(one, other) and _same(one, other, places):
                yield one.retold, other.retold


def _levels(sentence: Sentence, label: frozenset[str]) -> Iterator[_Level]:
    text = blanked_times(sentence)
    for each in sentence.quantities:
        if each.hedge is not Hedge.NONE:
            continue
        start = max((text.rfind(mark, 0, each.start - 2) for mark in ".;()"), default=-1) + 1
        flat = re.sub(r"\s+", " ", text[start : each.start])
        match = _LEVEL.search(flat)
        if match is None:
            continue
        before = _OPENS.sub("", match["before"])
        named = f"{before} {match['head']} {match['after']}"
        if _VERB.search(named) or OTHERWISE.search(named) or any(c.isdigit() for c in named):
            continue
        if _ELSEWHERE.search(f"{match['after']}"):
            continue
        whens = days_of(sentence, start, each.start) or _straight_after(sentence, each)
        if len(whens) != 1:
            continue
        yield _Level(
            retold=Retold(sentence, each),
            head=match["head"].lower(),
            words=_words(f"{before} {match['after']}"),
            when=next(iter(whens)),
            narrowed=narrowed(text[: each.start]) | label | _of_whom_after(text, each),
        )


def _of_whom_after(text: str, quantity: Quantity) -> frozenset[str]:
    """The words that say of whom after the number: "was 36.5 in 2012 for men"."""
    found = _FOR_WHOM.search(re.split(r"[,;.(]|\band\b|\bbut\b", text[quantity.end :])[0])
    return content(found[1]) if found else frozenset()


def _words(named: str) -> frozenset[str]:
    plain = content(named) - AGENT_STEMS - _AT_THE_END
    return plain | frozenset(_OF_WHOM.findall(named.lower()))


def _straight_after(sentence: Sentence, quantity: Quantity) -> set[tuple[date, date, bool]]:
    """The time that follows a number at once: "was 63 in 2023"."""
    for time in sentence.times:
        if time.start >= quantity.end and _AFTER.match(sentence.text[quantity.end : time.start]):
            return {(time.first, time.last, time.year_given)}
    return set()


def _differ(one: _Level, other: _Level) -> bool:
    first, second = one.retold.quantity, other.retold.quantity
    return not first.interval.meets(second.interval)


def _same(one: _Level, other: _Level, places: Places) -> bool:
    """Whether both name one measure of the same people, and the second is no other's."""
    first, second = one.retold.sentence, other.retold.sentence
    if first is second or not places.may_be_one(first, second):
        return False
    if first.file != second.file and not one.when[2]:
        return False
    if one.narrowed != other.narrowed:
        return False
    if one.retold.quantity.value in {each.value for each in second.quantities}:
        return False
    if _new_name_between(first, second):
        return False
    names = proper_names(blanked_times(first)) ^ proper_names(blanked_times(second))
    same_passage = first.passage is second.passage
    if one.words == other.words:
        if any(name not in f"{first.text} {first.passage.section}" for name in names):
            return False
        if _set_apart(first, second) and not _BACK.search(second.text):
            return False
        slip = is_slip(one.retold.quantity.text, other.retold.quantity.text)
        return one.enough >= _FEWEST or (slip and bool(one.words))
    back = _BACK.search(second.text[: other.retold.quantity.start])
    return bool(
        same_passage
        and back
        and other.words < one.words
        and other.enough >= _FEWEST
        and not any(name not in first.text for name in names)
        and not any(other.retold.quantity.value == each.value for each in first.quantities)
    )


def _set_apart(one: Sentence, other: Sentence) -> bool:
    """Whether a short sentence stands before the second, that may tell of whom it speaks."""
    if one.passage is not other.passage:
        return False
    text = other.passage.text
    between = text[text.find(one.text) + len(one.text) : text.find(other.text)]
    last = re.split(r"[.!?]\s", between.strip())[-1]
    return 0 < len(last.split()) <= _SHORT


def _new_name_between(one: Sentence, other: Sentence) -> bool:
    """Whether what stands before the second in its passage names what the first does not."""
    text = other.passage.text
    begin = text.find(one.text) + len(one.text) if one.passage is other.passage else 0
    between = text[begin : text.find(other.text)]
    known = f"{one.text} {one.passage.section}"
    return any(name not in known for name in proper_names(between.strip()))
