"""The proof-reader, who knows nothing of how a report was made, in a process beside this one.

Its patterns take as long to load as a report takes to read. Both happen while this process has
other work, and the proof-reader's process loads none of what a report is made with.

Run as ``python -m goldenthread.report.proofreader``, it reads a ``Job`` as JSON from standard input
and writes what was ``Proofread`` to standard output.
"""

import sys
from dataclasses import dataclass

from pydantic import TypeAdapter

from goldenthread.charts.apart import Apart, NoAnswerError
from goldenthread.claims.checking import Checked, check
from goldenthread.claims.documents.model import Document
from goldenthread.claims.kinds import kinds
from goldenthread.claims.reading import Reading
from goldenthread.nouns import Area, Break

# A report takes a second or two; a reading that takes so long does not end.
PATIENCE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What the system composed and what people wrote, about which area, with the breaks known."""

    composed: Document
    written: Document
    area: Area
    breaks: tuple[Break, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofread:
    """What the proof-reader found in the composed words and tables, and in what people wrote."""

    composed: Checked
    written: Checked


def proofread(job: Job) -> Proofread:
    """Read both texts, each by itself, from words and cells alone."""
    return Proofread(
        composed=check(Reading((job.composed,), job.area, breaks=job.breaks)),
        written=check(Reading((job.written,), job.area, breaks=job.breaks)),
    )


class Proofreader(Apart):
    """A proof-reader beside this process: gets ready at once, is given one job, then answers."""

    def __init__(self) -> None:
        super().__init__("goldenthread.report.proofreader")

    def begin(self, job: Job) -> None:
        """Begin to read, once."""
        self.hand(TypeAdapter(Job).dump_json(job))

    def found(self) -> Proofread:
        """What was found. Raises RuntimeError where the reading failed or does not end."""
        try:
            return TypeAdapter(Proofread).validate_json(self.answer(PATIENCE))
        except (NoAnswerError, TimeoutError) as error:
            raise RuntimeError(f"the report could not be proof-read: {error}") from error


def _main() -> int:
    """Load every kind of check, then wait for the job; nothing comes where it is not needed."""
    kinds()
    job = sys.stdin.buffer.read()
    if job:
        found = proofread(TypeAdapter(Job).validate_json(job))
        sys.stdout.buffer.write(TypeAdapter(Proofread).dump_json(found))
    return 0


if __name__ == "__main__":
    sys.exit(_main())
