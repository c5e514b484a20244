"""The Standard Safeguarding Dataset: a folder of CSV files, one for each table, version 1.4.5."""

from goldenthread.sources.ssd.reading import KIND, read, recognises

__all__ = ["KIND", "read", "recognises"]
