"""Arrow columns from Python values, without loading pandas.

Handed a list, pyarrow loads pandas to ask whether the list is one of its own: forty megabytes and
a quarter of a second for nothing. Columns put together from their buffers ask nobody.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

_EPOCH = date(1970, 1, 1).toordinal()


def column(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """The values as an Arrow column of one of the kinds the book has; None is a missing value.

    Raises TypeError for another kind, and ValueError or OverflowError where a value does not fit.
    """
    if kind == pa.string():
        buffers = _texts(values)
    elif kind == pa.float64():
        buffers = _numbers(values, np.float64, float)
    elif kind == pa.int8():
        buffers = _numbers(values, np.int8, int)
    elif kind == pa.date32():
        buffers = _numbers(values, np.int32, _day)
    else:
        raise TypeError(f"a column of the figure book is not of the kind {kind}")
    made = pa.Array.from_buffers(kind, len(values), [_there(values), *buffers])
    made.validate(full=True)
    return made


def _there(values: Sequence[Any]) -> pa.Buffer | None:
    """A bit for each value that says whether there is one; none where all are there."""
    if None not in values:
        return None
    there = np.fromiter((value is not None for value in values), np.bool_, len(values))
    return pa.py_buffer(np.packbits(there, bitorder="little"))


def _texts(values: Sequence[str | None]) -> list[pa.Buffer]:
    encoded = [b"" if value is None else value.encode() for value in values]
    ends = np.zeros(len(values) + 1, np.int32)
    np.cumsum([len(text) for text in encoded], out=ends[1:])
    return [pa.py_buffer(ends), pa.py_buffer(b"".join(encoded))]


def _numbers(
    values: Sequence[Any], kind: type[np.generic], plain: Callable[[Any], float]
) -> list[pa.Buffer]:
    numbers = [0 if value is None else plain(value) for value in values]
    return [pa.py_buffer(np.array(numbers, kind))]


def _day(day: date) -> int:
    return day.toordinal() - _EPOCH
