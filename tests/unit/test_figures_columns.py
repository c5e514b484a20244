"""Columns put together from buffers are those that pyarrow makes of the same values."""

from datetime import date

import pyarrow as pa
import pytest

from goldenthread.figures.columns import column

COLUMNS = {
    "texts": (["Luton", "", "Bûrgh", "a\nb", "−4"], pa.string()),
    "texts, some missing": ([None, "c", None, *"abcdefgh", None], pa.string()),
    "numbers": ([1.5, -0.0, 1e300, 60207.0], pa.float64()),
    "numbers, some missing": ([None, 912.0, *[None] * 9, 1252.0], pa.float64()),
    "small whole numbers": ([0, 1, -3, 127], pa.int8()),
    "days": ([date(2024, 3, 31), date(1969, 12, 31), date(1, 1, 1), None], pa.date32()),
    "nothing": ([], pa.string()),
    "nothing known": ([None] * 17, pa.date32()),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_figures_columns_hold_what_was_given(name):
    values, kind = COLUMNS[name]
    made = column(values, kind)
    assert made.to_pylist() == values
    assert made.equals(pa.array(values, kind))
    assert made.null_count == values.count(None)


def test_figures_columns_refuse_what_does_not_fit():
    with pytest.raises(OverflowError):
        column([200], pa.int8())
    with pytest.raises(TypeError, match="timestamp"):
        column([1], pa.timestamp("s"))
    with pytest.raises(UnicodeEncodeError):
        column(["\ud800"], pa.string())
