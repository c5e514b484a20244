"""The figure book's file: Parquet with a schema version, written whole or not at all."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq

from goldenthread.engines import fetched
from goldenthread.figures.schema import SCHEMA, SCHEMA_VERSION
from goldenthread.nouns import GoldenThreadError

VERSION_KEY = b"goldenthread.figure_book"
_AREAS_AT_A_TIME = 16
_ROWS_IN_GROUP = 65_536

# From a version to the next: takes an Ibis table as the older version wrote it and gives one with
# the next version's columns. Empty while there is one version.
MIGRATIONS: dict[int, Callable[[Any], Any]] = {}


@contextmanager
def whole_or_nothing(path: Path) -> Iterator[Path]:
    """A file beside ``path`` to write to, put in its place only when everything went well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False
    ) as made:
        part = Path(made.name)
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write(table: Any, path: Path) -> None:
    """Write an Ibis table with the book's columns, sorted, to ``path``.

    The same figures always give the same bytes. Raises GoldenThreadError where the place cannot
    be written to.
    """
    with _said_where(path), whole_or_nothing(path) as part:
        _write(table, part)


def write_parts(tables: Iterable[pa.Table], path: Path) -> None:
    """Write Arrow tables with the book's columns, in the order they come in, one after another.

    A CSV file where the name ends in ``.csv``, else a book. Memory holds one table at a time. Texts
    may be told once and pointed to. Raises GoldenThreadError where the place cannot be written to.
    """
    with _said_where(path), whole_or_nothing(path) as part, _writer(part, path.suffix) as writer:
        for table in tables:
            for first in range(0, table.num_rows, _ROWS_IN_GROUP):
                writer.write_table(table.slice(first, _ROWS_IN_GROUP).cast(SCHEMA))


def _writer(part: Path, suffix: str) -> Any:
    if suffix.lower() == ".csv":
        return csv.CSVWriter(part, SCHEMA, write_options=csv.WriteOptions(quoting_style="needed"))
    return pq.ParquetWriter(part, SCHEMA, compression="zstd")


@contextmanager
def _said_where(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise GoldenThreadError(
            f"The figures cannot be written to {path} ({error.strerror}); "
            "choose a folder you may write to."
        ) from error


def _write(table: Any, part: Path) -> None:
    """A few areas at a time, so that a book of every area needs little memory."""
    found = fetched(table.select("area_code").distinct().order_by("area_code"))
    areas = found.column("area_code").to_pylist()
    ordered = table.select(*SCHEMA.names).order_by(*_ORDER)
    with pq.ParquetWriter(part, SCHEMA, compression="zstd") as writer:
        for first in range(0, len(areas), _AREAS_AT_A_TIME):
            some = areas[first : first + _AREAS_AT_A_TIME]
            rows = fetched(ordered.filter(ordered.area_code.isin(some)))
            writer.write_table(rows.cast(SCHEMA), _ROWS_IN_GROUP)


# A total order, the area first so that one area's figures lie together in the file.
_ORDER = (
    "area_code",
    "indicator",
    "unit",
    "breakdown",
    "period_end",
    "period_start",
    "source",
    "vintage",
    "definition",
    "file",
    "locator",
    "calculation",
)


def open_table(con: Any, path: Path) -> Any:
    """The Ibis table of a book's file, brought up to this version of the schema.

    Raises GoldenThreadError where the file is not a book, or is one of a newer version.
    """
    version = _version(path)
    if version > SCHEMA_VERSION:
        raise GoldenThreadError(
            f"{path.name} was written by a newer Golden Thread (figure book version {version}; "
            f"this one reads up to {SCHEMA_VERSION}); update it, or build the book again."
        )
    table = con.read_parquet(str(path))
    while version < SCHEMA_VERSION:
        if version not in MIGRATIONS:
            raise GoldenThreadError(
                f"{path.name} is a figure book of version {version}, which cannot be brought up "
                f"to {SCHEMA_VERSION}; build the book again."
            )
        table = MIGRATIONS[version](table)
        version += 1
    missing = [name for name in SCHEMA.names if name not in table.columns]
    if missing:
        raise GoldenThreadError(
            f"{path.name} lacks the columns {', '.join(missing)}; build the book again."
        )
    return table.select(*SCHEMA.names)


def _version(path: Path) -> int:
    try:
        metadata = pq.read_metadata(path).metadata or {}
    except (OSError, pa.ArrowInvalid) as error:
        raise GoldenThreadError(
            f"{path} cannot be read as a figure book; name the .parquet file that `goldenthread"
            " measure` wrote."
        ) from error
    version = metadata.get(VERSION_KEY, b"")
    if not version.isdigit():
        raise GoldenThreadError(f"{path.name} is not a figure book; choose the book's own file.")
    return int(version)
