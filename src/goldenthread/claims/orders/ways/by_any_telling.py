"""Superlatives of a passage whose values and labels stand in any order and any shape.

The last resort: each label is a word that stands beside one value only, before it or after it. A
superlative is wrong where the one value it names, by its label or by the number told with it, fails
under every way of pairing labels with values. On pages that nobody had tuned on, none of five told
so was right: where the labels are no plain names it is a doubt, unless a short text tells nothing
but these values.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.language.times import times_in
from goldenthread.claims.orders.values.model import Point, Truth, Way, place_of
from goldenthread.claims.orders.values.told_values import (
    CUT,
    has_time,
    keys,
    label_of,
    pairings,
    values_in,
)
from goldenthread.claims.orders.ways.all_told import is_all_told
from goldenthread.claims.orders.ways.assertion import Assertion, labelled_plainly, told_order
from goldenthread.claims.orders.ways.each_its_end import each_its_end
from goldenthread.claims.orders.ways.of_two_things import (
    each_its_own,
    has_one_of_its_own,
    label_stems,
)
from goldenthread.claims.orders.words.other_measure import (
    of_a_rate,
    of_another_grain,
    of_another_measure,
    of_another_time,
    of_any,
)
from goldenthread.claims.orders.words.superlative_claims import Claim, claims_in
from goldenthread.claims.orders.words.superlative_words import IN_A_GROUP, claims_an_order

_FEWEST, _MOST = 2, 9
_FEWEST_NAMED = 3  # where a label alone says which value is meant
_LONGEST = 420
# From a superlative to the number told with it: "the lowest, 4.7", "the longest wait, at 42".
_WITH_IT = re.compile(
    r"[\s,(:–-]*(?:(?:with|at|on|of|just|only|an?|its|some|which|had|it|took|having|around|about|"
    r"median|mean|average|age|rate|score|total|figure|number|time|wait)"
    r"\s+)*[£$€]?"
)
_BARE = re.compile(r"\s*(?:,|,?\s*and|&)\s*[£$€]?")  # "(12, 31 and 9 days)"
_WITH_FIRST = re.compile(r"\s*(?:with|at|on)\s+(?:just\s+|only\s+)?[£$€]?$", re.I)
_IT = re.compile(
    r"(?:[.;:,]\s|\band\s|\bbut\s|\d\d\s)(?:it|they)\s+(?:was|were|stood|had|is|are)\b", re.I
)
# "In 2023 it stood at 49%" is of what was spoken of before.
_OF_BEFORE = re.compile(r"\b(?:this|that|previous\w*|earlier|before|ago|from)\b", re.I)
# "Costs per visit" beside counts of visits.
_PER = re.compile(r"\b(?:costs?|spend|spending|prices?|fees?|rates?)\s+per\s", re.IGNORECASE)
_OF_WHICH = re.compile(r"\s+(?:\w+\s+)?of\s+which\b", re.IGNORECASE)
_SENTENCE = re.compile(r"\.\s+(?=[A-Z])")
_MOST_SAID = 3  # words that call one value


def by_any_telling(sentence: Sentence, text: str) -> Iterator[Assertion]:
    """What the superlatives of a short passage say of the one value that each names.

    Of several that may be meant, as the labels are paired with the values one way or another, the
    one that bears the words out best.
    """
    if len(text) > _LONGEST or not claims_an_order(text):
        return
    values = values_in(text)
    if not _FEWEST <= len(values) <= _MOST or any(each.value < 0 for each in values):
        return  # of falls the largest is the lowest number
    paired = pairings(text, values)
    for claim in claims_in(text, len(values)):
        clause, rest = text[claim.start : claim.end], f"{text[: claim.start]} {text[claim.end :]}"
        if of_another_measure(clause, text.replace(claim.match.group(), " ")):
            continue
        own = text[text.rfind(". ", 0, claim.match.start()) + 1 :].partition(". ")[0]
        if _PER.search(own) and not _PER.search(text.replace(own, " ")):
            continue
        if IN_A_GROUP.search(text[: claim.match.start()]):
            continue
        if claim.rank > 1 and _may_lack(text, values):
            continue
        if _tells_another_value(text, claim, values):
            continue
        if of_a_rate(clause, rest) or of_any(clause, rest) or of_another_time(clause, rest):
            continue
        if of_another_grain(clause, " ".join(w for ls in paired for each in ls for w in each)):
            continue
        if _OF_WHICH.match(text, claim.match.end()) and values[0].start < claim.start:
            continue  # "210 homes, the largest of which is Elm Yard (88)": 210 is their sum
        made = [
            _assertion(sentence, text, claim, values, place)
            for place in sorted(_places(text, claim, values, paired))
        ]
        if made:
            yield min(made, key=lambda each: list(Truth).index(each.truth))
            return


def _may_lack(text: str, values: Sequence[Quantity]) -> bool:
    """Whether a number told in words may be one of them: "cooking started twelve"."""
    aside = [(each.start, each.end) for each in times_in(text)]
    return any(
        each.measure is values[0].measure
        and each.text[:1].isalpha()
        and each.value > 1
        and not any(start <= each.start < end for start, end in aside)
        for each in quantities_in(text)
    )


def _places(
    text: str, claim: Claim, values: Sequence[Quantity], paired: Sequence[list[set[str]]]
) -> set[int]:
    """The values that a superlative may be said of; none where it may speak of something else."""
    spoken = claim.spoken
    inside = _inside(text, claim, values)
    if len(inside) == 1 and _are_elliptical(text, claim, values, inside[0]):
        others = [words for labels in paired for n, words in enumerate(labels) if n != inside[0]]
        return set() if any(words & (spoken - claim.beside) for words in others) else {inside[0]}
    if len(values) < _FEWEST_NAMED:
        return set()
    if any(_IT.search(text, one.end, other.start) for one, other in pairwise(values)):
        return set()
    outside = keys(f"{text[: claim.start]} {text[claim.end :]}")
    # "Winter had most call-outs: spring 88, summer 104": what leads a list in names its measure.
    led = text.startswith(":", claim.end) and values[0].start > claim.end
    readings = set()
    for labels in paired:
        named = [place for place, words in enumerate(labels) if words & spoken]
        if len(named) > 1:
            whole = [place for place in named if labels[place] <= spoken]
            named = whole if len(whole) == 1 else named
        if len(named) > 1:
            return set()
        if not named:
            readings |= _unlabelled(claim, labels, outside)
            continue
        if named != inside and not labels[named[0]] & spoken & outside:
            return set()
        if not led and claim.strange(outside | labels[named[0]]):
            return set()  # it speaks of something that the values do not tell
        readings.add(named[0])
    return readings


def _unlabelled(claim: Claim, labels: list[set[str]], outside: set[str]) -> set[int]:
    """The one value told without a label, where the clause names a time that no value has.

    "At 131 litres, 2023 saw our lowest use (2020: 142; 2021: 138; 2022: 129)".
    """
    bare = [place for place, words in enumerate(labels) if not words]
    times = {word for word in claim.spoken - outside if has_time(word)}
    rest = [words for words in labels if words]
    if len(bare) == len(times) == 1 and all(any(map(has_time, words)) for words in rest):
        return set(bare)
    return set()


def _are_elliptical(text: str, claim: Claim, values: Sequence[Quantity], place: int) -> bool:
    """Whether the other values say no more than whose they are: "2022 brought £1.4m"."""
    spoken, timed = claim.spoken, has_time(text[claim.start : claim.end])
    for at, each in enumerate(values):
        if at == place:
            continue
        if keys(each.noun) - spoken - keys(values[place].noun):
            return False
        start = values[at - 1].end if at else 0
        beside = keys(CUT.split(text[start : each.start].rstrip(" (:–,-£"))[-1])
        stretch = text[start : each.start]
        if len(beside - spoken) > _MOST_SAID or _OF_BEFORE.search(stretch):
            return False
        if _IT.search(stretch):
            return False
        if has_time(stretch) and not timed:
            return False
    return True


def _inside(text: str, claim: Claim, values: Sequence[Quantity]) -> list[int]:
    """The values told in the clause, or straight after or before it."""
    found = [n for n, each in enumerate(values) if claim.start <= each.start < claim.end]
    if found:
        return found
    after = [n for n, e in enumerate(values) if e.start >= claim.end]
    if after and _WITH_IT.fullmatch(text, claim.end, values[after[0]].start):
        listed = any(
            _BARE.fullmatch(text, values[one].end, values[other].start)
            for one, other in pairwise(after[:2])
        )
        return [] if listed else after[:1]
    earlier = [n for n, each in enumerate(values) if each.end <= claim.start]
    if earlier:
        last = values[earlier[-1]]
        alone = _WITH_FIRST.fullmatch(text, 0, last.start) and len(earlier) == 1
        if (
            alone
            and CUT.match(text[claim.start - 1 :])
            and not text[last.end : claim.start - 1].strip()
        ):
            return earlier
    return []


def _assertion(
    sentence: Sentence,
    text: str,
    claim: Claim,
    values: Sequence[Quantity],
    place: int,
) -> Assertion:
    points = [
        Point(
            label=label_of(text, values, at),
            printed=each.text.strip(),
            interval=each.interval,
            exact=True,
        )
        for at, each in enumerate(values)
    ]
    way, rank = claim.way(text), claim.rank
    truth = place_of(points, place, way, rank)
    evidence, right = told_order(points, [place], way, rank)
    return Assertion(
        sentence=sentence,
        subject="",
        claimed=points[place].label,
        way=way,
        rank=rank,
        truth=Truth.HOLDS if truth is Truth.TIED else truth,
        printed=text[claim.start : claim.end].strip(),
        evidence=evidence,
        expected=right,
        certain=is_all_told(text, points)
        or (labelled_plainly(points) and _of_one_thing(text, values, points, place, way)),
    )


def _of_one_thing(
    text: str, values: Sequence[Quantity], points: Sequence[Point], place: int, way: Way
) -> bool:
    """Whether the sentences of the other values tell of nothing but the value named does."""
    labels = label_stems(points)
    mine = _sentence(text, values[place])
    others = {_sentence(text, each) for each in values} - {mine}
    told = [each.printed for each in points]
    if any(
        each_its_end(text, told[place], each, told, way) for each in told if each != told[place]
    ):
        return False
    return not any(
        has_one_of_its_own(each, way) or each_its_own(mine, each, labels) for each in others
    )


def _sentence(text: str, value: Quantity) -> str:
    starts = [0, *(each.end() for each in _SENTENCE.finditer(text, 0, value.start))]
    stop = _SENTENCE.search(text, value.end)
    return text[starts[-1] : stop.start() if stop else None]


def _tells_another_value(text: str, claim: Claim, values: Sequence[Quantity]) -> bool:
    """Whether a value is told with a superlative that is none of those read: "(two per cent)"."""
    read = {each.start for each in values}
    return any(
        each.measure is values[0].measure and each.start not in read
        for each in quantities_in(text)
        if each.start >= claim.end and _WITH_IT.fullmatch(text, claim.end, each.start)
    )
