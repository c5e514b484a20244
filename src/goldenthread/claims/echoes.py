"""One slip told once: a change that is wrong only because a share beside it is.

"106 of 124 (95%), three points more than 82%": with the 85% that 106 of 124 make, the three points
are right, and nothing is to be mended but the share.
"""

import re
from collections.abc import Iterable, Iterator

from goldenthread.claims.found import ClaimFault

_SHARES = ("share", "percentage_of_base")
_CHANGES = ("change", "percent_or_points")
_ENDS = re.compile(r"^(?P<after>[\d,.]+) − (?P<before>[\d,.]+) = ")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Both ends and the points are rounded.
_ROUNDING = 1.0


def without_echoes(faults: Iterable[ClaimFault]) -> Iterator[ClaimFault]:
    """The faults without changes that the mending of a share in their sentence would put right."""
    every = list(faults)
    shares = [each for each in every if each.kind in _SHARES and each.expected]
    for fault in every:
        beside = (
            each for each in shares if (each.file, each.locator) == (fault.file, fault.locator)
        )
        if fault.kind not in _CHANGES or not any(_puts_right(each, fault) for each in beside):
            yield fault


def _puts_right(share: ClaimFault, change: ClaimFault) -> bool:
    ends = _ENDS.match(change.evidence)
    wrong, right = (_number(each) for each in (share.printed, share.expected))
    told = _told(change.printed)
    if ends is None or wrong is None or right is None or told is None:
        return False
    if "percentage points" not in change.evidence:
        return False
    values = [_number(ends[each]) for each in ("after", "before")]
    if wrong not in values or None in values:
        return False
    after, before = (right if each == wrong else each or 0.0 for each in values)
    return abs(abs(after - before) - told) <= _ROUNDING


def _number(text: str) -> float | None:
    found = _NUMBER.search(text)
    return float(found.group().replace(",", "")) if found else None


def _told(text: str) -> float | None:
    word = text.lower().split()[0] if text.split() else ""
    return float(_WORDS.index(word)) if word in _WORDS else _number(text)
