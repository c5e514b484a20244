"""A change told in per cent that is just the difference of two percentages told before it.

"In 2022 the proportion was 79.6%, so performance has improved by 5.2%", where 84.8% stands in the
sentence before: the words need not tie the two, since no change in per cent of any two numbers near
by is of that size, and the difference of two percentages is, to the last digit printed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations

from goldenthread.claims.intervals import change_percent
from goldenthread.claims.language.directions import CHANGE, VERB
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence

_BEFORE = 2  # sentences before it in which the other percentage may stand
_SIZE = re.compile(
    rf"(?:\b(?:{CHANGE}) of|\b(?:{VERB})(?: (?:back|further|again|since))? by)(?: just| only)?\s$",
    re.IGNORECASE,
)
# "The gap between men (21%) and women (59%), at 38%".
_GAP_AT = re.compile(
    r"\b(?:gap|difference|disparity)\b[^.;%]{0,60}(?:\d(?:%|\sper\scent)\)[^.;%]{0,40}){0,2}"
    r"(?:,\s(?:at|of)|\s(?:of|was|is|being|at))\s$",
    re.IGNORECASE,
)
# "Grew by 1.5%, compared with growth of 1.7%": a rate of growth set against another.
_SET_AGAINST = re.compile(
    r"\b(?:compare[sd]? (?:with|to)|against|than|after|following|from|to|versus|relative to|unlike)"
    r" (?:an? |the )?(?:\w+ )?$",
    re.IGNORECASE,
)
_AGAINST_ANOTHER = re.compile(
    r"[^.;]{0,40}\b(?:compare[sd]? (?:with|to)|against|up from|down from|after|following)\b"
    r"[^.;]{0,40}\d\s?(?:%|per\s?cent)",
    re.IGNORECASE,
)
# What joins a round difference to two percentages told straight before it, and to nothing else.
_DRAWN = re.compile(
    rf"[^;.]{{0,30}}(?:, (?:that is(?: to say)?|i\.e\.|so|or|which is|this is|being|thus|hence|"
    rf"representing|equal to)?,? ?)(?:(?:it|the \w+|this) (?:has|have|is|was) )?"
    rf"(?:an? (?:\w+ )?(?:{CHANGE}) of|(?:{VERB}) by)\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The size told, and the two percentages it is the difference of."""

    sentence: Sentence
    stated: Quantity
    one: Quantity
    other: Quantity


def differences_as_percent(sentences: Sequence[Sentence]) -> Iterator[Difference]:
    """Every size in per cent that is the difference of two percentages, and of no two a change."""
    for at, sentence in enumerate(sentences):
        for stated in sentence.quantities:
            if stated.measure is not Measure.PERCENT or stated.hedge is not Hedge.NONE:
                continue
            if stated.value <= 0 or not _is_size(sentence, stated):
                continue
            if _compared(sentence.text, stated):
                continue
            before = [
                each
                for each in sentences[max(0, at - _BEFORE) : at]
                if each.passage.section == sentence.passage.section and each.file == sentence.file
            ]
            if found := _difference(sentence, stated, before):
                yield found


def _is_size(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number is told as a change: "grew by 1.5%"."""
    before = sentence.text[: quantity.start]
    return _SIZE.search(before) is not None or _GAP_AT.search(before) is not None


def _compared(text: str, stated: Quantity) -> bool:
    """Whether a change is itself set against another, and so tells how much something grew."""
    told = _SIZE.search(text[: stated.start])
    lead = text[: told.start()] if told else ""
    return bool(_SET_AGAINST.search(lead) or _AGAINST_ANOTHER.match(text, stated.end))


def _difference(
    sentence: Sentence, stated: Quantity, before: Sequence[Sentence]
) -> Difference | None:
    earlier = [quantity for each in before for quantity in each.quantities]
    grown = [q for each in (*before, sentence) for q in each.quantities if _is_size(each, q)]
    own = [each for each in sentence.quantities if each.end <= stated.start]
    after = [each for each in sentence.quantities if each.start >= stated.end]
    if _is_change(stated, [*earlier, *own]) or _is_just_change(stated, [*own, *after]):
        return None
    if not stated.decimals:
        shares = [each for each in own if each.measure is Measure.PERCENT]
        drawn = shares and _DRAWN.fullmatch(sentence.text, shares[-1].end, stated.start)
        if len(shares) != _PAIR or not (drawn or _GAP_AT.search(sentence.text[: stated.start])):
            return None
        pairs = [(shares[0], shares[1])]
    else:
        pairs = [
            (one, other)
            for one, other in combinations([*earlier, *own], 2)
            if other in own  # one of the two is told in the sentence itself
        ]
    for one, other in pairs:
        if one in grown or other in grown:
            continue  # two rates of growth, and no levels
        if _is_difference(stated, one, other):
            return Difference(sentence=sentence, stated=stated, one=one, other=other)
    return None


_PAIR = 2


def _is_difference(stated: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether two percentages printed like the size are just so far apart."""
    return (
        all(
            each.measure is Measure.PERCENT
            and each.hedge is Hedge.NONE
            and each.decimals == stated.decimals
            for each in (one, other)
        )
        and abs(one.value - other.value) == stated.value
    )


def _is_just_change(stated: Quantity, every: Sequence[Quantity]) -> bool:
    """Whether two numbers as printed changed by as much, of which one may stand after the size."""
    return any(
        abs(abs(other.value / one.value - 1) * 100 - stated.value) * 10**stated.decimals
        <= Fraction(1, 2)
        for one, other in permutations(every, 2)
        if one.measure is other.measure and one.value > 0
    )


def _is_change(stated: Quantity, every: Sequence[Quantity]) -> bool:
    """Whether two numbers of one kind near by may have changed by as much in per cent."""
    both = (stated.interval, stated.interval.scaled(-1))
    return any(
        any(change_percent(one.interval, other.interval).meets(each) for each in both)
        for one, other in permutations(every, 2)
        if one.measure is other.measure and one.interval.low > 0
    )
