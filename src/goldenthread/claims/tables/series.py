"""Finds what two tables both print: cells of one name, and rows that run alike through the year."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.claims.tables.cells import Cell, Part, Sort
from goldenthread.claims.tables.failing import put_right
from goldenthread.claims.tables.labels import Whole, key_of, when_of, whole_of
from goldenthread.claims.tables.table import Line, Table


@dataclass(frozen=True, slots=True)
class Differing:
    """Two cells that should print one number, with their names and why they should."""

    file: str
    cell: Cell
    name: str
    other_file: str
    other: Cell
    other_name: str
    reason: str
    sure: bool


def differing(tables: Sequence[Table]) -> Iterator[Differing]:
    """Every pair of cells in two tables that print one measure differently."""
    known: set[tuple[int, int]] = set()
    for one, other, cells in _shared(tables):
        for each in _of_names(one, other, cells):
            known.add((id(each.cell), id(each.other)))
            yield each
    for each in _of_times(tables):
        if (id(each.cell), id(each.other)) not in known:
            yield each


_Place = tuple[Table, int, int]


def _shared(tables: Sequence[Table]) -> Iterator[tuple[Table, Table, list[tuple[_Place, _Place]]]]:
    """Pairs of tables with the cells that have the same row and column label in both."""
    index: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    pairs: dict[tuple[int, int], list[tuple[_Place, _Place]]] = defaultdict(list)
    number = {id(table): place for place, table in enumerate(tables)}
    for table in tables:
        names = [(row.key, column.key) for row in table.rows for column in table.columns]
        if len(set(names)) * 10 < len(names) * 9:
            continue  # labels that do not tell the lines apart name nothing
        for row in table.rows:
            for column in table.columns:
                if row.key and column.key and _main(table.cells[row.index][column.index]):
                    place = (table, row.index, column.index)
                    for earlier in index[row.key, column.key][-_MOST_ALIKE:]:
                        if earlier[0] is not table:
                            pair = (number[id(earlier[0])], number[id(table)])
                            pairs[pair].append((earlier, place))
                    index[row.key, column.key].append(place)
    for (first, second), cells in pairs.items():
        yield tables[first], tables[second], cells


_MOST_ALIKE = 12


def _main(cell: Cell) -> Part | None:
    return cell.amount or cell.percent


def differ(one: Cell, other: Cell) -> bool:
    """Whether no value that rounds to both printed numbers can be found."""
    first, second = _main(one), _main(other)
    if first is None or second is None:
        return False
    if (first.sort is Sort.PERCENT) is not (second.sort is Sort.PERCENT):
        return False
    return not first.interval.meets(second.interval)


_DATED = re.compile(
    r"\b(?:19|20)\d\d(?: ?[-/] ?(?:20)?\d\d)?\b|\b\d\d/\d\d\b|\b(?:january|february|march|april|"
    r"may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|"
    r"oct|"
    r"nov|dec)\b"
)
_LABEL = re.compile(r"^(?:table|figure|chart|appendix|annex) [\da-z.]+[:. -]*")
_BESIDES = re.compile(
    r"[,;]? (?:\(%\)|(?:and|with|against|compared with) (?:its |their |the )?targets?)"
)
_BY = re.compile(r"\b(?:by|broken down by|per|across) [\w' -]+$")
_STANDING = re.compile(
    r"\b(?:provisional|revised|final|forecast|estimated?|prices|restated|published|real terms|"
    r"adjusted|unvalidated|validated|snapshot|as at|planned|budget|actual|outturn)\b"
)


@dataclass(frozen=True, slots=True)
class Title:
    """What a table's title says: its subject without "by area", its dates, and its standing."""

    subject: str
    dates: frozenset[str]
    standing: frozenset[str]


def title_of(table: Table) -> Title:
    """The title taken apart."""
    words = _BESIDES.sub("", _LABEL.sub("", key_of(table.grid.caption)))
    notes = frozenset(_STANDING.findall(words))
    dates = frozenset(re.sub(r"\s", "", date) for date in _DATED.findall(words))
    subject = " ".join(_DATED.sub(" ", words).split()).strip(" ,:;-.()")
    return Title(_BY.sub("", subject).strip(" ,:;-.()"), dates, notes)


def _of_names(
    one: Table, other: Table, cells: Sequence[tuple[_Place, _Place]]
) -> Iterator[Differing]:
    """Cells of one name, where the titles of the tables do not tell them apart."""
    first, second = title_of(one), title_of(other)
    if first.standing != second.standing or _STANDING.search(_words(one) + _words(other)):
        return
    if bool(_LEFT_OUT.search(_around(one))) is not bool(_LEFT_OUT.search(_around(other))):
        return
    alike_rows = _rows_alike(one, other)
    pairs = [(_cell(left), _cell(right), left, right) for left, right in cells]
    unlike = [pair for pair in pairs if differ(pair[0], pair[1])]
    alike = len(pairs) - len(unlike)
    if not unlike or (first.dates and second.dates and first.dates != second.dates):
        return
    same_subject = first.subject == second.subject or _goes_on(first.subject, second.subject)
    if len(pairs) >= 2 and alike < len(unlike):
        return
    for left, right, here, there in unlike:
        row, column = one.rows[here[1]], one.columns[here[2]]
        if _YARDSTICK.search(f"{row.key} {column.key}") or (
            _REST.match(row.key) and not alike_rows
        ):
            continue
        dated = bool(_DATED.search(f"{row.key} {column.key}")) or bool(first.dates & second.dates)
        plain = bool(_DATED.sub("", column.key).strip(" -")) and row.whole is not Whole.TOTAL
        titled = bool(first.subject) and same_subject
        borne_out = alike >= 2 or (alike >= 1 and same_subject and (titled or plain))
        if not dated and (one.file != other.file or not (borne_out and titled)):
            continue
        if not (titled or borne_out or (plain and _noun_shared(row, column))):
            continue
        if told_by_sums(one, left, other, right):
            continue
        reason = "row, column and period are the same in both"
        sure = dated and (titled or borne_out or row.whole is Whole.TOTAL_OF)
        yield _told(one, here, left, other, there, right, reason, sure)


def _goes_on(one: str, other: str) -> bool:
    """Whether one title says what the other does, and more: "Fines", "Fines and warnings"."""
    short, long = sorted((one, other), key=len)
    return bool(short) and long.startswith((f"{short} and ", f"{short}, "))


def told_by_sums(one: Table, left: Cell, other: Table, right: Cell) -> bool:
    """Whether one of the two is wrong by its own table's sums, and would agree put right."""
    first, second = put_right(one, left), put_right(other, right)
    changed = (first, second) != (left.amount, right.amount)
    return changed and bool(first and second and first.interval.meets(second.interval))


_YARDSTICK = re.compile(r"\b(?:target|plan(?:ned)?|budget|forecast|expected)\b")
_REST = re.compile(r"(?:all )?others?\b|any other|not known|not recorded|not stated|unknown")


def _rows_alike(one: Table, other: Table) -> bool:
    """Whether most rows of the smaller table stand in the other too: "Other" is then the same."""
    first, second = ({row.key for row in table.rows if row.key} for table in (one, other))
    return 2 * len(first & second) > min(len(first), len(second))


def _noun_shared(row: Line, column: Line) -> bool:
    """Whether the labels alone say what is counted: "All orders" under "Orders in 2023"."""
    words = set(re.findall(r"[a-z]{4,}", row.key))
    return bool(words & set(re.findall(r"[a-z]{4,}", column.key)))


# Said of one table and not of the other, these part what both count.
_LEFT_OUT = re.compile(
    r"\b(?:exclud\w+|exclusive of|not includ\w+|omit\w*|only those|leaves? out|inclusive of)\b"
)


def _around(table: Table) -> str:
    return f"{table.grid.caption} {table.hints.words}".casefold()


def _words(table: Table) -> str:
    return " ".join(line.key for line in (*table.columns, *table.rows))


def _cell(place: _Place) -> Cell:
    table, row, column = place
    return table.cells[row][column]


def _told(
    one: Table,
    here: _Place,
    left: Cell,
    other: Table,
    there: _Place,
    right: Cell,
    reason: str,
    sure: bool,
) -> Differing:
    return Differing(
        one.file,
        left,
        one.named(here[1], here[2]),
        other.file,
        right,
        other.named(there[1], there[2]),
        reason,
        sure,
    )


_Times = dict[tuple[int, int, str], int]
_SMALLEST = 10


def _of_times(tables: Sequence[Table]) -> Iterator[Differing]:
    """Rows of two tables that print the same numbers for most times, and not for one."""
    runs = [(table, row, times) for table in tables for row, times in _runs(table)]
    seen: dict[tuple[object, ...], list[int]] = defaultdict(list)
    common: dict[tuple[int, int], int] = defaultdict(int)
    for number, (table, row, times) in enumerate(runs):
        for when, column in times.items():
            part = _main(table.cells[row][column])
            if part is None or abs(part.value) < _SMALLEST:
                continue
            key = (when, part.sort, part.value)
            for earlier in seen[key][-_MOST_ALIKE:]:
                if runs[earlier][0] is not table:
                    common[earlier, number] += 1
            seen[key].append(number)
    for (first, second), alike in common.items():
        if alike >= 3:
            yield from _odd_ones(runs[first], runs[second], alike)


def _odd_ones(
    one: tuple[Table, int, _Times], other: tuple[Table, int, _Times], alike: int
) -> Iterator[Differing]:
    (table, row, times), (second, second_row, second_times) = one, other
    both = [when for when in times if when in second_times]
    unlike = [
        when
        for when in both
        if differ(table.cells[row][times[when]], second.cells[second_row][second_times[when]])
    ]
    if len(unlike) >= alike:
        return
    for when in unlike:
        here, there = (table, row, times[when]), (second, second_row, second_times[when])
        reason = f"{alike} other times of the two rows are the same"
        yield _told(table, here, _cell(here), second, there, _cell(there), reason, False)


def _runs(table: Table) -> Iterator[tuple[int, _Times]]:
    """Each row with its columns by time, one run for each heading beside the time."""
    groups: dict[tuple[str, ...], _Times] = defaultdict(dict)
    for column in table.columns:
        for level, name in enumerate(column.levels):
            when = when_of(name)
            if when is None and whole_of(name) is Whole.NO:
                continue
            beside = column.levels[:level] + column.levels[level + 1 :]
            if when is not None:
                groups[beside][when.span, when.number, when.year] = column.index
    for times in groups.values():
        if len(times) >= 4:
            for row in table.rows:
                if not row.empty:
                    yield row.index, times
