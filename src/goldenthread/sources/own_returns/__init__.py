"""Returns of our own, where no national one exists: files whose headings are a table's columns."""

from goldenthread.sources.own_returns.form import Form
from goldenthread.sources.own_returns.reading import read_own, recognises_own

__all__ = ["Form", "read_own", "recognises_own"]
