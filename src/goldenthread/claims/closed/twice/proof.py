"""Whether the numbers beside a number bear it out: a share, a change or a sum that comes right.

Of two numbers that a slip parts, the one that works out was meant, and the other is astray.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from goldenthread.claims.closed.twice.page import Told, numbers_told
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.cells import read_cell

_MOST = 12  # numbers tried with one another
_SUMS = (2, 3, 4, 5)
_LEAST = 20


class Proofs:
    """What bears a number out: another place that has it, a cell, or the numbers beside it."""

    def __init__(self, reading: Reading) -> None:
        """``reading`` with the numbers, and with the tables that may have them too."""
        self._passages: dict[tuple[str, int], list[Sentence]] = defaultdict(list)
        for each in reading.sentences:
            self._passages[each.file, each.passage.order].append(each)
        self._told = Counter(
            (each.sentence.file, each.quantity.measure, each.quantity.value)
            for each in numbers_told(reading)
        )
        self._cells: set[tuple[str, Fraction]] = set()
        for document, grid in reading.grids:
            for text in (text for row in grid.body for text in row):
                amount = read_cell(text).amount
                if amount is not None:
                    self._cells.add((document.file, amount.value))

    def of(self, told: Told) -> bool:
        """Whether a number is borne out."""
        file, quantity = told.sentence.file, told.quantity
        if (file, quantity.value) in self._cells:
            return True
        if self._told[file, quantity.measure, quantity.value] > 1:
            return True
        return is_borne_out(quantity, self._beside(told.sentence))

    def _beside(self, sentence: Sentence) -> list[Quantity]:
        """The numbers of a sentence, and of those straight before and after it."""
        found = self._passages[sentence.file, sentence.passage.order]
        at = next((at for at, each in enumerate(found) if each is sentence), 0)
        return [each for near in found[max(0, at - 1) : at + 2] for each in near.quantities]


def is_borne_out(quantity: Quantity, beside: Sequence[Quantity]) -> bool:
    """Whether some numbers beside it make it."""
    others = [each for each in beside if each is not quantity][:_MOST]
    like = [each for each in others if each.measure is quantity.measure]
    if quantity.measure is Measure.PERCENT:
        return _is_share(quantity, others)
    shares = [
        each
        for each in others
        if each.measure is Measure.PERCENT and sum(map(str.isdigit, each.text)) > 1
    ]
    return _has_share(quantity, like, shares) or _adds_up(quantity, like)


def _has_share(quantity: Quantity, like: Sequence[Quantity], shares: Sequence[Quantity]) -> bool:
    value = quantity.value
    for each in like:
        if each.value <= 0 or value <= 0 or each.value == value:
            continue
        parts = (value / each.value, each.value / value, abs(value / each.value - 1))
        again = (*parts, abs(each.value / value - 1))
        if any(
            share.interval.low <= 100 * part <= share.interval.high
            for share in shares
            for part in again
        ):
            return True
    return False


def _is_share(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    counts = [
        each.value for each in others if each.measure is Measure.COUNT and each.value >= _LEAST
    ]
    low, high = quantity.interval.low, quantity.interval.high
    return any(
        low <= 100 * part <= high
        for one, other in combinations(counts, 2)
        for part in (one / other, other / one)
    )


def _adds_up(quantity: Quantity, like: Sequence[Quantity]) -> bool:
    """Whether numbers in a row beside it add up to it, or it is what one leaves of another."""
    value = quantity.value
    if value < _LEAST and not quantity.decimals:
        return False
    values = [each.value for each in like]
    in_a_row = (
        sum(values[at : at + many]) for many in _SUMS for at in range(len(values) - many + 1)
    )
    if any(each == value for each in in_a_row):
        return True
    return any(abs(one - other) == value for one, other in combinations(values, 2))
