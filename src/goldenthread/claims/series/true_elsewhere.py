"""Whether a superlative that one column disproves is borne out by another of the same tables.

"July was the busiest month" of a table with two years, or "Dunsley arrests most often" of one with
offences and arrest rates: where words do not name the column that says otherwise, the one that
bears them out may be meant.
"""

from collections.abc import Iterable, Sequence

from goldenthread.claims.series.assertion import Assertion
from goldenthread.claims.series.in_tables import part_of, peers, sorts_in
from goldenthread.claims.series.model import Point, Truth, place_of
from goldenthread.claims.series.told_values import keys
from goldenthread.claims.tables.table import Table


def true_elsewhere(assertion: Assertion, tables: Iterable[Table]) -> bool:
    """True where the line that is said to stand out does so in another column than the one it fails
    in, and the sentence does not name the one and leave the other unnamed."""
    ends = (assertion.claimed, assertion.subject)
    return any(
        _in_another_column(assertion, turned, line, column)
        for table in tables
        for turned in (table, table.turned)
        for line, column in (ends, ends[::-1])
    )


def _in_another_column(assertion: Assertion, table: Table, line: str, failed: str) -> bool:
    rows = [n for n, row in enumerate(table.rows) if row.label == line]
    if len(rows) != 1:
        return False
    said = keys(assertion.sentence.text)
    spoken = keys(failed) & said
    return any(
        column.label != failed
        and (spoken <= keys(column.label) or (keys(column.label) - keys(failed)) & said)
        and _is_so(assertion, table, rows[0], place)
        for place, column in enumerate(table.columns)
    )


def _is_so(assertion: Assertion, table: Table, row: int, column: int) -> bool:
    """Whether the row stands where it is said to among the rows of a column."""
    along = peers(table.rows, (row,), with_rest=assertion.rank > 1)
    if row not in along:
        return False
    for sort in dict.fromkeys(sorts_in(table.cells[row][column])):
        parts = [(each, part_of(table.cells[each][column], sort)) for each in along]
        told = [(each, part) for each, part in parts if part]
        points: Sequence[Point] = [
            Point(label="", printed=part.text, interval=part.interval) for _, part in told
        ]
        places = [each for each, _ in told]
        if row not in places or len(points) < 2:
            continue
        truth = place_of(points, places.index(row), assertion.way, assertion.rank)
        if truth in (Truth.HOLDS, Truth.TIED):
            return True
    return False
