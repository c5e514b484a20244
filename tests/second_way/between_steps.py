"""From contact to plan, the second way: what followed what, and how long it took."""

from collections.abc import Iterator
from datetime import date, timedelta

from goldenthread.nouns import Period
from goldenthread.nouns.working_days import working_days
from tests.second_way import NOT_KNOWN, Records, Row, Thing, months_later, second_way, within
from tests.second_way.child_protection import counted_conferences
from tests.second_way.child_protection_plans import about as about_plan
from tests.second_way.child_protection_plans import earlier_plan, own_plans
from tests.second_way.referrals import SOURCES, next_referral, referrals_in
from tests.second_way.referrals import about as about_referral

REQUESTS = {
    "Information request from another agency",
    "Education, health and care plan request",
}


def is_concern(row: Row) -> bool:
    """Whether a contact is about a concern, by its type or else by its issue."""
    if row["contact_type"] is not None:
        return row["contact_type"] not in {"INFORMATION", "EDUCATION PLAN"}
    return row["issue"] not in REQUESTS


def concerns_in(records: Records, period: Period) -> Iterator[Row]:
    """The contacts about a concern dated in a period."""
    for row in records.table("contacts"):
        if within(row["contact_date"], period) and is_concern(row):
            yield row


def about_contact(records: Records, row: Row) -> dict[str, str]:
    """The source of a contact, its issue and its child."""
    return {
        "source": SOURCES.get(row["source"], NOT_KNOWN),
        "issue": NOT_KNOWN if row["issue"] is None else row["issue"],
        **records.about(row["person_id"], row["contact_date"]),
    }


def soon(records: Records) -> timedelta:
    """How long after a contact its referral may be."""
    allowed = {"7_days": 7, "1_day": 1, "30_days": 30}
    return timedelta(days=allowed[records.choices["referral_after_contact"]])


def referral_after(records: Records, contact: Row) -> date | None:
    """The referral that followed a contact soon."""
    day = contact["contact_date"]
    own = [row["referral_date"] for row in records.of("cin_episodes", contact["person_id"])]
    return min((each for each in own if day <= each <= day + soon(records)), default=None)


def became_referral(records: Records, contact: Row) -> bool:
    """Whether a contact became a referral: as recorded, or else as a referral tells."""
    if contact["became_referral"] is not None:
        return bool(contact["became_referral"])
    return referral_after(records, contact) is not None


@second_way("concern_contacts_to_referral_conversion", "share")
def concern_to_referral(records: Records, period: Period) -> Iterator[Thing]:
    for row in concerns_in(records, period):
        became = became_referral(records, row)
        yield Thing(row["person_id"], became, about_contact(records, row))


@second_way("contacts", "count")
def every_contact(records: Records, period: Period) -> Iterator[Thing]:
    for row in records.table("contacts"):
        if within(row["contact_date"], period):
            yield Thing(row["person_id"], True, about_contact(records, row))


@second_way("contacts_from_police", "share")
def from_police(records: Records, period: Period) -> Iterator[Thing]:
    for row in records.table("contacts"):
        if within(row["contact_date"], period):
            about = about_contact(records, row)
            del about["source"]
            yield Thing(row["person_id"], row["source"] == "6", about)


@second_way("re_contacts_after_no_further_action", "share")
def re_contacts(records: Records, period: Period) -> Iterator[Thing]:
    for row in concerns_in(records, period):
        if row["no_further_action"] is not True:
            continue
        day = row["contact_date"]
        last = months_later(day, 3)
        if records.choices["re_contact_within"] == "91_days":
            last = day + timedelta(days=91)
        again = any(
            day < other["contact_date"] <= last and is_concern(other)
            for other in records.of("contacts", row["person_id"])
        )
        yield Thing(row["person_id"], again, about_contact(records, row))


def first_before_next_referral(
    records: Records, child: str, referred: date, days: list[date]
) -> date | None:
    """The first of some days from a referral on and before the child's next referral."""
    following = next_referral(records, child, referred)
    return min(
        (day for day in days if referred <= day and (following is None or day < following)),
        default=None,
    )


def plan_after(records: Records, child: str, referred: date) -> date | None:
    """When a plan of the council's own began after a referral."""
    days = [row["start_date"] for row in own_plans(records, child)]
    return first_before_next_referral(records, child, referred, days)


def began_after(records: Records, table: str, child: str, referred: date) -> date | None:
    """When an assessment or an enquiry began after a referral."""
    days = [row["start_date"] for row in records.of(table, child)]
    return first_before_next_referral(records, child, referred, days)


@second_way("contact_to_plan_conversion", "share")
def contact_to_plan(records: Records, period: Period) -> Iterator[Thing]:
    for row in concerns_in(records, period):
        about = about_contact(records, row)
        del about["issue"]
        referred = referral_after(records, row) if became_referral(records, row) else None
        led = referred is not None and plan_after(records, row["person_id"], referred) is not None
        yield Thing(row["person_id"], led, about)


@second_way("contact_to_referral_time_median", "median")
def contact_to_referral(records: Records, period: Period) -> Iterator[Thing]:
    for row in referrals_in(records, period):
        child, day = row["person_id"], row["referral_date"]
        before = [
            contact["contact_date"]
            for contact in records.of("contacts", child)
            if is_concern(contact) and contact["contact_date"] <= day
        ]
        if before and day <= max(before) + soon(records):
            yield Thing(child, working_days(max(before), day), records.about(child, day))


@second_way("referrals_assessed", "share")
def referrals_assessed(records: Records, period: Period) -> Iterator[Thing]:
    for row in referrals_in(records, period):
        child, day = row["person_id"], row["referral_date"]
        assessed = began_after(records, "cin_assessments", child, day) is not None
        yield Thing(child, assessed, about_referral(records, row))


@second_way("assessed_referrals_to_section_47_conversion", "share")
def assessed_to_enquiry(records: Records, period: Period) -> Iterator[Thing]:
    for row in referrals_in(records, period):
        child, day = row["person_id"], row["referral_date"]
        if began_after(records, "cin_assessments", child, day) is not None:
            enquired = began_after(records, "s47_enquiry", child, day) is not None
            yield Thing(child, enquired, about_referral(records, row))


@second_way("referral_to_plan_conversion", "share")
def referral_to_plan(records: Records, period: Period) -> Iterator[Thing]:
    for row in referrals_in(records, period):
        child, day = row["person_id"], row["referral_date"]
        led = plan_after(records, child, day) is not None
        yield Thing(child, led, about_referral(records, row))


def times(records: Records, period: Period, table: str) -> Iterator[Thing]:
    """For each referral whose first step of a kind began in the period, its working days."""
    for row in records.table("cin_episodes"):
        child, day = row["person_id"], row["referral_date"]
        if table == "cp_plans":
            reached = plan_after(records, child, day)
        else:
            reached = began_after(records, table, child, day)
        if reached is not None and within(reached, period):
            yield Thing(child, working_days(day, reached), records.about(child, reached))


@second_way("referral_to_assessment_time_median", "median")
def to_assessment(records: Records, period: Period) -> Iterator[Thing]:
    yield from times(records, period, "cin_assessments")


@second_way("referral_to_section_47_time_median", "median")
def to_enquiry(records: Records, period: Period) -> Iterator[Thing]:
    yield from times(records, period, "s47_enquiry")


@second_way("referral_to_plan_time_median", "median")
def to_plan(records: Records, period: Period) -> Iterator[Thing]:
    yield from times(records, period, "cp_plans")


@second_way("section_47_to_conference_time_median", "median")
def enquiry_to_conference(records: Records, period: Period) -> Iterator[Thing]:
    for row, days, about in counted_conferences(records, period):
        if days is not None:
            yield Thing(row["person_id"], days, about)


@second_way("time_between_plans_median", "median")
def between_plans(records: Records, period: Period) -> Iterator[Thing]:
    for row in own_plans(records):
        since = earlier_plan(records, row) if within(row["start_date"], period) else None
        if since is not None:
            days = (row["start_date"] - since).days
            yield Thing(
                row["person_id"], days, about_plan(records, row, row["start_date"], "initial")
            )
