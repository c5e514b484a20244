"""The checks a report passes before it is published, and what it still lacks.

Each check looks at the finished document, not at the steps that made it: a second way to the same
answer.
"""

from collections.abc import Iterator
from typing import Any

from goldenthread.claims.checking import Checked
from goldenthread.claims.misdirected import misdirected
from goldenthread.claims.unbound import unbound
from goldenthread.comparisons import unanswered
from goldenthread.figures.differing import MEASURED
from goldenthread.indicators import catalogue
from goldenthread.nouns import Severity
from goldenthread.report.compose import Composed
from goldenthread.report.document import Document, ThreadEntry
from goldenthread.report.editions import Edition, check
from goldenthread.report.printed_values import every_sentence, printed_values
from goldenthread.report.proofreader import Proofread
from goldenthread.report.proofreading import COMPOSED, WRITTEN


def checks(
    document: Document, composed: Composed, edition: Edition, read: Proofread
) -> dict[str, Any]:
    """The content of ``checks.json``: each check with whether it holds, and what was found.

    ``read`` is what the proof-reader found in the document.
    """
    desk = composed.desk
    unseen = unanswered(desk.outliers, composed.shown, desk.dismissals)
    words = list(every_sentence(document))
    made = [
        _check(
            "every printed number has a thread",
            list(_without_thread(document)),
            f"{len(document.threads)} figures",
        ),
        _check(
            "every number in a sentence is bound to a figure",
            list(unbound(words, _categories(composed))),
            "none typed by hand",
        ),
        _check(
            "every rise and fall is told as it was", list(misdirected(words)), "each recomputed"
        ),
        _check(
            "whatever stands out is shown, or set aside with a reason",
            [fault.place for fault in unseen],
            f"{len(desk.outliers)} stand out",
        ),
        _check(
            "what is withheld cannot be worked out from what is printed",
            [],  # a report of which it can is refused before it is written
            f"{composed.withstood.attacked} withheld counts attacked",
        ),
        _check(
            "the proof-reader finds no error in what was composed",
            list(_errors(read.composed)),
            _understood(read.composed),
        ),
        _check(
            "the proof-reader finds no error in what people wrote",
            list(_errors(read.written)),
            _understood(read.written),
        ),
    ]
    findings = check(edition, composed.filled, composed.empty)
    return {
        "schema": 1,
        "area": document.area,
        "year": document.year,
        "as_of": document.as_of.isoformat(),
        "checks": made,
        "edition": {"id": edition.id, "title": edition.title, "confirm": edition.confirm},
        "requirements": [
            {
                "key": finding.requirement.key,
                "requirement": finding.requirement.words,
                "state": finding.state,
                "where": list(finding.where),
                "confirm": finding.requirement.confirm,
            }
            for finding in findings
        ],
        "outliers": [
            {
                "indicator": each.comparison.figure.indicator,
                "title": catalogue()[each.comparison.figure.indicator].title,
                "why": each.why.value,
                "by": each.by,
                "score": round(each.score, 2),
                "reason": each.reason,
                "figure": each.comparison.figure.id,
            }
            for each in desk.outliers
        ],
        "measured_otherwise": list(_measured_otherwise(document)),
        "proofread": {
            which: [fault.as_json() for fault in getattr(read, which).faults]
            for which in (COMPOSED, WRITTEN)
        },
        "inherited": list(composed.withstood.inherited),
        "withheld": sum(1 for entry in document.threads if entry.released.withheld),
        "not_known": sorted(composed.not_known),
        "faults": [
            {
                "rule": fault.rule,
                "severity": fault.severity.value,
                "file": fault.file,
                "place": fault.place,
                "message": fault.message,
            }
            for fault in (*desk.faults, *composed.lost)
        ],
    }


def _categories(composed: Composed) -> set[str]:
    return {
        value
        for released in composed.release.values()
        for _, value in released.figure.breakdown.parts
    }


def _errors(read: Checked) -> Iterator[str]:
    for fault in read.faults:
        if fault.severity is Severity.ERROR:
            yield f"{fault.locator}: “{fault.printed}”: {fault.evidence}"


def _understood(read: Checked) -> str:
    return (
        f"{read.tables} tables read, {read.understood} of {read.statements} statements with a "
        "number put to the test"
    )


def _check(name: str, failing: list[str], detail: str) -> dict[str, Any]:
    return {
        "name": name,
        "holds": not failing,
        "detail": detail if not failing else "; ".join(failing[:10]),
        "failing": failing,
    }


def _measured_otherwise(document: Document) -> Iterator[dict[str, str]]:
    """Printed figures that records or publications tell otherwise; every value is let out.

    Where both values are printed, the one printed first is told, once.
    """
    seen = set()
    for entry in document.threads:
        if entry.released.figure.key in seen:
            continue
        seen.add(entry.released.figure.key)
        source = entry.released.figure.thread.source
        for other in entry.also_known_as:
            measured = [each for each in (source, other.source) if each.startswith(MEASURED)]
            if len(measured) == 1 and other.printed != entry.printed:
                yield {
                    "figure": entry.released.id,
                    "title": entry.title,
                    "printed": entry.printed,
                    "source": source,
                    "otherwise": other.printed,
                    "otherwise_source": other.source,
                }


def _without_thread(document: Document) -> Iterator[str]:
    threads = {entry.released.id: entry for entry in document.threads}
    for released in printed_values(document).values():
        entry = threads.get(released.id)
        if entry is None or not _leads_somewhere(entry):
            yield str(released.figure.key)


def _leads_somewhere(entry: ThreadEntry) -> bool:
    thread = entry.released.figure.thread
    return bool(thread.source and (thread.locator or thread.calculation))
