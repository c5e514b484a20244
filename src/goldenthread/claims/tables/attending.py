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
_ATTENDED = re.compile(
    r"\battended\b|\bpresent\b|^(?:actual )?attendances?$|^in person$|^came$|^been at$"
    r"|^actual(?:ly)?$|^went(?: to)?$|^there$|^turned up$|^made it(?: to)?$"
)
_HELD = re.compile(
    r"(?:number of |no\.? of |total |maximum )?(?:meetings?(?: held)?|held|expected|"
    r"(?:out of |of )?(?:an? )?(?:possible|maximum)(?: (?:number|total|meetings|attendances?))?|"
    r"(?:out )?of(?: meetings)?|invited(?: to)?|eligible(?: (?:meetings|to attend))?|"
    r"meetings (?:invited|eligible|possible|(?:they |that )?could(?: have)? attend(?:ed)?)"
    r"(?: to| for| to attend)?|possible to attend|(?:meetings )?(?:in (?:the )?(?:term|year|"
    r"period))|"
    r"(?:total|all)(?: meetings)?(?: held)?|could (?:have )?attend(?:ed)?)"
)
_PART = re.compile(r"^(?:of (?:which|whom|these|those)|including|incl)\b")
_NOT_A_NUMBER = re.compile(r"%|\bper ?cent|\brate\b")
_ONLINE = re.compile(r"\b(?:online|virtual\w*|remote\w*|in person|by (?:video|phone)|teams)\b")
_POSSIBLE = re.compile(r"\b(?:possible|held|eligible|invited|maximum|could)\b")
_OF_MEETINGS = frozenset(
    [
        "attended",
        "attendance",
        "attendances",
        "present",
        "possible",
        "held",
        "eligible",
        "invited",
        "maximum",
        "could",
        "have",
        "attend",
        "meetings",
        "meeting",
        "number",
        "of",
        "out",
        "to",
        "total",
        "no",
        "a",
    ]
)
_STATUSES = (
    ("absent", _ABSENT),
    ("apologies", _APOLOGIES),
    ("represented", _REPRESENTED),
    ("attended", _ATTENDED),
)


@dataclass(frozen=True, slots=True)
class Attendance:
    """The columns by what they hold; ``held`` None where no column says how many meetings.

    ``online`` is a second column of attendances, beside those in person.
    """

    attended: Line
    online: Line | None
    represented: Line | None
    apologies: Line | None
    absent: Line | None
    held: Line | None

    @property
    def statuses(self) -> tuple[Line, ...]:
        """The columns of which each meeting falls into one."""
        lines = (self.attended, self.online, self.represented, self.apologies, self.absent)
        return tuple(line for line in lines if line)


def attendance_of(table: Table) -> Attendance | None:
    """The columns of a table of attendance, None where it is none."""
    if table.is_turned:
        return None
    found: dict[str, Line] = {}
    for line in table.columns:
        status = _status(line.key)
        if status == "attended" and status in found and _ONLINE.search(line.key):
            status = "online"
        if status and status not in found:
            found[status] = line
    if "attended" not in found:
        return None
    return Attendance(
        found["attended"],
        found.get("online"),
        found.get("represented"),
        found.get("apologies"),
        found.get("absent"),
        found.get("held"),
    )


def _status(key: str) -> str:
    """What a column of this name counts, "" where it is none of them."""
    if _NOT_A_NUMBER.search(key) or _PART.match(key):
        return ""
    if _HELD.fullmatch(key):
        return "held"
    return next((name for name, pattern in _STATUSES if pattern.search(key)), "")


def is_of_attendance(table: Table) -> bool:
    """Whether a table tells how often each member came, of how many meetings or how else not."""
    attendance = attendance_of(table)
    if attendance is None:
        return False
    of_so_many = any(row[attendance.attended.index].base for row in table.cells)
    return len(attendance.statuses) > 1 or attendance.held is not None or of_so_many


def pairs_of(table: Table) -> list[tuple[Line, Line]]:
    """Columns of attendances with those of the meetings possible, of several boards each its own.

    "Board attended", "Board possible", "Committee attended", "Committee possible".
    """
    came = {_rest(line.key): line for line in table.columns if _status(line.key) == "attended"}
    held = {
        _rest(line.key): line
        for line in table.columns
        if _POSSIBLE.search(line.key) and _status(line.key) != "attended"
        if not _NOT_A_NUMBER.search(line.key)
    }
    return [(came[rest], held[rest]) for rest in came if rest and rest in held]


def _rest(key: str) -> str:
    """What a column's name says besides that it counts meetings."""
    words = (word for word in re.findall(r"[a-z]+", key) if word not in _OF_MEETINGS)
    return " ".join(words)


_NUMBERS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen"),
)
_A_NUMBER = rf"(\d{{1,2}}|{'|'.join(_NUMBERS)})"
_KIND = (
    r"(?:(?!(?:attend|member|agenc|partner|people|came|miss|apolog|at|all|were|had|from|for|of|in|"
    r"out|cancel|inquor|sub)\w*\b)[\w'’-]+ ){0,3}?"
)
# Said outright that so many were held; and any other number of meetings.
_HELD_MEETINGS = re.compile(
    rf"\b{_A_NUMBER} {_KIND}meetings (?:\w+ ){{0,4}}?(?:held|took place|convened)\b|"
    rf"\bheld {_A_NUMBER} {_KIND}meetings\b|"
    rf"\b(?:met|sat|came together|convened) (?:\w+ )?(?:on )?{_A_NUMBER} (?:\w+ )?"
    rf"(?:times|occasions)\b|\b{_A_NUMBER} times\b|"
    rf"\bmeetings held(?: \w+| 20\d\d[-/–]\d\d(?:\d\d)?| 20\d\d){{0,5}} ?[:=] ?{_A_NUMBER}\b",
    re.IGNORECASE,
)
_MEETINGS = re.compile(
    rf"\b{_A_NUMBER} {_KIND}meetings\b|\b(?:out )?of (?:a possible )?{_A_NUMBER}\)|"
    rf"\bof (?:a|the) possible {_A_NUMBER}\b|"
    rf"\b(?:number of )?meetings(?: \w+| 20\d\d[-/–]\d\d(?:\d\d)?| 20\d\d){{0,5}} ?[:=] ?"
    rf"{_A_NUMBER}\b",
    re.IGNORECASE,
)
_PART_YEAR = re.compile(
    r"\b(?:joined|left|from|until|since|new|vacant|started|stepped down|appointed|resigned|to|"
    r"term|end(?:ed|s)|began|retired|leave|elected|stood down|observer|co-opted|after|before|died|"
    r"only|secondment)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:joined|left the|since|until|stepped down|appointed|resigned|vacant|vacancy|became a "
    r"member|part of the year|took up|new member|replaced|came to the (?:group|board|role))\b",
    re.IGNORECASE,
)


def meetings_held(document: Document, grid: Grid, label: str = "") -> int | None:
    """How many meetings the words around the table say were held, where they name one number.

    ``label`` is the name of the column of attendances, which may say "out of 6".
    """
    words = f"{around(document, grid)} {label}"
    for pattern in (_HELD_MEETINGS, _MEETINGS):
        found = {
            next(group for group in match.groups() if group).casefold()
            for match in pattern.finditer(words)
        }
        numbers = {int(word) if word.isdecimal() else _NUMBERS.index(word) + 2 for word in found}
        if numbers:
            return numbers.pop() if len(numbers) == 1 else None
    return None


def came_or_went(document: Document, grid: Grid, label: str) -> bool:
    """Whether a member's label, or the words around the table, say of someone part of the year."""
    return bool(_PART_YEAR.search(label) or _CHANGED.search(around(document, grid)))
