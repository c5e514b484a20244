"""Child protection plans, the second way."""

from collections.abc import Iterator
from datetime import date, timedelta

from goldenthread.nouns import Period
from goldenthread.nouns.working_days import working_days
from tests.second_way import (
    NOT_KNOWN,
    Records,
    Row,
    Thing,
    months_later,
    open_on,
    second_way,
    within,
)
from tests.second_way.children_in_need import lasted, later

CATEGORIES = {
    "NEG": "Neglect",
    "PHY": "Physical abuse",
    "SAB": "Sexual abuse",
    "EMO": "Emotional abuse",
    "MUL": "Multiple",
}


def own_plans(records: Records, child: str = "") -> Iterator[Row]:
    """The plans that are the council's own, of one child or of all."""
    for row in records.table("cp_plans"):
        if row["other_area"] is not True and child in ("", row["person_id"]):
            yield row


def about(records: Records, row: Row, day: date, which: str) -> dict[str, str]:
    """The initial or latest category of a plan, and its child on a day."""
    category = CATEGORIES.get(row[f"{which}_category"], NOT_KNOWN)
    return {"category": category, **records.about(row["person_id"], day)}


def open_at_end(records: Records, period: Period) -> Iterator[tuple[Row, dict[str, str]]]:
    """The council's own plans open at the end of a period's last day."""
    for row in own_plans(records):
        if open_on(row, period.end):
            yield row, about(records, row, period.end, "latest")


@second_way("child_protection_plans_at_31_march", "count")
def plans_at_31_march(records: Records, period: Period) -> Iterator[Thing]:
    for row, broken_down in open_at_end(records, period):
        duration = lasted(records, row["start_date"], period.end)
        yield Thing(row["person_id"], 1, {"duration": duration, **broken_down})


@second_way("child_protection_plans_open_2_years_or_longer", "share")
def open_2_years(records: Records, period: Period) -> Iterator[Thing]:
    for row, broken_down in open_at_end(records, period):
        long = later(records, row["start_date"], 24) <= period.end
        yield Thing(row["person_id"], long, broken_down)


@second_way("child_protection_plans_ended", "count")
def ended(records: Records, period: Period) -> Iterator[Thing]:
    for row in own_plans(records):
        if within(row["end_date"], period):
            duration = lasted(records, row["start_date"], row["end_date"])
            broken_down = about(records, row, row["end_date"], "latest")
            yield Thing(row["person_id"], 1, {"duration": duration, **broken_down})


@second_way("child_protection_plans_ended_after_2_years_or_longer", "share")
def ended_after_2_years(records: Records, period: Period) -> Iterator[Thing]:
    for row in own_plans(records):
        if within(row["end_date"], period):
            long = later(records, row["start_date"], 24) <= row["end_date"]
            yield Thing(row["person_id"], long, about(records, row, row["end_date"], "latest"))


def plans_before(records: Records, row: Row) -> int:
    """How many plans the child had before this one."""
    stated = row["previous_plans"] or 0
    if records.choices["previous_plans"] == "stated":
        return stated
    others = own_plans(records, row["person_id"])
    return max(stated, sum(other["start_date"] < row["start_date"] for other in others))


@second_way("child_protection_plans_started", "count")
def started(records: Records, period: Period) -> Iterator[Thing]:
    names = {0: "First plan", 1: "Second plan"}
    for row in own_plans(records):
        if within(row["start_date"], period):
            history = names.get(plans_before(records, row), "Third plan or later")
            broken_down = about(records, row, row["start_date"], "initial")
            yield Thing(row["person_id"], 1, {"history": history, **broken_down})


@second_way("child_protection_plan_again_ever", "share")
def again_ever(records: Records, period: Period) -> Iterator[Thing]:
    for row in own_plans(records):
        if within(row["start_date"], period):
            again = plans_before(records, row) >= 1
            broken_down = about(records, row, row["start_date"], "initial")
            yield Thing(row["person_id"], again, broken_down)


def earlier_plan(records: Records, row: Row) -> date | None:
    """From when the two years count: the latest end (or start) of an earlier plan."""
    days = []
    for other in own_plans(records, row["person_id"]):
        if other["start_date"] >= row["start_date"]:
            continue
        if records.choices["second_plan_counts_from"] == "start":
            days.append(other["start_date"])
        elif other["end_date"] is not None and other["end_date"] <= row["start_date"]:
            days.append(other["end_date"])
    return max(days, default=None)


@second_way("child_protection_plan_again_within_2_years", "share")
def again_within_2_years(records: Records, period: Period) -> Iterator[Thing]:
    for row in own_plans(records):
        if within(row["start_date"], period):
            since = earlier_plan(records, row)
            soon = False
            if since is not None and records.choices["within_2_years"] == "730_days":
                soon = (row["start_date"] - since).days <= 730
            elif since is not None:
                soon = row["start_date"] <= months_later(since, 24)
            yield Thing(row["person_id"], soon, about(records, row, row["start_date"], "initial"))


def limit(day: date, written: str) -> date:
    """The last day of a time allowed, written as 3_months or 91_days."""
    number, unit = written.split("_")
    if unit == "months":
        return months_later(day, int(number))
    return day + timedelta(days=int(number))


@second_way("child_protection_reviews_in_time", "share")
def reviewed_in_time(records: Records, period: Period) -> Iterator[Thing]:
    first, following = (
        records.choices["first_review_within"],
        records.choices["later_reviews_within"],
    )
    for row, broken_down in open_at_end(records, period):
        if limit(row["start_date"], first) > period.end:
            continue
        counted_from = row["start_date"]
        if records.choices["first_review_counts_from"] == "conference":
            counted_from = row["conference_date"] or row["start_date"]
        since = months_later(period.end, -12)
        if records.choices["reviews_looked_at"] == "whole_plan":
            since = row["start_date"] - timedelta(days=1)
        held = sorted(
            review["review_date"]
            for review in records.of("cp_reviews", row["person_id"])
            if review["plan_start_date"] == row["start_date"] <= review["review_date"]
        )
        due = limit(counted_from, first)
        if any(day <= since for day in held) or due <= since:
            due = limit(since, following)
        looked_at = [day for day in held if since < day <= period.end]
        in_time = bool(looked_at)
        for day in looked_at:
            in_time = in_time and day <= due
            due = limit(day, following)
        yield Thing(row["person_id"], in_time and due >= period.end, broken_down)


@second_way("child_protection_visits_within_20_working_days", "share")
def visited(records: Records, period: Period) -> Iterator[Thing]:
    for row, broken_down in open_at_end(records, period):
        seen_only = records.choices["plan_visit"] == "seen"
        days = [
            visit["visit_date"]
            for visit in records.of("cp_visits", row["person_id"])
            if visit["seen"] is True or not seen_only
        ]
        if row["last_visit_date"] is not None and not seen_only:
            days.append(row["last_visit_date"])
        days = [day for day in days if row["start_date"] <= day <= period.end]
        young = working_days(row["start_date"], period.end) <= 20
        if not days and young and records.choices["plan_without_visit"] == "left_out":
            continue
        soon = any(working_days(day, period.end) <= 20 for day in days)
        yield Thing(row["person_id"], soon, broken_down)
