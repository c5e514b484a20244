"""How it is said: rose, fell, points, percent, plural, comparator, year."""

from goldenthread.wording.text import Bound, Words, join, plain

__all__ = ["Bound", "Words", "join", "plain"]
