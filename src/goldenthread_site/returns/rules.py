"""A return's life and a cell's meaning: statuses, permitted moves, deadlines. Plain Python."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from goldenthread.nouns import Period, PeriodKind
from goldenthread.nouns.working_days import LAST, bank_holidays
from goldenthread_site.accounts.refusal import RefusedError

MAX_UPLOAD_BYTES = 10_000_000
# A file that is no larger than this, once unpacked, is read while the person waits for the page.
AT_ONCE_BYTES = 500_000
KINDS = {".csv": "text/csv", ".xlsx": "a workbook", ".ods": "a workbook"}


class Status(StrEnum):
    """Where one version of a return stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    QUERIED = "queried"
    ACCEPTED = "accepted"
    SUPERSEDED = "superseded"

    @property
    def words(self) -> str:
        """As people read it."""
        return _STATUS_WORDS[self]


_STATUS_WORDS = {
    Status.DRAFT: "Draft",
    Status.SUBMITTED: "Submitted",
    Status.QUERIED: "Queried",
    Status.ACCEPTED: "Accepted",
    Status.SUPERSEDED: "Superseded",
}


class Side(StrEnum):
    """Who makes a move."""

    AGENCY = "the agency’s contributor or lead"
    LEAD = "the agency’s lead"
    ANALYST = "the analyst"
    SITE = "the site itself"


@dataclass(frozen=True, slots=True)
class Move:
    """One permitted step. ``provided`` is what must be so besides the status."""

    name: str
    before: frozenset[Status]
    after: Status
    side: Side
    provided: str = ""

    def refusal(self, status: Status) -> str:
        """Why it cannot be made from a status."""
        ready = " or ".join(sorted(each.words.lower() for each in self.before))
        return (
            f"This return is {status.words.lower()}, and only one that is {ready} can be"
            f" {_DONE[self.name]}. Go back to it and see what happened meanwhile."
        )


def _move(name: str, before: tuple[Status, ...], after: Status, side: Side, so: str = "") -> Move:
    return Move(name, frozenset(before), after, side, so)


_S = Status
SAVE = _move("save", (_S.DRAFT,), _S.DRAFT, Side.AGENCY)
SUBMIT = _move(
    "submit", (_S.DRAFT,), _S.SUBMITTED, Side.AGENCY, "every line is answered and has no fault"
)
TAKE_BACK = _move(
    "take back", (_S.SUBMITTED,), _S.DRAFT, Side.LEAD, "it is not signed, and nothing was asked"
)
SIGN = _move("sign", (_S.SUBMITTED,), _S.SUBMITTED, Side.LEAD, "it is not signed yet")
QUERY = _move("query", (_S.SUBMITTED, _S.QUERIED), _S.QUERIED, Side.ANALYST)
ANSWER = _move("answer", (_S.QUERIED,), _S.SUBMITTED, Side.AGENCY, "no other question is left open")
ACCEPT = _move("accept", (_S.SUBMITTED,), _S.ACCEPTED, Side.ANALYST, "it is signed")
SUPERSEDE = _move(
    "supersede",
    (_S.SUBMITTED, _S.QUERIED, _S.ACCEPTED),
    _S.SUPERSEDED,
    Side.SITE,
    "a newer version is submitted; one that is accepted stands until the newer one is accepted",
)
MOVES = (SAVE, SUBMIT, TAKE_BACK, SIGN, QUERY, ANSWER, ACCEPT, SUPERSEDE)
_DONE = {
    "save": "changed",
    "submit": "submitted",
    "take back": "taken back",
    "sign": "signed",
    "query": "queried",
    "answer": "answered",
    "accept": "accepted",
    "supersede": "superseded",
}
# From which a newer version may be begun.
MAY_BE_REPLACED = frozenset({_S.SUBMITTED, _S.QUERIED, _S.ACCEPTED})
# What others than the agency itself may come to see.
SENT = frozenset(set(Status) - {_S.DRAFT})


class ReadingState(StrEnum):
    """How far the reading of a large file has come, and how it ended."""

    WAITING = "waiting"
    READING = "reading"
    CHECKING = "checking"
    READ = "read"
    UNREADABLE = "unreadable"
    OVERTAKEN = "overtaken"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def words(self) -> str:
        """As people read it."""
        return _READING_WORDS[self]


_READING_WORDS = {
    ReadingState.WAITING: "Waiting for its turn",
    ReadingState.READING: "Opening the file",
    ReadingState.CHECKING: "Looking for the lines of the return",
    ReadingState.READ: "Its lines are in the draft",
    ReadingState.UNREADABLE: "It could not be read as this return",
    ReadingState.OVERTAKEN: "The draft was changed meanwhile, so nothing of the file was taken",
    ReadingState.STOPPED: "Stopped, and nothing of the file was taken",
    ReadingState.FAILED: "It could not be read here",
}
OPEN_READINGS = (ReadingState.WAITING, ReadingState.READING, ReadingState.CHECKING)


def check_move(move: Move, status: Status) -> None:
    """Raises RefusedError where a return of this status cannot make the move."""
    if status not in move.before:
        raise RefusedError(move.refusal(status))


class CellState(StrEnum):
    """What a cell says. Nothing is not one thing: each of these is shown in its own words."""

    VALUE = "value"
    NIL = "nil"
    NOT_KNOWN = "not_known"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"
    NOT_DUE = "not_due"
    NOT_RETURNED = "not_returned"

    @property
    def words(self) -> str:
        """As a table prints it."""
        return _CELL_WORDS[self][0]

    @property
    def meaning(self) -> str:
        """A sentence for whoever reads the table."""
        return _CELL_WORDS[self][1]


_CELL_WORDS = {
    CellState.VALUE: ("a number", "The agency gave a number."),
    CellState.NIL: ("nil", "The agency looked, and nothing happened: the number is 0."),
    CellState.NOT_KNOWN: ("not known to us", "The agency answered that it does not know."),
    CellState.REFUSED: ("refused", "The agency answered that it will not give it."),
    CellState.NOT_ASKED: ("not asked", "Nobody asked the agency for it."),
    CellState.NOT_DUE: ("not due", "The agency was asked, and still has time to answer."),
    CellState.NOT_RETURNED: ("not returned", "The day it was due has passed without an answer."),
}
# What an agency itself can say; the others are worked out from what was asked and when.
SAID = (CellState.VALUE, CellState.NIL, CellState.NOT_KNOWN, CellState.REFUSED)


class Progress(StrEnum):
    """How far what was asked for has come."""

    NOT_DUE = "not due yet"
    DUE = "due"
    LATE = "late"
    RECEIVED = "received"
    QUERIED = "queried"
    ACCEPTED = "accepted"


DUE_SOON = timedelta(days=14)


def progress_of(due: date, today: date, newest_sent: Status | None) -> Progress:
    """How far a request has come; ``newest_sent`` is the newest version that left the agency."""
    if newest_sent is Status.ACCEPTED:
        return Progress.ACCEPTED
    if newest_sent is Status.QUERIED:
        return Progress.QUERIED
    if newest_sent is not None:
        return Progress.RECEIVED
    if today > due:
        return Progress.LATE
    return Progress.DUE if due - today <= DUE_SOON else Progress.NOT_DUE


def unanswered(due: date, today: date) -> CellState:
    """What a cell is while nothing was sent; the day it is due still counts as in time."""
    return CellState.NOT_RETURNED if today > due else CellState.NOT_DUE


def due_day(period: Period, days: int) -> date:
    """So many days after a period's end; a day nobody works moves to the next working day."""
    day = period.end + timedelta(days=days)
    known = bank_holidays() if day <= LAST else frozenset()
    while day.weekday() >= 5 or day in known:
        day += timedelta(days=1)
    return day


def following(period: Period) -> Period:
    """The next period of the same kind: after a quarter the next quarter, else the next year."""
    first = period.end + timedelta(days=1)
    if period.kind is PeriodKind.QUARTER:
        year = first.year + 1 if first.month >= 4 else first.year
        return Period.quarters(year, ((first.month - 4) % 12) // 3 + 1)
    if period.kind is PeriodKind.MONTH:
        return Period.month(first.year, first.month)
    return period.back(-1)


# When a reminder is sent, counted from the day it is due: a week before, on the day, then weekly.
REMIND_BEFORE = (7, 0)
REMIND_EVERY = 7


def reminder_due(due: date, today: date) -> str:
    """Which reminder belongs to today: "coming", "today", "late", or none."""
    left = (due - today).days
    if left in REMIND_BEFORE:
        return "today" if left == 0 else "coming"
    return "late" if left < 0 and -left % REMIND_EVERY == 0 else ""
