"""A slip in a text: what is printed, what was meant, and why it cannot be so."""

from dataclasses import dataclass

from goldenthread.claims.found import ClaimFault
from goldenthread.claims.language.model import Sentence
from goldenthread.nouns.fault import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One thing wrong in a text, before its place in a file is known."""

    printed: str
    message: str
    evidence: str
    expected: str = ""
    severity: Severity = Severity.ERROR

    def at(self, file: str, locator: str, kind: str) -> ClaimFault:
        """The fault, in its place."""
        return ClaimFault(
            file=file,
            locator=locator,
            kind=kind,
            severity=self.severity,
            printed=self.printed,
            expected=self.expected,
            message=self.message,
            evidence=self.evidence,
        )

    def of(self, sentence: Sentence, kind: str) -> ClaimFault:
        """The fault, in its sentence."""
        return self.at(sentence.file, sentence.locator, kind)
