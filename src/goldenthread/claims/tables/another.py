"""Columns of percentages that are worked on another number than the one they are said to be of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.tables.bases import Scheme, Test, fits_base
from goldenthread.claims.tables.elsewhere import known_sums
from goldenthread.claims.tables.labels import Whole, when_of
from goldenthread.claims.tables.table import Line, Table


@dataclass(frozen=True, slots=True)
class WrongColumn:
    """A column whose percentages all fit each of ``bases``, by name, and not their own total."""

    column: int
    bases: dict[str, Fraction]
    tests: tuple[Test, ...]


def misnamed(table: Table, best: Scheme, choices: Sequence[Scheme]) -> WrongColumn | None:
    """A column headed "% of pupils" that is worked on the schools in the column beside."""
    if best.kin[0] == "column" and not best.named and best.held > 1 and not best.failed:
        return _of_the_other(best, choices)
    label = table.columns[best.column].key
    counts = table.columns[best.counts].key
    if best.kin[0] != "row" or best.failed or best.held < 2 or not counts or counts in label:
        return None
    for each in choices:
        key = table.columns[each.counts].key
        told_of = each.kin[:2] == best.kin[:2] and key and label.endswith(f"of {key}")
        if told_of and len(each.failed) >= 2 and not each.held:
            name = (
                f"{best.base_name}, and worked on the column “{table.columns[best.counts].label}”"
            )
            return WrongColumn(best.column, {name: best.tests[0].base.value}, tuple(each.failed))
    return None


def _of_the_other(best: Scheme, choices: Sequence[Scheme]) -> WrongColumn | None:
    """ "Happy, % of returned" where all are of those sent, and none of those returned."""
    for each in choices:
        if each.named and not each.held and len(each.failed) > 1 and each.counts == best.counts:
            worst = max(each.failed, key=lambda test: abs(test.share - test.percent.value))
            bases = [test.base.value for test in best.tests if test.row == worst.row]
            if bases and best.base_name:
                return WrongColumn(best.column, {best.base_name: bases[0]}, tuple(each.failed))
    return None


def other_bases(table: Table, scheme: Scheme, tests: Sequence[Test]) -> dict[str, Fraction]:
    """Other numbers of the table that all these percentages fit as their base, by name."""
    found: dict[str, Fraction] = {}
    if scheme.kin[0] == "column":
        return found
    mine = tests[0].base.value
    rows = [row for row in table.rows if row.whole is not Whole.NO]
    for row in rows or table.rows:
        for column in table.columns:
            amount = table.cells[row.index][column.index].amount
            if amount is None or amount.value in (mine, 0):
                continue
            if all(fits_base(test.percent, test.part, amount.interval) for test in tests):
                found[table.named(row.index, column.index)] = amount.value
    if not rows and not found:
        for name, value in known_sums(table).items():
            base = Interval.exactly(value)
            if value != mine and all(fits_base(test.percent, test.part, base) for test in tests):
                found[name] = value
    return found


_FEWEST = 3
_WORDS = re.compile(r"\d{2,4}(?: ?[/-] ?\d{2,4})?|[a-z]{3,}")
_TIME = re.compile(
    r"\d{2,4}(?:[/-]\d{2,4})?|q[1-4]|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|"
    r"oct\w*|nov\w*|dec\w*"
)


def on_another(table: Table, choices: Sequence[Scheme]) -> WrongColumn | None:
    """A column that all fits the total of the next year or month, and not its own.

    Its own is told by its place beside its counts or by words of theirs; the two columns of counts
    have to be of one thing at two times.
    """
    for own in choices:
        weighty = [test for test in own.tests if test.weighty]
        if own.kin[0] != "row" or len(weighty) < _FEWEST or own.held * 2 > len(weighty):
            continue
        whole, counts = table.rows[int(str(own.kin[1]))], table.columns[own.counts]
        if whole.whole is Whole.NO or not _is_of(table.columns[own.column], counts):
            continue
        if any(each.held == len(weighty) for each in choices if each is not own):
            return None
        found = {
            table.named(whole.index, column.index): amount.value
            for column in table.columns
            if (amount := table.cells[whole.index][column.index].amount)
            and amount.value not in (own.tests[0].base.value, 0)
            and _are_times(counts, column)
            and all(fits_base(test.percent, test.part, amount.interval) for test in weighty)
        }
        if found:
            return WrongColumn(own.column, found, tuple(own.failed))
    return None


def _is_of(percents: Line, counts: Line) -> bool:
    """Whether percentages stand straight after their counts, or share a word with them."""
    beside = percents.index == counts.index + 1
    return beside or bool({*_WORDS.findall(percents.key)} & {*_WORDS.findall(counts.key)})


def _are_times(one: Line, other: Line) -> bool:
    """Whether two columns differ in nothing but the time they are of."""
    if one.key == other.key or not one.key:
        return False
    timed = all(when_of(each.key) or _TIME.search(each.key) for each in (one, other))
    return timed and _TIME.sub("", one.key).split() == _TIME.sub("", other.key).split()
