"""Short texts read and put to one kind of check, for the tests of proof-reading."""

import re

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import kinds
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def reading_of(text: str) -> Reading:
    """The text as a plain text file, tables with pipes included."""
    return Reading((document_from_text("text.txt", text),))


def faults_in(kind: str, text: str) -> list[ClaimFault]:
    """What one kind of check finds in a text."""
    findings = Findings()
    kinds()[kind].run(reading_of(text), findings)
    return findings.faults


def errors_in(kind: str, text: str) -> list[ClaimFault]:
    """What it finds beyond doubt."""
    return [fault for fault in faults_in(kind, text) if fault.severity is Severity.ERROR]


def every_error(text: str) -> list[tuple[str, str]]:
    """The kind and the printed words of each error that all checks together tell of a text."""
    found = check(reading_of(text)).faults
    return [(each.kind, each.printed) for each in found if each.severity is Severity.ERROR]


def two_ways(text: str) -> tuple[str, str]:
    """The right and the wrong form of a text: "It peaked in {May|June}." has both."""
    made = tuple(re.sub(r"\{([^{}|]*)\|([^{}|]*)\}", rf"\{way}", text) for way in (1, 2))
    if made[0] == made[1]:
        raise ValueError(f"this text says but one thing: {text}")
    return made[0], made[1]
