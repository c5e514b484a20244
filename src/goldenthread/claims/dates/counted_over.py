"""Whether something is counted over a run of months, and not told at its two ends.

"Over the five months from April to September we matched 34 children": what is counted happened in
all the months named, both ends among them. "In the five months from April to September the list
fell from 41 to 38" may tell of the time that went by from the one to the other.
"""

import re

from goldenthread.claims.dates.lengths import Told
from goldenthread.claims.dates.moments import Grain, moments
from goldenthread.claims.language.directions import CHANGE, VERB

_MOVED = re.compile(
    rf"\b(?:{VERB}|{CHANGE}|went|gone|moved|changed?|between|since|steady|unchanged"
    r"|stood|stands?|remained|stayed|balance|prices?|pass(?:ed|es)|elapsed|(?:was|were|be) (?:open|"
    r"closed|shut|vacant|away|empty|absent)|pregnan\w+|lasted|waited|until)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,£/-])£?\d[\d,]*(?:\.\d+)?(?!\w)")


def counted_over(text: str, told: Told) -> bool:
    """Whether the sentence of a length tells a count of it, or a number for each of its months."""
    named = moments(text)
    beside = f"{text[: told.start]} {text[told.end :]}"
    months = {each.month for each in named if each.grain is Grain.MONTH and each.start >= told.end}
    if len(months) > told.number:
        return True
    if _MOVED.search(beside):
        return False
    taken = [(each.start, each.end) for each in named]
    return any(
        not told.start <= each.start() < told.end
        and not any(start <= each.start() < end for start, end in taken)
        for each in _NUMBER.finditer(text)
    )
