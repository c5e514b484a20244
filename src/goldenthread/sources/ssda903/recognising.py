"""Tells a table of a 903 return by its headings, and the XML form by its first elements."""

import re
from pathlib import Path

from goldenthread.sources.ssda903.lines import heading, starts

_LOOKED_AT = 65_536
_ROOT = re.compile(r"<(?:[\w.-]+:)?expssda903[\s/>]", re.IGNORECASE)
_CHILD = re.compile(r"<(?:[\w.-]+:)?childid\s*>", re.IGNORECASE)
_EPISODE = re.compile(r"<(?:[\w.-]+:)?(?:decom|rne|ethnic)\s*>", re.IGNORECASE)


def recognises(path: Path) -> bool:
    """Whether a file begins as a table of the return or its XML does; False where it cannot be
    opened."""
    try:
        text, encoding = starts(path, _LOOKED_AT)
        if is_markup(text):
            told = _CHILD.search(text) and _EPISODE.search(text)
            return bool(_ROOT.search(text) or told)
        return "\x00" not in text and heading(path, encoding) is not None
    except OSError:
        return False


def is_markup(text: str) -> bool:
    """Whether a file's first text is that of XML."""
    return text.lstrip("\ufeff \t\r\n").startswith("<")
