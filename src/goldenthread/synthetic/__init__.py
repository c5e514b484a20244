"""Made-up children: whole linked histories, projected into every format. Nobody's, in any cell."""

from goldenthread.synthetic.corruption import FAULTS, Planted, corrupt
from goldenthread.synthetic.histories import by_area, histories
from goldenthread.synthetic.localities import write_localities
from goldenthread.synthetic.projections import KINDS, write

__all__ = [
    "FAULTS",
    "KINDS",
    "Planted",
    "by_area",
    "corrupt",
    "histories",
    "write",
    "write_localities",
]
