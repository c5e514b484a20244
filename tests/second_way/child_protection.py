"""Child protection plans, the second way."""

from collections.abc import Iterator

from goldenthread.nouns import Period
from tests.second_way import NOT_KNOWN, Records, Row, Thing, open_on, second_way

CATEGORIES = {
    "NEG": "Neglect",
    "PHY": "Physical abuse",
    "SAB": "Sexual abuse",
    "EMO": "Emotional abuse",
    "MUL": "Multiple",
}


def own_plans(records: Records) -> Iterator[Row]:
    """The plans that are the council's own."""
    return (row for row in records.table("cp_plans") if row["other_area"] is not True)


def open_at_end(records: Records, period: Period) -> Iterator[Row]:
    """The council's own plans open at the end of a period's last day."""
    return (row for row in own_plans(records) if open_on(row, period.end))


@second_way("child_protection_plans_at_31_march", "count")
def plans_at_31_march(records: Records, period: Period) -> Iterator[Thing]:
    for row in open_at_end(records, period):
        category = CATEGORIES.get(row["latest_category"], NOT_KNOWN)
        about = records.about(row["person_id"], period.end)
        yield Thing(row["person_id"], 1, {"category": category, **about})
