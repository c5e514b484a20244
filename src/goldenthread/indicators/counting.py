"""Counts an expression's rows for every period and breakdown asked for, once, on its engine.

The engine adds the rows up by day's month (or by day, or by period) and by all breakdowns together;
from that small table the periods and the single breakdowns are added up here. Children, who are
counted once however often they appear, are counted by the engine for each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.indicators.expression import Expression, Shape, Timing
from goldenthread.indicators.homes import LOCALITY
from goldenthread.indicators.journey import NOT_KNOWN, Journey

# Runs an Ibis expression on its engine.
Fetch = Callable[[Any], pa.Table]

WHOLE = ""

SCHEMA = pa.schema(
    [
        ("area", pa.string()),
        ("period", pa.string()),
        ("dimension", pa.string()),
        ("category", pa.string()),
        ("numerator", pa.float64()),
        ("denominator", pa.float64()),
    ]
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The one question an indicator asks of an engine: an Ibis table, and what is left to add up.

    ``cells`` are ``numbers`` already where ``breakdowns`` is None; else they are to be added up for
    the whole and for each breakdown.
    """

    cells: Any
    breakdowns: tuple[str, ...] | None

    def numbers(self, cells: pa.Table) -> pa.Table:
        """The answer as rows of SCHEMA, in order."""
        if self.breakdowns is None:
            found = cells.cast(SCHEMA)
        else:
            found = pa.concat_tables(
                _labelled(_added_up(cells, dimension), dimension)
                for dimension in (WHOLE, *self.breakdowns)
            )
        return found.sort_by([(name, "ascending") for name in SCHEMA.names[:4]])


def counted(expression: Expression, journey: Journey, fetch: Fetch) -> pa.Table:
    """The numbers of an indicator: one row for each area, period, dimension and category.

    The whole has an empty dimension and category. For COUNT and SHARE both numbers are counts; for
    a MEAN the numerator is the sum of the amounts; for a MEDIAN it is the median itself. What had
    no row is not in the table: whether it is nought or not known is for the coverage to say.
    """
    question = asked(expression, journey)
    return question.numbers(fetch(question.cells))


def asked(expression: Expression, journey: Journey) -> Asked:
    """The question that ``counted`` asks. It is the same whatever the tables hold."""
    dated = _in_periods(expression, journey)
    together = ("period", "area")
    once, breakdowns = expression.counted_once, breakdowns_of(expression, journey)
    if not once and expression.shape is not Shape.MEDIAN:
        return Asked(_sums(dated, [*together, *breakdowns]), breakdowns)
    dated = journey.kept(dated)
    add_up = partial(_each_once, once=once) if once else _medians
    parts = [
        _with_labels(add_up(dated, [*together, *([name] if name else [])]), name)
        for name in (WHOLE, *breakdowns)
    ]
    return Asked(ibis.union(*parts) if len(parts) > 1 else parts[0], None)


def breakdowns_of(expression: Expression, journey: Journey) -> tuple[str, ...]:
    """What an expression is broken down by: by locality only where the journey knows homes."""
    if journey.homes:
        return expression.breakdowns
    return tuple(name for name in expression.breakdowns if name != LOCALITY)


def rows_of(expression: Expression, journey: Journey) -> Any:
    """The rows of an expression, with a column for each of its breakdowns."""
    rows = expression.rows(journey)
    if journey.homes and LOCALITY in expression.breakdowns:
        rows = journey.homes.with_locality(rows)
    return rows


def _added_up(cells: pa.Table, dimension: str) -> pa.Table:
    """The cells of every breakdown together, added up for one of them or for the whole."""
    by = ["period", "area", *([dimension] if dimension else [])]
    sums = cells.group_by(by).aggregate([("numerator", "sum"), ("denominator", "sum")])
    return sums.rename_columns([name.removesuffix("_sum") for name in sums.schema.names])


def _in_periods(expression: Expression, journey: Journey) -> Any:
    """The rows, each as often as there are periods it belongs to, with ``period``."""
    rows, breakdowns = rows_of(expression, journey), breakdowns_of(expression, journey)
    if breakdowns:  # whatever has no category is counted, and said not to be known
        rows = rows.mutate(**{n: rows[n].fill_null(NOT_KNOWN) for n in breakdowns})
    own = {"person_id", expression.counted_once or "person_id"}
    columns = ["area", *sorted(own), "numerator", "denominator", *breakdowns]
    if expression.timing is Timing.SPAN:
        return rows.select("period", *columns)
    if expression.timing is Timing.STOCK:
        ends = journey.periods.select("period", end="day")
        return rows.join(ends, rows.day == ends.end).select("period", *columns)
    rows = rows.mutate(month=_month(rows.day))
    if not expression.counted_once and expression.shape is not Shape.MEDIAN:
        by = ["area", "month", *breakdowns]
        rows = _sums(rows, by).mutate(person_id=ibis.literal(""))
    months = journey.months
    return rows.join(months, rows.month == months.in_month).select("period", *columns)


def _month(day: Any) -> Any:
    return day.year() * 12 + day.month() - 1


def _sums(rows: Any, by: Sequence[str]) -> Any:
    return rows.group_by(list(by)).aggregate(
        numerator=rows.numerator.sum().cast("float64"),
        denominator=rows.denominator.sum().cast("float64"),
    )


def _each_once(rows: Any, by: Sequence[str], once: str) -> Any:
    def distinct(column: str) -> Any:
        return rows[once].nunique(where=rows[column] == 1).cast("float64")

    return rows.group_by(list(by)).aggregate(
        numerator=distinct("numerator"), denominator=distinct("denominator")
    )


def _medians(rows: Any, by: Sequence[str]) -> Any:
    """The middle amount, or the mean of the two in the middle: worked out in the open, since each
    engine has a median of its own."""
    place = ibis.row_number().over(group_by=list(by), order_by=["numerator", "person_id"])
    size = rows.person_id.count().over(group_by=list(by))
    placed = rows.mutate(place=place, size=size)
    middle = placed.filter(
        (placed.place * 2 >= placed.size - 2) & (placed.place * 2 <= placed.size)
    )
    return middle.group_by(list(by)).aggregate(
        numerator=middle.numerator.mean().cast("float64"),
        denominator=middle.size.max().cast("float64"),
    )


def _with_labels(numbers: Any, dimension: str) -> Any:
    """The columns of SCHEMA, while the numbers are still to be asked for."""
    return numbers.select(
        "area",
        "period",
        dimension=ibis.literal(dimension),
        category=numbers[dimension] if dimension else ibis.literal(WHOLE),
        numerator="numerator",
        denominator="denominator",
    )


def _labelled(numbers: pa.Table, dimension: str) -> pa.Table:
    name = pa.repeat(pa.scalar(dimension, pa.string()), numbers.num_rows)
    category = numbers[dimension] if dimension else pa.repeat(pa.scalar(WHOLE), numbers.num_rows)
    columns = {
        "area": numbers["area"],
        "period": numbers["period"],
        "dimension": name,
        "category": category,
        "numerator": numbers["numerator"],
        "denominator": numbers["denominator"],
    }
    return pa.table({key: pc.cast(each, SCHEMA.field(key).type) for key, each in columns.items()})
