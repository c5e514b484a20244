"""The proof-reader's round: every kind of check over one reading, most certain faults first."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from goldenthread.claims.documents.model import Grid
from goldenthread.claims.echoes import without_echoes
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Kind, kinds
from goldenthread.claims.many_alike import many_as_one
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

_ORDER = list(Severity)
_NUMBERS = re.compile(r"\d+")
# What parts the first place of several: "line 4 and line 9", "Sheet1!C4 to Sheet1!C9".
_FIRST = re.compile(r"(?:,| and | to |; )")

Progress = Callable[[str], None]


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
        return self.count(Severity.ERROR)

    def count(self, severity: Severity) -> int:
        """How many faults are of one severity."""
        return sum(fault.severity is severity for fault in self.faults)


def check(
    reading: Reading, chosen: Iterable[Kind] | None = None, progress: Progress | None = None
) -> Checked:
    """Run every kind of check (or those ``chosen``) over what was read.

    A statement is a sentence with a number in it, or a row of a table that lost its lines; it is
    understood when a check tested it, as such a row never is. Faults
    come by severity, then in the order of the files and of the places in them. ``progress`` is
    called with the title of each kind.
    """
    findings = Findings()
    for kind in kinds().values() if chosen is None else chosen:
        if progress:
            progress(kind.title)
        kind.run(reading, findings)
    read = (*reading.sentences, *reading.lost_rows)
    statements = [sentence for sentence in read if sentence.quantities]
    understood = findings.understood
    return Checked(
        faults=_ordered(findings, reading),
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


def _ordered(findings: Findings, reading: Reading) -> tuple[ClaimFault, ...]:
    faults = dict.fromkeys(many_as_one(without_echoes(findings.faults), reading))
    files = {document.file: at for at, document in enumerate(reading.documents)}
    orders = _orders(reading) if faults else {}

    def key(fault: ClaimFault) -> tuple[int, int, int, tuple[int, ...]]:
        place = fault.locator
        while (order := orders.get((fault.file, place))) is None:
            parts = list(_FIRST.finditer(place))
            if not parts:
                order = len(orders)
                break
            place = place[: parts[-1].start()]
        numbers = tuple(int(each[:9]) for each in _NUMBERS.findall(fault.locator))
        return _ORDER.index(fault.severity), files.get(fault.file, len(files)), order, numbers

    return tuple(sorted(faults, key=key))


def _orders(reading: Reading) -> dict[tuple[str, str], int]:
    """Where in its document each place stands, by file and locator."""
    found: dict[tuple[str, str], int] = {}
    for document in reading.documents:
        for block in document.blocks:
            found.setdefault((document.file, block.locator), block.order)
            if isinstance(block, Grid):
                for place in (place for row in block.locators for place in row):
                    found.setdefault((document.file, place), block.order)
    return found
