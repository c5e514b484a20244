"""Figures measured from children's records, beside those that are published."""

from goldenthread.figures.measured.definitions import definition, version
from goldenthread.figures.measured.measuring import (
    Kept,
    MeasuredFigures,
    computable,
    measure,
    measure_into,
)
from goldenthread.figures.measured.periods import BY, of_text, periods_of
from goldenthread.figures.measured.population import Population
from goldenthread.figures.measured.terms import Terms

__all__ = [
    "BY",
    "Kept",
    "MeasuredFigures",
    "Population",
    "Terms",
    "computable",
    "definition",
    "measure",
    "measure_into",
    "of_text",
    "periods_of",
    "version",
]
