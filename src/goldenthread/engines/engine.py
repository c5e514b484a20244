"""What every engine can do: take in a table, answer a query, and be closed.

Expressions are made on tables that belong to no connection, so that the same one runs on any
engine, and can be put into words for one that is not there.
"""

from functools import lru_cache
from typing import Any, Protocol

import ibis
import pyarrow as pa
from ibis.config import Config


class Engine(Protocol):
    """Somewhere that expressions are computed."""

    name: str

    def load(self, name: str, rows: pa.Table) -> Any:
        """Take in an Arrow table under a name, in the place of any other of that name.

        Gives it back as an Ibis table. Nobody else can see it, and it is gone when the engine is
        closed.
        """

    def keep(self, name: str, expression: Any) -> Any:
        """Work out an Ibis table and keep its rows under a name, in the place of any other of it.

        Gives it back as an Ibis table: what stands on it then needs neither the work nor the words
        of the expression. What the expression read may be loaded anew; what is kept stays.
        """

    def fetch(self, expression: Any) -> pa.Table:
        """The rows of an Ibis table, as an Arrow table with the columns of its schema."""

    def close(self) -> None:
        """Leave nothing behind. To close twice does no harm."""


def described(name: str, schema: pa.Schema) -> Any:
    """An Ibis table of a name and columns, on no engine in particular."""
    return ibis.table(ibis.schema(schema), name=name)


class _SparkOptions(Config):
    """What Ibis asks of Spark's part of its options, and sets itself only once Spark is loaded."""

    treat_nan_as_null: bool = False


def in_words_of(dialect: str, expression: Any) -> str:
    """The query that an engine is asked, with nothing connected.

    ``dialect`` is ``duckdb``, ``postgres`` or ``pyspark``. Raises an error of Ibis where that
    engine cannot be asked it. What was put into words once is remembered: that takes longer than
    to answer for one council, and the words are the same whatever the tables hold.
    """
    return _in_words(dialect, expression.op())


@lru_cache(maxsize=2000)  # several times what all indicators ask
def _in_words(dialect: str, asked: Any) -> str:
    if ibis.options.pyspark is None:
        ibis.options.pyspark = _SparkOptions()
    from ibis.backends.sql import compilers  # which take long to load, for who asks nothing too

    # Ibis' own way, to_sql, first looks through it all for tables of a connection, of which there
    # are none, and lays the words out in lines for a person.
    compiler = getattr(compilers, dialect).compiler
    return str(compiler.to_sqlglot(asked.to_expr()).sql(dialect=compiler.dialect))
