"""The ledger of a report: what earlier ones printed of a partnership's own, and adding this one.

Everything in a ledger is public and cannot be hidden any more, so a report is judged beside it.
"""

from collections.abc import Sequence
from pathlib import Path

from goldenthread.disclosure import figures_of, keep_in_ledger
from goldenthread.disclosure.publication import read_ledger
from goldenthread.nouns import Figure
from goldenthread.report.compose import Composed
from goldenthread.report.document import Document


def earlier_figures(ledger: Path | None) -> Sequence[Figure]:
    """The figures that the ledger's reports printed; none without a ledger, or in a new one.

    Raises GoldenThreadError where it cannot be read.
    """
    return figures_of(read_ledger(ledger)) if ledger else ()


def keep(ledger: Path, document: Document, composed: Composed, code: str) -> None:
    """Add what this report has printed of the partnership's own: whole, or not at all.

    ``code`` is the area's. A report made again with the same numbers is kept once.
    """
    printed = {entry.released.figure.key for entry in document.threads}
    shown = [each.figure for each in composed.judged.values() if each.figure.key in printed]
    keep_in_ledger(ledger, f"{code}-{document.year}", document.as_of, shown)
