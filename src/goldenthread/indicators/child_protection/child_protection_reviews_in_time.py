"""Child protection plans reviewed in time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    plans = journey.protection.plans_with_reviews()
    rows = plans.select(
        "area",
        "person_id",
        "day",
        numerator="in_time",
        denominator=1,
        category=journey.labelled(plans.latest_category, "abuse_category"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="child_protection_reviews_in_time",
    title="Child protection plans reviewed in time",
    words="The share of child protection plans reviewed in time",
    counted="child protection plans reviewed in time",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Plans open on 31 March for at least three months whose every review due in the year had "
        "been held in time."
    ),
    denominator=(
        "Child protection plans open on 31 March that had been open for at least three months."
    ),
    window=(
        "The first review within three months of the initial conference, later ones no more than "
        "six months apart, looked at over the twelve months up to the day."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "Reviews on time are how the agencies see whether a plan is making a child safer and "
        "change it where it is not."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source=(
        "dfe.d6: Reviewed_within_timescales, Reviewed_within_timescales_percent, CPP_At31_3Months"
    ),
    limits=(
        "One late review in the year counts the whole plan as late. Three and six months as months "
        "or as days are parameters, and so is whether reviews before the year are asked about: a "
        "year’s return does not tell them. It does not say whether the child or parents were "
        "heard."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the d6 file, whose percentage was worked "
        "out again; the wording of the release’s own guidance is to be confirmed in the "
        "original."
    ),
    breakdowns=("category", "age", "sex", "ethnicity", "locality"),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.STOCK,
        shape=Shape.SHARE,
        needs=(Need("cp_plans"), Need("cp_reviews", months_before=12)),
        breakdowns=("category", "age", "sex", "ethnicity", "locality"),
        parameters=(
            "first_review_within",
            "later_reviews_within",
            "first_review_counts_from",
            "reviews_looked_at",
        ),
    ),
)
