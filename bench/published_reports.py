"""What the checks find in three published reports, with a person's verdict on each finding.

The reports are not part of the project; the table names places and kinds, and quotes nothing.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "tests" / "labelled" / "published_reports.csv"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One finding: ``text`` is how the report's file name begins, ``verdict`` a person's."""

    text: str
    place: str
    kind: str
    severity: str
    verdict: str
    why: str

    @property
    def found(self) -> tuple[str, str, str, str]:
        """What the checks have to say for this finding to be the same."""
        return self.text, self.place, self.kind, self.severity


def verdicts() -> list[Verdict]:
    """Every finding that has been judged, in order of text and place."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [Verdict(**row) for row in csv.DictReader(lines)]


def told() -> list[str]:
    """The table as lines of Markdown."""
    judged = verdicts()
    errors = [each for each in judged if each.severity == "error"]
    true = sum(each.verdict == "true" for each in errors)
    return [
        "## Three published reports",
        "",
        "What the checks find in Luton’s two yearly reports (000 and 002) and its partners’"
        " statements (003), read together for Luton, each judged by a person who looked the place"
        f" up. {true} of {len(errors)} errors are true. Known to be in these texts and not found:"
        " a fall of contacts told as a fall of referrals, a share of “other” contacts worked on"
        " the wrong whole, and “doubled” for 10.7% to 20%.",
        "",
        "| Text | Place | Kind | Severity | Verdict | Why |",
        "| --- | --- | --- | --- | --- | --- |",
        *(
            f"| {each.text} | {each.place} | {each.kind} | {each.severity} | {each.verdict}"
            f" | {each.why} |"
            for each in judged
        ),
        "",
    ]
