"""When a request for records is due, by its kind."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from goldenthread.nouns.working_days import working_days


class Kind(StrEnum):
    """Who asks by what right."""

    CORONER = "coroner"
    COURT = "court"
    POLICE = "police"
    FOI = "foi"
    SUBJECT_ACCESS = "subject_access"


TITLES = {
    Kind.CORONER: "Coroner’s notice",
    Kind.COURT: "Court order",
    Kind.POLICE: "Police request",
    Kind.FOI: "Freedom of information request",
    Kind.SUBJECT_ACCESS: "Subject access request",
}
# Whose notice or order says itself when it is due.
SAYS_ITSELF = frozenset({Kind.CORONER, Kind.COURT, Kind.POLICE})


def due_by_law(kind: Kind, received: date) -> date | None:
    """The last day to answer; None where the notice says it.

    Freedom of information: the twentieth working day after it came (section 10 of the Act). Subject
    access: the same day of the next month, or its last (Article 12(3) of the UK GDPR).
    """
    if kind is Kind.FOI:
        day = received + timedelta(days=1)
        while working_days(received, day) < 20:
            day += timedelta(days=1)
        return day
    if kind is Kind.SUBJECT_ACCESS:
        year, month = received.year + received.month // 12, received.month % 12 + 1
        return date(year, month, min(received.day, monthrange(year, month)[1]))
    return None
