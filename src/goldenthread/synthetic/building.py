"""From columns of numbers to the typed tables of the catalogue, with identifiers of an area."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.days import NEVER
from goldenthread.tables import ColumnKind, table

_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Builder:
    """Makes one area's tables; every identifier begins with the area's code."""

    area: str

    def person(self, child: np.ndarray) -> pa.Array:
        """The children's identifiers, the same in every format."""
        return self.identifiers(child + 1, "")

    def identifiers(self, numbers: np.ndarray, kind: str) -> pa.Array:
        """Identifiers of anything: the area, a letter for its kind, and a number."""
        text = pc.utf8_lpad(pa.array(numbers.astype(np.int64)).cast(pa.string()), _DIGITS, "0")
        lead = pa.scalar(self.area + kind, pa.string())
        return pc.binary_join_element_wise(lead, text, "")

    def table(self, name: str, columns: Mapping[str, object]) -> pa.Table:
        """One table; what is left out is null, and so are days that never come and empty texts.

        Raises ValueError for a column the table does not have.
        """
        schema = table(name).schema
        if unknown := set(columns) - set(schema.names):
            raise ValueError(f"{name} has no column {', '.join(sorted(unknown))}")
        length = len(next(iter(columns.values())))  # type: ignore[arg-type]
        arrays = []
        for column in table(name).columns:
            if column.name == "area":
                made = pa.repeat(pa.scalar(self.area, pa.string()), length)
            elif column.name in columns:
                made = _array(columns[column.name], column.kind)
            else:
                made = pa.nulls(length, column.kind.arrow)
            arrays.append(made)
        return pa.Table.from_arrays(arrays, schema=schema)


def _array(values: object, kind: ColumnKind) -> pa.Array:
    if isinstance(values, pa.Array):
        return values
    if isinstance(values, np.ma.MaskedArray):
        hidden = np.ma.getmaskarray(values)
        return pa.array(values.data, kind.arrow, mask=hidden)
    cells = np.asarray(values)
    if kind is ColumnKind.DATE:
        return pa.array(cells.astype(np.int32), mask=cells >= NEVER).cast(pa.date32())
    if kind is ColumnKind.MOMENT:
        return pa.array(cells.astype(np.int64), mask=cells < 0).cast(pa.timestamp("s"))
    if kind is ColumnKind.WHOLE:
        return pa.array(cells.astype(np.int32), mask=cells < 0)
    if kind is ColumnKind.NUMBER:
        return pa.array(cells.astype(np.float64), from_pandas=True)
    if kind is ColumnKind.FLAG:
        return pa.array(cells.astype(bool))
    return pa.array(cells, pa.string(), mask=np.asarray(cells == "", dtype=bool))


def stepped(
    first: np.ndarray, last: np.ndarray, steps: "np.ndarray"
) -> tuple[np.ndarray, np.ndarray]:
    """Days that follow one another by steps, each row's until its last day.

    ``steps`` is a matrix, a row for each start and as many steps as there can be. Gives the row of
    each day, and the day.
    """
    days = first[:, None] + np.cumsum(steps, axis=1)
    row, place = np.nonzero(days <= last[:, None])
    return row, days[row, place].astype(np.int32)
