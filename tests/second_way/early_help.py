"""Early help, the second way."""

from collections.abc import Iterator

from goldenthread.nouns import Period
from tests.second_way import NOT_KNOWN, Records, Thing, open_on, second_way, stage, within


@second_way("early_help_assessments", "count")
def completed(records: Records, period: Period) -> Iterator[Thing]:
    for row in records.table("early_help_episodes"):
        if within(row["end_date"], period):
            about = records.about(row["person_id"], row["end_date"])
            agency = NOT_KNOWN if row["organisation"] is None else row["organisation"]
            kind = stage(row, row["end_date"], "Early help")
            yield Thing(row["person_id"], 1, {"agency": agency, "stage": kind, **about})


@second_way("early_help_episodes_open", "count")
def open_at_the_end(records: Records, period: Period) -> Iterator[Thing]:
    for row in records.table("early_help_episodes"):
        if open_on(row, period.end):
            about = records.about(row["person_id"], period.end)
            agency = NOT_KNOWN if row["organisation"] is None else row["organisation"]
            kind = stage(row, period.end, "Early help")
            yield Thing(row["person_id"], 1, {"agency": agency, "stage": kind, **about})
