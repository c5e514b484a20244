"""How it is used in a notebook: load a book, ask for a figure, a series, a comparison, a chart."""

from goldenthread.notebook.book import Notebook
from goldenthread.notebook.loading import load

__all__ = ["Notebook", "load"]
