"""The day a workbook's lists were drawn up, which nothing in them says."""

from collections.abc import Iterable
from datetime import date

from goldenthread.nouns import Fault, Severity
from goldenthread.sources.annex_a.sheets import ListSheet
from goldenthread.sources.days import day_in, reach
from goldenthread.tables import Found


def day_of_lists(sheets: Iterable[ListSheet], file: str, found: Found) -> date | None:
    """The latest day on which anything happened, which is about the day of the lists.

    A note says which day was taken. None where the lists hold no day at all.
    """
    texts = {
        text for each in sheets for field in each.list.dates for text in each.columns.get(field, ())
    }
    ends = reach(day for text in texts if (day := day_in(text)))
    if ends is None:
        return None
    latest = ends[1]
    found.add(
        Fault(
            "day_of_lists",
            f"The lists do not say of which day they are: {latest:%d/%m/%Y} is taken, the latest "
            "in them; give --reported-on if it is another.",
            file,
            severity=Severity.NOTE,
        )
    )
    return latest
