"""The figures kept, as the core asks for them: a book made from the rows, and desks on it.

Each is made twice: as it is known, for whoever is entitled to true counts, and as it may leave.
What is made of the second holds nothing else, so that no page above it can let anything out.

A book is made once for each state of the rows and held in memory. Nothing is kept here that cannot
be made again; what has left is written down in ``released``.
"""

from functools import cache, lru_cache
from threading import Lock

import pyarrow as pa
from django.db.models import Q

from goldenthread.comparisons import national_breaks, stage_breaks
from goldenthread.engines import connect, lent
from goldenthread.examples import folder as example_folder
from goldenthread.figures import FigureBook
from goldenthread.figures.rows import to_table
from goldenthread.figures.schema import SCHEMA
from goldenthread.indicators import catalogue
from goldenthread.nouns import Break, Figure, NeighbourSet, Period
from goldenthread.nouns.register import ENGLAND, find_area, region_of
from goldenthread.nouns.stages import stages
from goldenthread.report.desk import Desk
from goldenthread.sources.facts import read_sources
from goldenthread.sources.published import datasets
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.agreed.reading import breaks_of, targets_of
from goldenthread_site.figures.models import KeptFigure, KeptNeighbours
from goldenthread_site.figures.prepared.returned import numbers_of, origin_of
from goldenthread_site.figures.prepared.state import state_of
from goldenthread_site.figures.released.ledger import let_out

YEARS = 10
NOTHING: frozenset[int] = frozenset()
_ONE_AT_A_TIME = Lock()


def book_of(partnership: Partnership) -> FigureBook:
    """Every figure kept for a partnership, as a book of the core."""
    return _book(_kept(partnership.pk))


def _kept(partnership: int) -> pa.Table:
    rows = KeptFigure.objects.filter(deposit__partnership=partnership).order_by("pk")
    columns = list(zip(*rows.values_list(*SCHEMA.names).iterator(chunk_size=5000), strict=True))
    arrays = columns or [()] * len(SCHEMA.names)
    return pa.table(
        [pa.array(values, type=field.type) for values, field in zip(arrays, SCHEMA, strict=True)],
        schema=SCHEMA,
    )


def _book(rows: pa.Table) -> FigureBook:
    """A book on an engine of its own: one engine answers one question at a time."""
    con = connect()
    with lent(con, rows) as lying_there:
        return FigureBook.build(con, [lying_there])


def figures_of(
    partnership: Partnership, *, inside: bool, without: frozenset[int] = NOTHING
) -> tuple[Figure, ...]:
    """Every figure, as it is known or as it may leave; the same until figures change.

    ``without``: returns whose figures are left out, by number.
    """
    state = state_of(partnership)
    with _ONE_AT_A_TIME:
        return _figures(partnership.pk, state, inside, without)


@lru_cache(maxsize=8)
def _figures(
    partnership: int, state: str, inside: bool, without: frozenset[int]
) -> tuple[Figure, ...]:
    if without:
        # After what is withheld was chosen, which is the same for all: leaving out gives none away.
        numbers = numbers_of(Partnership.objects.get(pk=partnership))
        every = _figures(partnership, state, inside, NOTHING)
        return tuple(each for each in every if numbers.get(origin_of(each)) not in without)
    if not inside:
        return let_out(partnership, state, _figures(partnership, state, True, NOTHING))
    return tuple(_book(_rows(partnership, state, inside, without)).figures())


@lru_cache(maxsize=8)
def _rows(partnership: int, state: str, inside: bool, without: frozenset[int]) -> pa.Table:
    """The same figures as rows of the book: made once for the desks of every year."""
    if inside and not without:
        return _kept(partnership)
    return to_table(_figures(partnership, state, inside, without))


def desk_of(
    partnership: Partnership,
    year: Period,
    *,
    inside: bool,
    without: frozenset[int] = NOTHING,
    code: str = "",
) -> Desk:
    """The desk of one of a partnership's areas for a year; the same one until figures change.

    ``inside``: with true counts. Otherwise nothing at it is known that may not leave. ``code``: the
    area, where it is not the first.
    """
    state = state_of(partnership)
    with _ONE_AT_A_TIME:  # the engine behind a book answers one question at a time
        return _desk(partnership.pk, code or partnership.areas[0], year, state, inside, without)


@lru_cache(maxsize=16)
def _desk(
    partnership: int,
    code: str,
    year: Period,
    state: str,
    inside: bool,
    without: frozenset[int],
) -> Desk:
    book = _book(_rows(partnership, state, inside, without))
    area = find_area(code)
    region = region_of(area)
    sets = _neighbours(partnership, code)
    beside = {code, ENGLAND, *(other for each in sets for other in each.members)}
    beside |= {region.code} if region else set()
    desk = Desk(
        book=book,
        shelf=book.shelf(sorted(beside), None, year.ending, years=YEARS + 1),
        area=area,
        region=region,
        year=year,
        neighbour_sets=sets,
        breaks=(*_breaks(), *breaks_of(partnership, code)),
        targets=targets_of(partnership),
        titles=_titles(),
        every_council=False,
        years=YEARS,
    )
    _ = desk.outliers  # what takes long is done once, before anyone else is let in
    return desk


@cache
def _breaks() -> tuple[Break, ...]:
    return (*national_breaks(), *stage_breaks(stages(), catalogue().values()))


@cache
def _titles() -> dict[str, str]:
    example = example_folder("luton")
    notes = [*read_sources(example / "national"), *read_sources(example / "published")]
    return {each.source: each.title for each in datasets()} | {
        each.source: each.title for each in notes
    }


def _neighbours(partnership: int, code: str) -> tuple[NeighbourSet, ...]:
    """An area's sets that were kept with its figures: of each model and year the last."""
    rows = KeptNeighbours.objects.filter(deposit__partnership=partnership, area_code=code)
    kept = {
        (each.name, each.year): NeighbourSet(
            each.name, each.year, each.area_code, tuple(each.members), each.close
        )
        for each in rows.order_by("deposit")
    }
    return tuple(kept.values())


def years_known(partnership: Partnership, state: str = "") -> list[Period]:
    """The financial years in which the partnership has a figure, the last first: of its own area,
    or one that an agency sent about whomever it serves. Of a state that was asked for before, where
    one is given; the same until figures change.
    """
    state = state or state_of(partnership)
    return list(_years(partnership.pk, tuple(partnership.areas), state))


@lru_cache(maxsize=8)
def _years(partnership: int, areas: tuple[str, ...], _state: str) -> tuple[Period, ...]:
    ours = Q(area_code__in=areas) | Q(deposit__return_number__isnull=False)
    ends = (
        KeptFigure.objects.filter(ours, deposit__partnership=partnership)
        .values_list("period_end", flat=True)
        .distinct()
    )
    years = {end.year + (end.month > 3) for end in ends}  # the calendar year it ends in
    return tuple(Period.financial_year(year) for year in sorted(years, reverse=True))
