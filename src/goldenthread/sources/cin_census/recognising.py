"""Tells a children in need census by its first bytes."""

import re
from pathlib import Path

_LOOKED_AT = 65_536
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_COLLECTION = re.compile(r"<(?:[\w.-]+:)?collection\s*>\s*(\w*)", re.IGNORECASE)
_OF_A_CHILD = re.compile(r"<(?:[\w.-]+:)?(?:lachildid|cindetails)[\s/>]", re.IGNORECASE)


def recognises(path: Path) -> bool:
    """Whether a file begins as a census does: XML that names its collection, or such a child.

    False for what cannot be opened.
    """
    try:
        with path.open("rb") as opened:
            start = opened.read(_LOOKED_AT)
    except OSError:
        return False
    encoding = next((name for mark, name in _MARKS if start.startswith(mark)), "utf-8")
    text = start.decode(encoding, errors="replace").lstrip("\ufeff \t\r\n")
    if not text.startswith("<"):
        return False
    if named := _COLLECTION.search(text):
        return named[1].casefold() == "cin"
    return bool(_OF_A_CHILD.search(text))
