"""Whether two tellings differ in their other numbers too, and so tell of two things.

A slip changes one number. "37% of women and 31% of men were in the lower ranks" and "21% of women
and 29% of men in the higher" differ in both: what parts them is more than a slip of the pen.
"""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from goldenthread.claims.documents.model import Passage
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.sayings import patterns
from goldenthread.claims.sayings.words import content

_ALIKE = Fraction(1, 2)  # of the words of two sentences, that both have
_MOSTLY = Fraction(2, 3)  # of those of two paragraphs
_LONG = 3  # digits


def tell_of_two(one: tuple[Sentence, Quantity], other: tuple[Sentence, Quantity]) -> bool:
    """Whether none of the numbers beside them is the same, in sentences of much the same words."""
    (here, first), (there, second) = one, other
    if here.file != there.file:
        return False  # last year's report may tell all of its numbers otherwise
    digits = ["".join(filter(str.isdigit, each.text)) for each in (first, second)]
    if len(digits[0]) == len(digits[1]) >= _LONG and slip_of(*digits) is Slip.SWAPPED:
        return False
    beside = _beside(here.quantities, first), _beside(there.quantities, second)
    sorts = beside[0].keys() & beside[1].keys()
    if sorts and not any(beside[0][each] & beside[1][each] for each in sorts):
        same = here.passage is there.passage and len(beside[0]) == len(beside[1])
        if same or _shared(here.text, there.text) >= _ALIKE:
            return True
    return _are_twins(here.passage, there.passage, first.measure)


def _are_twins(one: Passage, other: Passage, measure: Measure) -> bool:
    """Whether two paragraphs tell in the same words of two things, with other numbers each."""
    if one is other or _shared(one.text, other.text) < _MOSTLY:
        return False
    values = (
        [each.value for each in quantities_in(passage.text) if each.measure is measure]
        for passage in (one, other)
    )
    pairs = list(zip(*values, strict=False))
    apart = sum(first != second for first, second in pairs)
    return apart > 1 and 2 * apart >= len(pairs)


def _beside(
    quantities: Sequence[Quantity], quantity: Quantity
) -> dict[tuple[Measure, str], set[Fraction]]:
    """The other numbers by their sort, without those that may be alike by chance."""
    found: dict[tuple[Measure, str], set[Fraction]] = defaultdict(set)
    for each in quantities:
        if each is not quantity and sum(map(str.isdigit, each.text)) > 1:
            found[each.measure, each.noun].add(each.value)
    return found


def _shared(one: str, other: str) -> Fraction:
    first, second = (content(patterns.DIGITS.sub(" ", text)) for text in (one, other))
    return Fraction(len(first & second), max(1, len(first | second)))
