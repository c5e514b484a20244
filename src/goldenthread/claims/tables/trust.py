"""How sure a failing sum is: beyond doubt, likely, or better left unsaid."""

import re
from fractions import Fraction
from itertools import pairwise

from goldenthread.claims.tables.adding import Outcome
from goldenthread.claims.tables.counted_twice import counts_twice, value_of
from goldenthread.claims.tables.disproved import is_disproved
from goldenthread.claims.tables.explained import is_everyone, is_explained
from goldenthread.claims.tables.labels import Whole, key_of
from goldenthread.claims.tables.measured import is_no_fault, may_be_rounding, may_leave_out
from goldenthread.claims.tables.misprints import are_changed_about, is_printed_in, may_be_slip
from goldenthread.claims.tables.sums import Addition, is_borne_out
from goldenthread.claims.tables.table import Table
from goldenthread.nouns.fault import Severity

_ENOUGH = Fraction(5, 2)
_NEAR = Fraction(3, 5)
_OFTEN = 3  # twice may be chance, where no label calls the line a total


def severity_of(table: Table, addition: Addition, outcome: Outcome, line: int) -> Severity | None:
    """How a sum that fails is told; None where there is a good reason for it to differ.

    ``line`` is the index of the column it runs down.
    """
    if is_explained(table, outcome) or is_no_fault(table, addition, outcome):
        return None
    if may_be_rounding(table, outcome) or may_leave_out(addition):
        return Severity.WARNING
    if addition.inferred:
        if is_everyone(table, addition) and is_borne_out(addition):
            return Severity.WARNING if outcome.nearly else Severity.ERROR
        sure = addition.weight >= _ENOUGH and 3 * len(addition.failed) <= addition.held + 1
        slip = may_be_slip(_whole(outcome), outcome.total, outcome.decimals) or any(
            are_changed_about(part, part + outcome.gap) for part in outcome.terms
        )
        if not is_borne_out(addition):
            return Severity.ERROR if slip and not outcome.nearly else None
        often = addition.held >= _OFTEN or slip
        sure = sure and often and not outcome.nearly
        return Severity.ERROR if sure else Severity.WARNING
    told_twice = _is_said_of(table, line, outcome) and not is_disproved(table, addition, line)
    if outcome.gap < 0 and (outcome.is_like_mean or told_twice):
        return None
    if outcome.gap > 0 and (_leaves_some_out(addition) or _left_out_by_name(table, addition)):
        return None
    if outcome.gap < 0 and _left_out_by_name(table, addition):
        return None
    if outcome.nearly or (addition.relation.by_time and _may_be_people(table, line, outcome)):
        return Severity.WARNING
    if _is_proven(addition):
        return Severity.WARNING if _may_be_one_of_several(table, line, outcome) else Severity.ERROR
    return _unproven(table, addition, outcome, line)


_FEWEST_SHORT = 2


def _leaves_some_out(addition: Addition) -> bool:
    """Whether one more category that is not shown explains every sum: some have no sex recorded.

    Then several lines fall short, each by what makes the shortfall of the last one, their total.
    """
    gaps = [each.gap for each in addition.failed.values()]
    if len(gaps) <= _FEWEST_SHORT or min(gaps) <= 0:
        return False
    return any(2 * gap == sum(gaps) for gap in gaps)


_NOT_COUNTED = re.compile(
    r"\b(?:reject\w*|spoil\w*|invalid|void\w*|duplicates?|ineligible|cancelled|discounted|"
    r"not counted|disregarded|out of scope)\b"
)


def _left_out_by_name(table: Table, addition: Addition) -> bool:
    """Whether the total is right without the one part that its name says is not counted."""
    named = [part for part in addition.relation.parts if _NOT_COUNTED.search(table.rows[part].key)]
    return bool(named) and all(
        value_of(table, addition, tuple(named), line) == -outcome.gap
        for line, outcome in addition.failed.items()
    )


_PEOPLE = re.compile(
    r"\b(?:children|people|persons?|families|family|individuals?|pupils|patients|women|men|boys|"
    r"girls|young people|residents|clients|members|carers|parents|victims|learners|households|"
    r"recipients|applicants|organisations|providers|funders|donors|employers|holdings)\b"
)
_FAR = Fraction(1, 20)


def _may_be_people(table: Table, line: int, outcome: Outcome) -> bool:
    """Whether people seen in several quarters may have been counted once in the year."""
    words = f"{table.columns[line].key} {key_of(table.grid.caption)}"
    above = -outcome.gap > outcome.total * _FAR
    whole = outcome.sum.whole.amount
    largest = whole is not None and whole.value >= max(outcome.terms)
    return above and largest and bool(_PEOPLE.search(words))


def _is_said_of(table: Table, line: int, outcome: Outcome) -> bool:
    """Whether the words say that some are counted more than once, and may say so of this line.

    "A child may be referred in two quarters" says nothing of a line of referrals in which a slip
    of the hand explains the difference.
    """
    if not table.hints.more_than_once:
        return False
    key = table.columns[line].key
    events = bool(_EVENTS.search(key)) and not _PEOPLE.search(key)
    return not (events and may_be_slip(_whole(outcome), outcome.total, outcome.decimals))


def _may_be_one_of_several(table: Table, line: int, outcome: Outcome) -> bool:
    """Whether the people of one column may stand in several rows, while what happens does not."""
    people = bool(_PEOPLE.search(table.columns[line].key)) and not table.is_turned
    others = any(not _PEOPLE.search(each.key) for each in table.columns if each.index != line)
    slip = may_be_slip(_whole(outcome), outcome.total, outcome.decimals)
    return people and others and not slip and -outcome.gap > outcome.total * _FAR


def _is_proven(addition: Addition) -> bool:
    """Whether the total is what it seems, by the other lines in which it adds up."""
    held, failed = addition.held, len(addition.failed)
    if addition.relation.strength is Whole.ALL:
        return held >= 1 and held >= failed
    return held >= 1 and 3 * held >= failed


def _unproven(table: Table, addition: Addition, outcome: Outcome, line: int) -> Severity | None:
    """A total that adds up nowhere: its words and those around the table must decide."""
    hints, strength = table.hints, addition.relation.strength
    short = outcome.gap > 0
    if (hints.more_than_once and short) or _is_said_of(table, line, outcome):
        return None
    if hints.some_only and short and not are_changed_about(_whole(outcome), outcome.total):
        return None
    named_all = table.rows[addition.relation.whole].whole is Whole.ALL
    if strength is Whole.ALL or (named_all and short and outcome.total < _NEARLY * _whole(outcome)):
        return _of_all(table, addition, outcome)
    if not short and counts_twice(table, addition):
        return None
    several = len(addition.failed) > 1 and not may_be_slip(
        _whole(outcome), outcome.total, outcome.decimals
    )
    if hints.likely_more_than_once and not short:
        return None
    if _is_before_stages(table, addition, outcome, line):
        return None
    if several or addition.choices or not _is_near(outcome):
        return Severity.WARNING
    if addition.relation.by_time and strength is not Whole.TOTAL and not short:
        # people may be counted once in the year and in several quarters, events cannot
        return Severity.ERROR if _is_of_events(table, line) else Severity.WARNING
    return Severity.ERROR


_STAGES = Fraction(9, 10)
_BARE = re.compile(r"(?:the |grand |overall )?totals?|sum|all")


def _is_before_stages(table: Table, addition: Addition, outcome: Outcome, line: int) -> bool:
    """Whether what stands below or beside a total may be some of it, one part within another.

    So it may be where the parts make no number like it, and the total comes first, or is of a
    thing of its own ("Total approaches" below households) while one part is the sum of two others.
    """
    parts = addition.relation.parts
    if may_be_slip(_whole(outcome), outcome.total, outcome.decimals):
        return False
    first = addition.relation.whole < min(parts)
    whole = _whole(outcome)
    near = whole != 0 and _STAGES <= outcome.total / whole <= 1 / _STAGES
    values = [value_of(table, addition, (part,), line) for part in parts]
    nested = any(
        one == sum(values[start : start + 2])
        for place, one in enumerate(values)
        for start in (place - 2, place + 1)
        if 0 <= start <= len(values) - 2 and one >= _LARGE
    )
    of_its_own = not _BARE.fullmatch(table.rows[addition.relation.whole].key)
    return not near and (first or (nested and of_its_own))


_LARGE = 20
_EVENTS = re.compile(
    r"\b(?:outcomes?|calls?|incidents?|visits?|contacts?|referrals?|crimes?|offences?|loans?|"
    r"fires?|"
    r"appointments?|complaints?|orders?|exclusions?|suspensions?|attendances?|sessions?|meetings?|"
    r"reviews?|interviews?|inspections?|applications?|repairs?|deaths?|births?|admissions?|"
    r"arrests?|stops?|searches|enquiries|assessments?|notifications?|episodes?|bookings?|sales|"
    r"fines?|collections?|journeys?|responses?|hearings?|requests?|concerns?|tests?|checks?|"
    r"jobs?|letters?|awards?|grants?|warrants?|conferences?|audits?|courses?|events?|issues?|"
    r"conversations?|parcels?|meals?|donations?|income|spending|spend|costs?|breaches|falls|"
    r"restraints?|lettings|evictions|notices|places|completions?|questions|votes|accidents|"
    r"collisions|injuries|alarms|rescues|seizures|alerts)\b|£"
)


def _is_of_events(table: Table, line: int) -> bool:
    """Whether the words of a table say that it counts what happens, and never who it happens to."""
    key, grid = table.columns[line].key, table.grid
    if _EVENTS.search(key) and not _PEOPLE.search(key):
        return True
    words = " ".join((key, key_of(grid.caption), key_of(grid.section), key_of(grid.rows[0][0])))
    return bool(_EVENTS.search(words)) and not _PEOPLE.search(words)


_LIST = re.compile(r"^(?:others?|any other|all others?|not (?:known|recorded|stated)|unknown)\b")
_NEARLY = Fraction(19, 20)  # what is left out of a list of the most frequent is more than this


def _whole(outcome: Outcome) -> Fraction:
    return outcome.total + outcome.gap


_PLACES = re.compile(
    r"\b(?:area|ward|district|region|site|school|branch|station|hospital|office|team|division|"
    r"directorate|centre|depot|locality|borough|county|force|sex|gender|age|month|quarter|day)s?\b"
)
_CLOSE = Fraction(9, 10)
_A_TEN = 10  # of two digits the first is wrong by one


def _of_all(table: Table, addition: Addition, outcome: Outcome) -> Severity | None:
    """ "All incidents" may be more than the rows shown, and less where one is in several of them.

    Not so where the rows are no list of the most frequent (these come in order, and end without
    "Other"), or where a slip of the hand explains the difference.
    """
    total, whole = outcome.total, _whole(outcome)
    if table.hints.likely_more_than_once or max(outcome.terms) > whole:
        return None  # the latter is told as a part above it
    if len(addition.failed) > 1 or addition.choices:
        return None if outcome.gap > 0 else Severity.WARNING
    slip = (
        may_be_slip(whole, total, outcome.decimals)
        or _is_counted_twice(table, addition, outcome)
        or (are_changed_about(whole, total) and is_printed_in(table.hints.words, total))
    )
    if slip:
        return Severity.ERROR
    if outcome.gap < 0:
        few = -outcome.gap <= whole * _HARDLY_MORE and not _may_be_said_of_people(table, addition)
        return Severity.ERROR if few else Severity.WARNING
    rows = [table.rows[part] for part in addition.relation.parts]
    ordered = all(one >= two for one, two in pairwise(outcome.terms))
    place = bool(_PLACES.search(key_of(table.grid.rows[0][0]))) and not table.is_turned
    full = not ordered or place or any(_LIST.match(row.key) for row in rows)
    if full and abs(outcome.gap) == _A_TEN and _A_TEN**2 > total >= 2 * _A_TEN:
        return Severity.ERROR
    return Severity.ERROR if full and total >= whole * _CLOSE else None


_HARDLY_MORE = Fraction(1, 50)  # nobody is in two rows, or more than these would be


def _may_be_said_of_people(table: Table, addition: Addition) -> bool:
    """Whether who a table counts may be in several of its rows."""
    (line,) = addition.failed
    words = (table.columns[line].key, table.rows[addition.relation.whole].key)
    return any(_PEOPLE.search(each) for each in (*words, key_of(table.grid.caption)))


def _is_counted_twice(table: Table, addition: Addition, outcome: Outcome) -> bool:
    """Whether the rows "of which" were added to those they are a part of."""
    first, last = min(addition.relation.parts), max(addition.relation.parts)
    line = next(iter(addition.failed))
    inside = [
        cell.amount.value
        for row in table.rows[first : last + 1]
        if row.of_which and (cell := table.cells[row.index][line]).amount
    ]
    return bool(inside) and outcome.gap == sum(inside)


def _is_near(outcome: Outcome) -> bool:
    """Whether the sum is of the size of the total, so that it is likely meant to be it."""
    whole = outcome.sum.whole.amount
    if whole is None or whole.value <= 0 or outcome.total <= 0:
        return False
    ratio = outcome.total / whole.value
    return _NEAR <= ratio <= 1 / _NEAR
