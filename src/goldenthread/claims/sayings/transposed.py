"""One number told twice with its digits changed round, however differently the two are worded."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.sayings.words import AGENT_STEMS, content

_UNITS = (Measure.COUNT, Measure.MONEY, Measure.PERCENT, Measure.RATE)
_CLAUSE = re.compile(
    r"[;:]\s|\.\s|\n|,\s(?=(?:of which|and|but|so|with|more|fewer|none|nobody|most|all|half|many"
    r"|some|which|who|each|up|down|a|an|because|since|as)\b)"
)
_OF = re.compile(r"\s+of\s+(?!(?:the|our|all|these|those|whom|which|them)\b)[a-z]+")
# "At 14 of our 88 beaches": the noun stands with the whole.
_OF_SO_MANY = re.compile(r"\s+(?:out\s+)?of\s+(?:the|our|all|its)?\s?\d[\d,]*\s+(?P<noun>[a-z]+)")
# With these two numbers of one thing may differ.
_OTHERWISE = re.compile(
    r"\b(?:provisional\w*|revised|final|draft|estimat\w*|target\w*|expect\w*|forecast\w*|plan(?:ned)?|"
    r"budget\w*|after|before|net|gross|besides|further|another|other|own|average|national\w*|"
    r"england|(?:about|some)(?= \d)|previous\w*|last|corrected|not|excluding|including|of whom|"
    r"of which)\b",
    re.I,
)
_WE = re.compile(r"\bwe\b", re.I)
_LOOKED_AFTER = re.compile(r"\blook(?:s|ed|ing)? after\b")
_FEWEST = 3  # words that say what is counted where no noun follows the number
_LEAST_SHARED = 2
_SHORT = 2  # digits that may change places by chance


@dataclass(frozen=True, slots=True)
class Telling:
    """A number with its clause: what is counted, the words around, before it and after it.

    ``ours`` says that we did it: "we built 214 homes".
    """

    sentence: Sentence
    quantity: Quantity
    noun: frozenset[str]
    words: frozenset[str]
    lead: frozenset[str]
    tail: frozenset[str]
    ours: bool


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
    times = {(each.first, each.last) for each in sentence.times if each.year_given}
    if len(times) != 1:
        return
    (when,) = times
    bare = _without(sentence.text, [(each.start, each.end) for each in sentence.times])
    bare = _LOOKED_AFTER.sub(lambda match: " " * len(match.group()), bare)
    for each in sentence.quantities:
        digits = re.sub(r"\D", "", each.text)
        if each.measure not in _UNITS or each.hedge is not Hedge.NONE or len(set(digits)) < 2:
            continue
        whole = _OF_SO_MANY.match(bare, each.end)
        noun = content(each.noun or (whole["noun"] if whole else ""))
        share = each.measure is Measure.PERCENT
        if not (share or whole) and _OF.match(bare[each.end :].removeprefix(f" {each.noun}")):
            continue  # "3.6 million tonnes of grain"
        starts = [match.end() for match in _CLAUSE.finditer(bare, 0, each.start)]
        stop = _CLAUSE.search(bare, each.end)
        end = stop.start() if stop else len(bare)
        if _OTHERWISE.search(bare, 0, end):
            continue
        clause = _without(bare, [(each.start, each.end)])[max(starts, default=0) : end]
        words, tail = content(clause) | noun, content(bare[each.end : end])
        lead = bare[max(starts, default=0) : each.start]
        if noun or share or each.measure is Measure.MONEY or len(words) >= _FEWEST:
            ours = bool(_WE.search(lead))
            yield when, Telling(sentence, each, noun, words, content(lead), tail, ours)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


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
    short, long = sorted((one, other), key=lambda each: len(each.words))
    few, many = short.words, long.words
    if not few <= many or len(few) < _LEAST_SHARED:
        return False
    more = many - few - AGENT_STEMS
    if short.ours and not long.ours and more & long.lead:
        return False  # "our partners built 241"
    return _digits(one) > _SHORT or len(more) <= 1 or few == long.tail


def _digits(one: Telling) -> int:
    return sum(character.isdigit() for character in one.quantity.text)
