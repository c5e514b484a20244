"""Initial conferences within 15 working days."""

from datetime import date

from goldenthread.indicators.definition import Basis, Computation, Indicator, Polarity, Theme
from goldenthread.nouns import PeriodKind, Unit

INDICATOR = Indicator(
    name="initial_conferences_within_15_working_days",
    title="Initial conferences within 15 working days",
    words="The share of initial conferences held within 15 working days",
    counted="initial conferences held within 15 working days",
    theme=Theme.CHILD_PROTECTION,
    units=(Unit.COUNT, Unit.PERCENT),
    compared_by=Unit.PERCENT,
    numerator=(
        "Initial conferences held no more than 15 working days after the section 47 enquiry began."
    ),
    denominator="All initial child protection conferences held in the year.",
    window=(
        "From the actual start of the section 47 enquiry to the conference, in working days "
        "without weekends and the bank holidays of England."
    ),
    period_kind=PeriodKind.FINANCIAL_YEAR,
    polarity=Polarity.HIGH_IS_BETTER,
    polarity_reason=(
        "A prompt conference brings the agencies together while the risk is fresh; statutory "
        "guidance sets 15 working days as the limit."
    ),
    basis=Basis.STATUTORY,
    computation=Computation.FROM_RECORDS,
    source="dfe.c4: Duration_0-10_days, Duration_11-15_days, ICPC; lait: CP_conf_15days",
    first_source="lait",
    first_source_reason=(
        "The release prints bands of working days and no share. One band withheld leaves the share "
        "unknown, and the Department prints it all the same in the Interactive Tool."
    ),
    limits=(
        "Prompt is not the same as good: it tells nothing of who came, what the family said or "
        "whether the decision was right. Conferences with no matching enquiry have no duration "
        "yet stay in the total, which lowers the share."
    ),
    checked=date(2026, 11, 20),
    checked_against=(
        "Luton’s 2024 row of the c4 file, from which 79.7% was worked out again; the start of "
        "the 15 days (strategy discussion or enquiry) is to be confirmed in the original "
        "guidance."
    ),
    plural=False,
)
