"""Counts that nobody told and anybody can work out: the parts of a whole that are lacking.

A year is printed, and three of its quarters; the fourth did not come. It is the year less the
three, and where it is three children they have been published. So with thirty contacts of which
one source brought twenty-eight, and with the one of three boroughs that sent nothing. Such counts
stand among the others as places of which nobody knows the number, with the sums they belong to:
what protects and what attacks then reckons with them as with anything that is not printed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from goldenthread.disclosure.drawn.counts import FROM_COUNTS, KEPT_BACK
from goldenthread.disclosure.drawn.lacking import Lacking
from goldenthread.disclosure.implied.lattice import Lattice
from goldenthread.nouns import Figure, Sensitivity

__all__ = ["implied"]


def implied(figures: Iterable[Figure], ours: Callable[[Figure], bool]) -> Lacking:
    """The places that nobody told, where few children can be, beside what ``ours`` tell.

    What others tell of the same thing is known too. A place that is kept back is told: somebody
    knows it. One that never came is not.
    """
    own: dict[tuple[str, object], list[Figure]] = defaultdict(list)
    every: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if not _of_children(figure) or not (figure.known or figure.symbol in KEPT_BACK):
            continue
        every[figure.indicator].append(figure)
        if ours(figure):
            thread = figure.thread
            origin = thread.source, thread.vintage, thread.definition
            own[figure.indicator, origin].append(figure)
    found = [Lattice(told, every[name]).lacking() for (name, _), told in own.items()]
    return Lacking(
        {figure_id: each for lacking in found for figure_id, each in lacking.figures.items()},
        tuple(each for lacking in found for each in lacking.sums),
    )


def _of_children(figure: Figure) -> bool:
    if figure.sensitivity is not Sensitivity.CHILDREN or figure.thread.inputs:
        return False
    return figure.unit in FROM_COUNTS
