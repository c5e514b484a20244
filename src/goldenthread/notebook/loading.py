"""Loads a book for a notebook: the embedded example, a folder of published files, or a book."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from goldenthread.figures import FigureBook
from goldenthread.notebook.book import Notebook
from goldenthread.nouns import GoldenThreadError
from goldenthread.nouns.register import find_area
from goldenthread.report.gather import example_partnership, gather
from goldenthread.report.partnership import Partnership

EXAMPLE_AREA = "Luton"
EXAMPLE_YEAR = "2023-24"


def load(
    source: str | Path | None = None,
    *,
    partnership: str | Path | None = None,
    area: str = "",
    year: str = "",
) -> Notebook:
    """A book to ask: without ``source`` the embedded example, Luton in 2023-24.

    ``source`` is a folder of the Department for Education's files, or a ``.parquet`` file that a
    figure book was written to. ``partnership`` is a partnership's own folder, read with either of
    the first two. ``area`` and ``year`` are what is meant where a question names none; a
    partnership's area is taken where it is given. While it reads, a terminal or notebook is told
    which file it is at. Raises GoldenThreadError where something named cannot be used.
    """
    path = Path(source).expanduser() if source is not None else None
    if path is not None and not path.exists():
        raise GoldenThreadError(
            f"There is nothing at {path}: give a folder of published files, a figure book’s "
            ".parquet file, or nothing for the embedded example."
        )
    if path is not None and path.is_file():
        if partnership is not None:
            raise GoldenThreadError(
                "A figure book’s file is complete in itself: load it without a partnership, or "
                "load the folder it was made from with the partnership."
            )
        return Notebook(FigureBook.open(path), area=area, year=year)
    theirs = Partnership.read(Path(partnership).expanduser()) if partnership is not None else None
    if path is None:
        theirs = theirs or example_partnership(find_area(EXAMPLE_AREA))
        year = year or EXAMPLE_YEAR
    with _steps() as progress:
        gathered = gather(path, theirs, progress)
    return Notebook(
        gathered.book,
        neighbour_sets=gathered.neighbour_sets,
        breaks=gathered.breaks,
        faults=gathered.faults,
        titles=gathered.titles,
        area=area or (theirs.area if theirs else ""),
        year=year,
    )


@contextmanager
def _steps() -> Iterator[Callable[[str], None] | None]:
    """What to call with each step's name, or None where nobody is watching."""
    if not (sys.stderr.isatty() or "ipykernel" in sys.modules):
        yield None
        return
    widest = 0

    def tell(step: str) -> None:
        nonlocal widest
        line = f"Reading: {step}"
        widest = max(widest, len(line))
        print(f"\r{line:<{widest}}", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if widest:
            print(f"\r{'':<{widest}}\r", end="", file=sys.stderr, flush=True)
