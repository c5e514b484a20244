"""What is known: the figure book, every number with its thread and its other values."""

from goldenthread.figures.book import FigureBook
from goldenthread.figures.preference import Prefer
from goldenthread.figures.shelf import Origin, Shelf

__all__ = ["FigureBook", "Origin", "Prefer", "Shelf"]
