"""Spark as an engine: a local session of this process, or a cluster that answers at an address.

A local session reads tables from Parquet files in a folder of its own, which only this user may
read and which is removed at the end: several times as quick as handing the rows over. A cluster
cannot see that folder, so there the rows are handed over.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from goldenthread.engines.engine import described, in_words_of
from goldenthread.nouns import GoldenThreadError

LOCAL = "local[2]"

_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
}
_LOCAL_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.shuffle.partitions": "4",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "2g",
}


class Spark:
    """A session of Spark."""

    name = "spark"

    def __init__(self, address: str = "") -> None:
        """``address`` is a master (``local[4]``, ``spark://host:7077``, ``yarn``) or a server of
        Spark Connect (``sc://host``); without one, a local session of two threads.

        Raises GoldenThreadError where there is no Java to run a local session, or nobody answers.
        """
        master = address or LOCAL
        self._folder: TemporaryDirectory[str] | None = None
        builder = SparkSession.builder.appName("goldenthread")
        settings = dict(_SETTINGS)
        if master.startswith("sc://"):
            builder = builder.remote(master)
        else:
            builder = builder.master(master)
            _need_java()
        if master.startswith("local"):
            settings |= _LOCAL_SETTINGS
            self._folder = TemporaryDirectory(prefix="goldenthread-spark-")
            settings["spark.sql.warehouse.dir"] = str(Path(self._folder.name) / "warehouse")
        self._ours = SparkSession.getActiveSession() is None
        try:
            for name, value in settings.items():
                builder = builder.config(name, value)
            self._session = builder.getOrCreate()
        except (PySparkException, Py4JError, OSError, RuntimeError) as error:
            self._remove_folder()
            raise GoldenThreadError(
                f"Spark does not start at {master}: check --address and that the Java it finds is "
                f"version 17 or later ({type(error).__name__})."
            ) from error
        self._names: dict[str, int] = {}

    def load(self, name: str, rows: pa.Table) -> Any:
        """Take in an Arrow table as a temporary view of a name."""
        if self._folder:
            self._names[name] = self._names.get(name, 0) + 1
            path = Path(self._folder.name) / f"{name}.{self._names[name]}.parquet"
            pq.write_table(rows, path)
            frame = self._session.read.parquet(str(path))
        else:
            self._names[name] = 1
            frame = self._session.createDataFrame(rows)
        frame.createOrReplaceTempView(name)
        return described(name, rows.schema)

    def keep(self, name: str, expression: Any) -> Any:
        """Work out an Ibis table and keep its rows under a name.

        They lie in a file of this session’s folder, or in the memory of the cluster. Raises
        GoldenThreadError where the cluster cannot answer.
        """
        query = in_words_of("pyspark", expression)
        self._names[name] = self._names.get(name, 0) + 1
        with _answers():
            frame = self._session.sql(query)
            if self._folder:
                path = Path(self._folder.name) / f"{name}.{self._names[name]}.parquet"
                frame.write.parquet(str(path))
                frame = self._session.read.schema(frame.schema).parquet(str(path))
            else:
                frame = frame.cache()
                frame.count()  # until it is asked for, nothing is worked out
            frame.createOrReplaceTempView(name)
        return described(name, expression.schema().to_pyarrow())

    def fetch(self, expression: Any) -> pa.Table:
        """The rows of an Ibis table.

        Raises GoldenThreadError where the cluster cannot answer; its own message may quote cells
        and is not repeated.
        """
        query = in_words_of("pyspark", expression)
        with _answers():
            answer = self._session.sql(query).toArrow()
        return answer.cast(expression.schema().to_pyarrow())

    def close(self) -> None:
        """Drop the views, stop the session where it was begun here, and remove the folder."""
        names, self._names = self._names, {}
        for name in names:
            self._session.catalog.dropTempView(name)
        if self._ours:
            self._ours = False
            self._session.stop()
        self._remove_folder()

    def _remove_folder(self) -> None:
        if self._folder:
            self._folder.cleanup()
            self._folder = None


@contextmanager
def _answers() -> Iterator[None]:
    """Says in a sentence that the cluster did not answer, and nothing of what it said itself."""
    try:
        yield
    except (PySparkException, Py4JError) as error:
        said = error.getCondition() if isinstance(error, PySparkException) else None
        what = said or type(error).__name__
        raise GoldenThreadError(
            f"Spark could not answer ({what}): see the cluster’s log, or measure with "
            "--engine duckdb."
        ) from None


def _need_java() -> None:
    home = os.environ.get("JAVA_HOME", "")
    if not (home and (Path(home) / "bin" / "java").exists()) and not shutil.which("java"):
        raise GoldenThreadError(
            "Spark needs Java and finds none: install version 17 or later, such as the package "
            "openjdk-17-jre-headless, or name its folder in JAVA_HOME."
        )
