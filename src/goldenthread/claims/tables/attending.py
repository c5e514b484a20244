"""Recognises a table of who came to the meetings, and which of its columns says what."""

import re
from dataclasses import dataclass

from goldenthread.claims.tables.table import Line, Table

_ATTENDED = re.compile(
    r"(?:(?:meetings |number |no\.? |times |in )?(?:attended|present)(?: in person)?|attendances?)"
)
_REPRESENTED = re.compile(
    r"(?:meetings )?(?:represented|deput(?:y|ised)|substitute|representative|rep)"
    r"(?: (?:by deputy|attended|sent|present))?"
)
_APOLOGIES = re.compile(
    r"(?:meetings )?(?:with )?apolog(?:y|ies)(?: (?:given|sent|received|only))?"
)
_ABSENT = re.compile(
    r"(?:meetings )?(?:absent|did not attend|dna|not attended|no apolog\w+|missed|"
    r"absen(?:t|ce)s?(?: without apologies)?|non-attendance|no response|not represented)"
)
_HELD = re.compile(
    r"(?:number of |no\.? of |total )?(?:meetings?(?: held)?|held|out of|of|expected|"
    r"possible(?: (?:meetings|attendances))?|invited(?: to)?|eligible(?: meetings)?|"
    r"meetings (?:invited|eligible|possible)(?: to| for)?|total(?: meetings)?(?: held)?)"
)


@dataclass(frozen=True, slots=True)
class Attendance:
    """The columns by what they hold; ``held`` None where no column says how many meetings."""

    attended: Line
    represented: Line | None
    apologies: Line | None
    absent: Line | None
    held: Line | None

    @property
    def statuses(self) -> tuple[Line, ...]:
        """The columns of which each meeting falls into one."""
        lines = (self.attended, self.represented, self.apologies, self.absent)
        return tuple(line for line in lines if line)


def attendance_of(table: Table) -> Attendance | None:
    """The columns of a table of attendance, None where it is none."""
    if table.is_turned:
        return None

    def first(pattern: re.Pattern[str]) -> Line | None:
        return next((line for line in table.columns if pattern.fullmatch(line.key)), None)

    attended = first(_ATTENDED)
    if attended is None:
        return None
    found = Attendance(
        attended, first(_REPRESENTED), first(_APOLOGIES), first(_ABSENT), first(_HELD)
    )
    return found if len(found.statuses) > 1 or found.held else None


def is_of_attendance(table: Table) -> bool:
    """Whether a table tells how often each member came."""
    return attendance_of(table) is not None
