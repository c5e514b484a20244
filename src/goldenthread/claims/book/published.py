"""What the figure book knows of an indicator: values, whose, of which year and release."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from goldenthread.claims.book.quotes import Whose
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.printed import number
from goldenthread.claims.sayings.years import label
from goldenthread.nouns import Area, Figure, NeighbourSet, PeriodKind, Unit
from goldenthread.nouns.register import ENGLAND

if TYPE_CHECKING:
    from goldenthread.figures import FigureBook

# A partnership's own table of what it printed proves nothing of what others published.
_LOCAL = "local."
_YEARS = (PeriodKind.FINANCIAL_YEAR, PeriodKind.YEAR_END, PeriodKind.ACADEMIC_YEAR)

# Indicator, unit, the year's ending, source and release: what neighbours' values must share.
_Origin = tuple[str, Unit, int, str, str]


@dataclass(frozen=True, slots=True)
class Published:
    """One value: whose, of the year ending in ``ending``, from which release and set.

    ``how`` is "the mean" for neighbours, else empty.
    """

    whose: Whose
    name: str
    ending: int
    value: Fraction
    decimals: int
    source: str
    release: str
    how: str = ""

    @property
    def interval(self) -> Interval:
        """Every value that would have been published so."""
        return Interval.rounded(self.value, self.decimals)

    def fits(self, told: Interval, value: Fraction, decimals: int) -> bool:
        """Whether a number printed with so many decimals may be this value.

        One of the same precision is the same number; a mean leaves room for the rounding of what
        it is of.
        """
        if self.how:
            return self.interval.meets(told)
        return told.holds(self.value) or (decimals > self.decimals and self.interval.holds(value))

    @property
    def told(self) -> str:
        """The value and where it stands: "51.8 for England in 2023/24 (release of 2024)"."""
        how = f"{self.how} of " if self.how else ""
        return (
            f"{number(self.value, self.decimals)} for {how}{self.name} in {label(self.ending)} "
            f"({self.source}, release of {self.release})"
        )


class Shelf:
    """Published values by indicator and unit, read from the book in one query."""

    def __init__(
        self,
        book: "FigureBook",
        area: Area,
        sets: Sequence[NeighbourSet],
        indicators: Collection[str],
    ) -> None:
        """``area`` is whose report it is; ``sets`` its statistical neighbours by year."""
        self._area = area
        self._sets = [each for each in sets if each.area == area.code]
        self._members = {code for each in self._sets for code in each.members}
        self._known: dict[tuple[str, Unit], list[Published]] = defaultdict(list)
        places = [area.code, ENGLAND, area.region, *sorted(self._members)]
        if indicators:
            self._read(
                book.figures(
                    indicator=sorted(indicators),
                    area=[each for each in places if each],
                    breakdown="",
                )
            )

    def of(self, indicator: str, unit: Unit) -> Sequence[Published]:
        """Everything published of an indicator in a unit, for all places and years."""
        return self._known.get((indicator, unit), ())

    def _read(self, figures: Sequence[Figure]) -> None:
        by_member: dict[_Origin, dict[str, Figure]] = defaultdict(dict)
        for figure in figures:
            thread = figure.thread
            if not figure.known or figure.period.kind not in _YEARS:
                continue
            if thread.source.startswith(_LOCAL):
                continue
            key = figure.indicator, figure.unit
            whose = self._whose(figure.area)
            if whose is not None:
                self._known[key].append(_published(whose, figure))
            if figure.area.code in self._members:
                origin = (*key, figure.period.ending, thread.source, thread.vintage)
                by_member[origin].setdefault(figure.area.code, figure)
        for (name, unit, ending, source, release), members in by_member.items():
            self._known[name, unit] += self._neighbours(ending, source, release, members)

    def _whose(self, area: Area) -> Whose | None:
        if area.code == self._area.code:
            return Whose.OWN
        if area.code == ENGLAND:
            return Whose.ENGLAND
        return Whose.REGION if area.code == self._area.region else None

    def _neighbours(
        self, ending: int, source: str, release: str, figures: dict[str, Figure]
    ) -> Iterator[Published]:
        """The members' mean, by each set, where enough of them have a value."""
        from goldenthread.comparisons.middle import mean  # only with a book: see ``Reading``
        from goldenthread.comparisons.neighbours import MINIMUM_MEMBERS, set_area

        for chosen in self._sets:
            held = [figures[code] for code in chosen.members if code in figures]
            if len(held) < MINIMUM_MEMBERS:
                continue
            averaged = mean(held, set_area(chosen, self._area))
            yield replace(
                _published(Whose.NEIGHBOURS, averaged),
                name=f"the neighbours of {chosen.year}",
                ending=ending,
                source=source,
                release=release,
                how="the mean",
            )


def _published(whose: Whose, figure: Figure) -> Published:
    if figure.value is None:
        raise ValueError(f"{figure.key} has no value")
    return Published(
        whose=whose,
        name=figure.area.called,
        ending=figure.period.ending,
        value=Fraction(figure.value),
        decimals=max(figure.decimals, -int(figure.value.as_tuple().exponent), 0),
        source=figure.thread.source,
        release=figure.thread.vintage,
    )
