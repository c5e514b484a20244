"""The figures kept, as the core asks for them: a book made from the rows, and desks on it.

A book is made once for each state of the rows and held in memory: the last deposit's number says
which state it is of. Nothing is kept here that cannot be made again.
"""

from functools import lru_cache
from threading import Lock

import pyarrow as pa

from goldenthread.comparisons import national_breaks
from goldenthread.engines import connect, lent
from goldenthread.examples import folder as example_folder
from goldenthread.figures import FigureBook
from goldenthread.figures.schema import SCHEMA
from goldenthread.nouns import NeighbourSet, Period
from goldenthread.nouns.register import ENGLAND, find_area, region_of
from goldenthread.report.desk import Desk
from goldenthread.sources.facts import read_neighbours
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.models import Deposit, KeptFigure

YEARS = 10
_ONE_AT_A_TIME = Lock()


def book_of(partnership: Partnership) -> FigureBook:
    """Every figure kept for a partnership, as a book of the core."""
    rows = KeptFigure.objects.filter(deposit__partnership=partnership).order_by("pk")
    columns = list(zip(*rows.values_list(*SCHEMA.names).iterator(chunk_size=5000), strict=True))
    arrays = columns or [()] * len(SCHEMA.names)
    table = pa.table(
        [pa.array(values, type=field.type) for values, field in zip(arrays, SCHEMA, strict=True)],
        schema=SCHEMA,
    )
    con = connect()
    with lent(con, table) as lying_there:
        return FigureBook.build(con, [lying_there])


def desk_of(partnership: Partnership, year: Period) -> Desk:
    """The desk of a partnership's first area for a year; the same one until figures change."""
    state = (
        Deposit.objects.filter(partnership=partnership)
        .order_by("-pk")
        .values_list("pk", flat=True)
        .first()
    )
    with _ONE_AT_A_TIME:  # the engine behind a book answers one question at a time
        return _desk(partnership.pk, partnership.areas[0], year, state or 0)


@lru_cache(maxsize=16)
def _desk(partnership: int, code: str, year: Period, state: int) -> Desk:
    book = book_of(Partnership.objects.get(pk=partnership))
    area = find_area(code)
    region = region_of(area)
    sets = tuple(each for each in _neighbours() if each.area == code)
    beside = {code, ENGLAND, *(other for each in sets for other in each.members)}
    beside |= {region.code} if region else set()
    desk = Desk(
        book=book,
        shelf=book.shelf(sorted(beside), None, year.ending, years=YEARS + 1),
        area=area,
        region=region,
        year=year,
        neighbour_sets=sets,
        breaks=national_breaks(),
        every_council=False,
        years=YEARS,
    )
    _ = desk.outliers  # what takes long is done once, before anyone else is let in
    return desk


@lru_cache(maxsize=1)
def _neighbours() -> tuple[NeighbourSet, ...]:
    return read_neighbours(example_folder("luton") / "national")


def years_known(partnership: Partnership) -> list[Period]:
    """The financial years some figure of the partnership's own area falls in, the last first."""
    ends = (
        KeptFigure.objects.filter(deposit__partnership=partnership, area_code__in=partnership.areas)
        .values_list("period_end", flat=True)
        .distinct()
    )
    years = {end.year + (end.month > 3) for end in ends}  # the calendar year it ends in
    return [Period.financial_year(year) for year in sorted(years, reverse=True)]
