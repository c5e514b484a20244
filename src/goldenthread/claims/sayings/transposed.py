"""One number told twice with its digits changed round, however differently the two are worded."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.series.vocabulary import FILL, GENERIC

_UNITS = (Measure.COUNT, Measure.MONEY, Measure.PERCENT, Measure.RATE)
_CLAUSE = re.compile(r"[;:]\s|\.\s|\n|,\s(?=(?:of which|and|but|so|with)\b)")
_WORD = re.compile(r"[A-Za-z][a-z'’-]+")
_OF = re.compile(r"\s+of\s+(?!(?:the|our|all|these|those|whom|which|them)\b)[a-z]+")
# With these two numbers of one thing may differ.
_OTHERWISE = re.compile(
    r"\b(?:provisional\w*|revised|final|draft|estimat\w*|target\w*|expect\w*|forecast\w*|plan\w*|"
    r"budget\w*|after|before|net|gross|besides|further|another|other|own|average|national\w*|"
    r"england|about|some|previous\w*|last|corrected|not|excluding|including|of whom|of which)\b",
    re.I,
)
_LIGHT = FILL | GENERIC
_MONTHS = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)$"
)
_LEAST_SHARED = 2


@dataclass(frozen=True, slots=True)
class Telling:
    """A number with its clause: what is counted, at what time, and the words around."""

    sentence: Sentence
    quantity: Quantity
    noun: frozenset[str]
    words: frozenset[str]


def transposed(sentences: Sequence[Sentence]) -> Iterator[tuple[Telling, Telling]]:
    """Each two tellings of one thing and time in which two digits have changed places."""
    groups: dict[object, list[Telling]] = defaultdict(list)
    for sentence in sentences:
        for when, telling in _tellings(sentence):
            digits = "".join(sorted(re.sub(r"\D", "", telling.quantity.text)))
            place = telling.quantity.measure, telling.quantity.decimals
            groups[sentence.file, when, digits, place].append(telling)
    for found in groups.values():
        for at, other in enumerate(found):
            for one in found[:at]:
                if _two_changed(one.quantity.text, other.quantity.text) and _same(one, other):
                    yield one, other


def _tellings(sentence: Sentence) -> Iterator[tuple[tuple[date, date], Telling]]:
    text = sentence.text
    times = {(each.first, each.last) for each in sentence.times if each.year_given}
    if len(times) != 1 or _OTHERWISE.search(text):
        return
    (when,) = times
    for each in sentence.quantities:
        digits = re.sub(r"\D", "", each.text)
        if each.measure not in _UNITS or each.hedge is not Hedge.NONE or len(set(digits)) < 2:
            continue
        noun = frozenset(_stems(each.noun))
        if not noun and each.measure is not Measure.MONEY:
            continue
        if _OF.match(text[each.end :].removeprefix(f" {each.noun}")):
            continue  # "3.6 million tonnes of grain"
        starts = [match.end() for match in _CLAUSE.finditer(text, 0, each.start)]
        stop = _CLAUSE.search(text, each.end)
        clause = text[max(starts, default=0) : stop.start() if stop else len(text)]
        words = frozenset(_stems(clause)) | noun
        yield when, Telling(sentence=sentence, quantity=each, noun=noun, words=words)


def _stems(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("’", "'").removesuffix("'s")
        if word not in _LIGHT and not _MONTHS.match(word):
            yield stem(word)


def _two_changed(one: str, other: str) -> bool:
    """Whether two neighbouring digits, and no others, have changed places."""
    first, second = re.sub(r"\D", "", one), re.sub(r"\D", "", other)
    if len(first) != len(second):
        return False
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] == apart[0] + 1


def _same(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of one thing: all the words of one are in the other."""
    values = {each.value for each in other.sentence.quantities}
    if one.quantity.value in values or one.sentence is other.sentence:
        return False
    if one.noun != other.noun and not (one.noun <= other.words and other.noun <= one.words):
        return False
    few, many = sorted((one.words, other.words), key=len)
    return few <= many and len(few) >= _LEAST_SHARED
