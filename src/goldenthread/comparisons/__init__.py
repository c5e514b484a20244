"""What it means: last year, neighbours, targets, chance, limits, breaks, outliers."""

from goldenthread.comparisons.breaks import (
    national_breaks,
    read_breaks,
    stage_breaks,
)
from goldenthread.comparisons.chance import chance
from goldenthread.comparisons.change import change, change_between
from goldenthread.comparisons.compare import compare
from goldenthread.comparisons.dismissals import Dismissal, read_dismissals, stale, unanswered
from goldenthread.comparisons.disproportionality import (
    Disproportionality,
    GroupRatio,
    disproportionality,
)
from goldenthread.comparisons.gaps import NOT_PLACED
from goldenthread.comparisons.grid import Grid, GridRow, extremes, grid
from goldenthread.comparisons.model import (
    Chance,
    Change,
    Comparator,
    ComparatorKind,
    Comparison,
    Direction,
    Judgement,
    Neighbours,
    NotKnown,
    Outlier,
    Unusual,
)
from goldenthread.comparisons.months import Limits, Run, monthly_limits, year_before
from goldenthread.comparisons.neighbours import in_force
from goldenthread.comparisons.outliers import outliers
from goldenthread.comparisons.periods import period_of, report_year
from goldenthread.comparisons.ranked import Departure, Entry, Movement, Ranking, ranking
from goldenthread.comparisons.targets import Target, read_targets

__all__ = [
    "NOT_PLACED",
    "Chance",
    "Change",
    "Comparator",
    "ComparatorKind",
    "Comparison",
    "Departure",
    "Direction",
    "Dismissal",
    "Disproportionality",
    "Entry",
    "Grid",
    "GridRow",
    "GroupRatio",
    "Judgement",
    "Limits",
    "Movement",
    "Neighbours",
    "NotKnown",
    "Outlier",
    "Ranking",
    "Run",
    "Target",
    "Unusual",
    "chance",
    "change",
    "change_between",
    "compare",
    "disproportionality",
    "extremes",
    "grid",
    "in_force",
    "monthly_limits",
    "national_breaks",
    "outliers",
    "period_of",
    "ranking",
    "read_breaks",
    "read_dismissals",
    "read_targets",
    "report_year",
    "stage_breaks",
    "stale",
    "unanswered",
    "year_before",
]
