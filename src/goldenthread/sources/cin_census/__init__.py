"""The Department's children in need census: one XML file a year, 2017 to 2026."""

from goldenthread.sources.cin_census.reading import KIND, read
from goldenthread.sources.cin_census.recognising import recognises

__all__ = ["KIND", "read", "recognises"]
