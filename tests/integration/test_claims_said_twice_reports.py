"""Three published texts read together: what is said twice, pasted, of another area, or flatters."""

from functools import cache
from pathlib import Path

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.opening import read_document
from goldenthread.claims.found import ClaimFault
from goldenthread.claims.kinds import kinds
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity
from goldenthread.nouns.register import find_area
from goldenthread.report.gather import example_partnership, gather

KINDS = (
    "said_twice",
    "double_duty",
    "repeated_text",
    "last_years_text",
    "another_area",
    "book_quote",
    "flattery",
    "across_break",
)
# Kind, the text, the place in it, and words or numbers that the fault must tell: each looked up
# in the texts and found to be so.
TRUE = [
    ("said_twice", "002", "line 81", ("311", "310", "line 320")),
    ("said_twice", "002", "line 88", ("26.4", "27.1", "line 324")),
    ("said_twice", "002", "line 9, sentence 3", ("27.7", "21.4")),
    ("repeated_text", "002", "line 129", ("line 19",)),
    ("repeated_text", "000", "line 923", ("line 87",)),
    ("last_years_text", "002", "line 60", ("line 305",)),
    ("last_years_text", "002", "line 99", ("line 331",)),
    ("last_years_text", "003", "line 119", ("line 695",)),
    ("another_area", "000", "line 525, sentence 4", ("Central Bedfordshire",)),
    ("book_quote", "002", "line 80", ("51.95",)),
    ("book_quote", "002", "line 80", ("54.3",)),
    ("flattery", "002", "line 87", ("6.9%", "9.4%", "line 323")),
    ("across_break", "002", "line 105", ("1 April 2023",)),
    ("across_break", "000", "line 279", ("1 June 2022",)),
]


@cache
def found_in(shared: Path) -> tuple[ClaimFault, ...]:
    area = find_area("Luton")
    known = gather(None, example_partnership(area))
    documents = tuple(read_document(file) for file in sorted((shared / "seeds").glob("*.txt")))
    reading = Reading(documents, area, known.book, known.neighbour_sets, known.breaks)
    return check(reading, [kinds()[name] for name in KINDS]).faults


@pytest.mark.parametrize(("kind", "text", "place", "told"), TRUE)
def test_a_known_fault_is_told(
    shared: Path, kind: str, text: str, place: str, told: tuple[str, ...]
) -> None:
    faults = [
        " ".join((each.printed, each.message, each.evidence))
        for each in found_in(shared)
        if (each.kind, each.locator) == (kind, place) and f"/{text}_" in each.file
    ]
    assert any(all(words in fault for words in told) for fault in faults), faults


def test_nothing_is_said_to_be_beyond_doubt(shared: Path) -> None:
    assert [each for each in found_in(shared) if each.severity is Severity.ERROR] == []


def test_it_stays_a_list_that_somebody_reads(shared: Path) -> None:
    warnings = [each for each in found_in(shared) if each.severity is Severity.WARNING]
    assert len(TRUE) <= len(warnings) < 3 * len(TRUE)
