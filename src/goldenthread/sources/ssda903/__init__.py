"""The return of children looked after (SSDA903): its CSV tables or its XML, 2017 to 2026."""

from goldenthread.sources.ssda903.reading import KIND, read
from goldenthread.sources.ssda903.recognising import recognises

__all__ = ["KIND", "read", "recognises"]
