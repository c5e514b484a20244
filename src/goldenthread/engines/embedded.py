"""The embedded engine: DuckDB in this process, opened through Ibis, shut off from the network."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import duckdb
import ibis
import pyarrow as pa

from goldenthread.engines.engine import described, in_words_of
from goldenthread.nouns import GoldenThreadError

# DuckDB otherwise takes most of the machine; a report needs far less, and a hostile file must
# meet a wall before the machine does. Both may be raised for all England's records.
MEMORY_LIMIT = "2GB"
THREADS = 2
# Counting records may use half of the machine: it is what somebody is waiting for.
OF_THE_MACHINE = "50%"

# Every table lent to a connection has a name of its own.
_numbers = count(1)


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


@contextmanager
def lent(con: Any, table: pa.Table) -> Iterator[Any]:
    """An Arrow table as an Ibis table on ``con``, neither copied nor kept afterwards.

    Ibis' own way to do this loads pandas, which takes as much memory as a whole book of figures.
    """
    name = f"lent_{next(_numbers)}"
    con.con.register(name, table)
    try:
        yield con.table(name)
    finally:
        con.con.unregister(name)


def fetched(table: Any) -> pa.Table:
    """What an Ibis table of an embedded database holds, as an Arrow table.

    The driver is asked itself: Ibis' own way loads pandas here too.
    """
    con = table.get_backend()
    return con.con.sql(con.compile(table)).to_arrow_table()


class Embedded:
    """The embedded database as an engine: tables from memory, with no copy made of them."""

    name = "duckdb"

    def __init__(self, memory_limit: str = OF_THE_MACHINE, threads: int = THREADS) -> None:
        """``memory_limit`` is a size (``4GB``) or a share of the machine’s memory (``50%``).

        Raises GoldenThreadError where it is neither.
        """
        self._con = connect(threads=threads)
        try:
            self._con.con.execute("SET memory_limit = ?", [memory_limit])
        except duckdb.Error:
            raise GoldenThreadError(
                f"{memory_limit!r} is no amount of memory: write a size, such as 4GB, or a share "
                "of the machine’s, such as 50%."
            ) from None
        self._memory = memory_limit
        # Children's records are never put on the disk, not even where memory runs short.
        self._con.raw_sql("SET temp_directory = ''")
        # What is counted is put in order where it matters; keeping the order of files costs memory.
        self._con.raw_sql("SET preserve_insertion_order = false")

    def load(self, name: str, rows: pa.Table) -> Any:
        """Take in an Arrow table under a name."""
        self._con.con.register(name, rows)
        return described(name, rows.schema)

    def keep(self, name: str, expression: Any) -> Any:
        """Work out an Ibis table, and keep its rows under a name."""
        query = f'CREATE OR REPLACE TEMP TABLE "{name}" AS {in_words_of("duckdb", expression)}'
        with self._enough_memory():
            self._con.con.execute(query)
        return described(name, expression.schema().to_pyarrow())

    def fetch(self, expression: Any) -> pa.Table:
        """The rows of an Ibis table."""
        with self._enough_memory():
            return self._con.con.sql(in_words_of("duckdb", expression)).to_arrow_table()

    @contextmanager
    def _enough_memory(self) -> Iterator[None]:
        try:
            yield
        except duckdb.OutOfMemoryException:
            raise GoldenThreadError(
                f"These records need more memory than {self._memory}: allow more (--memory), or "
                "measure fewer periods at a time."
            ) from None

    def close(self) -> None:
        """Let go of every table."""
        self._con.disconnect()
