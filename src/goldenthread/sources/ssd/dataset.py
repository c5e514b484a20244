"""The dataset's tables and columns as ``dataset.toml`` tells them, and which file holds which."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from goldenthread.sources.columns import headings

# How exports name a file: with a schema, with or without the mark of the dataset, with a date.
_NAME = re.compile(r"(?:.*\.)?(?:ssd_)?(?P<name>[a-z0-9_]+?)(?:_?\d{6,8})?")


@dataclass(frozen=True, slots=True)
class DatasetTable:
    """One table of the dataset: the table of ours it fills, and the names of its columns.

    ``columns`` gives for each of ours the names it has in the dataset, the newest first; those in
    ``earlier`` are not in the newest version.
    """

    name: str
    into: str
    columns: dict[str, tuple[str, ...]]
    unread: frozenset[str]
    earlier: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """Every column it may have."""
        return self.unread.union(*self.columns.values())

    @property
    def read(self) -> bool:
        """Whether anything is read of it."""
        return bool(self.columns)


@cache
def dataset() -> dict[str, DatasetTable]:
    """The tables of the dataset by name, without the mark ``ssd_``."""
    text = (files("goldenthread.sources.ssd") / "dataset.toml").read_text(encoding="utf-8")
    return {
        name: DatasetTable(
            name,
            told.get("into", ""),
            {ours: tuple(theirs) for ours, theirs in told.get("columns", {}).items()},
            frozenset(told.get("unread", ())),
            frozenset(told.get("earlier", ())),
        )
        for name, told in tomllib.loads(text).items()
    }


def table_in(path: Path) -> DatasetTable | None:
    """The table of the dataset a file holds, by its headings; None where it holds none."""
    if path.suffix.lower() not in (".csv", ".txt"):
        return None
    found = set(headings(path))
    known = {name: len(found & each.names) for name, each in dataset().items()}
    named = _NAME.fullmatch(path.stem.casefold())
    likely = named["name"] if named else ""
    if known.get(likely, 0) >= 2:
        return dataset()[likely]
    best = max(known, key=lambda name: known[name])
    return dataset()[best] if known[best] >= 2 and 2 * known[best] >= len(found) else None
