"""A figure book as a notebook asks it: by name and year, answered in what may be shown."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from goldenthread.comparisons import (
    Comparison,
    NotKnown,
    national_breaks,
    report_year,
    stage_breaks,
)
from goldenthread.comparisons import period_of as period_within
from goldenthread.disclosure import Release, release
from goldenthread.figures import FigureBook, Shelf
from goldenthread.indicators import Indicator, catalogue
from goldenthread.indicators import indicator as find_indicator
from goldenthread.notebook import asking, tables
from goldenthread.notebook.desks import YEARS, Desks
from goldenthread.notebook.shown import Shown, ShownChart, ShownFigure
from goldenthread.notebook.threads import Known, title_of
from goldenthread.nouns import (
    Area,
    Break,
    Fault,
    Figure,
    GoldenThreadError,
    NeighbourSet,
    Period,
)
from goldenthread.nouns.breaks import within
from goldenthread.nouns.stages import stages
from goldenthread.report.desk import Desk
from goldenthread.report.pictures import neighbours_picture, years_picture
from goldenthread.wording import plain
from goldenthread.wording.sentences import Writer


class Notebook:
    """A book to ask. Everything it answers has been through disclosure.

    An area is named as a person names it (``"Luton"``, ``"821"``), a period as it is written
    (``"2023-24"``, ``"2024-03-31"``); where none is named, ``area`` and ``year`` are meant.
    ``faults`` is what did not fit in the files read, ``titles`` what the sources are called.
    ``raw`` is the FigureBook itself: it holds small counts of children as they came, and nothing
    taken from it may be published.
    """

    def __init__(
        self,
        book: FigureBook,
        *,
        neighbour_sets: Iterable[NeighbourSet] = (),
        breaks: Iterable[Break] | None = None,
        faults: Iterable[Fault] = (),
        titles: Mapping[str, str] | None = None,
        area: str = "",
        year: str = "",
    ) -> None:
        self.raw = book
        if breaks is None:
            breaks = national_breaks() + stage_breaks(stages(), catalogue().values())
        self.breaks = tuple(breaks)
        self.faults = tuple(faults)
        self.area = asking.area_of(area, self.raw) if area else None
        self.year = asking.year_of(year) if year else None
        self._known = Known(book, titles or {})
        self._desks = Desks(book, neighbour_sets, self.breaks)

    def figure(
        self,
        indicator: str,
        area: str | None = None,
        period: str | None = None,
        unit: str | None = None,
        breakdown: str = "",
    ) -> ShownFigure:
        """One figure, in the unit areas are compared by unless another is named.

        For an indicator of a day, a year means the 31 March that ends it. Of several known values
        it is the one that a report on that year prints. Raises GoldenThreadError, naming what
        there is, where the book has no such figure.
        """
        figure, _ = self._find(indicator, area, period, unit, breakdown)
        released = [self._release([figure]).of(figure)]
        return ShownFigure(released, tables.selection(title_of(figure), released), self._known)

    def series(
        self,
        indicator: str,
        area: str | None = None,
        period: str | None = None,
        unit: str | None = None,
        breakdown: str = "",
        *,
        years: int = YEARS,
    ) -> Shown:
        """The figure and those of the years before, earliest first.

        All are of one source, release and definition; a year that is missing is left out, and
        where the counting changed a note says so. Raises GoldenThreadError as ``figure`` does.
        """
        figure, shelf = self._find(indicator, area, period, unit, breakdown)
        found = shelf.series(figure, years)
        out = self._release(found)
        released = [out.of(each) for each in found]
        notes = tuple(
            f"Counted otherwise from {each.when.isoformat()}: {each.reason}"
            for each in within(found, self.breaks)
        )
        caption = f"{title_of(figure, period=False)} ({figure.unit.words})"
        return Shown(released, tables.selection(caption, released, notes), self._known)

    def figures(
        self,
        indicator: str | Sequence[str] | None = None,
        area: str | Sequence[str] | None = None,
        **which: str | Sequence[str],
    ) -> Shown:
        """Every value known of the indicators and areas named, other releases' too.

        ``which`` narrows it by a column of the book: ``period``, ``unit``, ``breakdown``,
        ``source``, ``vintage`` or ``definition``, as written there; a list means any of them.
        Raises GoldenThreadError where neither indicator nor area is named, or nothing is known.
        """
        names = [find_indicator(name).name for name in _listed(indicator)]
        areas = [asking.area_of(each, self.raw).code for each in _listed(area)]
        if not names and not areas:
            raise GoldenThreadError("Name an indicator or an area: the whole book is in raw.")
        found = self.raw.figures(indicator=names or None, area=areas or None, **which)
        if not found:
            raise GoldenThreadError("The book knows no such figures: ask for less at a time.")
        out = self._release(found)
        released = [out.of(each) for each in found]
        return Shown(released, tables.selection(f"{len(found):,} figures", released), self._known)

    def restatements(self, area: str | None = None) -> Shown:
        """What has been told of an area with different values, the value known first on top."""
        place = self._area(area)
        groups = self.raw.restatements(place.code)
        out = self._release([figure for group in groups for figure in group])
        released = [out.of(figure) for group in groups for figure in group]
        caption = f"Told with different values, {place.name}: {len(groups):,}"
        return Shown(released, tables.selection(caption, released), self._known)

    def comparison(self, indicator: str, area: str | None = None, year: str | None = None) -> Shown:
        """An indicator beside the year before, England, its region and its neighbours.

        The sentences are those a report would print. ``part`` in ``to_pandas`` says what each
        value is. Raises GoldenThreadError where there is nothing to compare.
        """
        one, desk, made = self._compared(indicator, area, year)
        out = release(made.figures())
        parts = list(tables.parts_of(made, one))
        members = made.neighbours.members if made.neighbours else ()
        named = parts + [(f"Neighbour: {each.area.name}", each) for each in members]
        caption = f"{one.title}, {desk.area.name}, {desk.year.code}"
        return Shown(
            [out.of(figure) for _, figure in named],
            tables.comparison(caption, made, parts, out),
            self._known,
            sentences=[plain(words) for words in Writer(out).about(one, made)],
            columns={"part": [name for name, _ in named]},
        )

    def outliers(self, area: str | None = None, year: str | None = None) -> Shown:
        """What stands out for an area in a year, the furthest first: what a report must show."""
        desk = self._desks.at(self._area(area), self._year(year))
        found = [(catalogue()[o.comparison.figure.indicator], o) for o in desk.outliers]
        out = release(figure for _, each in found for figure in each.comparison.figures())
        told = [
            (one, each.comparison, _reason(each.comparison, each.reason, out))
            for one, each in found
        ]
        caption = f"What stands out, {desk.area.name}, {desk.year.code}"
        return Shown(
            [out.of(made.figure) for _, made, _ in told],
            tables.outliers(caption, told, out),
            self._known,
            columns={"why": [reason for *_, reason in told]},
        )

    def chart(
        self,
        indicator: str,
        area: str | None = None,
        year: str | None = None,
        kind: Literal["years", "neighbours"] = "years",
    ) -> ShownChart:
        """A comparison's picture: over the years, or among the statistical neighbours.

        Raises GoldenThreadError for another kind, and where there is nothing to draw.
        """
        draws = {"years": years_picture, "neighbours": neighbours_picture}
        if kind not in draws:
            raise GoldenThreadError(f"There is no chart {kind!r}: ask for {' or '.join(draws)}.")
        one, desk, made = self._compared(indicator, area, year)
        if kind == "years" and len(made.series) < 2:
            raise GoldenThreadError("One year makes no line: ask for the kind 'neighbours'.")
        if kind == "neighbours" and not (made.neighbours and made.neighbours.members):
            raise GoldenThreadError(
                f"The book has no neighbours of {desk.area.name} for it: ask for the kind 'years'."
            )
        writer = Writer(release(made.figures()))
        return ShownChart(draws[kind](kind, one, made, desk, writer), self._known)

    def __repr__(self) -> str:
        table = self.raw.table
        counted = table.aggregate(
            figures=table.count(), areas=table.area_code.nunique(), named=table.indicator.nunique()
        )
        (row,) = counted.to_pyarrow().to_pylist()
        meant = ", ".join(str(each) for each in (self.area, self.year) if each)
        return (
            f"Figure book: {row['figures']:,} figures of {row['named']:,} indicators in "
            f"{row['areas']:,} areas; {len(self.faults):,} faults in what was read"
            + (f"; {meant} where no other is named" if meant else "")
        )

    def _area(self, area: str | None) -> Area:
        if area is not None:
            return asking.area_of(area, self.raw)
        if self.area is None:
            raise GoldenThreadError('Say which area: area="Luton".')
        return self.area

    def _year(self, year: str | None) -> Period:
        if year is not None:
            return asking.year_of(year)
        if self.year is None:
            raise GoldenThreadError('Say which year: "2023-24".')
        return self.year

    def _find(
        self,
        name: str,
        area: str | None,
        period: str | None,
        unit: str | None,
        breakdown: str,
    ) -> tuple[Figure, Shelf]:
        one = find_indicator(name)
        place = self._area(area)
        asked = asking.period_of(period) if period is not None else self._year(None)
        wanted, part = asking.unit_of(unit, one), asking.breakdown_of(breakdown)
        shelf = self.raw.shelf([place.code], [one.name], report_year(asked).ending)
        for when in (period_within(one.period_kind, asked), asked):
            if when and (found := shelf.get(one.name, wanted, place.code, when, part)):
                return found, shelf
        raise asking.not_there(shelf, one, place, asked, wanted, part)

    def _compared(
        self, name: str, area: str | None, year: str | None
    ) -> tuple[Indicator, Desk, Comparison]:
        one = find_indicator(name)
        desk = self._desks.at(self._area(area), self._year(year), one)
        made = desk.compared(one.name)
        if isinstance(made, NotKnown):
            raise GoldenThreadError(made.reason)
        return one, desk, made

    def _release(self, figures: Sequence[Figure]) -> Release:
        """The figures let out, with whatever any of them was worked out from beside them."""
        declared = list(figures)
        computed = [each for each in figures if each.thread.inputs]
        if computed:
            declared += self.raw.figures(
                indicator=sorted({each.indicator for each in computed}),
                area=sorted({each.area.code for each in computed}),
            )
        return release(declared)


def _listed(asked: str | Sequence[str] | None) -> Sequence[str]:
    return [asked] if isinstance(asked, str) else asked or ()


def _reason(made: Comparison, reason: str, out: Release) -> str:
    """Why it stands out, unsaid where that would tell of a withheld value."""
    told_of = [made.figure, *((made.change.earlier,) if made.change else ())]
    if any(out.of(figure).withheld for figure in told_of):
        return "it is withheld, so no more is said"
    return reason
