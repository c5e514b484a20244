"""Which numbers of a text its own arithmetic stands behind: a share, a change, a sum, a table.

Where two numbers may be one with a slip, the one that works out is the one that was meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.cells import read_cell

_LEAST = 20  # smaller numbers work out by chance
_MOST = 14  # numbers of one passage that are tried with one another


def backed_values(reading: Reading) -> dict[str, frozenset[Fraction]]:
    """For each file the counts that a share, a change or a sum beside them bears out."""
    passages: dict[object, list[Sentence]] = defaultdict(list)
    for sentence in reading.sentences:
        passages[sentence.file, sentence.passage.order].append(sentence)
    found: dict[str, set[Fraction]] = defaultdict(set)
    for sentences in passages.values():
        numbers = [each for one in sentences for each in one.quantities][: _MOST * 2]
        found[sentences[0].file].update(_of_a_share(numbers))
        for one in sentences:
            found[one.file].update(_sums(one.quantities))
    for document, grid in reading.grids:
        for row in grid.rows[grid.header_rows :]:
            for text in row:
                amount = read_cell(text).amount
                if amount is not None:
                    found[document.file].add(amount.value)
    return defaultdict(frozenset, {file: frozenset(values) for file, values in found.items()})


def times_printed(reading: Reading) -> dict[tuple[str, str], int]:
    """How often each number's digits stand in the sentences of each file."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for sentence in reading.sentences:
        for each in sentence.quantities:
            found[sentence.file, re.sub(r"\D", "", each.text)] += 1
    return found


def _counts(numbers: Sequence[Quantity]) -> list[Fraction]:
    return [
        each.value
        for each in numbers
        if each.measure is Measure.COUNT and each.hedge is Hedge.NONE and each.value >= _LEAST
    ][:_MOST]


def _of_a_share(numbers: Sequence[Quantity]) -> Iterator[Fraction]:
    """Both counts of which one is such a part of the other, or so much more, and that share."""
    shares = [
        each
        for each in numbers
        if each.measure is Measure.PERCENT and each.hedge is Hedge.NONE and each.value
    ]
    counts = _counts(numbers)
    for one in counts:
        for other in counts:
            for of in (one / other * 100, abs(one - other) / other * 100):
                for each in shares:
                    low, high = sorted((abs(each.interval.low), abs(each.interval.high)))
                    if one != other and low <= of <= high:
                        yield from (one, other)
                        yield from (each.value for _ in range(each.decimals > 0))


def _sums(numbers: Sequence[Quantity]) -> Iterator[Fraction]:
    """A count that those following it, or those before it, of one sentence add up to."""
    counts = [each.value for each in numbers if each.measure is Measure.COUNT and each.value > 0]
    for order in (counts, counts[::-1]):
        for at, whole in enumerate(order):
            parts = Fraction(0)
            for many, part in enumerate(order[at + 1 :], start=1):
                parts += part
                if parts == whole >= _LEAST and many > 1:
                    yield whole
