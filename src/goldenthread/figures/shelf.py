"""Figures at hand: a part of the book held in memory, for the many look-ups a report makes.

A series is only ever taken from one source, one release and one definition, so the shelf is asked
for the one figure to begin from and then for its fellows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from goldenthread.figures.rows import PlainKey, Rows
from goldenthread.figures.standings import Standings
from goldenthread.nouns import AreaKind, Breakdown, Figure, FigureKey, Period, Unit

# What a figure is about apart from its area.
_About = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Origin:
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

    def __init__(self, figures: Iterable[Figure], standings: Standings | None = None) -> None:
        """``figures`` come in order of preference: for one key, the one to show first.

        ``standings`` hold every council's values, where the shelf itself holds only a few areas.

        Rows of the book are indexed as they are and become Figures when they are asked for.
        """
        self._standings = standings
        self._figures: Sequence[Figure] = figures if isinstance(figures, Rows) else list(figures)
        self._known: dict[PlainKey, list[int]] = defaultdict(list)
        self._areas: dict[_About, list[str]] = defaultdict(list)
        # The keys of one indicator in one area and period, whatever the breakdown.
        self._parts: dict[tuple[str, str, str, str], list[PlainKey]] = defaultdict(list)
        self._in_area: dict[tuple[str, str], list[PlainKey]] = defaultdict(list)
        # What ``everywhere`` found: 150 areas ask for the same, each for its rank and neighbours.
        self._found: dict[tuple[_About, Origin], dict[str, Figure]] = {}
        self._instead: Mapping[str, Figure] = {}
        for position, key in enumerate(_keys(self._figures)):
            if key not in self._known:
                indicator, unit, area, period, breakdown = key
                self._areas[indicator, unit, period, breakdown].append(area)
                self._parts[indicator, unit, area, period].append(key)
                self._in_area[indicator, area].append(key)
            self._known[key].append(position)

    def __len__(self) -> int:
        return len(self._figures)

    def with_instead(self, figures: Mapping[str, Figure]) -> "Shelf":
        """The same shelf with other forms of some figures, by id, in their places."""
        other = copy(self)
        other._instead = {**self._instead, **figures}
        other._found = {}
        return other

    def _figure(self, position: int) -> Figure:
        figure = self._figures[position]
        return self._instead.get(figure.id, figure) if self._instead else figure

    def known(self, key: FigureKey) -> tuple[Figure, ...]:
        """Every value known of one thing, the preferred one first."""
        return self._at(_plain(key))

    def _at(self, key: PlainKey) -> tuple[Figure, ...]:
        return tuple(self._figure(position) for position in self._known.get(key, ()))

    def about(self, indicator: str, area: str) -> tuple[Figure, ...]:
        """The preferred figure of everything known of an indicator in an area.

        Every unit, period and breakdown, earliest period first.
        """
        found = [self._figure(self._known[key][0]) for key in self._in_area[indicator, area]]
        return tuple(sorted(found, key=lambda figure: figure.key))

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
        key = FigureKey(
            figure.indicator,
            unit or figure.unit,
            area or figure.area.code,
            period or figure.period,
            figure.breakdown if breakdown is None else breakdown,
        )
        wanted = Origin.of(figure)
        for position in self._known.get(_plain(key), ()):
            if self._origin(position) == wanted:
                return self._figure(position)
        return None

    def _origin(self, position: int) -> Origin:
        if isinstance(self._figures, Rows):
            return Origin(*self._figures.origin(position))
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
            found = {area: self.like(figure, area=area) for area in self._areas.get(about, ())}
            self._found[asked] = {area: each for area, each in sorted(found.items()) if each}
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
        for key in self._parts.get((indicator, unit, area, period), ()):
            breakdown = Breakdown.parse(key[4])
            if breakdown.dimensions != dimensions:
                continue
            if not set(figure.breakdown.parts) <= set(breakdown.parts):
                continue
            known = self._at(key)
            same = [each for each in known if Origin.of(each) == wanted]
            near = [e for e in known if Origin.of(e).publication == wanted.publication]
            parts += (same or near)[:1]
        return tuple(parts)


def _plain(key: FigureKey) -> PlainKey:
    return key.indicator, key.unit.value, key.area, key.period.code, str(key.breakdown)


def _keys(figures: Sequence[Figure]) -> Iterator[PlainKey]:
    if isinstance(figures, Rows):
        return figures.keys()
    return (_plain(figure.key) for figure in figures)
