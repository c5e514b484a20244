"""Referrals, the second way."""

from collections.abc import Iterator
from datetime import date, timedelta

from goldenthread.nouns import Period
from tests.second_way import NOT_KNOWN, Records, Row, Thing, months_later, second_way, within

SOURCES = {
    "1A": "Individual", "1B": "Individual", "1C": "Individual", "1D": "Individual",
    "INDIVIDUAL": "Individual",
    "2A": "Schools", "2B": "Education services",
    "3A": "Health services", "3B": "Health services", "3C": "Health services",
    "3D": "Health services", "3E": "Health services", "3F": "Health services",
    "HEALTH": "Health services",
    "4": "Housing",
    "5A": "Council services", "5B": "Council services", "5C": "Council services",
    "5D": "Council services", "COUNCIL": "Council services",
    "6": "Police", "7": "Other legal agency", "8": "Other", "9": "Anonymous",
}  # fmt: skip


def referrals_in(records: Records, period: Period) -> Iterator[Row]:
    """The referrals dated in a period."""
    return (row for row in records.table("cin_episodes") if within(row["referral_date"], period))


def about(records: Records, row: Row) -> dict[str, str]:
    """The breakdowns of a referral."""
    return {
        "source": SOURCES.get(row["source"], NOT_KNOWN),
        **records.about(row["person_id"], row["referral_date"]),
    }


def latest_referral(records: Records, person: str, day: date) -> date | None:
    """The day of the child's latest referral by a day."""
    days = [row["referral_date"] for row in records.of("cin_episodes", person)]
    return max((each for each in days if each <= day), default=None)


def next_referral(records: Records, person: str, day: date) -> date | None:
    """The day of the child's next referral after a day."""
    days = [row["referral_date"] for row in records.of("cin_episodes", person)]
    return min((each for each in days if each > day), default=None)


def not_in_need(records: Records, row: Row) -> bool:
    """Whether an episode was closed because no child in need was found."""
    if records.choices["not_in_need_closure"] == "RC8":
        return bool(row["closure_reason"] == "RC8")
    return row["closure_reason"] in {"RC8", "RC9", "ASSESSED"}


@second_way("referrals", "count")
def referrals(records: Records, period: Period) -> Iterator[Thing]:
    for row in referrals_in(records, period):
        yield Thing(row["person_id"], 1, about(records, row))


@second_way("children_referred", "count")
def children_referred(records: Records, period: Period) -> Iterator[Thing]:
    for row in referrals_in(records, period):
        yield Thing(row["person_id"], 1, about(records, row), once=row["person_id"])


def again(records: Records, row: Row) -> bool:
    """Whether the child had been referred in the 12 months before a referral."""
    day = row["referral_date"]
    for other in records.of("cin_episodes", row["person_id"]):
        earlier = other["referral_date"]
        if records.choices["within_12_months"] == "365_days":
            soon = earlier + timedelta(days=365) >= day
        else:
            soon = months_later(earlier, 12) >= day
        if earlier < day and soon:
            return True
        same_day = earlier == day and other["referral_id"] < row["referral_id"]
        if same_day and records.choices["same_day_referral"] == "yes":
            return True
    return False


@second_way("re_referrals_within_12_months", "share")
def re_referrals(records: Records, period: Period) -> Iterator[Thing]:
    for row in referrals_in(records, period):
        yield Thing(row["person_id"], again(records, row), about(records, row))


@second_way("children_re_referred_within_12_months", "share")
def children_re_referred(records: Records, period: Period) -> Iterator[Thing]:
    for row in referrals_in(records, period):
        child = row["person_id"]
        yield Thing(child, again(records, row), about(records, row), once=child)


@second_way("referrals_no_further_action", "share")
def no_further_action(records: Records, period: Period) -> Iterator[Thing]:
    for row in referrals_in(records, period):
        yield Thing(row["person_id"], row["no_further_action"] is True, about(records, row))


@second_way("referrals_assessed_not_in_need", "share")
def assessed_not_in_need(records: Records, period: Period) -> Iterator[Thing]:
    for row in referrals_in(records, period):
        yield Thing(row["person_id"], not_in_need(records, row), about(records, row))


@second_way("referrals_ethnicity_unknown", "share")
def ethnicity_unknown(records: Records, period: Period) -> Iterator[Thing]:
    for row in referrals_in(records, period):
        broken_down = about(records, row)
        ethnicity = broken_down.pop("ethnicity")
        yield Thing(row["person_id"], ethnicity == NOT_KNOWN, broken_down)
