"""Reads the sets of statistical neighbours: whose model, of which year, nearest first."""

import re
from pathlib import Path
from typing import Any

from goldenthread.nouns import Fault, NeighbourSet
from goldenthread.sources.published.faults import MOST_NAMED
from goldenthread.sources.published.places import AreaIndex
from goldenthread.sources.published.raw import LARGEST_FILE, RawFile, open_csv

_NAME = "Department for Education statistical neighbours"

# File name, and the column of the area's own code. Both have the neighbours' codes in columns
# named SN1 or SN_1 to SN10 or SN_10, the nearest first, and how close each is in the next column:
# SNP, ten times over, or SN_1P to SN_10P.
_FILES = (
    (re.compile(r"New_Statistical_Neighbour_Groupings_[A-Za-z]+_(?P<year>\d{4})\.csv"), "LA num"),
    (re.compile(r"sn_model_(?P<year>\d{4})_wide\.csv"), "old_la_code"),
)
_RANKED = re.compile(r"SN_?(\d{1,2})")
_CLOSENESS = re.compile(r"SN(_\d{1,2})?P( \(\d+\))?")
_CLOSE = frozenset({"extremely close", "very close", "close", "somewhat close"})


def read_neighbour_sets(
    folder: Path, *, largest: int = LARGEST_FILE
) -> tuple[tuple[NeighbourSet, ...], list[Fault]]:
    """Every set of statistical neighbours in a folder's files, by area code, oldest model first.

    A neighbour whose code is not known is a fault and is left out of its set; so is a whole file
    that cannot be used. A folder without such a file gives no sets and no fault.
    """
    sets: list[NeighbourSet] = []
    faults: list[Fault] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        for pattern, code in _FILES:
            if match := pattern.fullmatch(path.name):
                raw, raw_faults = open_csv(path, largest, keep_repeated=True)
                faults += raw_faults
                if raw is not None:
                    found, more = _read(raw, code, int(match["year"]))
                    sets += found
                    faults += more
    return tuple(sorted(sets, key=lambda each: (each.year, each.area))), faults


def is_neighbour_file(name: str) -> bool:
    """True for a file name this module reads."""
    return any(pattern.fullmatch(name) for pattern, _ in _FILES)


def _read(raw: RawFile, code: str, year: int) -> tuple[list[NeighbourSet], list[Fault]]:
    ranked = sorted(
        (int(match[1]), name) for name in raw.columns if (match := _RANKED.fullmatch(name))
    )
    if code not in raw.columns or not ranked:
        message = "its columns are not those of statistical neighbours; download it again"
        return [], [Fault("not-this-dataset", message, raw.name)]
    index = AreaIndex()
    areas = raw.columns[code].to_pylist()
    columns = [(name, raw.columns[name].to_pylist(), _closeness(raw, name)) for _, name in ranked]
    sets: list[NeighbourSet] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    for position, text in enumerate(areas):
        row = f"row {raw.numbers[position]}"
        if not any(cells[position] for _, cells, _ in columns):
            continue
        area = _code(index, text)
        if area is None or area in seen:
            rule, message = (
                ("unknown-area", "its area is not in the register; the row was not read")
                if area is None
                else ("repeated-row", "its area was there before; the first was kept")
            )
            faults.append(Fault(rule, message, raw.name, row))
            continue
        seen.add(area)
        members = []
        close: list[bool] = []
        for name, cells, closeness in columns:
            member = _code(index, cells[position])
            if member is None or member == area or member in members:
                message = "it is not the code of another area; this neighbour was not read"
                faults.append(Fault("unknown-area", message, raw.name, f"{row}, column {name}"))
            else:
                members.append(member)
                close += [closeness[position].strip().lower() in _CLOSE] if closeness else []
        said = sum(close) if len(close) == len(members) else None
        sets.append(NeighbourSet(_NAME, year, area, tuple(members), said))
    return sets, faults[:MOST_NAMED] + _rest(faults, raw)


def _closeness(raw: RawFile, ranked: str) -> list[str] | None:
    """How close each row's neighbour of that rank is, as printed; None where it is not said."""
    names = list(raw.columns)
    following = names[names.index(ranked) + 1 :][:1]
    if following and _CLOSENESS.fullmatch(following[0]):
        return [str(cell) for cell in raw.columns[following[0]].to_pylist()]
    return None


def _rest(faults: list[Fault], raw: RawFile) -> list[Fault]:
    more = len(faults) - MOST_NAMED
    if more <= 0:
        return []
    return [Fault("unknown-area", f"{more:,} more codes could not be read", raw.name)]


def _code(index: AreaIndex, text: Any) -> str | None:
    number = index.number(str(text))
    return None if number < 0 else index.all[number].code
