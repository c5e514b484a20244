"""Changes told with their base where the number itself stands further up in the passage.

"In April there were 3,648 households on the register. ... The register has grown by 14% since
2020, when it stood at 3,200": the level is found by the words it shares with the sentence, and
the change is wrong only where no number of the passage bears it out.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.changes.binding import told_base
from goldenthread.claims.changes.blockers import ELSEWHERE, RECKONED, WISHED
from goldenthread.claims.changes.fitting import fits
from goldenthread.claims.changes.judged import Judged
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.pairs import ENDS, how_many_times
from goldenthread.claims.changes.sizes import Size, changes_named, sizes_in
from goldenthread.claims.changes.tested import wrong_how
from goldenthread.claims.language.clauses import content_stems
from goldenthread.claims.language.model import Hedge, Measure
from goldenthread.claims.language.skeleton import (
    COUNT,
    EARLIER,
    LAST,
    MONEY,
    QUANTITY,
    RATE,
    Skeleton,
)

_MOST_TIMES = 3
# "The year before there were 91 referrals, so numbers are up by 14%".
_BASE_FIRST = re.compile(
    rf"(?:in )?[{EARLIER}{LAST}],? (?:there were|it was|we had|the (?:figure|number|total) was) "
    rf"(?P<base>[{COUNT}{MONEY}{RATE}])[^{QUANTITY}.;]{{0,40}}, (?:so|and so|which means)\b"
    rf"[^{QUANTITY}.;]{{0,40}}$"
)
_STOP = re.compile(rf"[.;:(]|[{QUANTITY}]|, (?:of|made|with|including|and)\b")


def changes_further_up(skeleton: Skeleton, since: int) -> Iterator[Judged]:
    """Every change told from ``since`` on whose base stands beside it and whose level is far."""
    sizes = [size for size in sizes_in(skeleton) if size.start >= since]
    named = {size.number for size in changes_named(skeleton)}
    for size in sizes:
        base = _base_of(skeleton, size, since)
        if base is None or base in named:
            continue
        judged = _judged(skeleton, size, base, since, named)
        if judged is not None:
            yield judged


def _base_of(skeleton: Skeleton, size: Size, since: int) -> int | None:
    if (base := told_base(skeleton, size)) is not None:
        return base
    match = _BASE_FIRST.search(skeleton.text, since, size.start)
    return skeleton.number(match["base"]) if match else None


def _judged(
    skeleton: Skeleton, size: Size, base: int, since: int, named: set[int]
) -> Judged | None:
    stated, told = skeleton.quantities[size.number], skeleton.quantities[base]
    if told.measure not in ENDS or told.hedge is not Hedge.NONE or not size.sign:
        return None
    if stated.measure is Measure.TIMES or stated.hedge is not Hedge.NONE:
        return None
    words = skeleton.text[since : max(skeleton.at[base], size.end) + 1]
    if WISHED.search(words) or RECKONED.search(words) or ELSEWHERE.search(words):
        return None
    levels = [
        place
        for place, each in enumerate(skeleton.quantities)
        if each.measure is told.measure
        and place not in (base, size.number, *named)
        and skeleton.at[place] >= 0
    ]
    if any(skeleton.at[each] >= since for each in levels):
        return None  # the sentence has numbers enough of its own
    if any(fits(skeleton, size, base, each) for each in levels):
        return None
    about = content_stems(skeleton.text[since : size.start]) | content_stems(told.noun)
    found = [
        each
        for each in levels
        if skeleton.quantities[each].hedge is Hedge.NONE
        and how_many_times(skeleton, each, base) <= _MOST_TIMES
        and _own_words(skeleton, each) & about
    ]
    if len(found) != 1:
        return None
    pair = Pair(before=base, after=found[0], how=How.FROM)
    return Judged(verdict=wrong_how(skeleton, size, pair), pair=pair, size=size)


def _own_words(skeleton: Skeleton, place: int) -> set[str]:
    """What a number counts, from the words after it up to the next number or clause."""
    at = skeleton.at[place]
    stop = _STOP.search(skeleton.text, at + 1)
    return content_stems(skeleton.text[at + 1 : stop.start() if stop else None])
