"""Re-referrals within 12 months, drawn and counted by hand."""

from goldenthread.nouns import Period
from tests.factories.journeys import drawn, whole

YEAR = Period.financial_year(2024)


def referrals(*days: str) -> dict:
    rows = "\n".join(f"child | {day} | {at}" for at, day in enumerate(days))
    return {
        "cin_episodes": drawn("cin_episodes", f"person_id | referral_date | referral_id\n{rows}")
    }


def test_a_referral_within_12_months_of_an_earlier_one_counts() -> None:
    tables = referrals("2023-05-01", "2024-03-30")
    assert whole("re_referrals_within_12_months", tables, YEAR) == (1, 2)


def test_the_earlier_one_may_lie_in_the_year_before() -> None:
    tables = referrals("2022-06-01", "2023-05-31")
    assert whole("re_referrals_within_12_months", tables, YEAR) == (1, 1)


def test_the_same_day_a_year_later_counts_by_the_calendar_and_not_by_366_days() -> None:
    tables = referrals("2023-03-01", "2024-03-01")  # a leap day lies between
    chosen = {"within_12_months": "365_days"}
    assert whole("re_referrals_within_12_months", tables, YEAR) == (1, 1)
    assert whole("re_referrals_within_12_months", tables, YEAR, chosen) == (0, 1)


def test_two_on_one_day_are_no_re_referral_unless_chosen() -> None:
    tables = referrals("2023-06-01", "2023-06-01")
    chosen = {"same_day_referral": "yes"}
    assert whole("re_referrals_within_12_months", tables, YEAR) == (0, 2)
    assert whole("re_referrals_within_12_months", tables, YEAR, chosen) == (1, 2)
