"""Declared figures as a publication: the counts behind them, what is printed, how they add up."""

from goldenthread.disclosure.drawn.publications import Drawn, Part, draw

__all__ = ["Drawn", "Part", "draw"]
