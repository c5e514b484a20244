"""Tables written as text and checked by the kinds that look at tables: what those tests share."""

from collections.abc import Iterable, Sequence

from goldenthread.claims.checks import (
    above_whole,
    attendance,
    percentage_of_base,
    same_measure,
    shares_of_whole,
    total,
)
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.documents.model import Document
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Kind
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

OF_TABLES = tuple(
    module.KIND
    for module in (
        total,
        percentage_of_base,
        same_measure,
        above_whole,
        shares_of_whole,
        attendance,
    )
)


def piped(rows: Sequence[Sequence[object]], title: str = "", note: str = "") -> str:
    """A table with pipes, its title before it and a note after it."""
    lines = ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return "\n\n".join(part for part in (title, "\n".join(lines), note) if part)


def faults_of(documents: Iterable[Document], *kinds: Kind) -> list[ClaimFault]:
    """What the kinds that look at tables (or those given) find in documents read together."""
    reading, findings = Reading(documents=tuple(documents)), Findings()
    for kind in kinds or OF_TABLES:
        kind.run(reading, findings)
    return list(findings)


def faults_in(*texts: str) -> list[ClaimFault]:
    """What those kinds find in texts read together."""
    return faults_of(
        document_from_text(f"text {number}", text) for number, text in enumerate(texts, start=1)
    )


def told(faults: Iterable[ClaimFault]) -> list[tuple[str, Severity, str, str]]:
    """Kind, severity, what is printed and what is expected."""
    return [(each.kind, each.severity, each.printed, each.expected) for each in faults]


def errors_in(*texts: str) -> list[tuple[str, str, str]]:
    """Kind, printed and expected of the errors alone."""
    found = told(faults_in(*texts))
    return [
        (kind, printed, right)
        for kind, severity, printed, right in found
        if severity is Severity.ERROR
    ]
