"""How things are computed: the embedded engine, DuckDB, through Ibis.

This is the only room that names a database driver. Everything above it writes Ibis expressions.
"""

from goldenthread.engines.embedded import connect, fetched, lent

__all__ = ["connect", "fetched", "lent"]
