"""The children behind one figure: counted again on the spot, under names made for this run alone.

Nothing of this is ever kept. A name is a keyed digest with a key drawn for the run and thrown away
with it, so that the same child has one name in one answer and another in the next.
"""

import hmac
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.engines import Engine
from goldenthread.figures.measured.known import Reach
from goldenthread.figures.measured.periods import Measured, measured_for
from goldenthread.figures.measured.running import no_homes
from goldenthread.figures.measured.terms import USUAL, Terms
from goldenthread.figures.measured.workbench import Workbench
from goldenthread.indicators import Indicator
from goldenthread.indicators.counting import rows_of
from goldenthread.indicators.expression import Expression, Timing
from goldenthread.indicators.homes import LOCALITY, told
from goldenthread.indicators.journey import NOT_KNOWN
from goldenthread.nouns import Breakdown, GoldenThreadError, Period
from goldenthread.nouns.localities import Localities
from goldenthread.tables import Records

_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Child:
    """One child behind a figure: how many rows stand below the line, and what above it.

    ``days`` are those that put the rows into the period, the earliest first. For an average
    ``above`` is the sum of the child's amounts.
    """

    name: str
    above: float
    below: float
    days: tuple[date, ...]


def children(
    records: Records,
    indicator: Indicator,
    *,
    area: str,
    period: Period,
    breakdown: Breakdown,
    engine: Engine,
    terms: Terms = USUAL,
) -> tuple[Child, ...]:
    """The children whom a figure counts, in the order of their names.

    Raises GoldenThreadError where the indicator is not counted from records, by that breakdown or
    for such a period, and where the returns do not tell it. ``area`` is a code.
    """
    expression = indicator.expression
    if expression is None:
        raise GoldenThreadError(f"{indicator.name} is not counted from records.")
    measured = _measured(indicator, period)
    for dimension in breakdown.dimensions:
        if dimension not in expression.breakdowns:
            raise GoldenThreadError(
                f"{indicator.name} is not counted by {dimension}: it is by "
                f"{', '.join(expression.breakdowns) or 'nothing'}."
            )
    if LOCALITY in breakdown.dimensions:
        _told_by_locality(records, area, terms.localities)
    else:
        terms = terms.without_localities()
    reach = Reach(records)
    if area not in reach.areas:
        raise GoldenThreadError(f"No return that was read is of {area}: add theirs.")
    at = reach.areas.index(area)
    if why := reach.known(expression, [measured.asked]).why.get((at, 0)):
        raise GoldenThreadError(why)
    journey = Workbench(records, engine, terms).journey([measured.asked])
    rows = rows_of(expression, journey)
    rows = rows.filter(rows.area == area, *_in_period(rows, expression, measured.asked))
    for dimension, value in breakdown.parts:
        rows = rows.filter(rows[dimension].fill_null(NOT_KNOWN) == value)
    day = [] if expression.timing is Timing.SPAN else ["day"]
    found = engine.fetch(rows.select("person_id", "numerator", "denominator", *day))
    return tuple(_children(found.to_pylist()))


def _told_by_locality(records: Records, area: str, localities: Localities | None) -> None:
    if localities is None:
        raise GoldenThreadError(
            "It is by locality: name the table of localities it was measured with, --localities."
        )
    tables = records.tables
    if area not in told(tables["address"], tables["cla_episodes"], localities):
        raise GoldenThreadError(no_homes([area]))


def _measured(indicator: Indicator, period: Period) -> Measured:
    """The period as the expression knows it, from the one its figure is about."""
    candidates: Sequence[Period] = (period, period.reporting_year())
    counted = measured_for(indicator, candidates)
    for each in counted:
        if each.figure == period:
            return each
    instead = f": write {counted[0].figure.code} for it" if counted else ""
    raise GoldenThreadError(f"{indicator.name} is not counted for {period.words}{instead}.")


def _in_period(rows: Any, expression: Expression, period: Period) -> list[Any]:
    if expression.timing is Timing.SPAN:
        return [rows.period == period.code]
    return [rows.day >= period.start, rows.day <= period.end]


def _children(rows: Iterable[dict[str, Any]]) -> Iterator[Child]:
    key = secrets.token_bytes(32)
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        person = str(row["person_id"]).encode()
        name = hmac.new(key, person, "sha256").hexdigest()[:_LENGTH]
        found.setdefault(name, []).append(row)
    for name in sorted(found):
        theirs = found[name]
        yield Child(
            name,
            sum(float(row["numerator"]) for row in theirs),
            sum(float(row["denominator"]) for row in theirs),
            tuple(sorted(row["day"] for row in theirs if row.get("day"))),
        )
