"""Lines of a table that are parts of another line by their labels, and where one is above it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.tables.adding import Outcome, span_of
from goldenthread.claims.tables.cells import Cell
from goldenthread.claims.tables.counted_twice import counts_twice
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.percentages import WrongCell, wrong_percentages
from goldenthread.claims.tables.sums import Addition, additions
from goldenthread.claims.tables.table import Line, Table
from goldenthread.claims.tables.trust import severity_of
from goldenthread.nouns.fault import Severity


@dataclass(frozen=True, slots=True)
class Above:
    """A part that is more than its whole, with the names of both."""

    part: Cell
    whole: Cell
    part_name: str
    whole_name: str
    sure: bool


_CONDITION = re.compile(
    r"\b(?:with|without|who|whose|where|which|that|having|in time|on time|within|in timescales?|"
    r"of these|of which|of whom|of those|leading to|resulting in|aged|under|eligible|entitled|"
    r"absent|receiving|known to|identified as|assessed as|subject to|upheld|trained|vaccinated|"
    r"excluded|repeated|overdue|found)\b"
)
_NO_PART = re.compile(
    r"\b(?:per|each|average|mean|rate|target|change|cost)\b|%|£|(?<!\d )(?<!working )\bdays\b"
)
_PARTICIPLE = re.compile(
    r"(?:number |no\.? )?(?:trained|passed|compliant|vaccinated|immunised|responded|returned|"
    r"(?:\w+ed |seen |held |done )?(?:in time|on time|in timescales?|the same day|"
    r"(?:with)?in (?:\w+ )*(?:time|timescales?|days?|weeks?|hours?|minutes?|seconds?|months?)))"
)
# What is due, open or begun is not what is done in the same time.
_OTHER_STATE = re.compile(
    r"\b(?:open|due|planned|expected|started|begun|waiting|remaining|late|overdue|budget|places|"
    r"received|opened|referred|capacity|required|new)\b"
)
_OFFERED = re.compile(r"\b(?:offered|invited|eligible|asked)\b")
_TAKEN = re.compile(
    r"(?:number |no\.? |those )?(?:who )?(?:accepted|tested|screened|vaccinated|immunised|taken up|"
    r"took part|took it up|attended|came|replied|answered|consented)"
)


def above(table: Table) -> Iterator[Above]:
    """Cells of a row that are above the cell of the row they are a part of."""
    if table.is_data:
        return
    pairs = [*_of_which(table.rows), *_conditions(table)]
    for whole, part, sure in pairs:
        yield from _compared(table, whole, part, sure)
    yield from _above_all(table)


def _of_which(rows: tuple[Line, ...]) -> Iterator[tuple[int, int, bool]]:
    parent: Line | None = None
    for row in rows:
        if row.empty:
            continue
        if row.of_which and parent is not None:
            if row.sense is Sense.COUNT and parent.sense is Sense.COUNT:
                yield parent.index, row.index, True
        elif row.label:
            parent = row


def _conditions(table: Table) -> Iterator[tuple[int, int, bool]]:
    """ "Cases read" and "Cases with a plan": the same things, some of them only."""
    rows = [row for row in table.rows if not row.empty and row.label and row.when is None]
    for place, row in enumerate(rows[1:], start=1):
        before = rows[place - 1]
        if row.of_which or _NO_PART.search(row.key) or _NO_PART.search(before.key):
            continue
        conditioned = bool(_CONDITION.search(row.key)) and not _CONDITION.search(before.key)
        alike = _same_things(table, before, row) or _goes_on(before, row)
        taken = _OFFERED.search(before.key) and _TAKEN.fullmatch(row.key)
        timely = before.key.endswith(" due") and _IN_TIME.search(row.key)
        done = _PARTICIPLE.fullmatch(row.key) and (timely or not _OTHER_STATE.search(before.key))
        some = _some_of(before, row) or done or taken or _few_of(table, rows, place)
        if (conditioned and alike) or some:
            held = _at_most(table, row.index, before.index)
            kept, broken = held.count(True), held.count(False)
            plain = conditioned and alike and len(before.key.split()) == 1
            if broken and kept >= (broken if plain else 2 * broken):
                yield before.index, row.index, True


def _same_things(table: Table, whole: Line, part: Line) -> bool:
    """Whether both labels begin with the same plural; of rows, the whole must be it alone."""
    noun, rest = _noun(whole.key)
    return noun == _noun(part.key)[0] != "" and (table.is_turned or not rest)


def _goes_on(whole: Line, part: Line) -> bool:
    """ "Assessments completed" and "Completed within 45 days": the end of one begins the other."""
    ends, begins = whole.key.split(), part.key.split()
    return len(ends) > 1 and len(begins) > 2 and ends[-1] == begins[0] and ends[-1].endswith("ed")


def _some_of(whole: Line, part: Line) -> bool:
    """ "Complaints" and "Complaints upheld": the same words, and one that takes some of them."""
    rest = part.key.removeprefix(whole.key).strip()
    return bool(whole.key) and rest != part.key and bool(_SOME.fullmatch(rest))


_IN_TIME = re.compile(r"\b(?:in|on) time$|\b(?:with)?in (?:timescales?|target)$")
# What is done to some of them, and not in its own time to those that were there before.
_ONE_DONE = re.compile(
    r"(?P<noun>[a-z]+s) (?!(?:clos|end|complet|borrow|issu|resolv|discharg|answer|return|mov|us|"
    r"visit|view|add|order|finish|clear|settl|start|open|receiv|remov|sell|repeat|deliver)ed\b)"
    r"[a-z]+ed\b(?! (?:up|out))"
)
_LONE = Fraction(1, 2)


def _few_of(table: Table, rows: list[Line], place: int) -> bool:
    """ "Performances", and of them those "signed": never so many as half, but for one."""
    part = _ONE_DONE.fullmatch(rows[place].key)
    whole = next((each for each in rows[:place] if part and each.key == part["noun"]), None)
    if whole is None or whole is not rows[place - 1]:
        return False
    ratios = [
        small.value / large.value
        for column in table.columns
        if (small := table.cells[rows[place].index][column.index].amount)
        and (large := table.cells[whole.index][column.index].amount)
        and large.value > 0
    ]
    above = [each for each in ratios if each > 1]
    return (
        len(above) == 1
        and len(ratios) > 2
        and all(each <= _LONE for each in ratios if each not in above)
    )


_SOME = re.compile(
    r"(?:that were |which were |were |found |fully |partly )*(?:upheld|substantiated|trained|"
    r"in time|"
    r"on time|vaccinated|immunised|compliant|passed|responded to in time|answered in time|"
    r"seen in time|reviewed in time|up to date|inspected|visited)"
)
_PLURALS = {"children", "people", "staff", "women", "men", "families"}


def _noun(key: str) -> tuple[str, str]:
    words = re.sub(r"^(?:total |all )?(?:numbers? of|no\.? of|all)? ?", "", key).split()
    noun = words[0].strip(",") if words else ""
    plural = noun in _PLURALS or (noun.endswith("s") and not noun.endswith("ss"))
    return (noun, " ".join(words[1:])) if plural else ("", "")


def _at_most(table: Table, part: int, whole: int) -> list[bool]:
    """In each column with both, whether the part is no more than the whole."""
    found = []
    for column in range(len(table.columns)):
        small, large = table.cells[part][column].amount, table.cells[whole][column].amount
        if small and large:
            found.append(span_of(table, small).low <= span_of(table, large).high)
    return found


def _compared(table: Table, whole: int, part: int, sure: bool) -> Iterator[Above]:
    for column in table.columns:
        if column.sense in (Sense.CHANGE, Sense.LEVEL):
            continue
        one, other = table.cells[part][column.index], table.cells[whole][column.index]
        small, large = one.amount, other.amount
        if not small or not large or small.value < 0 or large.value < 0:
            continue
        if span_of(table, small).low > span_of(table, large).high:
            name = table.named(part, column.index)
            yield Above(one, other, name, table.named(whole, column.index), sure)


def _above_all(table: Table) -> Iterator[Above]:
    """A line that is above "All ...", where nothing better can be said of the sum."""
    for addition in additions(table):
        if addition.inferred or addition.relation.strength is Whole.NO:
            continue
        if addition.relation.by_time or addition.relation.group[0] == "change":
            continue
        averages = sum(each.is_like_mean for each in addition.failed.values())
        if 2 * averages > len(addition.failed):
            continue  # "All" is what they have on average, whatever one line says
        for column, outcome in addition.failed.items():
            if outcome.is_like_mean or counts_twice(table, addition):
                continue
            if severity_of(table, addition, outcome, column) is Severity.ERROR or addition.choices:
                continue
            found = list(_parts_above(table, addition, outcome, column))
            if len(found) == 1:  # of a line that several are above, the label means something else
                yield from found


def _parts_above(
    table: Table, addition: Addition, outcome: Outcome, column: int
) -> Iterator[Above]:
    whole = outcome.sum.whole
    for row, part in zip(addition.relation.parts, outcome.sum.parts, strict=True):
        small, large = part.amount, whole.amount
        if not small or not large or any(each.value < 0 for each in (small, large)):
            continue
        if span_of(table, small).low > span_of(table, large).high:
            name = table.named(row, column)
            of = table.named(addition.relation.whole, column)
            yield Above(part, whole, name, of, sure=True)


_NOT_ALL = (
    r"(?:the )?(?:plan|target|budget|last|capacity|previous|average|national|normal|baseline|"
    r"expected|establishment|(?:19|20)\d\d|q\d|new|opened|opening|received|referrals|starts|"
    r"places|beds|planned|due|joiners|admissions|intake)\b"
)
_SHARE = re.compile(
    r"\bturnout|\battend|\bcomplet|\bpass(?:ed| rate)?\b|\bsatisf|\bcomplian|\bin time|\bon time|"
    r"\btimescale|\bwithin\b|\bproportion|\bshare|\bagree|\brated|\bsuitable|\bin touch|"
    r"\breturned|\brespon[ds]|\bseen\b|\btrained|\bhappy|\bfelt\b|\bfeel|\bsaid\b|\byes\b|"
    rf"\bup to date|\bvaccinat|\bimmunis|(?:%|per ?cent|percentage) of (?!{_NOT_ALL})"
)
# A share of people is of them alone, whatever the title speaks of.
_OF_PEOPLE = re.compile(
    r"(?:shares?|proportion|percentage|%|per ?cent) of (?:all |our |the )?(?:eligible )?(?:pupils|"
    r"people|children|patients|residents|staff|members|tenants|women|men|girls|boys|adults|students|"
    r"households|families)\b"
)
_MAY_EXCEED = re.compile(
    r"\bchange|\bincrease|\bdecrease|\bgrowth|\btarget|\bbudget|\bcapacity|\boccupan|\bfilled|"
    r"\butilis|\bplan\b|\blast year|\bprevious|\bindex|\bturnover|\bdelivery|\bcollect|"
    r"\brecover|\bvariance|\bdifference|\bfill rate|\bclearance|\baverage|\bestablishment|"
    r"\bcontract|\bpace\b|\bexpected|\bdemand|\btake-?up|\buptake|\breturn on|\bprofit|"
    r"\bmargin|\bratio|\bbaseline"
)


def above_hundred(table: Table) -> Iterator[tuple[int, int, bool]]:
    """Row and column of each percentage above 100 that is a share, and whether it surely is."""
    if not any(_is_beyond(cell) for row in table.cells for cell in row):
        return
    wrong = {
        found.test.cell.locator
        for turned in (table, table.turned)
        for found in wrong_percentages(turned)
        if isinstance(found, WrongCell)
    }
    title = f"{table.grid.caption} {table.grid.header[0]}".casefold()
    for column in table.columns:
        percents = [
            (row, cell)
            for row in table.rows
            if (cell := table.cells[row.index][column.index]).percent
        ]
        beyond = [row for row, cell in percents if _is_beyond(cell)]
        for row in beyond:
            words = f"{column.key} {row.key}"
            all_said = words if _OF_PEOPLE.search(column.key) else f"{words} {title}"
            if Sense.CHANGE in (row.sense, column.sense) or _MAY_EXCEED.search(all_said):
                continue
            if table.cells[row.index][column.index].locator in wrong:
                continue
            said = bool(_SHARE.search(words) or _SHARE.search(title))
            alone = len(beyond) == 1 and len(percents) >= 4
            if said or alone:
                yield row.index, column.index, said


def _is_beyond(cell: Cell) -> bool:
    return cell.percent is not None and cell.percent.interval.low > 100
