"""A desk over figures: Luton's for 2023-24 unless told otherwise."""

from collections.abc import Iterable
from typing import Any

from goldenthread.engines import connect
from goldenthread.figures import FigureBook
from goldenthread.nouns import Figure, Period
from goldenthread.report.desk import Desk
from tests.factories import EAST, LUTON


def a_desk(figures: Iterable[Figure], **given: Any) -> Desk:
    """The desk of a report over these figures, with neither neighbours nor breaks of its own."""
    book = FigureBook.of(figures, connect())
    chosen: dict[str, Any] = {"area": LUTON, "region": EAST, "neighbour_sets": ()} | given
    shelf = book.shelf(report_year=2024, years=11)
    return Desk(book=book, shelf=shelf, year=Period.parse("2023-24"), **chosen)
