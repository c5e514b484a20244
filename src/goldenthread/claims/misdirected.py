"""Changes told in sentences, recomputed from the numbers printed in them.

A printed number stands for every value that rounds to it. A sentence is wrong when no such values
bear it out.
"""

from collections.abc import Iterable, Iterator

from goldenthread.claims.intervals import Interval, change_percent
from goldenthread.claims.unbound import shortened
from goldenthread.disclosure import Released
from goldenthread.nouns import Unit
from goldenthread.wording import Bound, Words, plain


def misdirected(sentences: Iterable[Words]) -> Iterator[str]:
    """Sentences whose rose or fell, or size of change, the numbers printed do not bear out."""
    for words in sentences:
        for verb, earlier, later, size in _changes(words):
            went_up = (later.released.value or 0) > (earlier.released.value or 0)
            if (verb == "rose") != went_up or not _fits(earlier, later, size):
                yield shortened(plain(words))


def _changes(words: Words) -> Iterator[tuple[str, Bound, Bound, Bound | None]]:
    """Each "rose from A to B (C)": the verb, A, B and C."""
    for place, part in enumerate(words):
        if not isinstance(part, str):
            continue
        verb = next((v for v in ("rose", "fell") if part.endswith(f" {v} from ")), None)
        following = [each for each in words[place + 1 : place + 8] if isinstance(each, Bound)]
        if verb and len(following) >= 2:
            size = following[2] if len(following) > 2 else None
            units = (Unit.PERCENT_CHANGE, Unit.PERCENTAGE_POINTS)
            is_size = size is not None and size.released.figure.unit in units
            yield verb, following[0], following[1], size if is_size else None


def _fits(earlier: Bound, later: Bound, size: Bound | None) -> bool:
    """Whether the size of a change lies within what the rounded ends allow."""
    if size is None or size.released.value is None:
        return True
    ends = (earlier.released, later.released)
    if any(end.value is None for end in ends):
        return False
    before, after = (_room(end) for end in ends)
    stated = _room(size.released)
    if size.released.figure.unit is Unit.PERCENTAGE_POINTS:
        return stated.meets(after - before)
    if before.low <= 0:
        return before.high > 0
    return stated.meets(change_percent(before, after))


def _room(released: Released) -> Interval:
    """Every value that is printed so; a count is printed whole."""
    value = released.value or 0
    if released.figure.unit is Unit.COUNT:
        return Interval.exactly(value)
    return Interval.rounded(value, released.figure.decimals)
