"""Reads the files of one 903 return into the tables, with every fault and what each covers."""

from collections.abc import Sequence
from pathlib import Path

from goldenthread.nouns import Fault, GoldenThreadError, Severity
from goldenthread.sources.ssda903 import delimited, layout, markup
from goldenthread.sources.ssda903.block import Block
from goldenthread.sources.ssda903.building import tables
from goldenthread.sources.ssda903.lines import starts
from goldenthread.sources.ssda903.making import Maker
from goldenthread.sources.ssda903.recognising import is_markup
from goldenthread.sources.ssda903.years import collection_year
from goldenthread.sources.statutory import digests
from goldenthread.sources.statutory.elements import Progress
from goldenthread.sources.statutory.years import covered
from goldenthread.tables import Found, Return

KIND = "ssda903"

# What each table of the return tells in full of its year. Who was adopted stands in one table, who
# it was decided about in another: only the second tells of all decisions.
_TOLD = {
    layout.EPISODES: "cla_episodes",
    layout.REVIEWS: "cla_reviews",
    layout.UASC: "immigration_status",
    layout.OC2: "cla_yearly_outcomes",
    layout.OC3: "care_leavers",
    layout.PLACED: "permanence",
    layout.MISSING: "missing",
    layout.WORKERS: "involvements",
    layout.LIBERTY: "deprivation_of_liberty",
}


# What the header tells of each child, and other tables only of some.
_OF_THE_HEADER = frozenset({"birth_date", "ethnicity", "sex"})


def read(
    paths: Sequence[Path],
    *,
    area: str = "",
    year: int | None = None,
    progress: Progress | None = None,
) -> Return:
    """The return that some files are together: CSV tables, whatever they are called, or its XML.

    No table names the council, so ``area`` is needed; ``year`` is inferred from the latest dates
    where it is not given. A child told of twice in the header is one row of ``person``. Raises
    GoldenThreadError where no file can be read, or without an ``area``.
    """
    if not area:
        raise GoldenThreadError(
            "A 903 return does not say which council it is of: give its code with --area."
        )
    found = Found()
    blocks, used = _blocks(paths, found, progress)
    name = str(paths[0]) if len(paths) == 1 else str(paths[0].parent)
    settled = collection_year(blocks, year, name, found)
    told = {block.layout.name for block in blocks}
    headed = layout.HEADER in told
    if not headed:
        found.add(_no_header(blocks, name))
    made = tables(blocks, Maker(area, settled, found))
    return Return(
        file=name,
        kind=KIND,
        digest=digests.of_files(used),
        area=area,
        year=settled,
        tables={table: kept.rows for table, kept in made.items()},
        coverage=covered([table for block, table in _TOLD.items() if block in told], area, settled),
        balances={table: kept.balance for table, kept in made.items()},
        found=found,
        places={table: kept.among(name) for table, kept in made.items()},
        untold={
            table: kept.untold | (_OF_THE_HEADER if table == "person" and not headed else set())
            for table, kept in made.items()
        },
    )


def _no_header(blocks: Sequence[Block], file: str) -> Fault:
    """That nothing tells who the children are, but perhaps when they were born."""
    births = any("DOB" in block.columns for block in blocks)
    what = "ethnicity, and mostly sex, is" if births else "day of birth, sex and ethnicity are"
    return Fault(
        "table_missing",
        f"There is no header table among the files: {what} not known of any child. Read it "
        "together with the others.",
        file,
        severity=Severity.WARNING,
    )


def _blocks(
    paths: Sequence[Path], found: Found, progress: Progress | None
) -> tuple[list[Block], list[Path]]:
    """The tables in the files, and the files there are some in.

    One that cannot be read is a fault, unless there is no other.
    """
    blocks: list[Block] = []
    used: list[Path] = []
    refused: list[GoldenThreadError] = []
    for path in paths:
        file = str(path)
        if progress:
            progress(file)
        try:
            if is_markup(_start(path)):
                blocks += markup.read(path, file, found, progress)
            else:
                blocks.append(delimited.read(path, file, found))
            used.append(path)
        except GoldenThreadError as error:
            refused.append(error)
            found.add(Fault("unusable_file", str(error), file))
    if not blocks:
        raise refused[0] if refused else GoldenThreadError("Name the files of the return to read.")
    return blocks, used


def _start(path: Path) -> str:
    try:
        return starts(path, 1024)[0]
    except OSError as error:
        raise GoldenThreadError(
            f"{path.name} cannot be opened: see that it is there and that you may read it."
        ) from error
