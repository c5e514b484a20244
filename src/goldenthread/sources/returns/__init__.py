"""Children's records from any files: each file's format is found out, and all become one set."""

from goldenthread.sources.returns.kinds import Kind, Progress, kinds
from goldenthread.sources.returns.reading import read_all

__all__ = ["Kind", "Progress", "kinds", "read_all"]
