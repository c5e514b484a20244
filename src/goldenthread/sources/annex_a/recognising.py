"""Tells a workbook of lists for inspectors by the names of its sheets, without reading them."""

import re
import struct
import zipfile
import zlib
from pathlib import Path

from goldenthread.sources.annex_a.lists import named, numbered

_SUFFIXES = {".xlsx", ".xlsm", ".ods"}
_XLSX_SHEET = re.compile(rb'<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"')
_ODS_SHEET = re.compile(rb'<table:table\s[^>]*?table:name="([^"]*)"')

# The names stand in the first part of what is unpacked; more is not looked at.
_MOST_BYTES = 4_000_000

# So many titles of lists together are no chance; a number, "List 4", is enough by itself.
_ENOUGH_TITLES = 3


def recognises(path: Path) -> bool:
    """Whether a file is a workbook whose sheets are named as the lists; never raises."""
    if path.suffix.lower() not in _SUFFIXES:
        return False
    names = _sheet_names(path)
    titles = {each.number for name in names if (each := named(name))}
    return len(titles) >= _ENOUGH_TITLES or any(numbered(name) for name in names)


def _sheet_names(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            within = set(archive.namelist())
            ods = "content.xml" in within
            part = "content.xml" if ods else "xl/workbook.xml"
            if part not in within:
                return []
            with archive.open(part) as opened:
                text = opened.read(_MOST_BYTES)
    except (
        OSError,
        EOFError,
        RuntimeError,
        ValueError,
        NotImplementedError,
        struct.error,
        zlib.error,
        zipfile.BadZipFile,
    ):
        return []
    found = (_ODS_SHEET if ods else _XLSX_SHEET).findall(text)
    return [name.decode("utf-8", "replace") for name in found]
