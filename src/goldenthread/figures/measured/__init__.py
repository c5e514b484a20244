"""Figures measured from children's records, beside those that are published."""

from goldenthread.figures.measured.definitions import definition, version
from goldenthread.figures.measured.measuring import MeasuredFigures, computable, measure
from goldenthread.figures.measured.periods import BY, of_text, periods_of
from goldenthread.figures.measured.population import Population

__all__ = [
    "BY",
    "MeasuredFigures",
    "Population",
    "computable",
    "definition",
    "measure",
    "of_text",
    "periods_of",
    "version",
]
