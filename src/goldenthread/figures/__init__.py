"""What is known: the figure book, every number with its thread and its other values."""

from goldenthread.figures.shelf import Origin, Shelf

__all__ = ["Origin", "Shelf"]
