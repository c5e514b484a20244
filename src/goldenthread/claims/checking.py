"""The proof-reader's round: every kind of check over one reading, most certain faults first."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Kind, kinds
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

_ORDER = list(Severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What one round found, and how much of what was read it could put to the test."""

    faults: tuple[ClaimFault, ...]
    tables: int
    numbers: int
    statements: int
    understood: int

    @property
    def errors(self) -> int:
        """How many faults are beyond doubt."""
        return sum(fault.severity is Severity.ERROR for fault in self.faults)


def check(reading: Reading, chosen: Iterable[Kind] | None = None) -> Checked:
    """Run every kind of check (or those ``chosen``) over what was read.

    A statement is a sentence with a number in it; it is understood when a check tested it.
    """
    findings = Findings()
    for kind in kinds().values() if chosen is None else chosen:
        kind.run(reading, findings)
    statements = [sentence for sentence in reading.sentences if sentence.quantities]
    understood = findings.understood
    return Checked(
        faults=tuple(
            sorted(
                dict.fromkeys(findings.faults),
                key=lambda fault: (_ORDER.index(fault.severity), fault.file),
            )
        ),
        tables=len(reading.grids),
        numbers=sum(len(sentence.quantities) for sentence in statements)
        + sum(
            any(character.isdigit() for character in cell)
            for _, grid in reading.grids
            for row in grid.body
            for cell in row
        ),
        statements=len(statements),
        understood=sum((each.file, each.locator) in understood for each in statements),
    )
