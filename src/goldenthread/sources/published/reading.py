"""Reads a folder of published files: figures, and a fault for everything that did not fit."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from goldenthread.nouns import Fault, GoldenThreadError
from goldenthread.sources.published import expression
from goldenthread.sources.published.dataset import Dataset, datasets
from goldenthread.sources.published.faults import MOST_NAMED, note
from goldenthread.sources.published.interactive_tool import read_tool, tool
from goldenthread.sources.published.neighbours import is_neighbour_file
from goldenthread.sources.published.places import AreaIndex
from goldenthread.sources.published.raw import LARGEST_FILE, open_csv
from goldenthread.sources.published.star import FileEntry, Star
from goldenthread.sources.published.tables import read_table
from goldenthread.sources.published.tool_dictionary import read_dictionary

_DATA = {".csv", ".parquet"}

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
        before = len(star.measures)
        faults += read_table(dataset, raw, vintage, star, index, populations)
        if dataset.kind == "population" and len(star.measures) > before:
            populations[star.files[-1].vintage] = star.last_values()
    tools, tool_faults = _read_tools(folder, star, index, largest, progress)
    faults += tool_faults
    faults += _unknown_files(folder, {path.name for _, path, _ in chosen} | tools)
    if not star.measures:
        raise GoldenThreadError(_nothing(folder, faults))
    gathered = expression.hand_over(con, star, index.all)
    faults += _unreadable(gathered)
    return Reading(expression.figures(gathered), tuple(faults), tuple(star.files))


def _choose(folder: Path) -> tuple[list[tuple[Dataset, Path, str]], list[Fault]]:
    """The files of the folder that a dataset claims by name, populations first."""
    try:
        paths = _files(folder)
    except OSError as error:
        raise GoldenThreadError(
            f"The folder {folder} cannot be read ({error.strerror}); give the folder that holds "
            "the published files, or fetch them with `goldenthread fetch`."
        ) from error
    chosen: list[tuple[Dataset, Path, str]] = []
    faults: list[Fault] = []
    for path in paths:
        claims = [
            (dataset, vintage)
            for dataset in datasets()
            if (vintage := dataset.vintage_in(path.name)) is not None
        ]
        chosen += [(dataset, path, vintage) for dataset, vintage in claims]
    chosen.sort(key=lambda claim: (claim[0].kind != "population", claim[0].source, claim[1].name))
    return chosen, faults


def _read_tools(
    folder: Path, star: Star, index: AreaIndex, largest: int, progress: Progress | None
) -> tuple[set[str], list[Fault]]:
    """Read the Interactive Tool's files; returns the names of the files that are its own."""
    described = tool()
    paths = [path for path in _files(folder) if re.fullmatch(described.file, path.name)]
    names = {path.name for path in paths} | {described.dictionary}
    if not paths:
        return names, []
    dictionary, faults = read_dictionary(folder / described.dictionary)
    for path in paths:
        if progress:
            progress(path.name)
        faults += read_tool(path, dictionary, star, index, largest)
    return names, faults


def _unknown_files(folder: Path, read: set[str]) -> list[Fault]:
    """A note for each data file of the folder that was not read, saying why where it is known."""
    file = files("goldenthread.sources.published") / "other_files.toml"
    known = tomllib.loads(file.read_text(encoding="utf-8"))["files"]
    notes = []
    for path in _files(folder):
        if path.name in read or path.suffix not in _DATA or is_neighbour_file(path.name):
            continue
        reasons = [entry["reason"] for entry in known if re.fullmatch(entry["file"], path.name)]
        rule = "file-not-needed" if reasons else "unknown-file"
        why = reasons[0] if reasons else "no dataset is called so; check its name"
        notes.append(note(rule, f"it was not read: {why}", path.name))
    return notes


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file())


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
