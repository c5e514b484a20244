"""Children in need, the second way."""

from collections.abc import Iterator
from datetime import date, timedelta

from goldenthread.nouns import Period
from tests.second_way import (
    NOT_KNOWN,
    Records,
    Row,
    Thing,
    months_later,
    open_on,
    second_way,
    stage,
    within,
)
from tests.second_way.referrals import SOURCES, not_in_need

NEEDS = {
    "N1": "Abuse or neglect",
    "N2": "Child’s disability or illness",
    "N3": "Parent’s disability or illness",
    "N4": "Family in acute stress",
    "N5": "Family dysfunction",
    "N6": "Socially unacceptable behaviour",
    "N7": "Low income",
    "N8": "Absent parenting",
    "N9": "Cases other than children in need",
    "N0": "Not stated",
}
REASONS = {
    "RC1": "Adopted",
    "RC2": "Died",
    "RC3": "Child arrangements order",
    "RC4": "Special guardianship order",
    "RC5": "Transferred to another council",
    "RC6": "Transferred to adult social services",
    "RC7": "Other, including no longer in need",
    "RC8": "Closed after assessment",
    "RC9": "Closed after assessment",
    "ASSESSED": "Closed after assessment",
}


def later(records: Records, day: date, months: int) -> date:
    """So many months on, as the choice says."""
    if records.choices["months_lasting"] == "days":
        return day + timedelta(days={3: 91, 6: 182, 12: 365, 24: 730}[months])
    return months_later(day, months)


def lasted(records: Records, first: date, last: date) -> str:
    """The band of how long something lasted."""
    if last < first:
        return NOT_KNOWN
    if last >= later(records, first, 24):
        return "2 years or more"
    if last >= later(records, first, 12):
        return "1 year to less than 2 years"
    if last > later(records, first, 6):
        return "More than 6 months to less than 1 year"
    if last > later(records, first, 3):
        return "More than 3 months to 6 months"
    return "3 months or less"


def episodes(records: Records) -> Iterator[Row]:
    """Episodes of need: the referrals that led to something."""
    return (row for row in records.table("cin_episodes") if row["no_further_action"] is not True)


def open_at_end(records: Records, period: Period) -> Iterator[tuple[Row, dict[str, str]]]:
    """The episodes open at the end of a period's last day, each with its need and its child."""
    for row in episodes(records):
        if open_on(row, period.end, "referral_date", "closure_date"):
            need = NEEDS.get(row["primary_need"], NOT_KNOWN)
            yield row, {"need": need, **records.about(row["person_id"], period.end)}


@second_way("children_in_need_at_31_march", "count")
def at_31_march(records: Records, period: Period) -> Iterator[Thing]:
    for row, about in open_at_end(records, period):
        duration = lasted(records, row["referral_date"], period.end)
        kind = stage(row, period.end, "Child in need")
        yield Thing(row["person_id"], 1, {"duration": duration, "stage": kind, **about})


@second_way("child_in_need_category", "count")
def category(records: Records, period: Period) -> Iterator[Thing]:
    for row, about in open_at_end(records, period):
        about["category"] = about.pop("need")
        yield Thing(row["person_id"], 1, about)


@second_way("children_in_need_with_disability", "share")
def with_disability(records: Records, period: Period) -> Iterator[Thing]:
    for row, about in open_at_end(records, period):
        child = row["person_id"]
        kinds = {each["disability"] for each in records.of("disability", child)} - {"NONE"}
        told = any(each["disabled"] for each in records.of("person", child))
        yield Thing(child, bool(kinds) or told, about)


@second_way("child_in_need_plans_at_31_march", "count")
def plans(records: Records, period: Period) -> Iterator[Thing]:
    for row in records.table("cin_plans"):
        if open_on(row, period.end):
            about = records.about(row["person_id"], period.end)
            kind = stage(row, period.end, "Child in need")
            yield Thing(row["person_id"], 1, {"stage": kind, **about})


@second_way("children_in_need_episodes_started", "count")
def started(records: Records, period: Period) -> Iterator[Thing]:
    for row in episodes(records):
        if within(row["referral_date"], period) and not not_in_need(records, row):
            about = {
                "need": NEEDS.get(row["primary_need"], NOT_KNOWN),
                "source": SOURCES.get(row["source"], NOT_KNOWN),
                "stage": stage(row, row["referral_date"], "Child in need"),
                **records.about(row["person_id"], row["referral_date"]),
            }
            yield Thing(row["person_id"], 1, about)


@second_way("children_in_need_episodes_ended", "count")
def ended(records: Records, period: Period) -> Iterator[Thing]:
    for row in episodes(records):
        closed = row["closure_date"]
        if within(closed, period) and not not_in_need(records, row):
            about = {
                "reason": REASONS.get(row["closure_reason"], NOT_KNOWN),
                "duration": lasted(records, row["referral_date"], closed),
                "stage": stage(row, closed, "Child in need"),
                **records.about(row["person_id"], closed),
            }
            yield Thing(row["person_id"], 1, about)


@second_way("children_in_need_episodes_at_any_point", "count")
def at_any_point(records: Records, period: Period) -> Iterator[Thing]:
    for row in episodes(records):
        open_then = open_on(row, period.end, "referral_date", "closure_date")
        begun = row["referral_date"] <= period.end
        closed = begun and within(row["closure_date"], period) and not not_in_need(records, row)
        if open_then or closed:
            about = records.about(row["person_id"], period.end)
            need = NEEDS.get(row["primary_need"], NOT_KNOWN)
            kind = stage(row, period.end, "Child in need")
            yield Thing(row["person_id"], 1, {"need": need, "stage": kind, **about})
