"""The year a quoted figure is of, and the values that the area is said or known to have had."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from goldenthread.claims.book.quotes import Quote, Whose
from goldenthread.claims.sayings.years import ReportYear
from goldenthread.nouns import Unit


def ending(quote: Quote, year: ReportYear | None) -> int | None:
    """The calendar year that the quote's year ends in; ``year`` is its document's, if known."""
    if quote.ending is not None:
        return quote.ending
    return None if year is None or not year.financial else year.ending - quote.years_back


class OwnValues:
    """The area's own values as the texts tell them, by indicator, unit and year."""

    def __init__(self, quotes: Iterable[Quote], years: Mapping[str, ReportYear | None]) -> None:
        """``years`` are the documents' own, by file."""
        self._known: dict[tuple[str, Unit, int], list[Quote]] = defaultdict(list)
        for quote in quotes:
            found = ending(quote, years[quote.sentence.file])
            if quote.whose is Whose.OWN and found is not None:
                self._known[quote.indicator.name, quote.unit, found].append(quote)

    def of(self, like: Quote, year: int) -> Quote | None:
        """What is told of the same for a year; None where nothing is, or two different values."""
        known = self._known.get((like.indicator.name, like.unit, year), [])
        values: set[Fraction] = {each.quantity.value for each in known}
        return known[0] if len(values) == 1 else None
