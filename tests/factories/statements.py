"""Short texts read and put to one kind of check, for the tests of proof-reading."""

from goldenthread.claims.documents import document_from_text
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
