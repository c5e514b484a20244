"""A share told twice in the same words: "612 of the 805 people (76%) were asked", and "67% of"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.retelling import (
    OTHERWISE,
    Places,
    Retold,
    blanked_times,
    days_of,
)
from goldenthread.claims.sayings.words import AGENT_STEMS, content

# "As set out in the summary, ...": where it was told, and no part of what is told.
_SIGNPOST = re.compile(
    r"^\W*(?:(?:As|Like)\b[^,]*\b(?:set out|noted|stated|shown|reported|described|mentioned|said|"
    r"seen|above|summary|section|foreword|table)\b[^,]*,|(?:Summary|Foreword|Headlines?|Key facts?|"
    r"Overview|In (?:summary|short|all|total|brief))\b\W+)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?P<part>\d[\d,]*|[a-z]+) (?:out )?of (?:the |our |all |these )*(?P<whole>\d[\d,]*) "
    r"(?P<of>[^()%.;:]*?)\s*\((?P<share>\d+(?:\.\d+)?\s?(?:%|per cent))\)"
)
_FEWEST = 4  # words that are the same


@dataclass(frozen=True, slots=True)
class _Share:
    retold: Retold
    words: frozenset[str]
    whens: frozenset[tuple[date, date, bool]]
    beside: tuple[str, ...]


def shares_told_again(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each two sentences that tell one share in the same words by two numbers."""
    places = Places(reading)
    found: dict[object, list[_Share]] = defaultdict(list)
    for sentence in reading.sentences:
        if not sentence.passage.heading and (share := _share(sentence)):
            found[share.words, share.whens, share.beside].append(share)
    for shares in found.values():
        if len({each.retold.quantity.value for each in shares}) != 2:
            continue
        one = shares[0]
        for other in shares[1:]:
            first, second = one.retold, other.retold
            if first.quantity.interval.meets(second.quantity.interval):
                continue
            if places.may_be_one(first.sentence, second.sentence):
                yield first, second


def _share(sentence: Sentence) -> _Share | None:
    """The one share of a sentence with its words; None where it tells more, or loosely."""
    shares = [each for each in sentence.quantities if each.measure is Measure.PERCENT]
    if len(shares) != 1 or shares[0].hedge is not Hedge.NONE:
        return None
    text = blanked_times(sentence)
    if signpost := _SIGNPOST.match(text):
        text = " " * signpost.end() + text[signpost.end() :]
    named = _NAMED.search(text)
    within = [each for each in sentence.quantities if each is not shares[0]]
    if named:
        if not named.start("share") <= shares[0].start < named.end("share"):
            return None
        within = [each for each in within if not _covers(named, each)]
        text = f"{text[: named.start()]} {named['of']} {text[named.end() :]}"
    elif not re.match(r"\s+of\s+(?:all\s|the\s|our\s)*[a-z]", text[shares[0].end :]):
        return None
    else:
        text = text[: shares[0].start] + text[shares[0].end :]
    words = content(text) - AGENT_STEMS
    whens = frozenset(days_of(sentence, 0, len(sentence.text)))
    if len(words) < _FEWEST or len(whens) != 1 or OTHERWISE.search(_PLAIN.sub(" ", text)):
        return None
    beside = tuple(sorted(each.text for each in within))
    return _Share(Retold(sentence, shares[0]), words, whens, beside)


_PLAIN = re.compile(r"\bwas\b|\blook(?:ed|ing)? after\b", re.IGNORECASE)


def _covers(named: re.Match[str], quantity: Quantity) -> bool:
    return named.start("part") <= quantity.start < named.start("of")
