"""Annex A: the workbook of eleven lists that a council hands to inspectors."""

from goldenthread.sources.annex_a.reading import KIND, read
from goldenthread.sources.annex_a.recognising import recognises

__all__ = ["KIND", "read", "recognises"]
