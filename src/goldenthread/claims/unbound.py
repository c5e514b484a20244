"""Numbers in sentences that are bound to no figure: typed by hand, so without a thread."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from goldenthread.indicators import catalogue
from goldenthread.wording import Words, plain


def unbound(sentences: Iterable[Words], categories: Collection[str] = ()) -> Iterator[str]:
    """Digits in sentences that belong to no figure, each with the words around it.

    ``categories`` are names of categories, which may hold digits of their own: a course of level
    2, an age band.
    """
    permitted = _permitted(frozenset(name for name in categories if _DIGIT.search(name)))
    for words in sentences:
        for part in words:
            if isinstance(part, str):
                for match in re.finditer(r"\d[\d,.]*", permitted.sub("", part)):
                    yield f"{match.group()} in “{shortened(plain(words))}”"


_DIGIT = re.compile(r"\d")


@cache
def _permitted(categories: frozenset[str]) -> re.Pattern[str]:
    """Digits that are names and dates: periods, releases, tables, the catalogue's own words."""
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    dates = [
        rf"\b\d{{1,2}} (?:{months}) \d{{4}}",
        rf"\b(?:{months}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{{4}}",
        r"\bQ[1-4](?:-Q[1-4])?",
        r"\b(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?\b",
        r"per 10,000",
        r"at the \d+ per cent level",
    ]
    names = {
        text
        for indicator in catalogue().values()
        for text in (indicator.title, indicator.words, indicator.counted, indicator.source)
        if _DIGIT.search(text)
    }
    ages = [r"\b\d{1,2}[-–]\d{1,2}\b", r"\b\d{1,2} to \d{1,2} years\b", r"\b[Ss]ection \d+\b"]
    tables = [r"\b[a-z]\w*_\w+"]
    ordered = sorted((re.escape(name) for name in names | categories), key=len, reverse=True)
    return re.compile("|".join([*ordered, *dates, *ages, *tables]))


def shortened(text: str) -> str:
    """A sentence short enough to be quoted in a list of faults."""
    return text if len(text) < 120 else text[:117] + "..."
