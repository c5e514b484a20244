"""Tells a workbook of lists for inspectors by the names of its sheets, without reading them."""

from pathlib import Path

from goldenthread.sources.annex_a.lists import named, numbered
from goldenthread.sources.sheet_names import sheet_names

_SUFFIXES = {".xlsx", ".xlsm", ".ods"}

# So many titles of lists together are no chance; a number, "List 4", is enough by itself.
_ENOUGH_TITLES = 3


def recognises(path: Path) -> bool:
    """Whether a file is a workbook whose sheets are named as the lists; never raises."""
    if path.suffix.lower() not in _SUFFIXES:
        return False
    names = sheet_names(path)
    titles = {each.number for name in names if (each := named(name))}
    return len(titles) >= _ENOUGH_TITLES or any(numbered(name) for name in names)
