"""How things are computed: the embedded engine, DuckDB, through Ibis; elsewhere others.

This is the only room that names a database driver. Everything above it writes Ibis expressions.
"""

from goldenthread.engines.embedded import OF_THE_MACHINE, connect, fetched, lent
from goldenthread.engines.engine import Engine, described, in_words_of
from goldenthread.engines.opening import NAMES, open

__all__ = [
    "NAMES",
    "OF_THE_MACHINE",
    "Engine",
    "connect",
    "described",
    "fetched",
    "in_words_of",
    "lent",
    "open",
]
