"""Numbers in sentences that are bound to no figure: typed by hand, so without a thread."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from goldenthread.indicators import catalogue
from goldenthread.wording import Words, plain


def unbound(sentences: Iterable[Words]) -> Iterator[str]:
    """Digits in sentences that belong to no figure, each with the words around it."""
    for words in sentences:
        for part in words:
            if isinstance(part, str):
                for match in re.finditer(r"\d[\d,.]*", _permitted().sub("", part)):
                    yield f"{match.group()} in “{shortened(plain(words))}”"


@cache
def _permitted() -> re.Pattern[str]:
    """Digits that are names and dates: periods, releases, and the catalogue's own words."""
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    dates = [
        rf"\b\d{{1,2}} (?:{months}) \d{{4}}",
        rf"\b(?:{months}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{{4}}",
        r"\bQ[1-4](?:-Q[1-4])?",
        r"\b(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?\b",
        r"per 10,000",
    ]
    names = {
        text
        for indicator in catalogue().values()
        for text in (indicator.title, indicator.words, indicator.counted, indicator.source)
        if re.search(r"\d", text)
    }
    ages = [r"\b\d{1,2}[-–]\d{1,2}\b", r"\b\d{1,2} to \d{1,2} years\b", r"\b[Ss]ection \d+\b"]
    ordered = sorted((re.escape(name) for name in names), key=len, reverse=True)
    return re.compile("|".join([*ordered, *dates, *ages]))


def shortened(text: str) -> str:
    """A sentence short enough to be quoted in a list of faults."""
    return text if len(text) < 120 else text[:117] + "..."
