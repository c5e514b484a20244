"""An outlier that is not shown is dismissed with a reason: the file it stands in, and the check."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field

from goldenthread.comparisons.model import Outlier
from goldenthread.comparisons.tomlfile import Entry, read_entries
from goldenthread.nouns import Fault, Severity

Written = Annotated[str, Field(min_length=1)]

# A reason shorter than this says no more than "not relevant".
LEAST_REASON = 20


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Why an outlier of one indicator is not shown. ``by`` is a post, never a person's name."""

    indicator: str
    why: str
    by: str
    on: date


class DismissalEntry(Entry):
    """One ``[[dismissal]]`` as a person writes it."""

    indicator: Written
    why: Annotated[str, Field(min_length=LEAST_REASON)]
    by: Written
    on: date


def read_dismissals(file: Path) -> tuple[Dismissal, ...]:
    """The dismissals a partnership wrote, as they stand in the file.

    Raises GoldenThreadError naming the file, the entry and what to mend.
    """
    entries = read_entries(file, "dismissal", DismissalEntry)
    return tuple(Dismissal(**entry.model_dump()) for entry in entries)


def unanswered(
    found: Iterable[Outlier], shown: Collection[str], dismissals: Iterable[Dismissal]
) -> tuple[Fault, ...]:
    """A fault for each outlier that is neither shown nor dismissed.

    ``shown`` holds the names of the indicators that the report shows.
    """
    dismissed = {each.indicator for each in dismissals}
    return tuple(
        Fault(
            rule="outlier-not-shown",
            message=(
                f"{name} stands out ({outlier.reason}) and is not in the report: show it, or "
                "dismiss it with a reason"
            ),
            place=name,
        )
        for outlier in found
        if (name := outlier.comparison.figure.indicator) not in shown and name not in dismissed
    )


def stale(found: Iterable[Outlier], dismissals: Iterable[Dismissal]) -> tuple[Fault, ...]:
    """A note for each dismissal of something that does not stand out."""
    standing_out = {each.comparison.figure.indicator for each in found}
    return tuple(
        Fault(
            rule="dismissal-stale",
            message=f"{each.indicator} is dismissed but does not stand out: delete its dismissal",
            place=each.indicator,
            severity=Severity.NOTE,
        )
        for each in dismissals
        if each.indicator not in standing_out
    )
