"""The words every room shares: Area, Period, Breakdown, Unit, Symbol, Figure, Thread, Fault.

Nothing here reads a file of the world, opens a connection or knows how a number is shown.
"""

from goldenthread.nouns.area import Area, AreaKind, NeighbourSet
from goldenthread.nouns.breakdown import Breakdown
from goldenthread.nouns.breaks import Break
from goldenthread.nouns.fault import Fault, GoldenThreadError, Severity
from goldenthread.nouns.figure import Figure, FigureKey, Quality, Sensitivity, Status, Thread
from goldenthread.nouns.period import Period, PeriodKind
from goldenthread.nouns.rounding import percent, rate, round_half_away
from goldenthread.nouns.symbol import Symbol
from goldenthread.nouns.unit import Unit

__all__ = [
    "Area",
    "AreaKind",
    "Break",
    "Breakdown",
    "Fault",
    "Figure",
    "FigureKey",
    "GoldenThreadError",
    "NeighbourSet",
    "Period",
    "PeriodKind",
    "Quality",
    "Sensitivity",
    "Severity",
    "Status",
    "Symbol",
    "Thread",
    "Unit",
    "percent",
    "rate",
    "round_half_away",
]
