"""Tables drawn as text, for examples that a person reads and a program counts."""

from typing import Any

import pyarrow as pa

from goldenthread.tables.catalogue import table

# The council whose records examples are.
AREA = "821"


def drawn(name: str, text: str) -> pa.Table:
    """A table drawn as text: a line of column names, then a line for each row, parted by ``|``.

    A dash is an empty cell; days are written 2024-03-31; a day with T is a moment; a flag is yes
    or no.
    """
    lines = [line for line in text.strip().splitlines() if line.strip()]
    names = [each.strip() for each in lines[0].split("|")]
    made = table(name)
    rows = [
        {
            column: _value(made.by_name[column].kind.arrow, cell.strip())
            for column, cell in zip(names, line.split("|"), strict=True)
        }
        for line in lines[1:]
    ]
    return made.of([{"area": AREA, **row} for row in rows])


def _value(kind: pa.DataType, cell: str) -> Any:
    if cell == "-":
        return None
    if pa.types.is_boolean(kind):
        return {"yes": True, "no": False}[cell]
    return pa.scalar(cell).cast(kind).as_py()
