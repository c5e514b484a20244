"""Three published reports, proof-read: every finding has a person's verdict, and no error is false.

The table of verdicts is shown in docs/reference/accuracy.md.
"""

from pathlib import Path

from bench.published_reports import verdicts
from goldenthread.claims.checking import check
from goldenthread.claims.documents.opening import read_document
from goldenthread.claims.reading import Reading
from goldenthread.nouns.register import find_area


def test_every_finding_has_been_judged(shared: Path) -> None:
    files = sorted((shared / "seeds").glob("*.txt"))
    reading = Reading(tuple(map(read_document, files)), find_area("Luton"))
    found = {
        (Path(each.file).name[:3], each.locator, each.kind, each.severity.value)
        for each in check(reading).faults
    }
    assert found == {each.found for each in verdicts()}


def test_no_error_is_false() -> None:
    errors = [each for each in verdicts() if each.severity == "error"]
    assert len(errors) > 20
    assert {each.verdict for each in errors} == {"true"}
    assert all(each.why for each in verdicts())
