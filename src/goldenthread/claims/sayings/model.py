"""What a sentence says of a number: what is counted, when, and in what unit."""

from dataclasses import dataclass
from datetime import date

from goldenthread.claims.language.model import Measure, Quantity, Sentence


@dataclass(frozen=True, slots=True)
class When:
    """The time a saying is of.

    ``first`` and ``last`` are its days, None where none is told; a month without its year stands in
    the year 1. ``years_back`` is set for "last year" (1) and "this year" or nothing at all (0),
    counted from the year the document is about; the days are then those of that year where it is
    known. ``said`` is False where the sentence says nothing of time.
    """

    first: date | None = None
    last: date | None = None
    years_back: int | None = None
    said: bool = True

    @property
    def explicit(self) -> bool:
        """Whether the words name the time by its date or label."""
        return self.years_back is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One number said of one thing.

    ``words`` are the stems that say what is counted, ``base`` the first of what follows "% of";
    ``under`` are the stems of the lead-in of the list it stands in, and ``around`` names with a
    capital in the sentences before it in its passage. ``inferred`` where the thing counted was
    taken from the clause before, ``vague`` where a pronoun stands for who did it.
    """

    sentence: Sentence
    quantity: Quantity
    words: frozenset[str]
    when: When
    base: str = ""
    under: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    inferred: bool = False
    vague: bool = False

    @property
    def unit(self) -> tuple[Measure, int, str]:
        """What must be the same for two values to be compared."""
        quantity = self.quantity
        of_time = quantity.noun if quantity.measure is Measure.DURATION else ""
        return quantity.measure, quantity.per, of_time.rstrip("s")

    @property
    def heading(self) -> str:
        """The heading it stands under."""
        return self.sentence.passage.section
