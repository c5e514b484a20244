"""Tables that a file holds as running text: their rows read again, each with as many numbers.

What is taken out of a page often sets a table in one line: "Ash Hill 12 16 6 Elm Bank 17 27 12".
Where three rows or more have as many numbers each, it is known which numbers are of one row, and
which stand below one another, though the columns' names are lost among the words before them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.claims.documents.model import Document, Grid, Passage
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.table import Table, table_of

_NUMBER = re.compile(r"[-+\u2010\u2013\u2212]?£?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?\*?")
_YEAR = re.compile(r"(?:19|20)\d\d")
# What names one of a row of columns: "2015/16", "65-69", "90+", "Q2".
_HEAD = re.compile(r"\d{1,4}[-/\u2010\u2011\u2013]\d{1,4}|\d{1,3}\+|Q[1-4]")
_CODE = re.compile(r"[A-Z]{1,2}\d{1,3}(?:[-\u2013][A-Z]?\d{1,3})?$")
_FEWEST_ROWS = 3
_FEWEST_NUMBERS = 2
_LONGEST_LABEL = 40  # words
_LEADING = 4  # passages before, that may hold the title
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class _Row:
    """The words before a run of numbers, and the run."""

    label: tuple[str, ...]
    numbers: tuple[str, ...]


def lost_tables(reading: Reading) -> tuple[Table, ...]:
    """Every such table of a reading, found once."""
    return reading.once(_lost_tables)


def _lost_tables(reading: Reading) -> Iterator[Table]:
    for document in reading.documents:
        passages = list(document.passages)
        at = 0
        while at < len(passages):
            end = at
            rows: list[_Row] = []
            while end < len(passages) and (more := _rows(passages[end].text)):
                rows += more
                end += 1
            if rows:
                before = passages[max(0, at - _LEADING) : at]
                yield from _tables(document, passages[at], rows, before)
            at = max(end, at + 1)


def _rows(text: str) -> list[_Row]:
    """The runs of numbers of a text, each with the words before it."""
    found: list[_Row] = []
    words: list[str] = []
    run: list[str] = []
    for word in [*text.split(), ""]:
        if _NUMBER.fullmatch(word):
            run.append(word)
            continue
        if len(run) >= _FEWEST_NUMBERS:
            found.append(_Row(tuple(words), tuple(run)))
            words = []
        else:
            words += run
        run = []
        words.append(word)
    return found


def _tables(
    document: Document, first: Passage, rows: Sequence[_Row], before: Sequence[Passage]
) -> Iterator[Table]:
    title = " ".join(each.text for each in before if not each.text.endswith("."))[-_LONGEST_TITLE:]
    for each in rows:
        if by_years := _by_years(each.numbers):
            caption = " ".join((title, *each.label))
            yield from _table(document, first, by_years, caption, ())
    many, often = Counter(len(each.numbers) for each in rows).most_common(1)[0]
    if often < _FEWEST_ROWS:
        return
    at = next(n for n, each in enumerate(rows) if len(each.numbers) == many)
    heads = rows[at - 1].numbers if at and _are_heads(rows[at - 1].numbers) else ()
    if _are_heads(rows[at].numbers):
        heads, at = rows[at].numbers, at + 1
    kept = [each for each in rows[at:] if len(each.numbers) == many]
    if len(kept) < _FEWEST_ROWS:
        return
    begun = kept[0].label
    own = _from_code(kept) or _own_words(begun)
    before_it = begun[:-own]
    heads = heads or before_it[len(before_it) - _own_heads(before_it) :]
    labels = [begun[-own:], *(each.label for each in kept[1:])]
    caption = " ".join((title, *(word for each in rows[:at] for word in each.label), *begun))
    lines = [
        (" ".join(label), *each.numbers)
        for label, each in zip(labels, kept, strict=True)
        if 0 < len(label) <= _LONGEST_LABEL
    ]
    if len(lines) >= _FEWEST_ROWS:
        yield from _table(document, first, lines, caption, heads)


def _by_years(run: Sequence[str]) -> list[tuple[str, ...]]:
    """The rows of a run that are named by years, one after another: "2013 240 68 2014 285 72"."""
    places = [at for at, number in enumerate(run) if _YEAR.fullmatch(number)]
    if len(places) < _FEWEST_ROWS:
        return []
    step = places[1] - places[0]
    years = [int(run[at]) for at in places]
    regular = all(
        at == places[0] + n * step and year == years[0] + n
        for n, (at, year) in enumerate(zip(places, years, strict=True))
    )
    if step < _FEWEST_NUMBERS or not regular or places[-1] + step > len(run):
        return []
    return [tuple(run[at : at + step]) for at in places]


def _from_code(rows: Sequence[_Row]) -> int:
    """How many words of the first row's label are its own, where each begins with a code."""
    coded = sum(bool(each.label and _CODE.match(each.label[0])) for each in rows[1:])
    if 2 * coded < len(rows):
        return 0
    words = rows[0].label
    return next((n for n, each in enumerate(reversed(words), 1) if _CODE.match(each)), 0)


def _own_words(label: Sequence[str]) -> int:
    """How many words of the first row's label come after the last name of a column."""
    return next((n for n, each in enumerate(reversed(label)) if _HEAD.fullmatch(each)), len(label))


def _own_heads(words: Sequence[str]) -> int:
    """How many names of columns a stretch ends with."""
    found = (n for n, each in enumerate(reversed(words)) if not _HEAD.fullmatch(each))
    return next(found, len(words))


def _are_heads(run: Sequence[str]) -> bool:
    """Whether numbers name columns: years in turn, or one to ten."""
    if all(_YEAR.fullmatch(each) for each in run):
        return list(run) == sorted(run)
    return list(run) == [str(n) for n in range(1, len(run) + 1)]


def _table(
    document: Document,
    first: Passage,
    lines: Sequence[tuple[str, ...]],
    caption: str,
    heads: Sequence[str],
) -> Iterator[Table]:
    many = len(lines[0]) - 1
    named = tuple(heads) if 1 < len(heads) <= many else ()
    bare = tuple("" for _ in range(many - len(named)))
    # Years begin where the columns do, and what follows them is a change; ages end with the last.
    head = ("", *named, *bare) if _are_heads(named) else ("", *bare, *named)
    rows = (head, *lines) if named else tuple(lines)
    grid = Grid(
        rows=rows,
        locators=tuple(tuple(first.locator for _ in row) for row in rows),
        locator=first.locator,
        order=first.order,
        header_rows=1 if named else 0,
        caption=caption,
        section=first.section,
    )
    if table := table_of(document, grid):
        yield table
