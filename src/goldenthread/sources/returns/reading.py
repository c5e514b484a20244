"""Reads files of any of the formats: finds out which each is, which belong together, and merges."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from goldenthread.nouns import Fault, GoldenThreadError, Severity
from goldenthread.sources import parquet
from goldenthread.sources.returns.kinds import (
    DOES_NOT_TELL_COVERAGE,
    DOES_NOT_TELL_ITS_DAY,
    MANY_FILES,
    Kind,
    Progress,
    kinds,
)
from goldenthread.sources.returns.strangers import stranger
from goldenthread.tables import Found, Records, Return

# The year in a file's name parts returns that lie in one folder: header_2023.csv, header_2024.csv.
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def read_all(
    paths: Sequence[Path],
    *,
    area: str = "",
    year: int | None = None,
    coverage: tuple[date, date] | None = None,
    reported_on: date | None = None,
    progress: Progress | None = None,
) -> Records:
    """The records of files and folders, merged; a folder is looked through with those within it.

    ``area`` is the council's code where a format does not tell it, ``year`` the collection year by
    the year it ends in, ``coverage`` the first and last day that a safeguarding dataset tells in
    full, which it does not say, ``reported_on`` the day on which the one workbook of lists for
    inspectors was drawn up. A file that no format recognises is a fault ``unknown_format``, one
    known to hold no records ``no_records``, one that is not there ``file_missing``, one that its
    format cannot use ``unusable_file``. Raises GoldenThreadError where no file can be used at all,
    and for a ``reported_on`` of several workbooks.
    """
    found = Found()
    returns: list[Return] = []
    groups = _grouped(paths, found)
    if reported_on:
        _one_workbook([kind for kind, _ in groups])
    for kind, files in groups:
        if progress:
            progress(_name(files))
        told: dict[str, Any] = {}
        if kind.KIND in DOES_NOT_TELL_COVERAGE:
            told["coverage"] = coverage
        if kind.KIND in DOES_NOT_TELL_ITS_DAY:
            told["reported_on"] = reported_on
        try:
            returns.append(kind.read(files, area=area, year=year, progress=progress, **told))
        except GoldenThreadError as error:
            found.add(Fault("unusable_file", str(error), _name(files)))
    if not returns:
        raise GoldenThreadError(_nothing_usable(found))
    records = Records.of(returns)
    records.found.extend(found)
    return records


def _one_workbook(found: Sequence[Kind]) -> None:
    """That a day told is of one workbook; others would be taken to be of the same day."""
    if (several := sum(kind.KIND in DOES_NOT_TELL_ITS_DAY for kind in found)) > 1:
        raise GoldenThreadError(
            f"One day is told of {several} Annex A workbooks: read each alone with its day and "
            "--out, and then the folders together."
        )


def _grouped(paths: Sequence[Path], found: Found) -> list[tuple[Kind, list[Path]]]:
    """The files that are one return together, with their format, in the order they are named."""
    groups: dict[tuple[str, ...], tuple[Kind, list[Path]]] = {}
    for file, severity in _each_file(paths, found):
        kind = next((each for each in kinds() if each.recognises(file)), None)
        if kind is None and (what := stranger(file)):
            of_note = Severity.ERROR if severity is Severity.ERROR else Severity.NOTE
            found.add(Fault("no_records", what, str(file), severity=of_note))
            continue
        if kind is None:
            found.add(
                Fault(
                    "unknown_format",
                    "This is none of the formats that can be read: see that it is an Annex A "
                    "workbook, a children in need census, a 903 return, a safeguarding dataset, a "
                    "hub return or a neglect return, saved as it was exported.",
                    str(file),
                    severity=severity,
                )
            )
            continue
        groups.setdefault(_return_of(kind, file), (kind, []))[1].append(file)
    return list(groups.values())


def _return_of(kind: Kind, file: Path) -> tuple[str, ...]:
    """What the files of one return have in common."""
    if kind.KIND not in MANY_FILES or file.suffix.lower() == ".xml":
        return (kind.KIND, str(file))
    year = _YEAR.search(file.name)
    return (kind.KIND, str(file.parent), year.group() if year else "")


def _each_file(paths: Sequence[Path], found: Found) -> Iterator[tuple[Path, Severity]]:
    """Every file once, with what it costs if nobody knows it: more where a person named it."""
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            within = sorted(
                each
                for each in path.rglob("*")
                if each.is_file() and _shown(each) and not parquet.within(each)
            )
            files = [(each, Severity.WARNING) for each in within]
        else:
            files = [(path, Severity.ERROR)]
        for file, severity in files:
            if file.resolve() in seen:
                continue
            seen.add(file.resolve())
            if file.is_file():
                yield file, severity
            else:
                found.add(
                    Fault("file_missing", "There is no such file: see how it is named.", str(file))
                )


def _shown(file: Path) -> bool:
    """Whether a person put it there: not a hidden file, nor the lock of an open workbook."""
    return not file.name.startswith((".", "~$")) and "__MACOSX" not in file.parts


def _name(files: Sequence[Path]) -> str:
    return str(files[0]) if len(files) == 1 else str(files[0].parent)


def _nothing_usable(found: Found) -> str:
    # What a format could not use says more than what no format knows.
    ordered = sorted(found, key=lambda fault: fault.rule != "unusable_file")
    said = list(dict.fromkeys(_sentence(fault) for fault in ordered))
    if not said:
        return "There is no file to read: name the files of a return, or a folder with them in it."
    more = f" {len(said) - 1:,} more could not be used either." if len(said) > 1 else ""
    return f"{said[0]}{more}"


def _sentence(fault: Fault) -> str:
    """A fault as an error says it: a format's own sentence names its file already."""
    return fault.message if fault.rule == "unusable_file" else str(fault)
