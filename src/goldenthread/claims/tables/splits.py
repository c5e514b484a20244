"""Two tables that split one thing in two ways, by agency and by area: do they share one total?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from goldenthread.claims.documents.model import Document, Passage
from goldenthread.claims.tables.labels import Sense, Whole, key_of
from goldenthread.claims.tables.series import Differing, Title, differ, title_of, told_by_sums
from goldenthread.claims.tables.table import Line, Table

_PLAIN = re.compile(
    r"(?:the )?(?:total )?(?:number|no\.?|numbers|count|n|total|all|figure)?(?: of)?(?: the)? ?"
)
_DATES = re.compile(
    r"\b(?:19|20)\d\d(?: ?[-/] ?(?:20)?\d\d)?\b|\b\d\d/\d\d\b|\bq[1-4]\b|\bquarter \w+\b"
)
# What explains that one split leaves some out, or has some twice.
_EXCUSES = re.compile(
    r"\b(?:not recorded|not known|unknown|missing|excludes?|excluding|exclusive of|left out|"
    r"leaves? out|"
    r"omit\w*|not included|do(?:es)? not (?:include|count)|only those|where (?:the |"
    r"an? )?\w+ (?:is|was|"
    r"were|are) (?:known|recorded|given)|includes? also|also (?:counts?|includes?)|as well as|"
    r"outside|out of area|other areas|open on|taken on|provisional|revised|different (?:date|day|"
    r"source)s?|"
    r"extracted|some \w+ (?:had|have|has) no|more than one|could|may)\b",
    re.IGNORECASE,
)
_MOST = 40


@dataclass(frozen=True, slots=True)
class _Split:
    """A table of one thing with its one total."""

    table: Table
    title: Title
    whole: Line
    column: Line
    measure: str
    dates: frozenset[str]


def apart(tables: Sequence[Table], documents: Iterable[Document]) -> Iterator[Differing]:
    """Pairs of tables of one document, of one thing and period, whose totals are not the same."""
    headings = {
        document.file: [each for each in document.passages if each.heading]
        for document in documents
    }
    splits: dict[str, list[_Split]] = {}
    for table in tables:
        if (split := _split(table)) and len(splits.setdefault(table.file, [])) < _MOST:
            splits[table.file].append(split)
    for file, found in splits.items():
        for one, other in combinations(found, 2):
            if _is_of_one_thing(one, other) and not _parted(one, other, headings.get(file, [])):
                yield from _differing(one, other)


def _split(table: Table) -> _Split | None:
    title = title_of(table)
    wholes = [row for row in table.rows if row.whole is not Whole.NO and not row.empty]
    columns = [column for column in table.columns if column.sense is Sense.COUNT]
    if len(wholes) != 1 or not title.subject or len(table.rows) < 3:
        return None
    if wholes[0] is not table.rows[-1] or len(columns) != 1 or title.standing:
        return None
    column = columns[0]
    key = _DATES.sub("", column.key).strip(" ,-()")
    rest = _PLAIN.sub("", key, count=1)
    words = f"{title.subject} {column.key} {key_of(table.grid.caption)}"
    dates = frozenset(re.sub(r"\s", "", each) for each in _DATES.findall(words)) | title.dates
    return _Split(table, title, wholes[0], column, rest, dates)


def _is_of_one_thing(one: _Split, other: _Split) -> bool:
    """Whether titles, columns and dates agree, and the rows are two ways to split it."""
    names = [{row.key for row in each.table.rows if row is not each.whole} for each in (one, other)]
    alike = (
        one.title.subject == other.title.subject
        and one.measure == other.measure
        and one.dates == other.dates
    )
    return (
        (alike or _is_named_in_full(one, other))
        and not names[0] & names[1]
        and not any(_EXCUSES.search(each.table.hints.words) for each in (one, other))
        and not any(each.table.hints.more_than_once for each in (one, other))
        and not any(each.table.hints.some_only for each in (one, other))
    )


def _is_named_in_full(one: _Split, other: _Split) -> bool:
    """Whether both wholes have one name that says what is counted and when: "Readers in 2023"."""
    name = one.whole.key
    rest = _PLAIN.sub("", _DATES.sub("", name), count=1)
    dated = _DATES.search(name) is not None
    return name == other.whole.key and dated and bool(re.search(r"[a-z]{4,}", rest))


def _parted(one: _Split, other: _Split, headings: Sequence[Passage]) -> bool:
    """Whether a heading that is neither table's own stands between the two."""
    own = {key_of(other.table.grid.caption), key_of(other.table.grid.section)}
    own |= {key_of(one.table.grid.section)}
    return any(
        one.table.grid.order < each.order < other.table.grid.order and key_of(each.text) not in own
        for each in headings
    )


def _differing(one: _Split, other: _Split) -> Iterator[Differing]:
    left = one.table.cells[one.whole.index][one.column.index]
    right = other.table.cells[other.whole.index][other.column.index]
    if not differ(left, right) or told_by_sums(one.table, left, other.table, right):
        return
    yield Differing(
        one.table.file,
        left,
        one.table.named(one.whole.index, one.column.index),
        other.table.file,
        right,
        other.table.named(other.whole.index, other.column.index),
        f"both are all of “{one.title.subject}”, and no period is told that parts them",
        True,
    )
