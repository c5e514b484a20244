"""The texts of one table of the return, from a CSV file or from the XML, and where each stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from goldenthread.sources.ssda903.layout import Layout


@dataclass(frozen=True)
class Block:
    """Columns of text by the names of the return, all of one length.

    ``place`` says where the cell of a row and column stands; ``lost`` counts rows that came in and
    are not here, each with its fault.
    """

    layout: Layout
    file: str
    columns: Mapping[str, pa.Array]
    place: Callable[[int, str], str]
    lost: int = 0

    @property
    def rows(self) -> int:
        """How many rows are here."""
        return len(next(iter(self.columns.values()))) if self.columns else 0

    def only(self, numbers: np.ndarray) -> "Block":
        """Some of its rows, and nothing that was lost."""
        chosen = pa.array(numbers)
        return Block(
            self.layout,
            self.file,
            {name: column.take(chosen) for name, column in self.columns.items()},
            lambda row, column: self.place(int(numbers[row]), column),
        )

    def cells(self, column: str) -> pa.Array:
        """A column; nulls where the file has none."""
        if column in self.columns:
            return self.columns[column]
        return pa.nulls(self.rows, pa.string())
