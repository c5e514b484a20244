"""The health of children looked after, the second way."""

from collections.abc import Iterator

from goldenthread.nouns import Period
from goldenthread.nouns.working_days import working_days
from tests.second_way import Records, Thing, second_way, within
from tests.second_way.care import age, cared_for, in_year, outcome, stays
from tests.second_way.looked_after import checks, last_told, year_of_care


def told(records: Records, child: str, period: Period, column: str, made: bool) -> Thing:
    """As the yearly return says; as made out otherwise where it says nothing."""
    said = outcome(records, child, period.end, column)
    return Thing(child, made if said is None else said, records.about(child, period.end))


@second_way("looked_after_health_assessments", "share")
def assessments(records: Records, period: Period) -> Iterator[Thing]:
    for child in year_of_care(records, period):
        held = len(checks(records, child, period, {"RHA", "HEALTH"}))
        listed = last_told(records, child, period, "last_health_assessment_date")
        years = age(records, child, period.end)
        by_age = records.choices["health_assessments_due"] == "two_under_5"
        two = by_age and years is not None and years < 5
        done = held >= 2 if two else held >= 1 or listed
        yield told(records, child, period, "health_assessment", done)


@second_way("looked_after_dental_checks", "share")
def teeth(records: Records, period: Period) -> Iterator[Thing]:
    for child in year_of_care(records, period):
        done = bool(checks(records, child, period, {"DENTAL"}))
        done |= last_told(records, child, period, "last_dental_check_date")
        yield told(records, child, period, "teeth_check", done)


@second_way("looked_after_development_checks", "share")
def development(records: Records, period: Period) -> Iterator[Thing]:
    for child in year_of_care(records, period, 0, 4):
        done = bool(checks(records, child, period, {"DEVELOPMENT"}))
        thing = told(records, child, period, "health_check", done)
        about = {name: thing.breakdowns[name] for name in ("sex", "ethnicity", "locality")}
        yield Thing(child, thing.counts, about)


@second_way("looked_after_immunisations", "share")
def immunisations(records: Records, period: Period) -> Iterator[Thing]:
    for child in year_of_care(records, period):
        rows = [
            row
            for row in records.of("cla_immunisations", child)
            if row["status_date"] is not None and row["status_date"] <= period.end
        ]
        rows.sort(key=lambda row: row["status_date"])
        done = bool(rows) and rows[-1]["up_to_date"] is True
        yield told(records, child, period, "immunisations", done)


@second_way("looked_after_convicted", "share")
def convicted(records: Records, period: Period) -> Iterator[Thing]:
    for child in year_of_care(records, period, 10, 17):
        done = bool(in_year(records, child, period, "cla_convictions", "conviction_date"))
        yield told(records, child, period, "convicted", done)


@second_way("looked_after_substance_misuse", "share")
def substance_misuse(records: Records, period: Period) -> Iterator[Thing]:
    for child in year_of_care(records, period):
        done = bool(in_year(records, child, period, "cla_substance_misuse", "misuse_date"))
        yield told(records, child, period, "substance_misuse", done)


def score(records: Records, child: str, period: Period) -> int | None:
    """The score of a child's year; None where none was received."""
    returned = outcome(records, child, period.end, "sdq_score")
    if returned is not None:
        return int(returned)
    if outcome(records, child, period.end, "sdq_reason") is not None:
        return None
    rows = in_year(records, child, period, "sdq_scores", "completed_date")
    rows = [row for row in rows if row["score"] is not None]
    return max(rows, key=lambda row: row["completed_date"])["score"] if rows else None


def scores(records: Records, period: Period) -> Iterator[tuple[str, int | None]]:
    """Each child of 5 to 16 in care for a year, and the score."""
    for child in year_of_care(records, period, 5, 16):
        yield child, score(records, child, period)


@second_way("looked_after_sdq_received", "share")
def received(records: Records, period: Period) -> Iterator[Thing]:
    for child, points in scores(records, period):
        yield Thing(child, points is not None, records.about(child, period.end))


@second_way("looked_after_sdq_average", "mean")
def average(records: Records, period: Period) -> Iterator[Thing]:
    for child, points in scores(records, period):
        if points is not None:
            yield Thing(child, points, records.about(child, period.end))


@second_way("looked_after_sdq_cause_for_concern", "share")
def concern(records: Records, period: Period) -> Iterator[Thing]:
    for child, points in scores(records, period):
        if points is not None:
            yield Thing(child, points > 16, records.about(child, period.end))


@second_way("initial_health_assessment_in_time", "share")
def initial(records: Records, period: Period) -> Iterator[Thing]:
    for child in cared_for(records):
        days = [
            row["check_date"]
            for row in records.of("cla_health", child)
            if row["check_type"] in ("IHA", "HEALTH")
        ]
        for stay in stays(records, child):
            if not within(stay.start, period):
                continue
            left_out = records.choices["left_before_assessment"] == "left_out"
            if left_out and stay.end is not None and working_days(stay.start, stay.end) < 20:
                continue
            after = [day for day in days if day >= stay.start]
            in_time = bool(after) and working_days(stay.start, min(after)) <= 20
            yield Thing(child, in_time, records.about(child, stay.start))
