"""A partnership's figures as they may leave it, for everyone who is not entitled to true counts.

All that is kept is released at once, as one publication: a number that is withheld on one page is
withheld on every page, in every export and in the API, so that no two of them give it away.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from goldenthread.disclosure import name_in_book, release, rule_for
from goldenthread.disclosure.release import ours
from goldenthread.nouns import Figure, GoldenThreadError, Sensitivity

_LOG = logging.getLogger(__name__)


# A figure by name, with its value and the counts behind it as they are printed.
Told = tuple[str, str, str, str]


def as_released(figures: Sequence[Figure], before: Sequence[Figure] = ()) -> tuple[Figure, ...]:
    """The same figures in their released forms: small counts of children, and what would give them
    away, are symbols.

    ``before`` are those that were let out earlier, each with its name in the book as its place.
    Where no choice of what to withhold can be shown to be safe, every count of children that is the
    partnership's own is withheld.
    """
    try:
        return _beside(figures, before)
    except GoldenThreadError as error:
        # No choice was found in the time, or the sums contradict one another: either way nothing is
        # shown to be safe. The message may name small counts, and stays out of the log.
        _LOG.warning(
            "All our own counts are withheld: no choice is safe (%s)", type(error).__name__
        )
        return tuple(_kept_back(each) if _could_tell(each) else each for each in figures)


def as_told(figure: Figure) -> Told:
    """What a figure in its released form tells a reader, now or when it was let out before."""
    return (
        name_in_book(figure),
        _text(figure.value),
        _text(figure.numerator),
        _text(figure.denominator),
    )


def _text(number: Decimal | None) -> str:
    return "" if number is None else str(number)


def _beside(figures: Sequence[Figure], before: Sequence[Figure]) -> tuple[Figure, ...]:
    """Chosen beside whatever was let out before and would not be let out now.

    Nearly always that is nothing, and what is let out now is all that anybody has.
    """
    waiting = {as_told(each): each for each in before}
    beside: list[Figure] = []
    while True:
        released = tuple(each.figure for each in release(figures, beside).values())
        gone = waiting.keys() - {as_told(each) for each in released}
        if not gone:
            return released
        beside += [waiting.pop(each) for each in sorted(gone)]


def _could_tell(figure: Figure) -> bool:
    return figure.known and ours(figure) and figure.sensitivity is Sensitivity.CHILDREN


def _kept_back(figure: Figure) -> Figure:
    symbol = rule_for(figure.thread.source, figure.thread.vintage).symbol
    return replace(figure.with_symbol(symbol), thread=replace(figure.thread, digest=""))
