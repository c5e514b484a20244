"""A column told again in another table in other words: the rows that agree prove it is the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.claims.sayings.words import stem
from goldenthread.claims.tables.cells import Cell, Part
from goldenthread.claims.tables.labels import Sense
from goldenthread.claims.tables.lines import Line
from goldenthread.claims.tables.series import Differing, differ, title_of, told_by_sums
from goldenthread.claims.tables.table import Table

_FEWEST = 2  # rows that agree where the odd one differs by a slip of the pen
_FEWEST_OTHERWISE = 3
SMALLEST = 10  # smaller numbers agree by chance
_MOST_ALIKE = 6  # tables that print one number: a number in more proves nothing
_MOST_LINES = 60
YEAR = re.compile(r"\b(?:19|20)\d\d(?: ?[-/] ?(?:20)?\d\d)?\b|\b\d\d/\d\d\b")
_MONTH = re.compile(
    r"\b(?:(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?P<quarter>q[1-4]|"
    r"quarter \w+))\b"
)
_DAY = re.compile(r"\b(?:at|on|to|ending|ended)?\s*\d{1,2}(?:st|nd|rd|th)?(?= [a-z])")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_PLAIN = frozenset(
    (
        *("the", "of", "a", "an", "and", "in", "at", "on", "for", "to", "by", "with", "from", "as"),
        *("per", "all", "no", "number", "total", "count", "year", "end", "tabl", "table", "figur"),
    )
)
# Numbers so told may well differ, whatever the rows around them do.
OTHERWISE = re.compile(
    r"\b(?:provisional|revised|final|forecast|estimat\w+|restated|adjusted|planned|plan|budget|"
    r"actual|outturn|targets?|exclud\w+|includ\w+|only|average|national|england|change|difference|"
    r"previous|not|expected|validated|unvalidated|cumulative|to date|rolling|sample)\b"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A year as tables print it, and a month or quarter of it; empty where none is told."""

    year: str
    part: str

    def may_be(self, other: "Period") -> bool:
        """Whether two periods are one: "2024" of a table at 31 March, and "March 2024"."""
        alike = not self.part or not other.part or self.part == other.part
        return bool(self.year) and self.year == other.year and alike


def retold(tables: Sequence[Table]) -> Iterator[Differing]:
    """Cells of one row and time in two tables of which all other rows agree, that differ."""
    for one, other in _likely(tables):
        rows = _rows_of_both(one, other)
        if len(rows) <= _FEWEST:
            continue
        for here in one.columns:
            for there in other.columns:
                if _is_of_one(one, here, other, there):
                    yield from _odd_one(one, here, other, there, rows)


def _likely(tables: Sequence[Table]) -> Iterator[tuple[Table, Table]]:
    """Pairs of tables that share numbers, as tables that tell one thing twice must."""
    seen: dict[object, list[int]] = defaultdict(list)
    common: Counter[tuple[int, int]] = Counter()
    for number, table in enumerate(tables):
        if table.is_data or max(len(table.rows), len(table.columns)) > _MOST_LINES:
            continue
        parts = {_mark(part) for line in table.cells for cell in line if (part := main_of(cell))}
        for mark in parts - {None}:
            common.update((earlier, number) for earlier in seen[mark][-_MOST_ALIKE:])
            seen[mark].append(number)
    for (first, second), many in sorted(common.items()):
        if many >= _FEWEST:
            yield tables[first], tables[second]


def main_of(cell: Cell) -> Part | None:
    """The number a cell is of."""
    return cell.amount or cell.percent


def _mark(part: Part) -> object:
    return (part.sort, part.value) if abs(part.value) >= SMALLEST else None


@lru_cache(maxsize=4096)
def words_of(key: str) -> frozenset[str]:
    """The stems of a label without its time, and without words that name nothing."""
    bare = _MONTH.sub(" ", YEAR.sub(" ", _DAY.sub(" ", key)))
    return frozenset(stem(word) for word in _WORD.findall(bare)) - _PLAIN


def _rows_of_both(one: Table, other: Table) -> list[tuple[int, int]]:
    """Rows of one name in both, where one table may give all its names the same more words."""
    found: dict[tuple[frozenset[str], frozenset[str]], list[tuple[int, int]]] = defaultdict(list)
    for row in one.rows:
        for again in other.rows:
            first, second = words_of(row.key), words_of(again.key)
            if first and second and (first <= second or second <= first):
                found[first - second, second - first].append((row.index, again.index))
    pairs = max(found.values(), key=len, default=[])
    single = Counter(row for row, _ in pairs), Counter(again for _, again in pairs)
    return [each for each in pairs if single[0][each[0]] == 1 and single[1][each[1]] == 1]


def period_of(table: Table, column: Line) -> Period:
    """The year and the month or quarter that a line is of, by its label or its table's title."""
    title = f"{table.grid.caption}".casefold()
    years = set(YEAR.findall(column.key)) or set(YEAR.findall(title))
    parts = [
        {match["month"] or match["quarter"] for match in _MONTH.finditer(text)}
        for text in (column.key, title)
    ]
    part = parts[0] or parts[1]
    if len(years) != 1 or len(part) > 1:
        return Period("", "")
    year = re.sub(r"\s", "", years.pop()).replace("/", "-")
    return Period(year[:5] + year[7:] if len(year) > len("2023-24") else year, "".join(part))


def _is_of_one(one: Table, here: Line, other: Table, there: Line) -> bool:
    """Whether two columns are of one time and sort, and each says what the other's table does."""
    said = " ".join((here.key, there.key, one.grid.caption, other.grid.caption)).casefold()
    if Sense.CHANGE in (here.sense, there.sense) or OTHERWISE.search(said):
        return False
    if not period_of(one, here).may_be(period_of(other, there)):
        return False
    first, second = words_of(here.key), words_of(there.key)
    if here.sense is not there.sense and first and second:
        return False  # a column of a year alone is of what its title names
    titles = [words_of(table.grid.caption.casefold()) for table in (one, other)]
    return first <= (second | titles[1]) and second <= (first | titles[0])


def _odd_one(
    one: Table, here: Line, other: Table, there: Line, rows: Sequence[tuple[int, int]]
) -> Iterator[Differing]:
    """The one pair of cells that differs, where all others agree."""
    alike: set[object] = set()
    unlike = []
    for row, again in rows:
        left, right = one.cells[row][here.index], other.cells[again][there.index]
        first, second = main_of(left), main_of(right)
        if first is None or second is None:
            continue
        if differ(left, right):
            unlike.append((row, again, left, right))
        elif first.sort is second.sort and first.value == second.value:
            alike.add(_mark(first))
    alike.discard(None)
    if len(unlike) != 1 or len(alike) < _FEWEST:
        return
    row, again, left, right = unlike[0]
    told = OTHERWISE.search(f"{one.rows[row].key} {other.rows[again].key}")
    slip = is_slip(left.text, right.text)
    if told or not (slip or len(alike) >= _FEWEST_OTHERWISE):
        return
    if title_of(one).standing != title_of(other).standing or told_by_sums(one, left, other, right):
        return
    yield Differing(
        other.file,
        right,
        other.named(again, there.index),
        one.file,
        left,
        one.named(row, here.index),
        f"the {len(alike)} other rows that both tables have are the same",
        sure=True,
    )


def is_slip(one: str, other: str) -> bool:
    """Whether one digit differs, or the same digits stand in another order."""
    first, second = (re.sub(r"\D", "", text) for text in (one, other))
    if len(first) != len(second):
        return False
    apart = sum(a != b for a, b in zip(first, second, strict=True))
    return apart == 1 or sorted(first) == sorted(second)
