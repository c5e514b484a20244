"""Figures at hand: a part of the book held in memory, for the many look-ups a report makes.

A series is only ever taken from one source, one release and one definition, so the shelf is asked
for the one figure to begin from and then for its fellows.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.nouns import Breakdown, Figure, FigureKey, Period, Unit


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


class Shelf:
    """Figures by what they are about. The first of several known values is the preferred one."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        """``figures`` come in order of preference: for one key, the one to show first."""
        self._known: dict[FigureKey, list[Figure]] = defaultdict(list)
        self._areas: dict[tuple[str, Unit, Period, Breakdown], set[str]] = defaultdict(set)
        # What ``everywhere`` found: 150 areas ask for the same, each for its rank and neighbours.
        self._found: dict[tuple[str, Unit, Period, Breakdown, Origin], dict[str, Figure]] = {}
        for figure in figures:
            self._known[figure.key].append(figure)
            about = (figure.indicator, figure.unit, figure.period, figure.breakdown)
            self._areas[about].add(figure.area.code)

    def __len__(self) -> int:
        return sum(len(known) for known in self._known.values())

    def known(self, key: FigureKey) -> tuple[Figure, ...]:
        """Every value known of one thing, the preferred one first."""
        return tuple(self._known.get(key, ()))

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
        return next((known for known in self.known(key) if Origin.of(known) == wanted), None)

    def series(self, figure: Figure, years: int = 10) -> tuple[Figure, ...]:
        """The figure and its fellows of the ``years - 1`` years before, earliest first.

        Years that are missing are left out; nothing is filled in.
        """
        found = (self.like(figure, period=figure.period.back(back)) for back in range(years))
        return tuple(reversed([each for each in found if each]))

    def everywhere(self, figure: Figure) -> dict[str, Figure]:
        """The same thing of the same origin in every area that has it, by area code."""
        about = (figure.indicator, figure.unit, figure.period, figure.breakdown)
        asked = (*about, Origin.of(figure))
        if asked not in self._found:
            found = {area: self.like(figure, area=area) for area in self._areas.get(about, ())}
            self._found[asked] = {area: each for area, each in sorted(found.items()) if each}
        return dict(self._found[asked])

    def broken_down(self, figure: Figure, dimension: str) -> tuple[Figure, ...]:
        """The figure's parts by one dimension beyond its own, same area, period and origin."""
        wanted = Origin.of(figure)
        dimensions = tuple(sorted((*figure.breakdown.dimensions, dimension)))
        parts = []
        for key, known in self._known.items():
            same = (key.indicator, key.unit, key.area, key.period) == (
                figure.indicator,
                figure.unit,
                figure.area.code,
                figure.period,
            )
            if same and key.breakdown.dimensions == dimensions:
                parts += [each for each in known[:1] if Origin.of(each) == wanted]
        return tuple(parts)
