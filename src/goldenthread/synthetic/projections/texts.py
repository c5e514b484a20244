"""Cells as text, a whole column at once: days, yes and no, codes in other words; and CSV files."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

Column: TypeAlias = "pa.Array | pa.ChunkedArray"


def british(days: Column) -> pa.Array:
    """Days as 31/03/2024."""
    return pc.strftime(days, "%d/%m/%Y")


def iso(days: Column) -> pa.Array:
    """Days as 2024-03-31."""
    return pc.strftime(days, "%Y-%m-%d")


def moment(moments: Column) -> pa.Array:
    """Moments as 2024-03-31T16:20:05, as the clocks in England show."""
    return pc.strftime(moments, "%Y-%m-%dT%H:%M:%S")


def yes_no(flags: Column, yes: str, no: str) -> pa.Array:
    """Yes and no in a format's own words; nothing stays nothing."""
    return pc.if_else(flags, pa.scalar(yes), pa.scalar(no))


def text(column: Column) -> pa.Array:
    """Numbers and codes as text."""
    return column.cast(pa.string())


def in_words(codes: Column, words: Mapping[str, str]) -> pa.Array:
    """Codes as a format writes them; those it does not name stay as they are."""
    whole = codes.combine_chunks() if isinstance(codes, pa.ChunkedArray) else codes
    encoded = whole.dictionary_encode()
    written = [words.get(code, code) for code in encoded.dictionary.to_pylist()]
    return pa.array(written, pa.string()).take(encoded.indices)


def ages(born: Column, on: "pa.Scalar") -> pa.Array:
    """Whole years from birth to a day; null where there is no birth yet."""
    years = pc.subtract(pc.year(on), pc.year(born))
    birthday = pc.add(pc.multiply(pc.month(born), 100), pc.day(born))
    today = pc.add(pc.multiply(pc.month(on), 100), pc.day(on))
    whole = pc.subtract(years, pc.cast(pc.less(today, birthday), pa.int64()))
    return pc.max_element_wise(whole, pa.scalar(0, pa.int64()), skip_nulls=False)


def numbered(lead: str, count: int) -> pa.Array:
    """Names for rows: letters and a number from one."""
    return pa.array([f"{lead}{at + 1}" for at in range(count)], pa.string())


def csv(path: Path, columns: Mapping[str, Column]) -> Path:
    """A CSV file with these headings, empty where there is nothing; bytes the same every time."""
    table = pa.table({name: _plain(column) for name, column in columns.items()})
    options = pa_csv.WriteOptions(quoting_style="needed")
    pa_csv.write_csv(table, path, options)
    return path


def _plain(column: Column) -> Column:
    return pc.fill_null(column.cast(pa.string()), "")
