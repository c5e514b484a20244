"""Every place that a table could have: its lines by its periods by its areas, told or not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from goldenthread.disclosure.drawn.counts import whole as in_whole_numbers
from goldenthread.disclosure.drawn.lacking import NOTHING, Lacking, Named
from goldenthread.disclosure.drawn.sums import overlapping
from goldenthread.disclosure.drawn.times import FLOWS, inside, ways
from goldenthread.disclosure.implied.narrowing import Between, narrowed
from goldenthread.disclosure.implied.periods import stretches
from goldenthread.disclosure.rules import rule_for
from goldenthread.nouns import Area, Breakdown, Figure, Period, Symbol, Unit

# As the category of whatever is in none of those that a dimension is told by.
OTHERS = "in none of those told"

# A place may be found smaller by a solver than it is by narrowing alone: so many times as many
# children as may be worked out are still looked at.
_LOOKED_AT = 2

Place = tuple[str, Breakdown, Period, bool]  # area, line, period; whether it is a base
Sum = tuple[Place, tuple[Place, ...]]


class Lattice:
    """What ``own`` figures of one indicator and source tell, and ``every`` other source besides."""

    def __init__(self, own: Sequence[Figure], every: Iterable[Figure]) -> None:
        self.example = own[0]
        self.told: dict[Place, Figure] = {}
        self.known: dict[Place, int] = {}
        areas = {figure.area.code: figure.area for figure in own}
        near = {code for area in areas.values() for code in (area.code, *area.members)}
        for figure in (*own, *(each for each in every if each.area.code in near)):
            self._tell(figure)
            areas.setdefault(figure.area.code, figure.area)
        self.areas: dict[str, Area] = areas

    def _tell(self, figure: Figure) -> None:
        place = figure.area.code, figure.breakdown, figure.period, False
        count = figure.value if figure.unit is Unit.COUNT else figure.numerator
        number = in_whole_numbers(count) if figure.known else None
        if place not in self.told or (place not in self.known and number is not None):
            self.told[place] = figure
            if number is not None:
                self.known[place] = number
        base = (*place[:3], True)
        of = in_whole_numbers(figure.denominator) if figure.unit is Unit.PERCENT else None
        if of is not None and base not in self.told:
            self.told[base], self.known[base] = figure, of

    def lacking(self) -> Lacking:
        """The places nobody told that lead to few children, and the sums they belong to."""
        sums = [*self._by_period(), *self._by_member()]
        sums += self._by_category(narrowed(self.known, sums))
        sums = [each for each in sums if not all(at in self.known for at in _in(each))]
        found = narrowed(self.known, sums)
        rule = rule_for(self.example.thread.source, self.example.thread.vintage)
        if not any(_may_be_few(each, rule.threshold) for each in found.values()):
            return NOTHING
        most = _LOOKED_AT * (rule.threshold + rule.narrowest)
        untold = {at: each for at, each in found.items() if at not in self.told}
        tellable = {at for at, each in untold.items() if _is_close(each, most)} | self.told.keys()
        sums = [each for each in sums if all(at in tellable for at in _in(each))]
        places = dict.fromkeys(at for each in sums for at in _in(each) if at in untold)
        figures = {at: self._figure(at) for at in places}
        return Lacking(
            {figure.id: figure for figure in figures.values()},
            tuple(
                (self._named(whole, figures), tuple(self._named(each, figures) for each in parts))
                for whole, parts in sums
                if not figures.keys().isdisjoint((whole, *parts))
            ),
        )

    @cached_property
    def _near(self) -> dict[str, set[str]]:
        """Of each area the areas whose table it shares: itself, its members, their other members.

        What one of three boroughs tells by source the others have by source too.
        """
        every = {code for area in self.areas.values() for code in (area.code, *area.members)}
        near = {code: {code} for code in every}
        for area in self.areas.values():
            for code in (area.code, *area.members):
                near[code] |= {area.code, *area.members}
        return near

    @cached_property
    def _lines(self) -> dict[str, list[Breakdown]]:
        """The lines of each area, in order."""
        found: dict[str, set[Breakdown]] = defaultdict(set)
        for area, line, _, base in self.told:
            for code in () if base else self._near[area]:
                found[code].add(line)
        return {area: sorted(lines, key=str) for area, lines in sorted(found.items())}

    @cached_property
    def _periods(self) -> dict[str, list[Period]]:
        """The periods of each area, with the stretches that one of its lines lacks, in order."""
        by_line: dict[tuple[str, Breakdown], set[Period]] = defaultdict(set)
        for area, line, period, _ in self.told:
            by_line[area, line].add(period)
        found: dict[str, set[Period]] = defaultdict(set)
        for (area, _), periods in by_line.items():
            lacking = set(stretches([each for each in periods if each.kind in FLOWS]))
            for code in self._near[area]:
                found[code] |= periods | lacking
        for periods in found.values():  # what one line lacks may be told in part by another
            periods.update(stretches([each for each in periods if each.kind in FLOWS]))
        return {area: sorted(each, key=_in_time) for area, each in found.items()}

    def _by_category(self, found: Mapping[Place, Between]) -> Iterator[Sum]:
        """``found`` is what else is known of the places.

        Where one total is surely more than all of its categories, there are others to all of them.
        """
        for area, lines in self._lines.items():
            for line, dimension, categories in _families(lines):
                others = Breakdown.of(**dict(line.parts), **{dimension: OTHERS})
                sums = [
                    (whole, parts)
                    for period in self._periods[area]
                    for parts in [tuple((area, each, period, False) for each in categories)]
                    if (whole := self._whole(area, line, period, parts))
                ]
                more = any(_more_than(found, whole, parts) for whole, parts in sums)
                for whole, parts in sums:
                    yield whole, (*parts, (area, others, whole[2], False)) if more else parts

    def _whole(
        self, area: str, line: Breakdown, period: Period, parts: Sequence[Place]
    ) -> Place | None:
        """The whole of categories; where it is told nowhere, what all of them are shares of."""
        if line in self._lines[area]:
            return area, line, period, False
        bases = [(*each[:3], True) for each in parts if each in self.told]
        shared = {self.known.get(each) for each in bases}
        return bases[0] if len(shared) == 1 and None not in shared else None

    def _by_period(self) -> Iterator[Sum]:
        for area, periods in self._periods.items():
            for whole in periods:
                every = ways([each for each in periods if inside(each, whole)], whole)
                for line in self._lines[area]:
                    told = [each for each in periods if (area, line, each, False) in self.told]
                    for way in every:
                        if not _joined(way, told, whole):
                            parts = tuple((area, line, each, False) for each in way)
                            yield (area, line, whole, False), parts

    def _by_member(self) -> Iterator[Sum]:
        for code, area in self.areas.items():
            if members := area.members:
                for line in self._lines[code]:
                    for period in self._periods[code]:
                        parts = tuple((each, line, period, False) for each in members)
                        yield (code, line, period, False), parts

    def _figure(self, at: Place) -> Figure:
        code, line, period, _ = at
        other = replace(self.example.area, code=code, name=code, members=())
        return replace(
            self.example,
            area=self.areas.get(code, other),
            breakdown=line,
            period=period,
            unit=Unit.COUNT,
            value=None,
            symbol=Symbol.CONFIDENTIAL,
            decimals=0,
            numerator=None,
            denominator=None,
            thread=replace(self.example.thread, locator="told by nobody"),
        )

    def _named(self, at: Place, figures: Mapping[Place, Figure]) -> Named:
        figure = figures[at] if at in figures else self.told[at]
        return Named(figure.id, base=at[3])


def _in(each: Sum) -> tuple[Place, ...]:
    whole, parts = each
    return whole, *parts


def _in_time(period: Period) -> tuple[object, ...]:
    return period.start, period.end, str(period.kind)


def _may_be_few(between: Between, threshold: int) -> bool:
    return between.low <= threshold and between.high is not None and between.high > 0


def _more_than(found: Mapping[Place, Between], whole: Place, parts: Iterable[Place]) -> bool:
    """Whether a whole is surely more than all of its parts."""
    highs = [found[each].high if each in found else None for each in parts]
    counts = [each for each in highs if each is not None]
    return len(counts) == len(highs) and whole in found and found[whole].low > sum(counts)


def _is_close(between: Between, most: int) -> bool:
    """Whether it is known, or that it is no more than so many."""
    return between.high is not None and (between.high <= most or between.low == between.high)


def _families(lines: Iterable[Breakdown]) -> Iterator[tuple[Breakdown, str, list[Breakdown]]]:
    """Each line with its categories by each dimension in which a child stands but once."""
    found: dict[tuple[Breakdown, str], list[Breakdown]] = defaultdict(list)
    for each in lines:
        for dimension, value in each.parts:
            if not overlapping(dimension):
                rest = tuple(part for part in each.parts if part != (dimension, value))
                found[Breakdown(rest), dimension].append(each)
    for (line, dimension), categories in found.items():
        yield line, dimension, categories


def _joined(way: Sequence[Period], told: Iterable[Period], whole: Period) -> bool:
    """Whether neighbours in a way to fill a period are one that is told: that has its own sum."""
    starts, ends = {each.start for each in way}, {each.end for each in way}
    others = (each for each in told if each != whole and each not in way)
    return any(each.start in starts and each.end in ends for each in others)
