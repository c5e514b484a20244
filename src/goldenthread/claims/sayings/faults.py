"""How two tellings of one thing that differ are told of: both numbers, and both places."""

from pathlib import PurePath
from typing import Protocol

from goldenthread.claims.found import ClaimFault
from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.language.printed import exact
from goldenthread.claims.sayings.cells import Told
from goldenthread.claims.sayings.finished import Unlike
from goldenthread.claims.sayings.model import Saying
from goldenthread.claims.sayings.sameness import Compared, Sameness
from goldenthread.claims.tables.cells import Cell
from goldenthread.nouns.fault import Severity

_ASKS = "find out which is right and use it in both places."


class InSentence(Protocol):
    """A number in its sentence."""

    @property
    def sentence(self) -> Sentence:
        """Where it stands."""

    @property
    def quantity(self) -> Quantity:
        """The number."""


def retold_fault(kind: str, one: InSentence, other: InSentence) -> ClaimFault:
    """The second of two numbers told of one thing."""
    words, first = other.quantity.text.strip(), one.quantity.text.strip()
    apart = exact(abs(other.quantity.value - one.quantity.value))
    return ClaimFault(
        file=other.sentence.file,
        locator=other.sentence.locator,
        kind=kind,
        severity=Severity.ERROR,
        printed=words,
        expected="",
        message=f"At {one.sentence.locator} the same is said to be {first}: {_ASKS}",
        evidence=f"{first} and {words}: they are {apart} apart",
    )


def progress_fault(kind: str, unlike: Unlike) -> ClaimFault:
    """What is done of so many, or left of them, told otherwise in another place."""
    done, words = unlike.first.quantity.text.strip(), unlike.other.quantity.text.strip()
    meant = exact(unlike.meant)
    told = f"{done} of {unlike.whole.text.strip()} are said to be done"
    leaves = f", which leaves {meant}" if unlike.left else ""
    return ClaimFault(
        file=unlike.other.sentence.file,
        locator=unlike.other.sentence.locator,
        kind=kind,
        severity=Severity.ERROR,
        printed=words,
        expected=meant,
        message=f"At {unlike.first.sentence.locator} {told}{leaves}: {_ASKS}",
        evidence=f"{told}: {meant}{' are left' if unlike.left else ''}, not {words}",
    )


def table_fault(kind: str, saying: Saying, cell: Told) -> ClaimFault:
    """A saying that a table of the same words and year tells otherwise."""
    words = saying.quantity.text.strip()
    return ClaimFault(
        file=saying.sentence.file,
        locator=saying.sentence.locator,
        kind=kind,
        severity=Severity.ERROR,
        printed=words,
        expected="",
        message=f"The table has {cell.text} for the same at {cell.locator}: {_ASKS}",
        evidence=f"{words} in the text, {cell.text} in the table: they are "
        f"{exact(abs(saying.quantity.value - cell.value))} apart",
    )


def cell_fault(kind: str, retold: InSentence, cell: Cell) -> ClaimFault:
    """A number that the total row of a table has otherwise, where another of the row agrees."""
    words = retold.quantity.text.strip()
    return ClaimFault(
        file=retold.sentence.file,
        locator=retold.sentence.locator,
        kind=kind,
        severity=Severity.ERROR,
        printed=words,
        expected="",
        message=f"The table has {cell.text} for the same at {cell.locator}: {_ASKS}",
        evidence=f"{words} in the text, {cell.text} in the total row, and another number of the "
        "sentence is the same in both",
    )


def pair_fault(kind: str, pair: Compared) -> ClaimFault:
    """The second of two sayings of one thing; a warning where that they are one is inferred."""
    one, other = pair.one, pair.other
    same_file = one.sentence.file == other.sentence.file
    place = one.sentence.locator
    if not same_file:
        place = f"{PurePath(one.sentence.file).name}, {place}"
    sure = pair.sameness is Sameness.SURE
    asks = (
        "find out which is right and use it in both places"
        if sure
        else "if both are of the same thing, find out which is right; if not, say how they differ"
    )
    return ClaimFault(
        file=other.sentence.file,
        locator=other.sentence.locator,
        kind=kind,
        severity=Severity.ERROR if sure else Severity.WARNING,
        printed=other.quantity.text.strip(),
        expected="",
        message=f"At {place} the same is said to be {one.quantity.text.strip()}: {asks}.",
        evidence=pair.evidence,
    )
