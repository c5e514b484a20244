"""Referrals assessed and found not in need."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.indicators.expression import Expression, Need, Shape, Timing
from goldenthread.nouns import PeriodKind, Unit

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


def _rows(journey: Journey) -> Any:
    referrals = journey.table("cin_episodes")
    rows = referrals.select(
        "area",
        "person_id",
        day="referral_date",
        numerator=journey.steps.not_in_need(referrals).ifelse(1, 0),
        denominator=1,
        source=journey.labelled(referrals.source, "referral_source"),
    )
    return journey.with_child(rows)


INDICATOR = Indicator(
    name="referrals_assessed_not_in_need",
    title="Referrals assessed and found not in need",
    words="The share of referrals assessed and found not in need",
    counted="referrals assessed and found not in need",
    theme=Theme.REFERRALS,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Referrals in the year assessed and closed because the child was found not to be a "
        "child in need."
    ),
    denominator="All of the year’s referrals.",
    window=("Referrals dated in the year whose case closed after assessment with that reason."),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.NEUTRAL,
    polarity_reason=(
        "A high share may mean families assessed who needed something lighter; a low one may "
        "mean only the plainest cases are let in."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.c1: Not_in_Need, Not_in_Need_percent, Referrals",
    limits=(
        "Includes children passed to early help after assessment, who were helped though not by "
        "social care. That both closing codes (no further action, early help) count is read "
        "from the Interactive Tool’s dictionary, and is a parameter. Cases that close after the "
        "return was drawn are not yet in it, so the last months look too low."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c1 file, whose percentage was worked "
        "out again; the wording of the release’s own guidance is to be confirmed in the "
        "original. Measure 290 of the dictionary names the two closing codes. In every council’s "
        "row for 2023 and 2024, referrals less these and less those with no further action are the "
        "episodes of need started."
    ),
    breakdowns=("source", "age", "sex", "ethnicity", "locality"),
    look_alikes=("referrals_no_further_action",),
    plural=False,
    expression=Expression(
        rows=_rows,
        timing=Timing.EVENT,
        shape=Shape.SHARE,
        needs=(Need("cin_episodes", column="closure_reason"),),
        breakdowns=("source", "age", "sex", "ethnicity", "locality"),
        parameters=("not_in_need_closure",),
    ),
)
