"""What can become of a question, in plain Python."""

from enum import StrEnum


class QuestionStatus(StrEnum):
    """Where a question stands."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"

    @property
    def told(self) -> str:
        """As a person reads it."""
        return {
            QuestionStatus.OPEN: "Waiting for an answer",
            QuestionStatus.ANSWERED: "Answered, not closed",
            QuestionStatus.CLOSED: "Closed",
        }[self]


# From where to where a question may go, and by what.
MOVES: dict[QuestionStatus, dict[str, QuestionStatus]] = {
    QuestionStatus.OPEN: {
        "answer": QuestionStatus.ANSWERED,
        "close": QuestionStatus.CLOSED,
    },
    QuestionStatus.ANSWERED: {
        "answer": QuestionStatus.ANSWERED,
        "close": QuestionStatus.CLOSED,
    },
    QuestionStatus.CLOSED: {},
}


def status(*, answered: bool, closed: bool) -> QuestionStatus:
    """Where a question stands by what has happened to it."""
    if closed:
        return QuestionStatus.CLOSED
    return QuestionStatus.ANSWERED if answered else QuestionStatus.OPEN
