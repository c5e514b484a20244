"""The way out: declared figures in, released values back, small counts of children withheld.

This is primary protection by each source's threshold. Two things it does not yet see: a withheld
cell that others published beside it give away, and what last year's report printed.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from goldenthread.disclosure.released import _SEAL, Release, Released
from goldenthread.disclosure.rules import rule_for
from goldenthread.nouns import Figure, Sensitivity, Unit

# Units in which a published number is, or is worked straight from, a count of children.
_FROM_COUNTS = {Unit.COUNT, Unit.PERCENT, Unit.RATE_PER_10000}


def release(declared: Iterable[Figure]) -> Release:
    """Decide, for everything one publication declares, what may be printed.

    A figure worked out from others is withheld whenever one of those is: a percentage change or
    a difference beside one of its ends gives the other away.
    """
    figures = {figure.id: figure for figure in declared}
    withheld = {figure_id for figure_id, figure in figures.items() if too_small(figure)}
    grew = True
    while grew:
        following = {
            figure_id
            for figure_id, figure in figures.items()
            if figure_id not in withheld and withheld.intersection(figure.thread.inputs)
        }
        withheld |= following
        grew = bool(following)
    return Release(
        {
            figure_id: Released(
                _safe(figure) if figure_id in withheld else _discreet(figure),
                withheld=figure_id in withheld,
                seal=_SEAL,
            )
            for figure_id, figure in figures.items()
        }
    )


def too_small(figure: Figure) -> bool:
    """True where a figure is, or is worked from, a count of children its source withholds."""
    if not figure.known or figure.sensitivity is not Sensitivity.CHILDREN:
        return False
    if figure.unit not in _FROM_COUNTS or figure.thread.inputs:
        return False
    rule = rule_for(figure.thread.source)
    counts = [figure.value if figure.unit is Unit.COUNT else figure.numerator]
    if rule.complement and figure.unit is Unit.PERCENT:
        counts.append(_left_over(figure))
    return any(count is not None and 0 < count <= rule.threshold for count in counts)


def _discreet(figure: Figure) -> Figure:
    """A published percentage without the count behind it, where that leaves few children over."""
    left = _left_over(figure) if figure.unit is Unit.PERCENT else None
    few = left is not None and 0 < left <= rule_for(figure.thread.source).threshold
    if few and figure.sensitivity is Sensitivity.CHILDREN:
        return replace(figure, numerator=None)
    return figure


def _left_over(figure: Figure) -> Decimal | None:
    if figure.numerator is None or figure.denominator is None:
        return None
    return figure.denominator - figure.numerator


def _safe(figure: Figure) -> Figure:
    if not figure.known:
        return figure
    return figure.with_symbol(rule_for(figure.thread.source).symbol)
