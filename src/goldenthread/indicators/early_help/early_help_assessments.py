"""Early help assessments: what is counted, from where, and what it cannot tell."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

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
    computation=Computation.FROM_RETURN,
    source="local.early_help: the council’s early help return by agency",
    limits=(
        "Help given without the form is not seen. Where Family Help takes over (from 2025 in "
        "Luton) the series breaks."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "The heading of list 2 of the inspection data; the local return was not at hand and its "
        "counting is to be confirmed in the original."
    ),
    breakdowns=("agency", "month"),
    look_alikes=("early_help_episodes_open",),
)
