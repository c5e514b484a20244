"""Recognises a table of who came to the meetings, and which of its columns says what."""

import re
from dataclasses import dataclass

from goldenthread.claims.documents.model import Document, Grid
from goldenthread.claims.tables.hints import around
from goldenthread.claims.tables.table import Line, Table

_ABSENT = re.compile(
    r"\babsen|\b(?:no|without|not sent) (?:an )?apolog|\bdid not\b|\bdna\b|\bmissed\b|"
    r"\bnot (?:attended|present|represented)\b|\bnon-?attend|\bno response\b"
)
_APOLOGIES = re.compile(r"\bapolog")
_REPRESENTED = re.compile(r"\brepresent|\bdeput|\bsubstitut|\bdelegate|\bstand-?in\b|^rep$")
_ATTENDED = re.compile(r"\battended\b|\bpresent\b|^attendances?$|^in person$")
_HELD = re.compile(
    r"(?:number of |no\.? of |total )?(?:meetings?(?: held)?|held|out of|of|expected|"
    r"possible(?: (?:meetings|attendances))?|invited(?: to)?|eligible(?: meetings)?|"
    r"meetings (?:invited|eligible|possible|they could attend)(?: to| for)?|"
    r"total(?: meetings)?(?: held)?|could (?:have )?attend(?:ed)?)"
)
_NOT_A_NUMBER = re.compile(r"%|\bper ?cent|\brate\b")
_STATUSES = (
    ("absent", _ABSENT),
    ("apologies", _APOLOGIES),
    ("represented", _REPRESENTED),
    ("attended", _ATTENDED),
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
    found: dict[str, Line] = {}
    for line in table.columns:
        status = _status(line.key)
        if status and status not in found:
            found[status] = line
    if "attended" not in found:
        return None
    attendance = Attendance(
        found["attended"],
        found.get("represented"),
        found.get("apologies"),
        found.get("absent"),
        found.get("held"),
    )
    of_so_many = any(row[attendance.attended.index].base for row in table.cells)
    known = len(attendance.statuses) > 1 or attendance.held or of_so_many
    return attendance if known else None


def _status(key: str) -> str:
    """What a column of this name counts, "" where it is none of them."""
    if _NOT_A_NUMBER.search(key):
        return ""
    if _HELD.fullmatch(key):
        return "held"
    return next((name for name, pattern in _STATUSES if pattern.search(key)), "")


def is_of_attendance(table: Table) -> bool:
    """Whether a table tells how often each member came."""
    return attendance_of(table) is not None


_NUMBERS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen"),
)
_A_NUMBER = rf"(\d{{1,2}}|{'|'.join(_NUMBERS)})"
_MEETINGS = re.compile(
    rf"\b{_A_NUMBER} (?:\w+ ){{0,2}}?meetings\b|\bmet (?:formally )?{_A_NUMBER} times|"
    rf"\b(?:out )?of {_A_NUMBER}\)|\bmeetings held: ?{_A_NUMBER}\b",
    re.IGNORECASE,
)
_PART_YEAR = re.compile(
    r"\b(?:joined|left|from|until|since|new|vacant|started|stepped down|appointed|resigned|to)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:joined|left the|since|until|stepped down|appointed|resigned|vacant|vacancy|became a "
    r"member|part of the year|took up|new member|replaced|came to the (?:group|board|role))\b",
    re.IGNORECASE,
)


def meetings_held(document: Document, grid: Grid, attendance: Attendance) -> int | None:
    """How many meetings the words around the table say were held, where they name one number."""
    words = f"{around(document, grid)} {attendance.attended.label}"
    found = {
        next(group for group in match.groups() if group).casefold()
        for match in _MEETINGS.finditer(words)
    }
    if len(found) != 1:
        return None
    word = found.pop()
    return int(word) if word.isdecimal() else _NUMBERS.index(word) + 2


def came_or_went(document: Document, grid: Grid, label: str) -> bool:
    """Whether a member's label, or the words around the table, say of someone part of the year."""
    return bool(_PART_YEAR.search(label) or _CHANGED.search(around(document, grid)))
