"""Figures at hand: a part of the book held in memory, for the many look-ups a report makes.

A series is only ever taken from one source, one release and one definition, so the shelf is asked
for the one figure to begin from and then for its fellows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from goldenthread.figures.rows import PlainKey, Rows
from goldenthread.figures.standings import Standings
from goldenthread.nouns import AreaKind, Breakdown, Figure, FigureKey, Period, Unit

# What a figure is about apart from its area.
_About = tuple[str, str, str, str]


class Origin(NamedTuple):
    """What two figures must share to be compared: source, release and definition."""

    source: str
    vintage: str
    definition: str

    @classmethod
    def of(cls, figure: Figure) -> "Origin":
        """The origin of one figure."""
        return cls(figure.thread.source, figure.thread.vintage, figure.thread.definition)

    @property
    def publication(self) -> tuple[str, str, str]:
        """The publisher's part of the source, with release and definition.

        Tables of one release (``dfe.c1`` and ``dfe.c5``) share it: the parts of a whole often
        stand in another table than the whole.
        """
        return self.source.partition(".")[0], self.vintage, self.definition


class Shelf:
    """Figures by what they are about. The first of several known values is the preferred one."""

    def __init__(
        self,
        figures: Iterable[Figure],
        standings: Standings | None = None,
        beside: Mapping[str, "Shelf"] = MappingProxyType({}),
    ) -> None:
        """``figures`` come in order of preference: for one key, the one to show first.

        ``standings`` hold every council's values, where the shelf itself holds only a few areas.
        ``beside`` are shelves of one area each, by its code: many reports share them.

        Rows of the book are indexed as they are and become Figures when they are asked for. Of one
        thing a shelf has every value that the book has, or none.
        """
        self._standings = standings
        self._beside = beside
        self._figures: Sequence[Figure] = figures if isinstance(figures, Rows) else list(figures)
        self._known: dict[PlainKey, list[int]] = {}
        for position, key in enumerate(_keys(self._figures)):
            self._known.setdefault(key, []).append(position)
        # What ``everywhere`` and ``about`` found: one report asks for the same many times.
        self._found: dict[tuple[_About, Origin], dict[str, Figure]] = {}
        self._told: dict[tuple[str, str], tuple[Figure, ...]] = {}
        self._instead: Mapping[str, Figure] = {}

    @cached_property
    def _parts(self) -> Mapping[tuple[str, str, str, str], list[PlainKey]]:
        """The keys of one indicator in one area and period, whatever the breakdown."""
        parts = defaultdict(list)
        for key in self._known:
            parts[key[:4]].append(key)
        return parts

    @cached_property
    def _in_area(self) -> Mapping[tuple[str, str], list[PlainKey]]:
        """The keys of one indicator in one area."""
        keys = defaultdict(list)
        for key in self._known:
            keys[key[0], key[2]].append(key)
        return keys

    @cached_property
    def _areas(self) -> Mapping[_About, list[str]]:
        """The areas of which one thing is known."""
        areas = defaultdict(list)
        for indicator, unit, area, period, breakdown in self._known:
            areas[indicator, unit, period, breakdown].append(area)
        return areas

    def __len__(self) -> int:
        return len(self._figures) + sum(map(len, self._beside.values()))

    def _of(self, area: str) -> "Shelf":
        """The shelf that an area's figures stand on."""
        return self._beside.get(area, self)

    def with_instead(self, figures: Mapping[str, Figure]) -> "Shelf":
        """The same shelf with other forms of some figures, by id, in their places."""
        other = copy(self)
        other._instead = {**self._instead, **figures}
        other._found, other._told = {}, {}
        return other

    def _seen(self, figure: Figure) -> Figure:
        """A figure in the form that may be seen here."""
        return self._instead.get(figure.id, figure) if self._instead else figure

    def known(self, key: FigureKey) -> tuple[Figure, ...]:
        """Every value known of one thing, the preferred one first."""
        return tuple(map(self._seen, self.as_in_book(key)))

    def as_in_book(self, key: FigureKey) -> tuple[Figure, ...]:
        """The same as the book has them, whatever stands in their places here."""
        return self._of(key.area)._at(_plain(key))

    def _at(self, key: PlainKey) -> tuple[Figure, ...]:
        return tuple(self._figures[position] for position in self._known.get(key, ()))

    def several(self, area: str) -> Iterator[tuple[Figure, ...]]:
        """What is known of an area by more values than one, as the book has them."""
        here = self._of(area)
        for (_, code), keys in here._in_area.items():
            if code == area:
                yield from (here._at(key) for key in keys if len(here._known[key]) > 1)

    def about(self, indicator: str, area: str) -> tuple[Figure, ...]:
        """The preferred figure of everything known of an indicator in an area.

        Every unit, period and breakdown, earliest period first.
        """
        if (indicator, area) not in self._told:
            here = self._of(area)
            keys = here._in_area.get((indicator, area), ())
            found = [self._seen(here._figures[here._known[key][0]]) for key in keys]
            self._told[indicator, area] = tuple(sorted(found, key=_in_order))
        return self._told[indicator, area]

    def get(
        self,
        indicator: str,
        unit: Unit,
        area: str,
        period: Period,
        breakdown: Breakdown | None = None,
    ) -> Figure | None:
        """The preferred figure, or None where nothing is known."""
        known = self.known(FigureKey(indicator, unit, area, period, breakdown or Breakdown()))
        return known[0] if known else None

    def like(
        self,
        figure: Figure,
        *,
        area: str | None = None,
        period: Period | None = None,
        unit: Unit | None = None,
        breakdown: Breakdown | None = None,
    ) -> Figure | None:
        """The figure of the same origin for another area, period, unit or breakdown, or None."""
        about = (
            figure.indicator,
            (unit or figure.unit).value,
            (period or figure.period).code,
            str(figure.breakdown if breakdown is None else breakdown),
        )
        return self._like(about, Origin.of(figure), area or figure.area.code)

    def among(
        self, figure: Figure, areas: Iterable[str], period: Period | None = None
    ) -> tuple[Figure, ...]:
        """The figures of the same origin for those of the areas that have one, in their order."""
        about = (
            figure.indicator,
            figure.unit.value,
            (period or figure.period).code,
            str(figure.breakdown),
        )
        wanted = Origin.of(figure)
        found = (self._like(about, wanted, area) for area in areas)
        return tuple(each for each in found if each)

    def _like(self, about: _About, wanted: Origin, area: str) -> Figure | None:
        indicator, unit, period, breakdown = about
        here = self._of(area)
        for position in here._known.get((indicator, unit, area, period, breakdown), ()):
            if here._origin(position) == wanted:
                return self._seen(here._figures[position])
        return None

    def _origin(self, position: int) -> tuple[str, str, str]:
        if isinstance(self._figures, Rows):
            return self._figures.origin(position)
        return Origin.of(self._figures[position])

    def series(self, figure: Figure, years: int = 10) -> tuple[Figure, ...]:
        """The figure and its fellows of the ``years - 1`` years before, earliest first.

        Years that are missing are left out; nothing is filled in.
        """
        found = (self.like(figure, period=figure.period.back(back)) for back in range(years))
        return tuple(reversed([each for each in found if each]))

    def everywhere(self, figure: Figure) -> dict[str, Figure]:
        """The same thing of the same origin in every area that has it, by area code."""
        indicator, unit, _, period, breakdown = _plain(figure.key)
        about = (indicator, unit, period, breakdown)
        asked = (about, Origin.of(figure))
        if asked not in self._found:
            areas = sorted({*self._areas.get(about, ()), *self._beside})
            found = {area: self.like(figure, area=area) for area in areas}
            self._found[asked] = {area: each for area, each in found.items() if each}
        return dict(self._found[asked])

    def council_values(self, figure: Figure) -> Sequence[float]:
        """Every council's value of the same thing of the same origin, in no order."""
        if self._standings is not None and not figure.breakdown:
            return self._standings.of(figure)
        return [
            float(each.value)
            for each in self.everywhere(figure).values()
            if each.value is not None and each.area.kind is AreaKind.COUNCIL
        ]

    def broken_down(self, figure: Figure, dimension: str) -> tuple[Figure, ...]:
        """The figure's parts by one dimension beyond its own, same unit, area and period.

        From the figure's own table, or from another of the same release where the parts stand
        there.
        """
        indicator, unit, area, period, _ = _plain(figure.key)
        wanted = Origin.of(figure)
        dimensions = tuple(sorted((*figure.breakdown.dimensions, dimension)))
        parts = []
        here = self._of(area)
        for key in here._parts.get((indicator, unit, area, period), ()):
            breakdown = Breakdown.parse(key[4])
            if breakdown.dimensions != dimensions:
                continue
            if not set(figure.breakdown.parts) <= set(breakdown.parts):
                continue
            known = tuple(map(self._seen, here._at(key)))
            same = [each for each in known if Origin.of(each) == wanted]
            near = [e for e in known if Origin.of(e).publication == wanted.publication]
            parts += (same or near)[:1]
        return tuple(parts)


def _plain(key: FigureKey) -> PlainKey:
    return key.indicator, key.unit.value, key.area, key.period.code, str(key.breakdown)


def _in_order(figure: Figure) -> tuple[object, ...]:
    """As figures of one indicator and area stand by their keys, told in a way quick to compare."""
    period = figure.period
    return figure.unit, period.end, period.start, period.kind, figure.breakdown.parts


def _keys(figures: Sequence[Figure]) -> Iterator[PlainKey]:
    if isinstance(figures, Rows):
        return figures.keys()
    return (_plain(figure.key) for figure in figures)
