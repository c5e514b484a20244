"""Enquiries and conferences, the second way."""

from collections.abc import Iterator
from datetime import date, timedelta

from goldenthread.nouns import Period
from goldenthread.nouns.working_days import working_days
from tests.second_way import NOT_KNOWN, Records, Row, Thing, second_way, within
from tests.second_way.child_protection_plans import own_plans


def enquiries_in(records: Records, period: Period) -> Iterator[Row]:
    """The section 47 enquiries begun in a period."""
    return (row for row in records.table("s47_enquiry") if within(row["start_date"], period))


@second_way("section_47_enquiries", "count")
def enquiries(records: Records, period: Period) -> Iterator[Thing]:
    for row in enquiries_in(records, period):
        yield Thing(row["person_id"], 1, records.about(row["person_id"], row["start_date"]))


@second_way("children_subject_of_section_47", "count")
def children(records: Records, period: Period) -> Iterator[Thing]:
    for row in enquiries_in(records, period):
        child = row["person_id"]
        yield Thing(child, 1, records.about(child, row["start_date"]), once=child)


def conferences(records: Records) -> list[dict[str, object]]:
    """Every conference: those with a row, and those told only on an enquiry, each day once."""
    found: list[dict[str, object]] = [dict(row) for row in records.table("initial_cp_conference")]
    known = {(row["person_id"], row["conference_date"]) for row in found}
    for row in records.table("s47_enquiry"):
        held = (row["person_id"], row["conference_date"])
        if row["conference_date"] is not None and held not in known:
            known.add(held)
            unknown = {"s47_start_date": None, "transfer_in": None, "became_plan": None}
            found.append(dict(zip(("person_id", "conference_date"), held, strict=True)) | unknown)
    return found


def enquiry_of(records: Records, conference: Row) -> date | None:
    """When the enquiry of a conference began: as named, as the enquiry tells, or the latest."""
    if conference["s47_start_date"] is not None:
        named: date = conference["s47_start_date"]
        return named
    held = conference["conference_date"]
    own = records.of("s47_enquiry", conference["person_id"])
    telling = [row["start_date"] for row in own if row["conference_date"] == held]
    by_then = [row["start_date"] for row in own if row["start_date"] <= held]
    return max(telling or by_then, default=None)


def counted_conferences(
    records: Records, period: Period
) -> Iterator[tuple[Row, int | None, dict[str, str]]]:
    """The conferences of a period, each with its working days since the enquiry and its child."""
    for row in conferences(records):
        held = row["conference_date"]
        left_out = records.choices["conferences_transferred_in"] == "left_out"
        if not isinstance(held, date) or not within(held, period):
            continue
        if row["transfer_in"] is True and left_out:
            continue
        began = enquiry_of(records, row)
        days = None if began is None or began > held else working_days(began, held)
        yield row, days, records.about(str(row["person_id"]), held)


def band(days: int | None) -> str:
    """The band the release prints, by working days."""
    if days is None:
        return NOT_KNOWN
    for first, last in ((0, 10), (11, 15), (16, 20)):
        if first <= days <= last:
            return f"{first} to {last} working days"
    return "21 working days or more"


@second_way("initial_conferences", "count")
def initial_conferences(records: Records, period: Period) -> Iterator[Thing]:
    for row, days, about in counted_conferences(records, period):
        yield Thing(row["person_id"], 1, {"duration": band(days), **about})


@second_way("initial_conferences_within_15_working_days", "share")
def in_15_days(records: Records, period: Period) -> Iterator[Thing]:
    for row, days, about in counted_conferences(records, period):
        yield Thing(row["person_id"], days is not None and days <= 15, about)


@second_way("section_47_to_conference_conversion", "share")
def enquiry_to_conference(records: Records, period: Period) -> Iterator[Thing]:
    for row in enquiries_in(records, period):
        child, began = row["person_id"], row["start_date"]
        held = [row["conference_date"]] if row["conference_date"] is not None else []
        for conference in conferences(records):
            if conference["person_id"] == child and enquiry_of(records, conference) == began:
                held.append(conference["conference_date"])
        latest = date.max
        if records.choices["conference_after_enquiry"] == "60_days":
            latest = began + timedelta(days=60)
        led = any(began <= day <= latest for day in held)
        yield Thing(child, led, records.about(child, began))


@second_way("conference_to_plan_conversion", "share")
def conference_to_plan(records: Records, period: Period) -> Iterator[Thing]:
    days = {"45_days": 45, "0_days": 0}[records.choices["plan_after_conference"]]
    for row in conferences(records):
        child, held = str(row["person_id"]), row["conference_date"]
        if not isinstance(held, date) or not within(held, period) or row["transfer_in"] is True:
            continue
        led = row["became_plan"]
        if led is None:
            last = held + timedelta(days=days)
            starts = [each["start_date"] for each in own_plans(records, child)]
            led = any(held <= start <= last for start in starts)
        yield Thing(child, bool(led), records.about(child, held))
