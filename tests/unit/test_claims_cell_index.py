"""The index of a table's cells finds just what asking every cell would find."""

from fractions import Fraction

import pytest

from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.slip import slip_of
from goldenthread.claims.quoting.cell_index import digits_of, index_of
from goldenthread.claims.quoting.quoted_cells import middle, value_in
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.table import Table, tables_of

_PLAIN = """
Visits by branch

| Branch | 2021 | 2022 | 2023 |
| --- | --- | --- | --- |
| Ash Hill | 143 | 1,204 | 98.5% |
| Beck Row | 134 | 1,240 | 12.0% |
| Cold Ash | 9 | 770 | 3.25% |
"""
_IN_THOUSANDS = """
Visits by branch (thousands)

| Branch | 2021 | 2022 |
| --- | --- | --- |
| Ash Hill | 14.3 | 120 |
| Beck Row | 13.4 | 124 |
"""


def _table(text: str) -> Table:
    return next(iter(tables_of(Reading((document_from_text("made-up.md", text),)))))


def _told(value: str, measure: Measure) -> Quantity:
    exact = Fraction(value)
    decimals = len(value.partition(".")[2])
    return Quantity(
        text=value,
        start=0,
        end=len(value),
        value=exact,
        interval=Interval.rounded(exact, decimals),
        measure=measure,
        decimals=decimals,
    )


@pytest.mark.parametrize("text", [_PLAIN, _IN_THOUSANDS])
@pytest.mark.parametrize("measure", [Measure.COUNT, Measure.PERCENT])
@pytest.mark.parametrize(
    "value",
    ["143", "134", "1204", "1240", "98.5", "89.5", "12", "3.2", "14300", "13400", "120000", "7"],
)
def test_what_is_looked_up_is_what_asking_every_cell_finds(
    text: str, measure: Measure, value: str
) -> None:
    table, told = _table(text), _told(value, measure)
    cells = {
        (row.index, column.index): span
        for row in table.rows
        for column in table.columns
        if (span := value_in(table, row.index, column.index, told)) is not None
    }
    index = index_of(table, told)
    digits = digits_of(told.value, told.decimals)

    assert index.holds(told.interval) == any(span.meets(told.interval) for span in cells.values())
    assert set(index.alike(digits, told.decimals)) >= {
        place
        for place, span in cells.items()
        if len(other := digits_of(middle(span), told.decimals)) == len(digits)
        and (other == digits or slip_of(digits, other))
    }


def test_a_number_is_held_by_one_of_many_cells_and_no_other() -> None:
    index = index_of(_table(_PLAIN), _told("143", Measure.COUNT))

    assert index.holds(Interval.exactly(770))
    assert not index.holds(Interval.exactly(771))
    assert not index.holds(Interval.exactly(8))
    assert not index.holds(Interval.exactly(5000))
    assert list(index.alike("413", 0)) == [(0, 0), (1, 0)]  # both have these digits
    assert list(index.alike("771", 0)) == [(2, 1)]
