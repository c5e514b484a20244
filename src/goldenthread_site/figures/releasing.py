"""A partnership's figures as they may leave it, for everyone who is not entitled to true counts.

All that is kept is released at once, as one publication: a number that is withheld on one page is
withheld on every page, in every export and in the API, so that no two of them give it away.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace

from goldenthread.disclosure import release, rule_for
from goldenthread.disclosure.release import ours
from goldenthread.nouns import Figure, GoldenThreadError, Sensitivity

_LOG = logging.getLogger(__name__)


def as_released(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The same figures in their released forms: small counts of children, and what would give them
    away, are symbols.

    Where no choice of what to withhold can be shown to be safe, every count of children that is the
    partnership's own is withheld.
    """
    try:
        return tuple(each.figure for each in release(figures).values())
    except GoldenThreadError as error:
        # No choice was found in the time, or the sums contradict one another: either way nothing is
        # shown to be safe. The message may name small counts, and stays out of the log.
        _LOG.warning(
            "All our own counts are withheld: no choice is safe (%s)", type(error).__name__
        )
        return tuple(_kept_back(each) if _could_tell(each) else each for each in figures)


def _could_tell(figure: Figure) -> bool:
    return figure.known and ours(figure) and figure.sensitivity is Sensitivity.CHILDREN


def _kept_back(figure: Figure) -> Figure:
    symbol = rule_for(figure.thread.source, figure.thread.vintage).symbol
    return replace(figure.with_symbol(symbol), thread=replace(figure.thread, digest=""))
