"""Whether a superlative that one column disproves is borne out by another of the same tables.

"July was the busiest month this year" of a table with two years, or "Ash repairs most often, in 47%
of cases" of one with cases and a rate of repair: the column meant is the other year, or the one
whose number is told.
"""

from collections.abc import Iterable, Sequence

from goldenthread.claims.orders.values.in_tables import part_of, peers, sorts_in, timed
from goldenthread.claims.orders.values.model import Point, Truth, place_of
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.tables.table import Table


def true_elsewhere(assertion: Assertion, tables: Iterable[Table]) -> bool:
    """True where the line that is said to stand out does so in another column than the one it fails
    in: one whose number the sentence tells, or another time where the sentence names neither."""
    ends = (assertion.claimed, assertion.subject)
    return any(
        _in_another_column(assertion, turned, line, column)
        or _in_its_own_column(assertion, turned, line, column)
        for table in tables
        for turned in (table, table.turned)
        for line, column in (ends, ends[::-1])
    )


def _in_its_own_column(assertion: Assertion, table: Table, line: str, column: str) -> bool:
    """Whether the very number told comes so among those of its own measure.

    "Of cases, 89 is the lowest": not beside the four deferred, but among the cases of each year.
    """
    rows = [n for n, row in enumerate(table.rows) if row.label == line]
    columns = [n for n, each in enumerate(table.columns) if each.label == column]
    if len(rows) != 1 or len(columns) != 1 or not timed(table.rows[rows[0]]):
        return False
    told = {each.text.strip() for each in assertion.sentence.quantities}
    cell = table.cells[rows[0]][columns[0]].text.strip()
    return cell in told and _is_so(assertion, table, rows[0], columns[0])


def _in_another_column(assertion: Assertion, table: Table, line: str, failed: str) -> bool:
    rows = [n for n, row in enumerate(table.rows) if row.label == line]
    columns = {column.label: n for n, column in enumerate(table.columns)}
    if len(rows) != 1 or failed not in columns:
        return False
    text = assertion.sentence.text
    told = {each.text.strip() for each in assertion.sentence.quantities}
    times = (table.rows[rows[0]], table.columns[columns[failed]])  # a month, and its year
    unnamed = all(timed(each) for each in times) and failed.strip() not in text
    return any(
        label != failed
        and (
            table.cells[rows[0]][place].text.strip() in told
            or (unnamed and timed(table.columns[place]) is not None and label.strip() not in text)
        )
        and _is_so(assertion, table, rows[0], place)
        for label, place in columns.items()
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
