"""Judges a table's percentages by the reading that most of them follow."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from goldenthread.claims.tables.another import WrongColumn, misnamed, on_another, other_bases
from goldenthread.claims.tables.bases import Scheme, Test, cut_off, fits_base, schemes
from goldenthread.claims.tables.failing import moved, suspected
from goldenthread.claims.tables.labels import Whole
from goldenthread.claims.tables.table import Table


@dataclass(frozen=True, slots=True)
class Culprit:
    """A count at a place that, were it ``value``, would mend a sum and fit its percentage."""

    place: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class WrongCell:
    """One percentage that its count and base do not make."""

    column: int
    test: Test
    base_name: str
    sure: bool
    instead: Culprit | None = None  # a failing sum blames the count, and not the percentage


def wrong_percentages(table: Table) -> Iterator[WrongCell | WrongColumn]:
    """What is wrong in the columns of percentages of a table; of a turned one, in its rows."""
    readings = schemes(table)
    held: dict[tuple[object, ...], int] = defaultdict(int)
    failed: dict[tuple[object, ...], int] = defaultdict(int)
    for each in readings.values():
        for scheme in each:
            held[scheme.kin] += scheme.held
            failed[scheme.kin] += len(scheme.failed)
    for column, choices in readings.items():
        if not choices:
            continue
        best = max(
            choices,
            key=lambda each: (
                max(held[each.kin] - failed[each.kin] / 2, _by_itself(each)),
                each.held,
                each.named,
                not _is_guessed(table, each),
                -abs(each.counts - each.column),
            ),
        )
        elsewhere = misnamed(table, best, choices) or on_another(table, choices)
        if elsewhere:
            yield elsewhere
            continue
        yield from _wrong_hundred(table, best, held[best.kin], failed[best.kin])
        wrong = best.failed
        if not wrong or cut_off(best.tests):
            continue
        yield from _of_column(table, best, held[best.kin], failed[best.kin], readings[column])


def _by_itself(scheme: Scheme) -> float:
    """How well a column follows its own base, where each has another: counts, base, % and again."""
    return scheme.held - len(scheme.failed) / 2 if scheme.kin[0] == "column" else float("-inf")


def _is_guessed(table: Table, scheme: Scheme) -> bool:
    """Whether the base is taken for a total only because its row stands first or last."""
    if scheme.kin[0] != "row":
        return False
    return table.rows[int(str(scheme.kin[1]))].whole is Whole.NO


def _wrong_hundred(table: Table, scheme: Scheme, held: int, failed: int) -> Iterator[WrongCell]:
    """The total that all the shares are of is 100%, give or take the rounding of the shares."""
    if scheme.kin[0] != "row" or not _is_sure(table, scheme, held, failed):
        return
    row = int(str(scheme.kin[1]))
    cell, base = table.cells[row][scheme.column], scheme.tests[0].base
    if cell.percent is None or cell.base is not None:
        return
    slack = len(scheme.tests) * (cell.percent.interval.high - cell.percent.value)
    if abs(cell.percent.value - 100) > slack:
        test = Test(cell, cell.percent, base, base, row)
        yield WrongCell(scheme.column, test, scheme.base_name, True)


def _of_column(
    table: Table, scheme: Scheme, held: int, failed: int, choices: Sequence[Scheme]
) -> Iterator[WrongCell | WrongColumn]:
    weighty = [test for test in scheme.tests if test.weighty]
    sure = _is_sure(table, scheme, held, failed)
    wrong = scheme.failed
    mostly = len(weighty) >= 3 and len(wrong) >= 2 and 2 * len(wrong) >= len(weighty)
    if mostly:
        elsewhere = held - scheme.held >= 2 and scheme.kin[0] != "column"
        other = other_bases(table, scheme, weighty)
        if other and (sure or elsewhere or _pairs_with_hundred(table, scheme)):
            yield WrongColumn(scheme.column, other, tuple(wrong))
            return
    if any(each is not scheme and each.held == len(weighty) for each in choices):
        return
    if (sure and (held > failed or not mostly)) or (scheme.named and held >= max(1, len(wrong))):
        for test in wrong:
            instead = _culprit(table, test)
            yield WrongCell(scheme.column, test, scheme.base_name, True, instead)
    elif held >= 1 and len(wrong) == 1 and _pairs_with_hundred(table, scheme):
        yield WrongCell(scheme.column, wrong[0], scheme.base_name, False)


def _is_sure(table: Table, scheme: Scheme, held: int, failed: int) -> bool:
    """Whether so many percentages follow this reading that the others must be wrong."""
    values = {test.part.value for test in scheme.tests if test.fits and test.weighty}
    if scheme.kin[0] in ("row", "grand"):
        return held >= failed and (held >= 2 or _pairs_with_hundred(table, scheme))
    return len(values) >= 2 and scheme.held >= 2 * len(scheme.failed) and scheme.held >= 2


def _pairs_with_hundred(table: Table, scheme: Scheme) -> bool:
    """Whether the total that is the base has "100%" printed with it."""
    if scheme.kin[0] != "row":
        return False
    whole = table.cells[int(str(scheme.kin[1]))][scheme.column].percent
    return whole is not None and whole.value == 100


def _culprit(table: Table, test: Test) -> Culprit | None:
    """The count or base that a failing sum suspects, where its other value fits the percentage."""
    for value in suspected(table).get(test.part_at, ()):
        if fits_base(test.percent, moved(test.part, value), test.base.interval):
            return Culprit(test.part_at, value)
    for value in suspected(table).get(test.base_at, ()):
        if fits_base(test.percent, test.part, moved(test.base, value).interval):
            return Culprit(test.base_at, value)
    return None


@lru_cache(maxsize=256)
def culprits(table: Table) -> dict[str, WrongCell]:
    """The counts of a table that both a failing sum and their percentage call wrong, by place."""
    found = (each for turned in (table, table.turned) for each in wrong_percentages(turned))
    return {
        each.instead.place: each for each in found if isinstance(each, WrongCell) and each.instead
    }
