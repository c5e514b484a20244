"""Runs HiGHS, and does not believe it at once where it says that nothing fits.

How finely a solution is held to its limits decides what can be found at all: with large numbers
and many percentages the finest is beyond what floating point can keep, and numbers that are true
seem to contradict one another. So a run that finds nothing is followed by a gentler one, begun
anew. What either finds is checked in whole numbers by whoever asked.
"""

import highspy

FINE, GENTLE = 1e-9, 1e-7
_TOLERANCES = ("primal_feasibility_tolerance", "dual_feasibility_tolerance")


def solved(model: highspy.Highs) -> highspy.HighsModelStatus:
    """How the programme ended; that nothing fits is said only where a gentler run says so too."""
    model.run()
    status = model.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        # A start from where the last one ended can go astray too.
        model.clearSolver()
        hold_to(model, GENTLE)
        model.run()
        status = model.getModelStatus()
        hold_to(model, FINE)
    return status


def hold_to(model: highspy.Highs, tolerance: float) -> None:
    """Hold solutions to limits, and prices to costs, as nearly as this."""
    for name in _TOLERANCES:
        model.setOptionValue(name, tolerance)
