"""The names of a workbook's sheets, looked up without reading them."""

import re
import struct
import zipfile
import zlib
from html import unescape
from pathlib import Path

_XLSX_SHEET = re.compile(rb'<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"')
_ODS_SHEET = re.compile(rb'<table:table\s[^>]*?table:name="([^"]*)"')

# The names stand in the first part of what is unpacked; more is not looked at.
_MOST_BYTES = 4_000_000
_BROKEN = (
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    NotImplementedError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
)


def sheet_names(path: Path) -> list[str]:
    """The sheets' names in order; none where the file is no workbook. Never raises."""
    try:
        with zipfile.ZipFile(path) as archive:
            within = set(archive.namelist())
            ods = "content.xml" in within
            part = "content.xml" if ods else "xl/workbook.xml"
            if part not in within:
                return []
            with archive.open(part) as opened:
                text = opened.read(_MOST_BYTES)
    except _BROKEN:
        return []
    found = (_ODS_SHEET if ods else _XLSX_SHEET).findall(text)
    return [unescape(name.decode("utf-8", "replace")) for name in found]
