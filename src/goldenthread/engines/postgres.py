"""PostgreSQL as an engine: tables are copied in for the session, and dropped when it ends.

Children's records stand in temporary tables only, which no other session can read and which the
server drops by itself when the connection ends, in whatever way it ends. The price is that queries
on them use one process each. Nothing of a table is ever put into an error: the server's own
messages quote cells.
"""

import io
from typing import Any

import psycopg
import pyarrow as pa
import pyarrow.csv as csv

from goldenthread.engines.engine import described, in_words_of
from goldenthread.nouns import GoldenThreadError

# Text is ordered by its bytes, as on the other engines, and not by the server's language.
_KINDS = {
    pa.string(): 'text COLLATE "C"',
    pa.date32(): "date",
    pa.timestamp("s"): "timestamp",
    pa.int32(): "integer",
    pa.int64(): "bigint",
    pa.float64(): "double precision",
    pa.bool_(): "boolean",
    pa.int8(): "smallint",
    pa.int16(): "smallint",
}
_ROWS_AT_A_TIME = 50_000
_SETTINGS = (
    "SET timezone = 'UTC'",
    "SET datestyle = 'ISO'",
    "SET jit = off",  # takes longer than most of these queries
    "SET work_mem = '128MB'",
)


class Postgres:
    """A session of a PostgreSQL server."""

    name = "postgres"

    def __init__(self, address: str = "") -> None:
        """``address`` is ``postgresql://user@host/database``; without one, what the environment
        says (PGHOST, PGUSER, PGDATABASE, a password file).

        Raises GoldenThreadError where nobody answers there.
        """
        try:
            self._con = psycopg.connect(address, autocommit=True)
        except psycopg.Error as error:
            raise GoldenThreadError(
                "PostgreSQL does not answer there: check --address, or PGHOST, PGUSER and "
                f"PGDATABASE, and that the server runs ({_first_line(error)})."
            ) from None
        for setting in _SETTINGS:
            self._con.execute(setting.encode())

    def load(self, name: str, rows: pa.Table) -> Any:
        """Copy an Arrow table in as a temporary table of a name.

        Raises GoldenThreadError where the server refuses it, and TypeError for a kind of column
        that no table of records has.
        """
        table = f"pg_temp.{_quoted(name)}"
        try:
            self._make(name, rows.schema)
            with (
                self._con.cursor() as cursor,
                cursor.copy(f"COPY {table} FROM STDIN (FORMAT csv)".encode()) as copy,
            ):
                for batch in rows.to_batches(_ROWS_AT_A_TIME):
                    copy.write(_written(batch))
            self._con.execute(f"ANALYZE {table}".encode())
        except psycopg.Error as error:
            raise GoldenThreadError(
                f"PostgreSQL could not take in the table {name} (error {error.sqlstate}): see that "
                "the user may make temporary tables and that the disk has room."
            ) from None
        return described(name, rows.schema)

    def keep(self, name: str, expression: Any) -> Any:
        """Work out an Ibis table, and keep its rows as a temporary table of a name.

        Raises GoldenThreadError where the server cannot answer, and TypeError for a kind of column
        that no table of records has.
        """
        schema = expression.schema().to_pyarrow()
        query = in_words_of("postgres", expression)
        try:
            self._make(name, schema)
            self._con.execute(f"INSERT INTO pg_temp.{_quoted(name)} {query}".encode())
            self._con.execute(f"ANALYZE pg_temp.{_quoted(name)}".encode())
        except psycopg.Error as error:
            raise _no_answer(error) from None
        return described(name, schema)

    def _make(self, name: str, schema: pa.Schema) -> None:
        """An empty temporary table, in the place of any other of its name."""
        columns = ", ".join(f"{_quoted(each.name)} {_kind(each)}" for each in schema)
        self._con.execute(f"DROP TABLE IF EXISTS pg_temp.{_quoted(name)}".encode())
        self._con.execute(f"CREATE TEMPORARY TABLE {_quoted(name)} ({columns})".encode())

    def fetch(self, expression: Any) -> pa.Table:
        """The rows of an Ibis table.

        Raises GoldenThreadError where the server cannot answer.
        """
        schema = expression.schema().to_pyarrow()
        query = in_words_of("postgres", expression)
        answer = io.BytesIO()
        try:
            with (
                self._con.cursor() as cursor,
                cursor.copy(f"COPY ({query}) TO STDOUT (FORMAT csv)".encode()) as copy,
            ):
                for block in copy:
                    answer.write(block)
        except psycopg.Error as error:
            raise _no_answer(error) from None
        return _read(answer.getbuffer(), schema)

    def close(self) -> None:
        """End the session; the server drops its tables."""
        self._con.close()


def _written(batch: pa.RecordBatch) -> bytes:
    """Rows as CSV: text in quotation marks and nothing at all for what is not known."""
    sink = io.BytesIO()
    csv.write_csv(batch, sink, csv.WriteOptions(include_header=False, quoting_style="needed"))
    return sink.getvalue()


def _read(answer: memoryview, schema: pa.Schema) -> pa.Table:
    if not len(answer):
        return schema.empty_table()
    return csv.read_csv(
        pa.BufferReader(pa.py_buffer(answer)),
        csv.ReadOptions(column_names=schema.names),
        csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
        csv.ConvertOptions(
            column_types=schema,
            null_values=[""],
            true_values=["t"],
            false_values=["f"],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )


def _kind(column: pa.Field) -> str:
    kind = _KINDS.get(column.type)
    if kind is None:
        raise TypeError(f"{column.name}: no table of records has a column of {column.type}")
    return kind


def _no_answer(error: psycopg.Error) -> GoldenThreadError:
    return GoldenThreadError(
        f"PostgreSQL could not answer (error {error.sqlstate}): see the server’s log, or measure "
        "with --engine duckdb."
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _first_line(error: psycopg.Error) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
