"""How the counts behind figures add up, as an attacker is taken to know it.

Every set of parts that in truth adds up exactly to its whole is taken as known to him, whether or
not anybody says so: months in a quarter, the categories of a breakdown, members of an area. Parts
that cannot overlap and are not more than their whole are taken as some of it. Where somebody else
keeps a part back, so that nobody here can add it up, the parts are taken to be all of the whole as
long as nothing speaks against it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goldenthread.disclosure.drawn.counts import Counts, Origin, smaller_breakdowns
from goldenthread.disclosure.drawn.lacking import Lacking
from goldenthread.disclosure.drawn.times import FLOWS, inside, overlap, ways
from goldenthread.indicators.dimensions import DIMENSIONS
from goldenthread.nouns import Area, Breakdown, Period

_Line = tuple[str, bool, str, Breakdown]  # indicator, base or counted, area code, breakdown

# The line of the whole, the dimensions of its parts, the period.
_Family = tuple[_Line, tuple[str, ...], Period]


@dataclass(frozen=True, slots=True)
class KnownSum:
    """Counts by their numbers. ``doubtful`` where nobody here can add it up."""

    whole: int
    parts: tuple[int, ...]
    complete: bool
    doubtful: bool = False


def known_sums(counts: Counts, lacking: Lacking | None = None) -> list[KnownSum]:
    """Every sum among the counts, none of them in a circle; those of what is lacking last."""
    adding = _Adding(counts)
    adding.shares()
    adding.times()
    adding.categories()
    adding.members()
    if lacking:
        adding.lacking(lacking)
    return adding.found


class _Adding:
    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.found: list[KnownSum] = []
        self._seen: set[tuple[int, frozenset[int]]] = set()
        self._below: dict[int, set[int]] = defaultdict(set)
        # Told of one thing, by who tells it; and by anybody, the first to tell it first.
        self.by_origin: dict[Origin, dict[_Line, dict[Period, int]]] = defaultdict(
            lambda: defaultdict(dict)
        )
        self.by_anybody: dict[_Line, dict[Period, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._bases: dict[int, set[int]] = defaultdict(set)
        for behind in counts.behind.values():
            bases = {counts.one(at) for at in behind.bases if not counts.told[at].people}
            self._bases[counts.one(behind.counted)] |= bases
        for at, count in enumerate(counts.told):
            if count.people or count.lacking:
                continue
            line = (count.indicator, count.base, count.area.code, count.breakdown)
            self.by_origin[count.origin][line].setdefault(count.period, at)
            self.by_anybody[line][count.period].append(at)

    def shares(self) -> None:
        """What a percentage counts is a part of what it is a share of."""
        for behind in self.counts.behind.values():
            for base in behind.bases:
                if not self.counts.told[base].people:
                    self._try(base, [behind.counted], apart=True)

    def times(self) -> None:
        """Months in quarters, and both in longer spans and years."""
        for lines in self.by_origin.values():
            for line, periods in lines.items():
                anybodys = self.by_anybody[line]
                filled = {period: told[0] for period, told in anybodys.items()} | periods
                for period in filled:
                    if period.kind in FLOWS:
                        self._in_time(period, anybodys[period], periods, filled)

    def _in_time(
        self,
        period: Period,
        wholes: Iterable[int],
        own: Mapping[Period, int],
        filled: Mapping[Period, int],
    ) -> None:
        for among in (own, filled):
            within = [each for each in among if inside(each, period)]
            for way in ways(within, period):
                parts = [among[each] for each in way]
                for whole in self._told_with(parts, wholes):
                    self._try(whole, parts, apart=True)
        for kind in FLOWS:
            some = [each for each in own if each.kind is kind and inside(each, period)]
            if some and not overlap(some):
                parts = [own[each] for each in some]
                for whole in self._told_with(parts, wholes):
                    self._try(whole, parts, apart=True, all_there=False)

    def categories(self) -> None:
        """The categories of each breakdown under their whole, whoever tells each of them."""
        anybodys = self._families(
            {
                line: {period: told[0] for period, told in periods.items()}
                for line, periods in self.by_anybody.items()
            }
        )
        for lines in self.by_origin.values():
            for family, own in self._families(lines).items():
                line, dimensions, period = family
                added = [name for name in dimensions if name not in line[3].dimensions]
                apart = not any(overlapping(name) for name in added)
                filled = {**anybodys[family], **own}
                told = self.by_anybody.get(line, {}).get(period, [])
                told = self._told_with(own.values(), told)
                for whole in dict.fromkeys([*told, *self._all_shares_of(own.values())]):
                    self._try(whole, own.values(), apart=apart)
                    self._try(whole, filled.values(), apart=False)

    def _told_with(self, parts: Iterable[int], wholes: Iterable[int]) -> list[int]:
        """The wholes that parts may make up; where one is kept back, those told along with them.

        Nobody here can then see which of several totals the parts belong to, the first published
        or the restated one, so it is the publisher's own of the same release, or else any of his.
        """
        every, counts = list(wholes), self.counts
        told = [counts.told[at].origin for at in parts if counts.value(at) is None]
        if not told:
            return every
        source, release, _ = told[0]
        publisher = source.partition(".")[0]
        his = [at for at in every if counts.told[at].origin[0].partition(".")[0] == publisher]
        return [at for at in his if counts.told[at].origin[1] == release] or his or every

    def _families(
        self, lines: Mapping[_Line, Mapping[Period, int]]
    ) -> dict[_Family, dict[Breakdown, int]]:
        """Counts of one thing by the same dimensions, under each whole they may make up."""
        families: dict[_Family, dict[Breakdown, int]] = defaultdict(dict)
        for (indicator, base, area, breakdown), periods in lines.items():
            for smaller in smaller_breakdowns(breakdown):
                line = (indicator, base, area, smaller)
                for period, at in periods.items():
                    families[line, breakdown.dimensions, period][breakdown] = at
        return families

    def _all_shares_of(self, parts: Iterable[int]) -> list[int]:
        """What every one of the parts is told as a share of."""
        bases = [self._bases.get(self.counts.one(at), set()) for at in parts]
        return sorted(set.intersection(*bases))

    def members(self) -> None:
        """Areas made of others: a partnership or region of its councils."""
        areas: dict[str, Area] = {count.area.code: count.area for count in self.counts.told}
        for area in areas.values():
            if not area.members:
                continue
            for (indicator, base, code, breakdown), periods in list(self.by_anybody.items()):
                if code != area.code:
                    continue
                for period, wholes in periods.items():
                    self._of_members(area, wholes, (indicator, base, breakdown), period)

    def lacking(self, lacking: Lacking) -> None:
        """The sums of places that nobody told: nobody can say that they do not hold."""
        behind = self.counts.behind
        for whole, parts in lacking.sums:
            if all(each.figure in behind for each in (whole, *parts)):
                at = [
                    behind[each.figure].bases[0] if each.base else behind[each.figure].counted
                    for each in (whole, *parts)
                ]
                self._try(at[0], at[1:], apart=True)

    def _of_members(
        self, area: Area, wholes: list[int], what: tuple[str, bool, Breakdown], period: Period
    ) -> None:
        indicator, base, breakdown = what
        lines = [(indicator, base, code, breakdown) for code in area.members]
        told = [self.by_anybody[line].get(period) for line in lines if line in self.by_anybody]
        parts = [each[0] for each in told if each]
        for whole in wholes:
            if parts:
                self._try(whole, parts, apart=True, all_there=len(parts) == len(area.members))

    def _try(
        self, whole: int, parts: Iterable[int], *, apart: bool, all_there: bool = True
    ) -> None:
        """Add the sum if it holds in truth, or may hold where nobody here knows."""
        one = self.counts.one
        top, below = one(whole), [one(part) for part in parts]
        if top in below or len(set(below)) < len(below) or (top, frozenset(below)) in self._seen:
            return
        values = [self.counts.value(part) for part in below]
        together = sum(value for value in values if value is not None)
        above = self.counts.value(top)
        unknown = above is None or None in values
        if above is not None and together > above:
            return
        alone = len(below) == 1
        if unknown:
            complete, doubtful = all_there and apart and not alone, True
        else:
            complete, doubtful = together == above and not alone, False
        if not complete and not apart:
            return
        if self._in_a_circle(top, below):
            return
        self._seen.add((top, frozenset(below)))
        self._below[top].update(below)
        self.found.append(KnownSum(top, tuple(below), complete, doubtful))

    def _in_a_circle(self, top: int, below: list[int]) -> bool:
        waiting, seen = list(below), set()
        while waiting:
            at = waiting.pop()
            if at == top:
                return True
            if at not in seen:
                seen.add(at)
                waiting += self._below[at]
        return False


def overlapping(name: str) -> bool:
    """Whether a child can be in two categories of a dimension, or nobody has said."""
    known = DIMENSIONS.get(name)
    return known is None or known.overlapping
