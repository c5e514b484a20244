"""Of what a table's percentages are: the schemes they may follow, and the one they do follow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache

from goldenthread.claims.intervals import Interval, may_be_share
from goldenthread.claims.tables.adding import guessed_base, span_of
from goldenthread.claims.tables.cells import Cell, Part
from goldenthread.claims.tables.elsewhere import Base, base_of, in_labels, in_words, sums_across
from goldenthread.claims.tables.failing import blamed, put_right
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.table import Line, Table

_MOST_LINES = 40


@dataclass(frozen=True)
class Test:
    """A percentage beside the count it is of and the number that count is taken from.

    ``part_at`` and ``base_at`` are the places of both; ``put_right`` is both as the table's sums
    would have them, where these blame one of the two.
    """

    cell: Cell
    percent: Part
    part: Part
    base: Part
    row: int
    put_right: tuple[Part, Part] | None = None
    part_at: str = ""
    base_at: str = ""

    @property
    def share(self) -> Fraction:
        """What the percentage should be."""
        return self.part.value * 100 / self.base.value

    @cached_property
    def fits(self) -> bool:
        """Whether the printed numbers can be so."""
        if fits_base(self.percent, self.part, self.base.interval):
            return True
        if self.put_right is None:
            return False
        part, base = self.put_right
        return fits_base(self.percent, part, base.interval)

    @cached_property
    def weighty(self) -> bool:
        """Whether it proves anything: nought of something and all of it always fit."""
        return 0 < self.part.value != self.base.value


def fits_base(percent: Part, part: Part, base: Interval) -> bool:
    """Whether a count and a base can make a percentage, under any rounding of the three."""
    return base.low <= 0 or may_be_share(percent.interval, part.interval, base)


@dataclass(frozen=True)
class Scheme:
    """One reading of a column of percentages: the counts stand in the column ``counts``.

    ``kin`` is the same for the same reading of other columns; ``base_name`` says what the base is.
    """

    column: int
    counts: int
    kin: tuple[object, ...]
    base_name: str
    tests: tuple[Test, ...]
    named: bool = False

    @cached_property
    def held(self) -> int:
        """How many percentages bear it out."""
        return sum(test.fits for test in self.tests if test.weighty)

    @cached_property
    def failed(self) -> list[Test]:
        """The percentages that do not."""
        return [test for test in self.tests if not test.fits]


def is_of_percent(table: Table, column: int) -> bool:
    """Whether a column holds percentages alone."""
    cells = [row[column] for row in table.cells if row[column].parts]
    alone = [cell for cell in cells if cell.percent and not cell.amount]
    return bool(cells) and len(alone) * 3 >= len(cells) * 2


def holds_both(table: Table, column: int) -> bool:
    """Whether the cells of a column hold a count and a percentage each."""
    return any(row[column].percent and row[column].amount for row in table.cells)


@lru_cache(maxsize=256)
def schemes(table: Table) -> dict[int, list[Scheme]]:
    """Every reading of every column of percentages, by column."""
    if len(table.columns) > _MOST_LINES or table.is_data:
        return {}
    found: dict[int, list[Scheme]] = {}
    for line in table.columns:
        if line.sense is Sense.CHANGE:
            continue
        if is_of_percent(table, line.index):
            counts = [each.index for each in table.columns if _is_of_counts(table, each)]
            each_reading = [
                scheme for column in counts for scheme in _of_column(table, line.index, column)
            ]
        elif holds_both(table, line.index) and not table.is_turned:
            each_reading = list(_of_column(table, line.index, line.index))
        else:
            continue
        found[line.index] = [scheme for scheme in each_reading if scheme]
    return found


def _is_of_counts(table: Table, line: Line) -> bool:
    return line.sense is not Sense.CHANGE and any(row[line.index].amount for row in table.cells)


def _of_column(table: Table, percents: int, counts: int) -> Iterator[Scheme | None]:
    """The readings with the counts in one column: of a total in it, or of another column."""
    rows = [row for row in table.rows if not row.empty]
    wholes = [row for row in rows if row.whole is not Whole.NO or row in (rows[0], rows[-1])]
    step = counts - percents
    for whole in wholes:
        bases = {row.index: table.cells[whole.index][counts] for row in table.rows}
        name = table.named(whole.index, counts)
        yield _scheme(table, percents, counts, ("row", whole.index, step), name, bases, whole.index)
        for column in table.columns:
            if column.index != counts and column.whole is not Whole.NO:
                grand = table.cells[whole.index][column.index]
                name = table.named(whole.index, column.index)
                bases = {row.index: grand for row in table.rows}
                kin = ("grand", whole.index, column.index)
                yield _scheme(table, percents, counts, kin, name, bases, None)
    for column in table.columns:
        if column.index not in (counts, percents) and _is_of_counts(table, column):
            bases = {row.index: table.cells[row.index][column.index] for row in table.rows}
            kin = ("column", column.index, step)
            yield _scheme(table, percents, counts, kin, column.label, bases, None)
    if all(row.whole is Whole.NO for row in rows) and not table.is_turned:
        yield from _of_sum(table, percents, counts, step)
    for of, name, bases in _in_no_cell(table, counts):
        yield _scheme(table, percents, counts, (*of, step), name, bases, None)


@lru_cache(maxsize=256)
def _in_no_cell(table: Table, counts: int) -> tuple[Base, ...]:
    """The bases that no cell holds, the same for every column of percentages."""
    found = (sums_across(table, counts), in_words(table, counts), in_labels(table, counts))
    return tuple(base for bases in found for base in bases)


def _scheme(
    table: Table,
    percents: int,
    counts: int,
    kin: tuple[object, ...],
    name: str,
    bases: dict[int, Cell],
    leave_out: int | None,
) -> Scheme | None:
    """One reading; None where no percentage can be tested by it."""
    tests = []
    wrong = blamed(table)
    for row in table.rows:
        cell, count = table.cells[row.index][percents], table.cells[row.index][counts]
        base = bases[row.index].amount
        if not cell.percent or not count.amount or base is None or bases[row.index] is cell:
            continue
        if row.index != leave_out and base.value > 0 and count.amount.value >= 0 and not cell.base:
            changed = None
            if count.locator in wrong or bases[row.index].locator in wrong:
                right = (
                    put_right(table, count) or count.amount,
                    put_right(table, bases[row.index]) or base,
                )
                changed = right if right != (count.amount, base) else None
            tests.append(
                Test(
                    cell,
                    _unpadded(table, percents, cell.percent),
                    _as_rounded(table, count.amount),
                    _as_rounded(table, base),
                    row.index,
                    changed,
                    count.locator,
                    bases[row.index].locator,
                )
            )
    if not tests:
        return None
    label = table.columns[percents].key
    key, ours = name.casefold(), table.columns[counts].key
    named = bool(key) and (f"of {key}" in label or f"of all {key}" in label)
    named = named or _is_named_so(table, percents, counts, kin) or _is_said_of(label, key, ours)
    return Scheme(percents, counts, kin, name, tuple(tests), named)


@lru_cache(maxsize=1024)
def _is_padded(table: Table, column: int) -> bool:
    """Whether every percentage of a column ends in a nought: "4.90%", printed with one too many."""
    shares = [row[column].percent for row in table.cells]
    told = [each for each in shares if each and each.value not in (0, 100)]
    return len(told) >= _FEWEST_PADDED and all(
        each.decimals > 0 and not (each.value * 10**each.decimals) % 10 for each in told
    )


_FEWEST_PADDED = 4


def _unpadded(table: Table, column: int, percent: Part) -> Part:
    """A percentage with every value it may stand for, its last place told or only printed."""
    if not _is_padded(table, column):
        return percent
    return replace(percent, interval=Interval.rounded(percent.value, percent.decimals - 1))


def _as_rounded(table: Table, amount: Part) -> Part:
    """A count with every value it may stand for where all counts of the table are rounded."""
    base = 0 if table.hints.rounded_to else guessed_base(table)
    return replace(amount, interval=span_of(table, amount, base))


_SIGNS = re.compile(r"%|\bper ?cent(?:age)?\b|\bproportion\b|\brate\b|[(),:+]")


_SAID_OF = re.compile(
    r"(?P<part>.*?)[ ,(]*(?:as )?(?:an? )?(?:%|per ?cent|percentage|proportion|share) of "
    r"(?:the |all |those )?(?P<base>[a-z' -]+?)\)?"
)


def _is_said_of(label: str, base: str, counts: str) -> bool:
    """ "Cancelled, % of issued" beside "Tickets issued" and "Tickets cancelled"."""
    said = _SAID_OF.fullmatch(label)
    if said is None:
        return False
    own, of = {*said["part"].split()}, {*said["base"].split()}
    return of <= {*base.split()} and own <= {*counts.split()} and not of <= {*counts.split()}


def _is_named_so(table: Table, percents: int, counts: int, kin: tuple[object, ...]) -> bool:
    """ "Pupils", "Passed", "Passed %": the percentage has its count's name, and its base before."""
    if percents != counts + 1 or kin[:2] != ("column", counts - 1):
        return False
    name = {*_SIGNS.sub(" ", table.columns[percents].key).split()}
    return bool(name) and name <= {*_SIGNS.sub(" ", table.columns[counts].key).split()}


def _of_sum(table: Table, percents: int, counts: int, step: int) -> Iterator[Scheme | None]:
    """Of the sum of the column, where no total is printed."""
    rows = [row for row in table.rows if not row.empty and not row.of_which]
    cells = [table.cells[row.index][counts] for row in rows]
    if len(cells) < 3 or not all(cell.amount for cell in cells):
        return
    total = sum((cell.amount.value for cell in cells if cell.amount), Fraction(0))
    if total <= 0:
        return
    name = "the sum of the column"
    bases = dict.fromkeys((row.index for row in table.rows), base_of(total))
    yield _scheme(table, percents, counts, ("sum", step), name, bases, None)


_FEWEST_CUT = 5


def cut_off(tests: Sequence[Test]) -> bool:
    """Whether these percentages are all cut off instead of rounded: many, and seen in several."""
    weighty = [test for test in tests if test.weighty]
    if len(weighty) < _FEWEST_CUT or sum(not test.fits for test in weighty) < 2:
        return False
    gaps = (
        (test.share - test.percent.value) * Fraction(10) ** test.percent.decimals
        for test in weighty
    )
    return all(0 <= gap < 1 for gap in gaps)
