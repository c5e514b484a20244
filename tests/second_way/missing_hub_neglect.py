"""Missing episodes, the hub and neglect assessments, the second way."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from goldenthread.nouns import Period
from goldenthread.nouns.working_days import FIRST, working_days
from tests.second_way import NOT_KNOWN, Records, Row, Thing, open_on, second_way, within
from tests.second_way.care import first_day

OUTCOMES = {
    "NFA": "No further action",
    "CAF": "New CAF episode",
    "FAMILY HELP": "New Family Help episode",
    "CSC": "Transfer to Children's Social Care",
    "ADVICE": "Information and advice",
    "OTHER": "Other",
}
RATINGS = {"RED": "Red", "AMBER": "Amber", "GREEN": "Green"}


def times(records: Records) -> Iterator[Row]:
    """Times children were missing, and away without authorisation where those count."""
    both = records.choices["missing_or_absent"] == "both"
    return (row for row in records.table("missing") if both or row["missing_type"] != "A")


@second_way("missing_episodes", "count")
def missing(records: Records, period: Period) -> Iterator[Thing]:
    for row in times(records):
        if within(row["start_date"], period):
            yield Thing(row["person_id"], 1, records.about(row["person_id"], row["start_date"]))


@second_way("return_home_interviews_offered", "share")
def offered(records: Records, period: Period) -> Iterator[Thing]:
    left_out = records.choices["interview_not_recorded"] == "left_out"
    for row in times(records):
        if within(row["end_date"], period):
            if left_out and row["interview_offered"] is None:
                continue
            about = records.about(row["person_id"], row["end_date"])
            yield Thing(row["person_id"], row["interview_offered"] is True, about)


@second_way("return_home_interviews_accepted", "share")
def accepted(records: Records, period: Period) -> Iterator[Thing]:
    for row in times(records):
        if within(row["end_date"], period) and row["interview_offered"] is True:
            about = records.about(row["person_id"], row["end_date"])
            yield Thing(row["person_id"], row["interview_accepted"] is True, about)


def hours(records: Records, rating: str | None) -> timedelta:
    """How long an episode of a rating may take."""
    colour = rating.lower() if rating in ("RED", "AMBER") else "green"
    number = records.choices[f"{colour}_decided_within"].removesuffix("_hours")
    return timedelta(hours=int(number))


def worked(moment: datetime) -> int:
    """Seconds of working time up to a moment: eight hours from nine of every working day."""
    day = moment.date()
    clock = moment.hour * 3600 + moment.minute * 60 + moment.second
    full = working_days(FIRST, day)
    if day > FIRST and working_days(day - timedelta(days=1), day) == 0:
        return full * 28_800
    return (full - 1) * 28_800 + min(max(clock - 32_400, 0), 28_800)


def in_time(records: Records, began: datetime, ended: datetime, limit: timedelta) -> bool:
    """Whether something ended within a time of its beginning, in the hours that are counted."""
    if records.choices["hub_hours"] == "round_the_clock":
        return ended - began <= limit
    rest = limit - timedelta(days=limit.days)
    return worked(ended) - worked(began) <= limit.days * 28_800 + rest.total_seconds()


def day_of(moment: datetime | None, period: Period) -> bool:
    """Whether a moment lies in a period."""
    return moment is not None and within(moment.date(), period)


@second_way("mash_episodes", "count")
def episodes(records: Records, period: Period) -> Iterator[Thing]:
    on = records.choices["hub_episode_counted_on"] + "_at"
    for row in records.table("mash_episodes"):
        if day_of(row[on], period):
            about = records.about(row["person_id"], row[on].date())
            about["outcome"] = OUTCOMES.get(row["outcome"], NOT_KNOWN)
            about["rating"] = RATINGS.get(row["rating"], NOT_KNOWN)
            yield Thing(row["person_id"], 1, about)


@second_way("mash_decisions_in_time", "share")
def decisions(records: Records, period: Period) -> Iterator[Thing]:
    for row in records.table("mash_episodes"):
        if day_of(row["decided_at"], period):
            limit = hours(records, row["rating"])
            kept = in_time(records, row["started_at"], row["decided_at"], limit)
            about = records.about(row["person_id"], row["decided_at"].date())
            about["rating"] = RATINGS.get(row["rating"], NOT_KNOWN)
            yield Thing(row["person_id"], kept, about)


@second_way("mash_agency_answers_in_time", "share")
def answers(records: Records, period: Period) -> Iterator[Thing]:
    for row in records.table("mash_agency_requests"):
        if not day_of(row["asked_at"], period):
            continue
        theirs = [
            each["rating"]
            for each in records.of("mash_episodes", row["person_id"])
            if each["episode_id"] == row["episode_id"]
        ]
        urgent = next((each for each in ("RED", "AMBER") if each in theirs), None)
        limit = hours(records, urgent)
        if records.choices["agency_answers_within"] == "24_hours":
            limit = timedelta(hours=24)
        answered = row["answered_at"]
        kept = answered is not None and in_time(records, row["asked_at"], answered, limit)
        about = records.about(row["person_id"], row["asked_at"].date())
        yield Thing(row["person_id"], kept, {"agency": row["agency"], **about})


@second_way("gcp2_assessments", "count")
def profiles(records: Records, period: Period) -> Iterator[Thing]:
    together = records.choices["gcp2_counted"] == "assessments"
    for row in records.table("gcp2_assessments"):
        if within(row["assessment_date"], period):
            one = (row["agency"], row["person_id"], row["assessment_date"])
            if together and row["assessment_id"] is not None:
                one = (row["agency"], row["assessment_id"], None)
            about = records.about(row["person_id"], row["assessment_date"])
            yield Thing(row["person_id"], 1, {"agency": row["agency"], **about}, once=one)


@second_way("gcp2_share_of_neglect_plans", "share")
def plans_with_profile(records: Records, period: Period) -> Iterator[Thing]:
    for plan in records.table("cp_plans"):
        category = plan["latest_category"]
        if category is None:
            category = plan["initial_category"]
        if plan["other_area"] or category != "NEG" or not open_on(plan, period.end):
            continue
        since = plan["start_date"]
        if records.choices["gcp2_within"] == "12_months":
            since = first_day(records, period.end, 12)
        done = any(
            since <= row["assessment_date"] <= period.end
            for row in records.of("gcp2_assessments", plan["person_id"])
        )
        yield Thing(plan["person_id"], done, records.about(plan["person_id"], period.end))
