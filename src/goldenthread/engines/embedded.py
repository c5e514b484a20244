"""The embedded engine: DuckDB in this process, opened through Ibis, shut off from the network."""

from typing import Any

import ibis

# DuckDB otherwise takes most of the machine; a report needs far less, and a hostile file must
# meet a wall before the machine does. Both may be raised for all England's records.
MEMORY_LIMIT = "2GB"
THREADS = 2


def connect(
    path: str = ":memory:",
    *,
    read_only: bool = False,
    memory_limit: str = MEMORY_LIMIT,
    threads: int = THREADS,
) -> Any:
    """An Ibis connection to an embedded DuckDB database.

    Extensions are never installed or loaded from the network. Rows keep the order of the file
    they were read from, because a thread's locator is a row number. Nothing is drawn on the screen:
    whoever asks for work reports its progress.
    """
    con = ibis.duckdb.connect(
        path,
        read_only=read_only,
        memory_limit=memory_limit,
        threads=threads,
        autoinstall_known_extensions=False,
        autoload_known_extensions=False,
        preserve_insertion_order=True,
    )
    con.raw_sql("SET enable_progress_bar = false")
    return con
