"""Joins of rows with what else is known of the same child, under the names the rows have."""

from collections.abc import Sequence
from typing import Any


def left(rows: Any, others: Any, on: Sequence[str]) -> Any:
    """The rows with the other columns of ``others``, null where it has nothing of the same.

    Every row stays one row as long as ``others`` has each key once.
    """
    joined = rows.left_join(others, list(on))
    added = [name for name in others.columns if name not in on]
    return joined.select(*rows.columns, *added)
