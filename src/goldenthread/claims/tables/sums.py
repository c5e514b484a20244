"""The additions a table asserts: which lines are sums of which, and whether they add up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache

from goldenthread.claims.tables.adding import (
    Outcome,
    Sum,
    add_up,
    base_of_lines,
    base_of_sum,
    guessed_base,
)
from goldenthread.claims.tables.beside import may_hold, runs_beside
from goldenthread.claims.tables.flat import Relation, relations
from goldenthread.claims.tables.labels import Sense, Whole, key_of
from goldenthread.claims.tables.table import Table


@dataclass(frozen=True, eq=False)
class Addition:
    """One relation with its outcome in every column it can be tested in.

    ``choices`` is how many other readings of the total there were.
    """

    relation: Relation
    outcomes: dict[int, Outcome]
    choices: int = 0
    inferred: bool = False

    @cached_property
    def held(self) -> int:
        """In how many lines it holds and might not have."""
        return sum(outcome.fits and outcome.weighty for outcome in self.outcomes.values())

    @cached_property
    def weight(self) -> Fraction:
        """How much that proves: small numbers add up by chance more often than large ones."""
        wholes = [
            each.sum.whole.amount.value
            for each in self.outcomes.values()
            if each.fits and each.weighty and each.sum.whole.amount
        ]
        sizes = (Fraction(sum(abs(each) >= size for size in (0, 10, 100)), 2) for each in wholes)
        return sum(sizes, Fraction(0))

    @cached_property
    def failed(self) -> dict[int, Outcome]:
        """The lines in which it does not hold."""
        return {place: each for place, each in self.outcomes.items() if not each.fits}


@lru_cache(maxsize=256)
def additions(table: Table) -> tuple[Addition, ...]:
    """What the rows of ``table`` assert of each other; hand it the turned table for the columns.

    Of several lines a total may be made of, those are taken with which most columns agree.
    """
    if table.is_data:
        return ()
    base = guessed_base(table)
    stands_for = _stands_for(table)
    named = {row.index for row in table.rows if row.whole is not Whole.NO}
    inferred = _inferred(table, named, base)
    tried = [
        Addition(relation, _outcomes(table, relation, base))
        for stated in relations(table.rows, stands_for)
        for relation in (stated, *_without_sums(stated, inferred))
    ]
    chosen = _chosen(tried)
    apart = [{*each.relation.parts} for each in chosen if each.held > len(each.failed)]
    return (
        *(each for each in chosen if not _of_another(each, chosen)),
        *_changes(table, base),
        # A total that counts a line beside others says that it is no sum of them.
        *(each for each in inferred if not any({*_lines_of(each)} <= parts for parts in apart)),
    )


def _lines_of(addition: Addition) -> tuple[int, ...]:
    return (addition.relation.whole, *addition.relation.parts)


def _of_another(addition: Addition, others: Iterable[Addition]) -> bool:
    """Whether its parts make another total, at least as often as not, and itself nowhere."""
    parts = addition.relation.parts
    return not addition.held and any(
        each.held >= max(len(each.failed), 1) and {*each.relation.parts} == {*parts}
        for each in others
    )


def _without_sums(stated: Relation, inferred: list[Addition]) -> Iterable[Relation]:
    """A total of groups that are lines of the table too: of the groups alone, or of their parts."""
    groups = {each.relation.whole for each in inferred} & {*stated.parts}
    members = {
        part for each in inferred if each.relation.whole in groups for part in each.relation.parts
    }
    for left_out in (members, groups):
        parts = tuple(part for part in stated.parts if part not in left_out)
        if 1 < len(parts) < len(stated.parts):
            yield replace(stated, parts=parts)


def _stands_for(table: Table) -> str:
    """What the rows are called: the name of the first column; of columns, nothing is printed."""
    if table.is_turned or not table.grid.header_rows:
        return ""
    return key_of(table.grid.header[0])


# What is taken off before the total, and what holds all that stands before it.
_TAKEN_OFF = re.compile(r"(?:less|minus|deduct\w*|net of)\b(?! than)")
_RUNNING = re.compile(r"\bcumulative\b|\brunning total\b|\bso far\b")


def _outcomes(table: Table, relation: Relation, base: int) -> dict[int, Outcome]:
    found: dict[int, Outcome] = {}
    base = base or base_of_lines(table, (relation.whole, *relation.parts))
    if any(_TAKEN_OFF.match(table.rows[part].key) for part in relation.parts):
        return found
    for place, column in enumerate(table.columns):
        if column.sense is not Sense.COUNT or (relation.by_time and column.stock):
            continue
        if _RUNNING.search(column.key) and not table.is_turned:
            continue
        of = sum_at(table, relation.whole, relation.parts, place)
        outcome = add_up(
            table, of, base or (base_of_sum(of) if relation.group[0] == "people" else 0)
        )
        if outcome is None or (relation.by_time and _may_be_stock(relation, outcome)):
            continue
        measured = outcome.decimals > 0 or relation.strength is Whole.NO
        if not outcome.fits and outcome.may_be_mean and measured:
            continue
        found[place] = outcome
    return found


def sum_at(table: Table, whole: int, parts: Iterable[int], column: int) -> Sum:
    """The addition of some rows in one column."""
    parts = tuple(parts)

    def place(row: int) -> tuple[int, int]:
        return (column, row) if table.is_turned else (row, column)

    return Sum(
        table.cells[whole][column],
        tuple(table.cells[part][column] for part in parts),
        place(whole),
        tuple(place(part) for part in parts),
    )


def _may_be_stock(relation: Relation, outcome: Outcome) -> bool:
    """A year that is its last quarter, or lies among its quarters, is no sum and says so itself."""
    whole, terms = outcome.sum.whole.amount, outcome.terms
    if outcome.fits or whole is None or not terms:
        return False
    if relation.strength is Whole.TOTAL:
        return whole.value == terms[-1] <= 2 * min(terms)
    return min(terms) <= whole.value <= max(terms)


def _chosen(tried: list[Addition]) -> list[Addition]:
    """Of the candidates for one total, the one that most lines bear out."""
    by_name: dict[tuple[object, ...], int] = defaultdict(int)
    groups: dict[tuple[object, ...], list[Addition]] = defaultdict(list)
    for each in tried:
        groups[each.relation.group].append(each)
        by_name[_kin(each.relation)] += each.held
    chosen = []
    for group in groups.values():
        testable = [each for each in group if each.outcomes]
        if not testable:
            continue
        best = max(
            testable,
            key=lambda each: (by_name[_kin(each.relation)], each.held, -len(each.failed)),
        )
        choices = len({tuple(_totals(each)) for each in testable}) - 1
        chosen.append(Addition(best.relation, best.outcomes, choices))
    return chosen


def _totals(addition: Addition) -> Iterator[tuple[int, Fraction]]:
    for place, outcome in sorted(addition.outcomes.items()):
        yield place, outcome.total


def _kin(relation: Relation) -> tuple[object, ...]:
    """Totals of one name stand or fall together: "Total 2022/23" over two kinds of course."""
    if relation.name:
        return (relation.group[:2], relation.name)
    return (relation.group, relation.whole, relation.parts)


def _changes(table: Table, base: int) -> list[Addition]:
    """A later column is the earlier one and the change between them, in a table of two years."""
    found = []
    for place, line in enumerate(table.rows):
        if not table.is_turned or line.sense is not Sense.CHANGE or "%" in line.label:
            continue
        before = [each.index for each in table.rows[:place] if each.sense is Sense.COUNT]
        if len(before) < 2:
            continue
        later, earlier = before[-1], before[-2]
        tried = []
        for whole, part in ((later, earlier), (earlier, later)):
            group = ("change", line.index)
            relation = Relation(whole, (part, line.index), Whole.TOTAL_OF, group)
            tried.append(Addition(relation, _outcomes(table, relation, base)))
        best = max(tried, key=lambda each: (each.held, -len(each.failed)))
        if best.held > len(best.failed):
            found.append(Addition(relation=best.relation, outcomes=best.outcomes))
    return found


_MOST_LINES = 60


def _inferred(table: Table, known: set[int], base: int) -> list[Addition]:
    """Lines that are nowhere called a total and are the sum of those beside them all the same."""
    rows = [
        row
        for row in table.rows
        if row.label and not row.empty and not row.of_which and row.when is None
        if row.sense is not Sense.PERCENT
    ]
    if len(rows) > _MOST_LINES or len(rows) < 3 or len(table.columns) < 2:
        return []
    found: list[Addition] = []
    taken: set[int] = set()
    numbers = [
        [float(cell.amount.value) if cell.amount else None for cell in cells]
        for cells in table.cells
    ]
    for place, row in enumerate(rows):
        if row.index in known | taken or row.sense is not Sense.COUNT:
            continue
        for parts in runs_beside([each.index for each in rows], place, known):
            if not may_hold(numbers, row.index, parts, base) and len(parts) < len(rows) - 1:
                continue
            relation = Relation(row.index, parts, Whole.NO, ("inferred", row.index))
            outcomes = {
                line: each.let() if each.nearly else each
                for line, each in _outcomes(table, relation, base).items()
            }
            addition = Addition(relation, outcomes, inferred=True)
            if is_borne_out(addition) or is_foot(table, addition):
                found.append(addition)
                taken |= {row.index, *parts}
                break
    return found


def is_borne_out(addition: Addition) -> bool:
    """Whether so many lines hold, of different sizes, that the others must be wrong."""
    wholes = {
        each.sum.whole.amount.value
        for each in addition.outcomes.values()
        if each.fits and each.weighty and each.sum.whole.amount
    }
    return (
        len(wholes) >= 2 and addition.weight >= 2 and 2 * len(addition.failed) <= addition.held + 1
    )


def is_foot(table: Table, addition: Addition) -> bool:
    """Whether the last line is the sum of all the others in one place, by no accident.

    Another place in which it is not can then be told, where a slip of the hand explains it.
    """
    relation = addition.relation
    rows = [
        row.index
        for row in table.rows
        if row.label and not row.empty and not row.of_which and row.sense is not Sense.PERCENT
    ]
    return (
        relation.whole == rows[-1]
        and len(relation.parts) == len(rows) - 1 >= 3
        and len(addition.failed) == 1
        and any(
            each.fits and each.weighty and each.sum.whole.amount.value >= _LARGE
            for each in addition.outcomes.values()
            if each.sum.whole.amount
        )
    )


_LARGE = 100
