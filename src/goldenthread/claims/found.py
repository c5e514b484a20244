"""What proof-reading finds: a fault, its place, and the arithmetic against what is printed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from goldenthread.nouns.fault import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFault:
    """One thing printed that cannot be so (error), or may well not be (warning, note).

    ``locator`` is the place in the file as its reader names it ("line 12", "Sheet1!C4", "page 3");
    ``printed`` the words or number as they stand; ``expected`` what would have been right, empty
    where that cannot be told; ``evidence`` the reason in one line of arithmetic.
    """

    file: str
    locator: str
    kind: str
    severity: Severity
    printed: str
    expected: str
    message: str
    evidence: str

    def as_json(self) -> dict[str, str]:
        """The fault as the JSON contract has it."""
        names = (
            "file",
            "locator",
            "kind",
            "severity",
            "printed",
            "expected",
            "message",
            "evidence",
        )
        return {name: str(getattr(self, name)) for name in names}


@dataclass(slots=True)
class Findings:
    """What the checks write into as they go: faults, and which statements they could test.

    A statement that no check understood is counted and never guessed at, so a check calls
    ``tested`` for every sentence whose assertion it did compare with something, right or wrong.
    """

    faults: list[ClaimFault] = field(default_factory=list)
    understood: set[tuple[str, str]] = field(default_factory=set)

    def add(self, fault: ClaimFault) -> None:
        """Write one fault down."""
        self.faults.append(fault)

    def withdraw(self, doubts: Iterable[ClaimFault]) -> None:
        """Take back what a surer reading tells of, or tells to be right."""
        gone = tuple(doubts)
        self.faults[:] = [each for each in self.faults if each not in gone]

    def tested(self, file: str, locator: str) -> None:
        """Write down that the statement at this place was understood and put to the test."""
        self.understood.add((file, locator))

    def __iter__(self) -> Iterator[ClaimFault]:
        return iter(self.faults)
