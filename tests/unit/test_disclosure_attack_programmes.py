"""That nothing fits is believed of a programme only when it is said twice."""

from typing import cast

import highspy
import pytest

from goldenthread.disclosure.attack.programmes import Programme
from goldenthread.disclosure.attack.solving import FINE, solved
from goldenthread.disclosure.attack.system import ContradictionError, Row, System
from goldenthread.disclosure.publication.model import Cell, Sum

NOTHING, SOMETHING = highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kOptimal
A_SUM = Sum(Cell("contacts"), (Cell("contacts", (("area", "ward 0"),)),))


class Stickler:
    """A solver to which nothing fits while it is held to more than ``able``."""

    def __init__(self, able: float) -> None:
        self.able = able
        self.held = [FINE]
        self.runs = 0

    def run(self) -> None:
        self.runs += 1
        self.found = NOTHING if self.held[-1] < self.able else SOMETHING

    def getModelStatus(self) -> highspy.HighsModelStatus:  # noqa: N802, HiGHS's own name
        return self.found

    def clearSolver(self) -> None:  # noqa: N802, HiGHS's own name
        self.found = highspy.HighsModelStatus.kNotset

    def setOptionValue(self, name: str, value: float) -> None:  # noqa: N802, HiGHS's own name
        if name == "primal_feasibility_tolerance":
            self.held.append(value)
            self.found = highspy.HighsModelStatus.kNotset


@pytest.mark.parametrize(
    ("able", "status", "runs"),
    [(1e-9, SOMETHING, 1), (1e-8, SOMETHING, 2), (1.0, NOTHING, 2)],
)
def test_nothing_fits_only_where_a_gentler_run_says_so_too(
    able: float, status: highspy.HighsModelStatus, runs: int
) -> None:
    solver = Stickler(able)
    assert solved(cast(highspy.Highs, solver)) == status
    assert solver.runs == runs
    assert solver.held[-1] == FINE


def test_what_cannot_be_is_still_found_out() -> None:
    system = System(low=[0, 0], high=[3, 3], rows=[Row(((0, 1), (1, 1)), 7, 7, A_SUM)])
    with pytest.raises(ContradictionError):
        Programme(system, [0, 1], [0]).extreme(0, largest=True)
