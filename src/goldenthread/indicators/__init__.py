"""What is counted: one file per indicator, found by the catalogue."""

from goldenthread.indicators.catalogue import by_theme, catalogue, indicator
from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.dimensions import DIMENSIONS, Dimension

__all__ = [
    "DIMENSIONS",
    "Basis",
    "Computation",
    "Dimension",
    "Indicator",
    "Polarity",
    "Theme",
    "by_theme",
    "catalogue",
    "indicator",
]
