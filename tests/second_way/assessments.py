"""Assessments, the second way."""

from collections.abc import Iterator
from datetime import date

from goldenthread.nouns import Period
from goldenthread.nouns.working_days import working_days
from tests.second_way import NOT_KNOWN, Records, Row, Thing, second_way, stage, within
from tests.second_way.referrals import latest_referral


def completed_in(records: Records, period: Period) -> Iterator[Row]:
    """The assessments authorised in a period."""
    for row in records.table("cin_assessments"):
        if within(row["authorisation_date"], period):
            yield row


def days_taken(records: Records, row: Row) -> int | None:
    """The working days an assessment took; none where it ended before it began."""
    begun: date | None = row["start_date"]
    if records.choices["assessment_timed_from"] == "referral":
        begun = latest_referral(records, row["person_id"], row["start_date"])
    if begun is None or row["authorisation_date"] < begun:
        return None
    return working_days(begun, row["authorisation_date"])


def band(days: int | None) -> str:
    """The band the release prints."""
    if days is None:
        return NOT_KNOWN
    if days == 0:
        return "Same day"
    bands = ((1, 10), (11, 20), (21, 30), (31, 40), (41, 45), (46, 50), (51, 60))
    for first, last in bands:
        if first <= days <= last:
            return f"{first} to {last} working days"
    return "61 working days or more"


def about(records: Records, row: Row) -> dict[str, str]:
    """The child when the assessment was authorised."""
    return records.about(row["person_id"], row["authorisation_date"])


@second_way("assessments_completed", "count")
def completed(records: Records, period: Period) -> Iterator[Thing]:
    for row in completed_in(records, period):
        duration = band(days_taken(records, row))
        kind = stage(row, row["authorisation_date"], "Assessment")
        said = {"duration": duration, "stage": kind, **about(records, row)}
        yield Thing(row["person_id"], 1, said)


@second_way("assessments_within_45_working_days", "share")
def in_time(records: Records, period: Period) -> Iterator[Thing]:
    for row in completed_in(records, period):
        taken = days_taken(records, row)
        yield Thing(row["person_id"], taken is not None and taken <= 45, about(records, row))


@second_way("assessment_duration_median", "median")
def durations(records: Records, period: Period) -> Iterator[Thing]:
    for row in completed_in(records, period):
        taken = days_taken(records, row)
        if taken is not None:
            yield Thing(row["person_id"], taken, about(records, row))


@second_way("assessment_factors", "count")
def factors(records: Records, period: Period) -> Iterator[Thing]:
    for row in completed_in(records, period):
        child = row["person_id"]
        referral = latest_referral(records, child, row["start_date"])
        episode = (child, referral or row["start_date"])
        for found in records.of("assessment_factors", child):
            if found["start_date"] != row["start_date"]:
                continue
            if found["factor"] == "21" and records.choices["no_factor_found"] == "left_out":
                continue
            broken_down = {"factor": FACTORS[found["factor"]], **about(records, row)}
            yield Thing(child, 1, broken_down, once=episode)


_WHOSE = {"A": "child", "B": "parent", "C": "another person in the household"}
_BY_WHOM = {"A": "unknown by whom", "B": "child on child", "C": "adult on child"}

FACTORS = {
    **{f"1{at}": f"Alcohol misuse: {whose}" for at, whose in _WHOSE.items()},
    **{f"2{at}": f"Drug misuse: {whose}" for at, whose in _WHOSE.items()},
    **{f"3{at}": f"Domestic abuse: {whose}" for at, whose in _WHOSE.items()},
    **{f"4{at}": f"Mental health: {whose}" for at, whose in _WHOSE.items()},
    **{f"5{at}": f"Learning disability: {whose}" for at, whose in _WHOSE.items()},
    **{f"6{at}": f"Physical disability: {whose}" for at, whose in _WHOSE.items()},
    "7A": "Young carer",
    **{f"8{at}": "Privately fostered" for at in "BCDEF"},
    "9A": "Unaccompanied asylum seeker",
    "10A": "Going missing",
    "11A": "Child sexual exploitation",
    "12A": "Trafficking",
    "13A": "Gangs",
    "14A": "Socially unacceptable behaviour",
    "15A": "Self-harm",
    "16A": "Neglect",
    "17A": "Emotional abuse",
    **{f"18{at}": f"Physical abuse: {whom}" for at, whom in _BY_WHOM.items()},
    **{f"19{at}": f"Sexual abuse: {whom}" for at, whom in _BY_WHOM.items()},
    "20": "Other",
    "21": "None",
    "22A": "Female genital mutilation",
    "23A": "Abuse linked to faith or belief",
    "24A": "Child criminal exploitation",
}
