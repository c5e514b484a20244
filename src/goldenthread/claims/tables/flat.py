"""Which lines a total may be made of: candidates, of which the table's own numbers choose one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.claims.tables.everyone import of_everyone
from goldenthread.claims.tables.labels import (
    Sense,
    When,
    Whole,
    is_aside,
    is_of_which,
    is_subtotal,
    sense_of,
    when_of,
    whole_of,
)
from goldenthread.claims.tables.table import Line


@dataclass(frozen=True, slots=True)
class Relation:
    """A line that is made of others, by their indexes.

    ``strength`` says how plainly; ``group`` is shared by candidates of which one at most is meant;
    ``name`` is the key of the label that makes it one.
    """

    whole: int
    parts: tuple[int, ...]
    strength: Whole
    group: tuple[object, ...]
    by_time: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A line under the one level of its label that is being looked at."""

    line: Line
    label: str

    @property
    def whole(self) -> Whole:
        """How plainly it is a total."""
        return Whole.NO if self.line.member else whole_of(self.label)

    @property
    def when(self) -> When | None:
        """The time it stands for."""
        return when_of(self.label)

    @property
    def is_part(self) -> bool:
        """Whether it may be added to others."""
        return bool(
            self.label
            and not self.line.empty
            and self.whole is Whole.NO
            and not is_of_which(self.label)
            and not is_aside(self.label)
        )

    @property
    def is_count(self) -> bool:
        """Whether its label says nothing against adding it up."""
        return sense_of(self.label) is Sense.COUNT


def relations(lines: Sequence[Line], stands_for: str) -> list[Relation]:
    """Every candidate. ``stands_for`` is the key of what the lines are called ("agency")."""
    depth = max((len(line.levels) for line in lines), default=0)
    found: list[Relation] = []
    for level in range(depth):
        groups: dict[tuple[str, ...], list[Named]] = {}
        for line in lines:
            others = line.levels[:level] + line.levels[level + 1 :]
            groups.setdefault(others, []).append(Named(line, line.levels[level]))
        for group in groups.values():
            found += _of_group(group, stands_for, level)
    if depth > 1:
        found += _over_everything(lines)
    elif people := of_everyone(lines):
        found.append(Relation(*people, Whole.TOTAL_OF, ("people", people[0])))
    return found


def _of_group(named: Sequence[Named], stands_for: str, level: int) -> list[Relation]:
    found: list[Relation] = []
    timed = sum(each.when is not None and each.when.span < 12 for each in named)
    spoken = any(each.label in _PERIOD or _SO_MANY.fullmatch(each.label) for each in named)
    if timed >= 2 or spoken:
        found += _by_time(named, level)
    done = {relation.whole for relation in found}
    for place, each in enumerate(named):
        if each.whole is Whole.NO or each.line.index in done or each.line.empty:
            continue
        strength = _strength(each, stands_for)
        for parts in _candidates(named, place):
            if len(parts) > 1:
                whole = each.line.index
                found.append(Relation(whole, parts, strength, ("flat", level, whole)))
    return found


def _strength(named: Named, stands_for: str) -> Whole:
    """ "All agencies" at the foot of a column headed Agency is as plain as "Total"."""
    if named.whole is not Whole.ALL or not stands_for:
        return named.whole
    noun = stands_for.split()[-1]
    stem = noun[:-1] if noun.endswith(("y", "s", "e")) else noun
    return Whole.TOTAL if len(stem) > 2 and stem in named.label else Whole.ALL


def _candidates(named: Sequence[Named], place: int) -> list[tuple[int, ...]]:
    """The sets of lines a total may sum, the likeliest first."""
    total = named[place]
    block: list[Named] = []
    for each in reversed(named[:place]):
        if each.whole is not Whole.NO or each.line.section != total.line.section:
            break
        block.insert(0, each)
    before = [each for each in named[:place] if each.is_part]
    subtotals = [
        each
        for each in named[:place]
        if each.whole is not Whole.NO and not each.line.empty and not is_subtotal(total.label)
    ]
    after: list[Named] = []
    for each in named[place + 1 :]:
        if each.whole is not Whole.NO:
            break
        after.append(each)
    inside = [each for each in after if each.line.section == total.line.section]
    choices: list[list[Named]] = [block, before, subtotals]
    if not [each for each in block if each.is_part]:
        choices += [inside, after]
    found: list[tuple[int, ...]] = []
    for choice in choices:
        parts = [each for each in choice if each.is_part or choice is subtotals]
        for some in ([each for each in parts if each.is_count], parts):
            indexes = tuple(each.line.index for each in some)
            if len(indexes) > 1 and indexes not in found:
                found.append(indexes)
    return found


def _over_everything(lines: Sequence[Line]) -> list[Relation]:
    """A total whose other levels are empty is of all lines that are no totals themselves.

    Or of the totals of the groups.
    """
    leaves = [
        line.index
        for line in lines
        if not line.empty and line.label and line.whole is Whole.NO and not line.of_which
        if line.sense is Sense.COUNT
    ]
    found = []
    for line in lines:
        named = [level for level in line.levels if level]
        if line.whole is not Whole.NO and len(named) == 1 and not line.empty and len(leaves) > 1:
            group = ("flat", "all", line.index)
            totals = [
                each.index
                for each in lines
                if each.whole is not Whole.NO and len([key for key in each.levels if key]) > 1
            ]
            for parts in (leaves, totals):
                if len(parts) > 1:
                    found.append(Relation(line.index, tuple(parts), line.whole, group))
    return found


def _by_time(named: Sequence[Named], level: int) -> list[Relation]:
    """Quarters of their months, halves of their quarters, years and totals of what there is."""
    found = [*_of_periods(named, level), *_of_so_many(named, level)]
    for place, each in enumerate(named):
        when = each.when
        if each.line.empty or (when is None and each.whole is Whole.NO):
            continue
        if when is not None and when.span not in (3, 6, 12):
            continue
        span = when.span if when else 0
        year = when.year if when else ""
        strength = max(Whole.TOTAL_OF, each.whole, key=list(Whole).index)
        if span in (3, 6):
            for parts in _within(named, place, span):
                whole = each.line.index
                found.append(Relation(whole, parts, strength, ("span", level, whole), by_time=True))
            continue
        for parts in _of_year(named, year, is_year=span == 12):
            # of two totals beside the same quarters, the quarters belong to one
            group = ("year", level, parts)
            found.append(
                Relation(each.line.index, parts, strength, group, by_time=True, name=each.label)
            )
    return found


_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "week ")
_PERIOD = frozenset(
    [
        *("week", "whole week", "quarter", "the quarter", "season", "term", "period"),
        *("half-year", "half year", "the half-year", "the half year"),
    ]
)


_SO_MANY = re.compile(
    r"(?:(?:all|the|over|last|whole|past|over the|all the) )?"
    r"(?P<many>two|three|four|five|six|seven|eight|ten|[2-9]|10)[ -](?P<unit>year|term|quarter|"
    r"month)s?(?: totals?| period| together| combined| in all)?"
)
_MANY = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SPANS = {"year": 12, "term": 4, "quarter": 3, "month": 1}


def _of_so_many(named: Sequence[Named], level: int) -> Iterator[Relation]:
    """ "Three years" after three years."""
    for place, each in enumerate(named):
        match = None if each.line.empty else _SO_MANY.fullmatch(each.label)
        if match is None:
            continue
        many = match["many"]
        number = int(many) if many.isdecimal() else _MANY.index(many) + 2
        span = _SPANS[match["unit"]]
        parts = [
            before.line.index
            for before in named[:place]
            if before.when and before.when.span == span and not before.line.empty
        ]
        if len(parts) == number:
            group = ("many", level, each.line.index)
            yield Relation(each.line.index, tuple(parts), Whole.TOTAL_OF, group, by_time=True)


def _of_periods(named: Sequence[Named], level: int) -> Iterator[Relation]:
    """ "Week" after its days, "Quarter" after its months."""
    for place, each in enumerate(named):
        if each.label not in _PERIOD or each.line.empty:
            continue
        parts = [
            before.line.index
            for before in named[:place]
            if before.label.startswith(_DAYS) or (before.when and before.when.span == 1)
        ]
        if len(parts) > 2 and len(parts) == place:
            group = ("period", level, each.line.index)
            yield Relation(each.line.index, tuple(parts), Whole.TOTAL_OF, group, by_time=True)


def _within(named: Sequence[Named], place: int, span: int) -> list[tuple[int, ...]]:
    """The months straight before (or after) a quarter; quarters or months of a half."""
    found = []
    for step in (1, 3):
        if step >= span:
            continue
        for side in (list(named[:place])[::-1], list(named[place + 1 :])):
            run: list[Named] = []
            for each in side:
                when = each.when
                if when is None or when.span >= span:
                    break
                if when.span == step:
                    run.append(each)
                if len(run) == span // step:
                    break
            if len(run) == span // step and _in_turn(run, step):
                found.append(tuple(sorted(each.line.index for each in run)))
    return found[:2]


def _in_turn(run: Sequence[Named], step: int) -> bool:
    """Whether times follow one another without a gap."""
    numbers = sorted(each.when.number for each in run if each.when)
    around = 12 // step
    starts = [n for n in numbers if (n - 2) % around + 1 not in numbers]
    return len(set(numbers)) == len(numbers) and len(starts) <= 1


def _of_year(named: Sequence[Named], year: str, is_year: bool) -> list[tuple[int, ...]]:
    """All quarters, halves or months that a year or a total is made of."""
    found = []
    finest = min((each.when.span for each in named if each.when), default=0)
    for step in (3, 6, 4, 2, 1):
        lines = [each for each in named if each.when and each.when.span == step]
        if year and any(each.when and each.when.year == year for each in lines):
            lines = [each for each in lines if each.when and each.when.year == year]
        elif year and step != 1 and any(each.when and each.when.year for each in lines):
            continue
        numbers = [each.when.number for each in lines if each.when]
        around = 4 if step == 4 and 4 in numbers and len(numbers) == 4 else 12 // step
        complete = len(set(numbers)) == len(numbers) == around
        if len(lines) > 1 and (complete or (not is_year and step == finest)):
            found.append(tuple(each.line.index for each in lines))
    return found
