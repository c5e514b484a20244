"""What somebody with a solver works out of the sums that are printed: the second way over a choice.

It knows nothing of how the choice was made: it has the innermost cells of a table, the numbers
printed of some sums of them, and asks how small and how large another sum could be.
"""

from collections.abc import Hashable, Iterable, Mapping

import highspy


def interval(
    asked: Iterable[Hashable], printed: Mapping[tuple[Hashable, ...], int]
) -> tuple[float, float]:
    """The least and the most that the ``asked`` cells together can be, which are none below zero.

    ``printed`` has what the cells of each sum are together.
    """
    asked = tuple(asked)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    inner = dict.fromkeys([*asked, *(cell for cells in printed for cell in cells)])
    variables = {cell: solver.addVariable(0) for cell in inner}
    for cells, value in printed.items():
        solver.addConstr(sum(variables[cell] for cell in cells) == value)
    together = sum(variables[cell] for cell in asked)
    solver.minimize(together)
    low = solver.getObjectiveValue()
    solver.maximize(together)
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return low, float("inf")  # as large as one likes
    return low, solver.getObjectiveValue()


def width(asked: Iterable[Hashable], printed: Mapping[tuple[Hashable, ...], int]) -> float:
    """How far apart the least and the most are."""
    low, high = interval(asked, printed)
    return high - low
