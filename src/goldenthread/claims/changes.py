"""Changes told in sentences, recomputed from the numbers printed in them.

A printed number stands for every value that rounds to it. A sentence is wrong when no such values
bear it out.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

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
    low, high = (_slack(end) for end in ends)
    before, after = Decimal(ends[0].value or 0), Decimal(ends[1].value or 0)
    stated, slack = size.released.value, _slack(size.released)
    if size.released.figure.unit is Unit.PERCENTAGE_POINTS:
        return abs((after - before) - stated) <= low + high + slack
    if before - low <= 0:
        return before + low > 0
    smallest = (after - high) / (before + low) * 100 - 100
    largest = (after + high) / (before - low) * 100 - 100
    return smallest - slack <= stated <= largest + slack


def _slack(released: Released) -> Decimal:
    """How far the true value may lie from the printed one; a count is printed whole."""
    if released.figure.unit is Unit.COUNT:
        return Decimal(0)
    return Decimal(5).scaleb(-released.figure.decimals - 1)
