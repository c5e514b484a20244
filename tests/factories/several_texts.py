"""Several short texts read together, with an area and a book beside them, for proof-reading."""

from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import kinds
from goldenthread.claims.reading import Reading
from goldenthread.figures import FigureBook
from goldenthread.nouns import Break, NeighbourSet
from goldenthread.nouns.register import find_area


def reading_of_all(
    *texts: str,
    area: str = "",
    book: FigureBook | None = None,
    neighbour_sets: tuple[NeighbourSet, ...] = (),
    breaks: tuple[Break, ...] = (),
) -> Reading:
    """The texts as plain text files ``text-1.txt``, ``text-2.txt`` ..."""
    return Reading(
        tuple(document_from_text(f"text-{at}.txt", text) for at, text in enumerate(texts, 1)),
        find_area(area) if area else None,
        book,
        neighbour_sets,
        breaks,
    )


def found_by(kind: str, reading: Reading) -> list[ClaimFault]:
    """What one kind of check finds in a reading."""
    findings = Findings()
    kinds()[kind].run(reading, findings)
    return findings.faults
