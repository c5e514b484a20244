"""Reads a folder of published files: figures, and a fault for everything that did not fit."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goldenthread.nouns import Fault, GoldenThreadError
from goldenthread.sources.published import expression
from goldenthread.sources.published.dataset import Dataset, datasets
from goldenthread.sources.published.places import MOST_NAMED, AreaIndex
from goldenthread.sources.published.raw import LARGEST_FILE, note, open_csv
from goldenthread.sources.published.star import FileEntry, Star
from goldenthread.sources.published.tables import read_table

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder gave: figures (a lazy Ibis table with the book's columns), faults, files."""

    table: Any
    faults: tuple[Fault, ...]
    files: tuple[FileEntry, ...]


def read_folder(
    folder: Path,
    con: Any,
    progress: Progress | None = None,
    *,
    largest: int = LARGEST_FILE,
) -> Reading:
    """Read every published file known in a folder, on an ``engines.connect()`` connection.

    A file that cannot be used is a fault and the others are read all the same. ``largest`` is
    the size in bytes above which a file is refused. Raises GoldenThreadError where the folder
    holds nothing that can be used.
    """
    chosen, faults = _choose(folder)
    index, star = AreaIndex(), Star()
    populations: dict[str, dict[tuple[int, int], str]] = {}
    for dataset, path, vintage in chosen:
        if progress:
            progress(path.name)
        raw, raw_faults = open_csv(path, largest)
        faults += raw_faults
        if raw is None:
            continue
        faults += read_table(dataset, raw, vintage, star, index, populations)
        if dataset.kind == "population":
            populations[star.files[-1].vintage] = star.last_values()
    if not star.measures:
        raise GoldenThreadError(_nothing(folder, faults))
    gathered = expression.hand_over(con, star, index.all)
    faults += _unreadable(gathered)
    return Reading(expression.figures(gathered), tuple(faults), tuple(star.files))


def _choose(folder: Path) -> tuple[list[tuple[Dataset, Path, str]], list[Fault]]:
    """The files of the folder that a dataset claims by name, populations first."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise GoldenThreadError(
            f"The folder {folder} cannot be read ({error.strerror}); give the folder that holds "
            "the published files, or fetch them with `goldenthread fetch`."
        ) from error
    chosen, faults = [], []
    for path in paths:
        claims = [
            (dataset, vintage)
            for dataset in datasets()
            if (vintage := dataset.vintage_in(path.name)) is not None
        ]
        chosen += [(dataset, path, vintage) for dataset, vintage in claims]
        if not claims and path.suffix == ".csv":
            faults.append(
                note("unknown-file", "no dataset is called so; it was not read", path.name)
            )
    chosen.sort(key=lambda claim: (claim[0].kind != "population", claim[0].source, claim[1].name))
    return chosen, faults


def _unreadable(gathered: Any) -> list[Fault]:
    counts = expression.unreadable_count(gathered).to_pyarrow().to_pylist()
    if not counts:
        return []
    faults = []
    named: dict[str, int] = {}
    for cell in expression.unreadable(gathered, MOST_NAMED * 10).to_pyarrow().to_pylist():
        named[cell["file"]] = named.get(cell["file"], 0) + 1
        if named[cell["file"]] <= MOST_NAMED:
            faults.append(
                Fault(
                    "not-a-number",
                    "it is neither a number nor a symbol such as c or x, and was not read",
                    cell["file"],
                    f"row {cell['row']}{cell['column']}",
                )
            )
    for row in counts:
        rest = row["cells"] - min(named.get(row["file"], 0), MOST_NAMED)
        if rest > 0:
            faults.append(
                Fault(
                    "not-a-number",
                    f"{rest:,} more cells are neither a number nor a symbol, and were not read",
                    row["file"],
                )
            )
    return faults


def _nothing(folder: Path, faults: list[Fault]) -> str:
    errors = [fault for fault in faults if fault.severity == "error"]
    why = f" The first thing wrong: {errors[0]}." if errors else ""
    return (
        f"The folder {folder} holds no published file that can be used; put the Department for "
        f"Education's files in it, or fetch them with `goldenthread fetch`.{why}"
    )
