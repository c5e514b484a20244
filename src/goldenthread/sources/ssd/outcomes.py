"""Reads the JSON that the dataset keeps in cells: outcomes as flags, and factors of assessments."""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault
from goldenthread.sources.ssd.loading import Loaded
from goldenthread.tables import Found

_YES = frozenset({"y", "yes", "1", "true", "t"})


def flag(table: Loaded, name: str, found: Found, column: str = "outcome") -> pa.Array:
    """A flag of a column of outcomes as text: what stands under its name, empty where nothing.

    Fault: ``json_unreadable``.
    """

    values, indices, _ = _each_once(table, column, found)
    under = [dict(value).get(name) if isinstance(value, _Pairs) else None for value in values]
    texts = ["" if each is None else str(each).strip() for each in under]
    return pa.array(texts, pa.string()).take(indices)


def exploded(table: Loaded, column: str, codes: frozenset[str], found: Found) -> Loaded:
    """A row for each factor of each list, in ``factor``; rows that cannot be read are left out.

    Three ways of writing it are read: a list of codes, codes with yes or no, and, as extracts
    before version 1.3.9 wrote it, names with codes. Fault: ``json_unreadable``.
    """

    values, indices, unreadable = _each_once(table, column, found)
    lists = [tuple(_factors(value, codes)) for value in values]
    of_rows = [lists[each] for each in indices.to_pylist()]
    rows = np.repeat(np.arange(table.rows), [len(each) for each in of_rows])
    factors = pa.array([factor for each in of_rows for factor in each], pa.string())
    return table.taken(rows, unreadable).with_cells(factor=factors)


def _factors(value: Any, codes: frozenset[str]) -> Iterator[str]:
    if isinstance(value, _Pairs):
        for name, under in value:
            if name.upper() in codes:
                if str(under).strip().casefold() in _YES or str(under).upper() == name.upper():
                    yield name
            elif isinstance(under, str) and under.strip():
                yield under.strip()
    elif isinstance(value, list):
        yield from (str(each).strip() for each in value if str(each).strip())


def _each_once(table: Loaded, column: str, found: Found) -> tuple[list[Any], pa.Array, int]:
    """Each distinct text of a column read, which of them each row has, and how many rows cannot
    be read."""
    encoded = table.column(column).dictionary_encode()
    values: list[Any] = []
    unreadable = 0
    for position, text in enumerate(encoded.dictionary.to_pylist()):
        try:
            # Pairs are kept as they stand: older extracts repeat one name for several factors.
            values.append(json.loads(text, object_pairs_hook=_Pairs) if text else None)
            continue
        except (ValueError, RecursionError):
            values.append(None)
        rows = np.flatnonzero(np.asarray(pc.equal(encoded.indices, position)))
        unreadable += len(rows)
        found.add_each(
            Fault(
                "json_unreadable",
                "This is not JSON as the dataset asks for it, and says nothing: see that it was "
                "not cut off.",
                str(table.path),
            ),
            (table.place(int(row), column) for row in rows),
            len(rows),
        )
    return values, encoded.indices, unreadable


class _Pairs(list[tuple[str, Any]]):
    """The names and values of a JSON object, in order, repeated names too."""
