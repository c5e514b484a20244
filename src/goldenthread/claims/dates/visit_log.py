"""An entry of a log that a visitor read, dated after the visit and out of turn.

"Visit: 14 October 2025", and further down, one below the other: "15 September", "23 September",
"2 November", "9 October". Nobody reads what has yet to be written.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from goldenthread.claims.dates.moments import Grain, Moment, days_of, moments
from goldenthread.claims.dates.one_astray import astray
from goldenthread.claims.dates.slips import Slip
from goldenthread.claims.dates.timelines import dated_lines
from goldenthread.claims.documents.model import Passage

_VISIT = re.compile(
    r"(?:^|\n)\W*(?:date\s+of\s+(?:the\s+|this\s+)?(?:visit|inspection|audit)"
    r"|(?:visit|inspection|audit)(?:\s+date)?|visited(?:\s+on)?|inspected(?:\s+on)?)\W*:\W*"
    r"(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
_FEWEST = 4
_LONGEST = 200  # days between the first entry and the visit


def after_the_visit(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Slip]]:
    """Each entry dated after the one visit that the document says it is of."""
    visits = [found for each in passages for found in _visits(each.text)]
    if len(visits) != 1:
        return
    visit = visits[0]
    for entries in dated_lines(passages):
        days = [_near(moment, visit) for _, moment in entries]
        if len(days) < _FEWEST or None in days:
            continue
        found = [each for each in days if each is not None]
        late = [place for place, day in enumerate(found) if day > visit]
        if len(late) != 1 or late[0] not in astray(found):
            continue
        passage, moment = entries[late[0]]
        yield (
            passage,
            Slip(
                printed=moment.text,
                message="The entry is dated after the visit at which it was read, and stands out "
                "of turn: put its date right.",
                evidence=f"{moment.text} is after the visit of {visit.day} {visit:%B %Y}",
            ),
        )


def _visits(text: str) -> Iterator[date]:
    for moment in moments(text):
        days = days_of(moment) if moment.year and moment.grain is Grain.DAY else None
        if days and _VISIT.search(text[: moment.start]):
            yield days[0]


def _near(moment: Moment, visit: date) -> date | None:
    """The day, in the year that brings it nearest to the visit where it is printed without one."""
    years = [moment.year] if moment.year else [visit.year - 1, visit.year, visit.year + 1]
    found = []
    for year in years:
        try:
            found.append(date(year, moment.month, moment.day))
        except ValueError:
            continue
    nearest = min(found, key=lambda day: abs((day - visit).days), default=None)
    return nearest if nearest and abs((nearest - visit).days) <= _LONGEST else None
