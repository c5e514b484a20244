"""A long table with one number on each row: the same keys twice, with two values."""

import re
from collections import defaultdict
from collections.abc import Iterator

from goldenthread.claims.tables.labels import key_of
from goldenthread.claims.tables.series import Differing, differ
from goldenthread.claims.tables.table import Table

_VALUE = re.compile(r"value|figure|number|count|result|percentage|rate")
_ORIGIN = re.compile(r"source|version|release|edition|report|document|page|file|id|ref")
_FEWEST_KEYS = 3


def repeated(table: Table) -> Iterator[Differing]:
    """Rows whose words all agree and whose numbers do not.

    Where a column names the source of each row and the two differ in it, that is likely and not
    certain a fault: two sources may count differently.
    """
    names = [key_of(name) for name in table.grid.header]
    values = [place for place, name in enumerate(names) if _VALUE.fullmatch(name)]
    if len(values) != 1 or len(table.columns) != 1:
        return
    value = values[0]
    keys = [
        place for place, name in enumerate(names) if place != value and not _ORIGIN.fullmatch(name)
    ]
    if len(keys) < _FEWEST_KEYS:
        return
    body = table.grid.rows[len(table.grid.rows) - len(table.rows) :]
    first: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row, texts in enumerate(body):
        key = tuple(key_of(texts[place]) for place in keys)
        for earlier in first[key]:
            one, other = table.cells[earlier][0], table.cells[row][0]
            if differ(one, other):
                name = ", ".join(texts[place] for place in keys if texts[place])
                origins = {
                    tuple(body[each][place] for place in range(len(names)) if place not in keys)
                    for each in (earlier, row)
                }
                kept = _origin(names, body[row], value)
                yield Differing(
                    table.file,
                    one,
                    f"{name} ({_origin(names, body[earlier], value)})".replace(" ()", ""),
                    table.file,
                    other,
                    kept or "the same words",
                    "all the words of the two rows agree",
                    len(origins) == 1 or not kept,
                )
        first[key].append(row)


def _origin(names: list[str], texts: tuple[str, ...], value: int) -> str:
    return ", ".join(
        f"{name} {text}"
        for place, (name, text) in enumerate(zip(names, texts, strict=True))
        if place != value and _ORIGIN.fullmatch(name) and text
    )
