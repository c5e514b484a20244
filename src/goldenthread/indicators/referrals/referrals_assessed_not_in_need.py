"""Referrals assessed and found not in need."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

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
        "from the Interactive Tool’s dictionary."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Column headings and Luton’s row for 2024 in the c1 file, whose percentage was worked "
        "out again; the wording of the release’s own guidance is to be confirmed in the "
        "original. Measure 290 of the dictionary names the two closing codes."
    ),
    look_alikes=("referrals_no_further_action",),
    plural=False,
)
