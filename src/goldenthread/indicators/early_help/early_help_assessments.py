"""Early help assessments: what is counted, from where, and what it cannot tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    help_given = journey.table("early_help_episodes")
    done = help_given.filter(help_given.end_date.notnull())
    rows = done.select(
        "area",
        "person_id",
        day="end_date",
        numerator=1,
        denominator=1,
        agency=done.organisation.fill_null("Not known"),
        stage=journey.in_force.stage("early_help", done, done.end_date, done.stage),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="early_help_assessments",
    title="Early help assessments",
    words="Early help assessments",
    counted="early help assessments",
    theme=Theme.EARLY_HELP,
    units=(Unit.COUNT,),
    compared_by=Unit.COUNT,
    numerator="Early help assessments completed in the period, by any agency.",
    denominator="",
    window="Assessments completed in the period.",
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "More may be more families helped early or more forms filled in; what counts is help "
        "that works."
    ),
    basis=Basis.LOCAL,
    computation=Computation.FROM_RECORDS,
    source="local.early_help: the council’s early help records (list 2 of the inspection data)",
    limits=(
        "Help given without the form is not seen. A format that holds episodes of help and no "
        "assessments counts the episodes that ended. Where another stage takes the place of "
        "early help, as Family Help does, the series breaks."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "The heading of list 2 of the inspection data; the local return was not at hand and its "
        "counting is to be confirmed in the original."
    ),
    breakdowns=("agency", "month", "stage", "age", "sex", "ethnicity", "locality"),
    look_alikes=("early_help_episodes_open",),
    stages=("early_help",),
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.COUNT,
        needs=(Need("early_help_episodes"),),
        breakdowns=("agency", "stage", "age", "sex", "ethnicity", "locality"),
    ),
)
