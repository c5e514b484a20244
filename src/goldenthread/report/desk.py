"""What a report's blocks work from: one area, one year, the figures and how they compare.

A desk answers each question once: a comparison made for the scorecard is the same one that the
outliers and the indicator's own block use.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from goldenthread.comparisons import (
    NOT_PLACED,
    Comparison,
    Dismissal,
    NotKnown,
    Outlier,
    Target,
    compare,
    outliers,
)
from goldenthread.figures import FigureBook, Origin, Shelf, differing
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Area, Break, Fault, Figure, NeighbourSet, Period, Unit
from goldenthread.report.partnership import Member


@dataclass(kw_only=True)
class Desk:
    """The figures of one area for one reporting year, ready to be asked about."""

    book: FigureBook
    shelf: Shelf
    area: Area
    region: Area | None
    year: Period
    neighbour_sets: tuple[NeighbourSet, ...]
    breaks: tuple[Break, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    targets: tuple[Target, ...] = ()
    members: tuple[Member, ...] = ()
    every_council: bool = True
    titles: Mapping[str, str] = field(default_factory=dict)
    faults: Sequence[Fault] = ()
    years: int = 10
    withheld: Mapping[str, Figure] = field(default_factory=dict)
    _made: dict[str, Comparison | NotKnown] = field(default_factory=dict)

    def with_withheld(self, safe: Mapping[str, Figure]) -> "Desk":
        """The same desk after disclosure: what was withheld is not known here any more.

        ``safe`` holds the forms that may be seen, by figure id. Whatever is told, put in order or
        found to stand out at this desk rests on nothing else.
        """
        changed = {figure.indicator for figure in safe.values()}
        return replace(
            self,
            shelf=self.shelf.with_instead(safe),
            withheld={**self.withheld, **safe},
            _made={name: made for name, made in self._made.items() if name not in changed},
        )

    def other_values_of(self, figures: Sequence[Figure]) -> Mapping[str, tuple[Figure, ...]]:
        """Every other value known of the same things, by the figure's id, the newest first.

        The book itself is asked only of what is not at hand; of what was worked out for the
        report, and so has a key that says which statistic it is, no book knows another value.
        """
        here = {each.id: self.shelf.as_in_book(each.key) for each in figures}
        away = [each for each in figures if not here[each.id] and not each.thread.inputs]
        told = {each.id: differing.others_of(each, here[each.id]) for each in figures}
        return {**told, **self.book.other_values_of(away)}

    def restatements(self) -> list[tuple[Figure, ...]]:
        """What the area has been told with different values on one definition, as the book says."""
        return differing.restated(self.shelf.several(self.area.code))

    def different_bases(self) -> list[tuple[Figure, ...]]:
        """What has one name in the area and is counted by different definitions, likewise."""
        return differing.on_different_bases(self.shelf.several(self.area.code))

    def as_released(self, figure: Figure) -> Figure:
        """A figure of the book as this desk knows it."""
        return self.withheld.get(figure.id, figure)

    def compared(self, name: str) -> Comparison | NotKnown:
        """The indicator's comparison for the year, or why there is none."""
        if name not in self._made:
            self._made[name] = self._compare(name, self.year)
        return self._made[name]

    def latest(self, name: str) -> Comparison | None:
        """The year's comparison; where its release is not out, the year before's, which says so.

        A report is due in September and the national statistics come in October and November.
        """
        made = self.comparison(name)
        if made:
            return made
        earlier = self._compare(name, self.year.back(1))
        if isinstance(earlier, NotKnown):
            return None
        waiting = (
            f"No national figure for {self.year.code} is held here; these are of the year before, "
            f"{self.year.back(1).code}."
        )
        return replace(earlier, not_known=(waiting, *earlier.not_known))

    def _compare(self, name: str, year: Period) -> Comparison | NotKnown:
        made = compare(
            self.shelf,
            catalogue()[name],
            self.area,
            year,
            region=self.region,
            neighbour_sets=self.neighbour_sets,
            breaks=self.breaks,
            targets=self._aims.get(year, {}),
            years=self.years,
        )
        if self.every_council or isinstance(made, NotKnown):
            return made
        # Said once, with the methods, and not of every indicator.
        said = tuple(sentence for sentence in made.not_known if sentence != NOT_PLACED)
        return replace(made, not_known=said)

    @cached_property
    def _aims(self) -> dict[Period, dict[str, Figure]]:
        aims: dict[Period, dict[str, Figure]] = {}
        for target in self.targets:
            indicator = catalogue()[target.entry.indicator]
            year = Period.parse(target.entry.year)
            aims.setdefault(year, {})[indicator.name] = target.figure(indicator, self.area)
        return aims

    def owner(self, name: str) -> str:
        """The post that answers for an indicator this year, or nothing."""
        mine = [t for t in self.targets if t.entry.indicator == name]
        return next((t.entry.owner for t in mine if t.entry.year == self.year.code), "")

    def newer_local(self, name: str) -> tuple[Figure, ...]:
        """Local figures of the year, where the comparison had to be of the year before."""
        if self.comparison(name) is not None:
            return ()
        return tuple(each for each in self.in_year(name) if not each.breakdown)

    def comparison(self, name: str) -> Comparison | None:
        """The indicator's comparison, or None where nothing is known for the year."""
        made = self.compared(name)
        return made if isinstance(made, Comparison) else None

    @cached_property
    def everything(self) -> dict[str, Comparison]:
        """Every indicator of the catalogue with a figure for the year."""
        made = {name: self.comparison(name) for name in catalogue()}
        return {name: comparison for name, comparison in made.items() if comparison}

    @cached_property
    def outliers(self) -> tuple[Outlier, ...]:
        """What stands out, the furthest first, whether or not the contents show it."""
        return outliers(self.everything.values())

    def in_year(self, name: str, year: Period | None = None) -> tuple[Figure, ...]:
        """Every figure of an indicator for the area whose period falls in the year.

        One per thing counted: other known values of it stay in the book.
        """
        wanted = (year or self.year).end
        return tuple(
            figure
            for figure in self.shelf.about(name, self.area.code)
            if figure.period.reporting_year().end == wanted
        )

    def parts(
        self, name: str, unit: Unit, period: Period, dimension: str, area: str = ""
    ) -> tuple[Figure, ...]:
        """An indicator's parts by one dimension alone, all of one origin."""
        found = [
            figure
            for figure in self.shelf.about(name, area or self.area.code)
            if figure.unit is unit
            and figure.period == period
            and figure.breakdown.dimensions == (dimension,)
        ]
        return tuple(each for each in found if Origin.of(each) == Origin.of(found[0]))


def name_of(indicator: Indicator, figure: Figure) -> str:
    """A row's heading: the indicator's title and the part of it the figure is about."""
    if not figure.breakdown:
        return indicator.title
    return f"{indicator.title}: {figure.breakdown.words}"
