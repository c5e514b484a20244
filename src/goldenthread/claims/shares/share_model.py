"""A part, its whole and the percentage told of them; those that another part leads to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.intervals import may_be_share
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.share_patterns import N
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY, Skeleton


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole told with its percentage: places of the three in the sentence.

    ``rest`` is True where the percentage is of all but the part, ``tied`` where the words leave no
    doubt that the part is of that whole, ``left_over`` where it is what another part of it leaves.
    """

    part: int
    whole: int
    percent: int
    rest: bool = False
    tied: bool = True
    left_over: bool = False


def fits(skeleton: Skeleton, share: Share) -> bool:
    """Whether the percentage may be the part of the whole."""
    part, whole, percent = (
        skeleton.quantities[each].interval for each in (share.part, share.whole, share.percent)
    )
    if whole.low <= 0:
        return False
    if share.rest:
        part = whole - part
    return may_be_share(percent, part, whole)


_TWO_OF_TWO = re.compile(rf"{N}(?: [a-z'-]+){{0,3}} (?:out )?of (?:the |our )?(?P<whole>[{COUNT}])")


def in_their_order(skeleton: Skeleton) -> list[Share]:
    """Two parts of wholes and then two percentages, where one is its own: the other is too."""
    pairs = [
        (skeleton.number(match["n"]), skeleton.number(match["whole"]))
        for match in _TWO_OF_TWO.finditer(skeleton.text)
    ]
    percents = [n for n, q in enumerate(skeleton.quantities) if q.measure is Measure.PERCENT]
    if not len(pairs) == len(percents) == 2 or max(pairs[1]) > percents[0]:
        return []
    made = [Share(pair[0], pair[1], percent) for pair, percent in zip(pairs, percents, strict=True)]
    return made if any(fits(skeleton, each) for each in made) else []


# "22 of the 30 beds were taken, leaving eight (36%)": a part of the 30, and never of the 22.
_THE = r"(?:the |our |its )?"
_LEAVES = (
    rf"[^{QUANTITY};.()]{{0,80}}, (?:which )?(?:leaving|leaves|left) (?:only |just )?{N}"
    rf"(?: [a-z]+){{0,2}} ?(?:\(|, or |– )(?P<p>[{PERCENT}])(?! of )"
)
_LEFT = tuple(
    re.compile(pattern + _LEAVES)
    for pattern in (
        rf"(?P<one>[{COUNT}])(?: [a-z]+){{0,2}} (?:out )?of {_THE}(?P<whole>[{COUNT}])",
        rf"\bof {_THE}(?P<whole>[{COUNT}])[^{QUANTITY};.()]{{0,40}}, (?P<one>[{COUNT}])",
    )
)


def left_over(skeleton: Skeleton) -> Iterator[tuple[Share, int]]:
    """What one part of a whole leaves of it, with where its percentage ends."""
    for pattern in _LEFT:
        for match in pattern.finditer(skeleton.text):
            one, part, whole = (skeleton.quantity(match[each]) for each in ("one", "n", "whole"))
            if one.value + part.value == whole.value:
                places = [skeleton.number(match[each]) for each in ("n", "whole", "p")]
                yield Share(places[0], places[1], places[2], left_over=True), match.end("p")
