"""Which year a document is about: from its name, its title, or the year it speaks of most."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import PurePath

from goldenthread.claims.documents.model import Document

# 2023/24, 2023-24, 2023-2024, 2023 to 2024; not 2023-26, nor 2018-2023, which are no one year.
_PAIR = re.compile(r"(?<![\d/.,-])(20\d\d)\s?(?:[-/–_]|to)\s?(20\d\d|\d\d)(?![\d/]|[.,-]\d)")
_SINGLE = re.compile(r"(?<![\d/.,–-])(20\d\d)(?![\d/–-]|[.,]\d)")
_ENDING = re.compile(r"\byear (?:ending|ended|to) (?:(?:31 )?March )?(20\d\d)\b", re.IGNORECASE)
_REPORT = re.compile(
    r"\b(?:report|review|accounts?|statement|bulletin|letter|plan|profile|summary|assessment)\b",
    re.IGNORECASE,
)
_TITLES = 8  # passages from the top in which a title may stand
_LONGEST_TITLE = 120
# A year is taken from the text itself where it is named so often, and so much more often than the
# next: a report speaks of its own year most.
_OFTEN = 4
_MORE = 1.5


@dataclass(frozen=True, slots=True)
class ReportYear:
    """The year a document is about, by the calendar year it ends in.

    ``financial`` is False for a calendar year; ``sure`` where a title or the file's name says so.
    """

    ending: int
    financial: bool
    sure: bool

    def back(self, years: int) -> "ReportYear":
        """The year so many years before."""
        return ReportYear(self.ending - years, self.financial, self.sure)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.ending - 1, 4, 1) if self.financial else date(self.ending, 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.ending, 3, 31) if self.financial else date(self.ending, 12, 31)

    def __str__(self) -> str:
        """2023/24, or 2023."""
        return label(self.ending) if self.financial else str(self.ending)


def label(year: int) -> str:
    """The financial year that ends in a year, as reports print it: 2023/24."""
    return f"{year - 1}/{year % 100:02d}"


def report_year(document: Document) -> ReportYear | None:
    """The year a document is about, or None where it cannot be told."""
    titles = list(islice(document.passages, _TITLES))
    named = [PurePath(document.file).stem.replace("_", " ")]
    named += [each.text for each in titles if each.heading]
    named += [
        each.text
        for each in titles
        if not each.heading and len(each.text) < _LONGEST_TITLE and not each.text.endswith(".")
    ]
    for text in named:
        if found := _year_in(text):
            return found
    return _most_spoken_of(document)


def _year_in(title: str) -> ReportYear | None:
    pairs = set(_pairs(title))
    if len(pairs) == 1:
        return ReportYear(pairs.pop(), financial=True, sure=True)
    if ending := _ENDING.search(title):
        return ReportYear(int(ending[1]), financial=True, sure=True)
    single = {int(year) for year in _SINGLE.findall(title)}
    if not _PAIR.search(title) and len(single) == 1 and _REPORT.search(title):
        return ReportYear(single.pop(), financial=False, sure=True)
    return None


def _pairs(text: str) -> Iterator[int]:
    """The years that the labels of single years end in."""
    for first, second in _PAIR.findall(text):
        ending = int(first) + 1
        if ending % 100 == int(second[-2:]) and (len(second) == 2 or int(second) == ending):
            yield ending


def _most_spoken_of(document: Document) -> ReportYear | None:
    counts = Counter(ending for passage in document.passages for ending in _pairs(passage.text))
    most = counts.most_common(2)
    if not most or most[0][1] < _OFTEN:
        return None
    if len(most) > 1 and most[0][1] < _MORE * most[1][1]:
        return None
    return ReportYear(most[0][0], financial=True, sure=False)
