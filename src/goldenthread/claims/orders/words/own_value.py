"""The value told with a superlative: "a peak of 295 in 2007", "the highest share (23%)".

It is what the superlative is said of. Where a list has no such value at the place named, the
superlative is of another measure than the list.
"""

import re
from collections.abc import Sequence

from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.orders.values.model import Point
from goldenthread.claims.orders.words.cues import Cue

# Words of the superlative's own clause, and what leads from them to a value.
_TO_VALUE = re.compile(
    r"(?:\s+(?!(?:than|compared|against|ahead|after|before|behind|followed|up|down|from|and|but"
    r"|while|whereas|next|second|third)\b)[\w’'/-]+){0,11}?"
    r"\s*(?:\(|,?\s*\b(?:at|of|with|was|were|is|being|stood\s+at)\s+|,\s+)"
    r"(?:(?:just|only|about|around|some|nearly|almost|a|an)\s+)*[£$€]?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:,|\s+and|,\s+and|\s+&)\s+[£$€]?")


def own_values(sentence: Sentence, cue: Cue, until: int) -> list[Quantity]:
    """The values told straight after a superlative in its clause, those joined to them included."""
    text = sentence.text
    after = [
        each
        for each in sentence.quantities
        if cue.end <= each.start < until and each.measure is not Measure.OTHER
    ]
    if not after or not _TO_VALUE.fullmatch(text, cue.end, after[0].start):
        return []
    opened = text.rfind("(", cue.end, after[0].start)
    closed = text.find(")", after[0].end) if opened >= 0 else -1
    if closed >= 0:
        return [each for each in after if each.end <= closed]
    found = [after[0]]
    for each in after[1:]:
        if not _JOINED.fullmatch(text, found[-1].end, each.start):
            break
        found.append(each)
    return found


def told_of_others(own: Sequence[Quantity], points: Sequence[Point], lines: Sequence[int]) -> bool:
    """Whether values of the list's sort are told with a superlative, and none is of ``lines``."""
    alike = [each for each in own if any(_of_one_sort(each, point) for point in points)]
    listed = [each for each in alike if any(each.interval == point.interval for point in points)]
    if len(listed) > 1:
        return False  # "the highest of the year (88 in June, 93 in May)": the others follow
    return bool(alike) and not any(
        each.interval.meets(points[line].interval) for each in alike for line in lines
    )


def _of_one_sort(quantity: Quantity, point: Point) -> bool:
    return _sort(quantity.text) == _sort(point.printed)


def _sort(printed: str) -> str:
    """The sign of a printed number: of money, of a share, or none."""
    low = printed.lower()
    if "%" in low or "cent" in low:
        return "%"
    return "£" if re.search(r"[£$€]", low) else ""
