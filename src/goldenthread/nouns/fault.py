"""Something that does not fit, with the place where it stands and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a fault costs: an error loses a cell or file, a warning loses nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with what arrived. Never holds a personal value.

    ``file`` is the file's name as given; ``place`` a sheet and cell, a row and column, or an
    element; ``rule`` a short stable name, so that faults can be counted.
    """

    rule: str
    message: str
    file: str = ""
    place: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.place) if part)
        return f"{where}: {self.message}" if where else self.message


class GoldenThreadError(Exception):
    """Work cannot go on. The message is one sentence saying what to do next."""
