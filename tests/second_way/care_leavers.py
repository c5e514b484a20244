"""Care leavers, the second way."""

from collections.abc import Callable, Iterator

from goldenthread.nouns import Period
from tests.second_way import Records, Row, Thing, second_way, within
from tests.second_way.care import age

WORKING_OR_LEARNING = {"F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5"}


def reported(records: Records, period: Period, counts: Callable[[Row], bool]) -> Iterator[Thing]:
    """Each care leaver of 17 to 21 first reported at an age in the period."""
    first: dict[tuple[str, int], Row] = {}
    rows = sorted(records.table("care_leavers"), key=lambda row: row["reported_on"])
    for row in rows:
        years = age(records, row["person_id"], row["reported_on"])
        if row["eligibility"] in (None, "RELEVANT", "FORMER RELEVANT") and years is not None:
            first.setdefault((row["person_id"], years), row)
    for (child, years), row in first.items():
        gone = row["in_touch"] in ("DIED", "RHOM", "LEFT OUT")
        if 17 <= years <= 21 and not gone and within(row["reported_on"], period):
            about = records.about(child, row["reported_on"])
            about["age"] = "17-18" if years in (17, 18) else "19-21"
            yield Thing(child, counts(row), about)


@second_way("care_leavers_in_touch", "share")
def in_touch(records: Records, period: Period) -> Iterator[Thing]:
    return reported(records, period, lambda row: row["in_touch"] == "YES")


@second_way("care_leavers_suitable_accommodation", "share")
def suitable(records: Records, period: Period) -> Iterator[Thing]:
    return reported(records, period, lambda row: row["suitable"] is True)


@second_way("care_leavers_eet", "share")
def occupied(records: Records, period: Period) -> Iterator[Thing]:
    return reported(records, period, lambda row: row["activity"] in WORKING_OR_LEARNING)


@second_way("care_leavers_open", "count")
def helped(records: Records, period: Period) -> Iterator[Thing]:
    rows = [
        row
        for row in records.table("care_leavers")
        if row["eligibility"] is not None and row["reported_on"] <= period.end
    ]
    last = max((row["reported_on"] for row in rows), default=None)
    for row in rows:
        owed = row["eligibility"] in ("RELEVANT", "FORMER RELEVANT", "QUALIFYING")
        if row["reported_on"] == last and owed and row["in_touch"] != "DIED":
            years = age(records, row["person_id"], period.end)
            about = records.about(row["person_id"], period.end)
            if years is None:
                about["age"] = "Not known"
            elif years < 17:
                about["age"] = "Under 17"
            elif years <= 18:
                about["age"] = "17-18"
            else:
                about["age"] = "19-21" if years <= 21 else "22 and over"
            yield Thing(row["person_id"], 1, about)
