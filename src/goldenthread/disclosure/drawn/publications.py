"""Declared figures drawn as publications: what may be hidden, and what is public for good.

Both protection and attack see the same counts and sums; they differ only in what is printed. An
item is made for every number that a thread prints: the figure, and the counts behind it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from goldenthread.disclosure.drawn.counts import (
    PER,
    Counts,
    counts_of,
    fits,
    is_drawn,
    places,
    rounded,
)
from goldenthread.disclosure.drawn.lacking import NOTHING, Lacking
from goldenthread.disclosure.drawn.sums import KnownSum, known_sums
from goldenthread.disclosure.publication.model import (
    BETWEEN_MEASURES,
    Cell,
    Item,
    Publication,
    Sum,
    Total,
)
from goldenthread.nouns import Figure, PeriodKind, Symbol, Unit

# What hiding a number costs a reader, beside a cell of a breakdown, which is 1. The figure of the
# whole area for a year, or on a day, is what a report is read for: its text and first charts tell
# it, and a table without it cannot be followed, so a dozen cells go before it. A part of a year is
# a point in a chart, which a gap spoils. The counts behind a figure are read only by those who
# open its thread.
HEADLINE = 12.0
PART_OF_A_YEAR = 3.0
CELL = 1.0
IN_A_THREAD = 0.1

_PARTS = {PeriodKind.QUARTER, PeriodKind.QUARTERS, PeriodKind.MONTH, PeriodKind.MONTHS}

OURS, PUBLIC = "this-report", "others"


class Part(StrEnum):
    """Which of the numbers that a figure prints."""

    VALUE = "value"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"


@dataclass(frozen=True, slots=True)
class Drawn:
    """The counts that are tied to something kept back, with the sums among them.

    ``ours`` are the ids of figures that we may still withhold, and of places that nobody told;
    ``public`` of those that others have published already; both in the order declared.
    """

    figures: Mapping[str, Figure]
    counts: Counts
    sums: tuple[KnownSum, ...]
    ours: tuple[str, ...]
    public: tuple[str, ...]

    def our_publication(
        self, printed: Mapping[str, Figure], *, doubtful: bool = True
    ) -> tuple[Publication, list[tuple[str, Part]]]:
        """What we print, with the figure and part that each item is.

        ``printed`` has each figure as it is printed; as it is inside, before anything is hidden.
        """
        return self._publication(OURS, self.ours, printed, doubtful=doubtful)

    def public_publication(
        self, printed: Mapping[str, Figure], *, doubtful: bool = True
    ) -> Publication:
        """What others have published, as it is printed here too."""
        return self._publication(PUBLIC, self.public, printed, doubtful=doubtful)[0]

    def is_lacking(self, figure_id: str) -> bool:
        """Whether it is a place that nobody told, of which nothing is printed."""
        return self.counts.told[self.counts.behind[figure_id].counted].lacking

    def cell(self, at: int) -> Cell:
        """The cell of a count, named so that a person knows it; no two are named alike."""
        one = self.counts.one(at)
        return Cell(f"{self.counts.told[one]} [{one}]")

    def _publication(
        self, name: str, ids: Iterable[str], printed: Mapping[str, Figure], *, doubtful: bool
    ) -> tuple[Publication, list[tuple[str, Part]]]:
        made = [
            (item, (figure_id, part))
            for figure_id in ids
            if figure_id in printed
            for item, part in self._items(self.figures[figure_id], printed[figure_id])
        ]
        behind = [self.counts.behind[figure_id] for figure_id in ids]
        sensitive = [at for each in behind for at in (each.counted, *each.bases)]
        sums = tuple(self._sum(each, doubtful=doubtful) for each in self.sums)
        return (
            Publication(
                name=name,
                published=date.min,
                items=tuple(item for item, _ in made),
                sums=sums,
                sensitive=frozenset(
                    self.cell(at).measure for at in sensitive if not self.counts.told[at].people
                ),
                counts=self._known(),
                totals=tuple(
                    Total(
                        BETWEEN_MEASURES,
                        each.whole.measure,
                        tuple(part.measure for part in each.parts),
                        each.complete,
                    )
                    for each in sums
                ),
            ),
            [which for _, which in made],
        )

    def _known(self) -> dict[Cell, int]:
        """The true counts, for those inside."""
        behind = [self.counts.behind[figure_id] for figure_id in self.figures]
        tied = {self.counts.one(at) for each in behind for at in (each.counted, *each.bases)}
        values = ((at, self.counts.value(at)) for at in sorted(tied))
        return {self.cell(at): value for at, value in values if value is not None}

    def _sum(self, each: KnownSum, *, doubtful: bool) -> Sum:
        complete = each.complete and (doubtful or not each.doubtful)
        return Sum(self.cell(each.whole), tuple(map(self.cell, each.parts)), complete)

    def _items(self, figure: Figure, printed: Figure) -> Iterator[tuple[Item, Part]]:
        behind = self.counts.behind[figure.id]
        counted = self.cell(behind.counted)
        place, cost = str(figure.key), cost_of(figure)
        if figure.unit is Unit.COUNT:
            item = self._item(counted, printed.value, printed.symbol, place)
            yield replace(item, cost=cost), Part.VALUE
            return
        for base in behind.bases:
            told = self._told(figure, behind.counted, base)
            if told is None and figure.known:
                continue
            share = self._item(counted, told if printed.known else None, printed.symbol, place)
            exact = places(figure.value) if figure.value is not None else figure.decimals
            yield (
                replace(
                    share, base=self.cell(base), per=PER[figure.unit], decimals=exact, cost=cost
                ),
                Part.VALUE,
            )
        if printed.numerator is not None:
            item = self._item(counted, printed.numerator, None, f"{place}, numerator")
            yield replace(item, cost=cost * IN_A_THREAD), Part.NUMERATOR
        if printed.denominator is not None and behind.bases:
            item = self._item(
                self.cell(behind.bases[0]), printed.denominator, None, f"{place}, base"
            )
            yield replace(item, cost=cost * IN_A_THREAD), Part.DENOMINATOR

    def _told(self, figure: Figure, counted: int, base: int) -> Decimal | None:
        """What a share tells of its counts; None where nothing that is true.

        A rate on another estimate of the population, or a misprint, tells nothing true. One that
        was cut off and not rounded is drawn as if it had been rounded.
        """
        count, of = self.counts.value(counted), self.counts.value(base)
        if figure.value is None or count is None or not of:
            return figure.value
        if not fits(figure.value, count, of, PER[figure.unit]):
            return None
        return rounded(figure.value, count, of, PER[figure.unit])

    def _item(self, cell: Cell, value: Decimal | None, symbol: Symbol | None, place: str) -> Item:
        return Item(
            cell=cell, value=value, place=place, symbol=None if value is not None else symbol
        )


def cost_of(figure: Figure) -> float:
    """What a report loses by withholding a figure, compared with others; above nought."""
    if figure.breakdown:
        return CELL
    return PART_OF_A_YEAR if figure.period.kind in _PARTS else HEADLINE


def draw(
    figures: Iterable[Figure],
    ours: Callable[[Figure], bool],
    kept_back: Callable[[Figure], bool],
    lacking: Lacking = NOTHING,
    *,
    with_ours: bool = True,
) -> Drawn | None:
    """Whatever is tied to a figure that is kept back; None where nothing is.

    ``ours`` says which figures we may still withhold, ``kept_back`` which have to be withheld or
    are by their source, ``lacking`` places that nobody told; ``with_ours`` leaves out what is tied
    to nothing of ours. Figures worked out from others are not drawn: they go with those.
    """
    known = {figure.id: figure for figure in figures if is_drawn(figure)}
    back = [*filter(kept_back, known.values()), *lacking.figures.values()]
    areas = _near({figure.area.code for figure in back}, known)
    if with_ours:
        areas &= _near({figure.area.code for figure in known.values() if ours(figure)}, known)
    near = [figure for figure in known.values() if figure.area.code in areas]
    if not near:
        return None
    counts = counts_of(near, lacking.figures.values())
    sums = known_sums(counts, lacking)
    near += lacking.figures.values()
    kept = [counts.behind[f.id].counted for f in back if f.id in counts.behind]
    tied = _tied(counts, sums, kept)
    if with_ours:
        own = [counts.behind[f.id].counted for f in near if ours(f) and f.id in counts.behind]
        tied &= _tied(counts, sums, own)
    drawn = [
        figure
        for figure in near
        if figure.id in counts.behind and counts.one(counts.behind[figure.id].counted) in tied
    ]
    if not drawn:
        return None
    return Drawn(
        figures={figure.id: figure for figure in drawn},
        counts=counts,
        sums=tuple(each for each in sums if each.whole in tied),
        ours=tuple(figure.id for figure in drawn if ours(figure)),
        public=tuple(figure.id for figure in drawn if not ours(figure)),
    )


def _near(codes: set[str], known: Mapping[str, Figure]) -> set[str]:
    """The areas themselves, those they are part of, and the other parts of those."""
    areas = {figure.area.code: figure.area for figure in known.values()}
    grew = True
    while grew:
        families = [{code, *area.members} for code, area in areas.items() if area.members]
        more = {code for family in families if family & codes for code in family} - codes
        codes = codes | more
        grew = bool(more)
    return codes


def _tied(counts: Counts, sums: Iterable[KnownSum], kept: Iterable[int]) -> set[int]:
    """Every count that sums and shares lead to from one that is kept back."""
    beside: dict[int, set[int]] = defaultdict(set)
    for each in sums:
        for at in (each.whole, *each.parts):
            beside[at].update((each.whole, *each.parts))
    for behind in counts.behind.values():
        group = {counts.one(at) for at in (behind.counted, *behind.bases)}
        known = {at for at in group if not counts.told[at].people}
        for at in group:
            beside[at].update(known)
    tied: set[int] = set()
    waiting = [counts.one(at) for at in kept]
    while waiting:
        at = waiting.pop()
        if at not in tied:
            tied.add(at)
            waiting += beside[at]
    return tied
