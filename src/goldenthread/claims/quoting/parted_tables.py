"""Tables whose heading stands apart from their rows, with a blank line between.

What turns web pages into text often leaves one there. The rows are read with their heading again
for what prose quotes from them: what such a page says of the numbers is seldom all above it, so
that by themselves they are not held to add up.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from goldenthread.claims.documents.model import Document, Grid
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.table import Table, table_of


def parted_tables(reading: Reading) -> tuple[Table, ...]:
    """Every such table of a reading, found once."""
    return reading.once(_parted_tables)


def _parted_tables(reading: Reading) -> Iterator[Table]:
    for document in reading.documents:
        for head, rows in pairwise(document.blocks):
            if isinstance(head, Grid) and isinstance(rows, Grid) and _is_parted(head, rows):
                yield from _joined(document, head, rows)


def _is_parted(head: Grid, rows: Grid) -> bool:
    """Whether one grid is a heading alone, and the next as wide and without one."""
    return (
        len(head.rows) == head.header_rows
        and not rows.header_rows
        and len(head.rows[0]) == len(rows.rows[0])
    )


def _joined(document: Document, head: Grid, rows: Grid) -> Iterator[Table]:
    grid = replace(
        head,
        rows=head.rows + rows.rows,
        locators=head.locators + rows.locators,
        order=rows.order,
    )
    if table := table_of(document, grid):
        yield table
