"""Multiples of a base that is named, and told a little before by the same name.

"For Elm it was four times the national rate, at 12.4% (3.1% nationally). For Oak it was double the
national rate, at 6.2%".
"""

import re
from collections.abc import Iterator

from goldenthread.claims.language.model import Hedge
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY, RATE, TIMES, Skeleton
from goldenthread.claims.ratios.pairs_in_words import PairInWords

_V = f"[{PERCENT}{RATE}{COUNT}]"
_NAME = r"(?P<base>national(?:ly)?|england|english|regional(?:ly)?|county)"
_MULTIPLE = re.compile(
    rf"(?P<x>[{TIMES}])(?: (?:higher|greater|more) than| as high as)? (?:the|that of the) {_NAME}"
    rf"(?:'s)? (?:average |mean )?(?:rate|average|level|figure|proportion|percentage)\b,?"
    rf" ?(?:\(|at |with )(?P<one>{_V})(?![^{QUANTITY};.–]{{0,40}}[{QUANTITY}])"
)
_BASES = (
    re.compile(rf"(?P<other>{_V}) {_NAME}(?= average| rate|[).,;])"),
    re.compile(
        rf"\b{_NAME}(?:'s)? (?:average |mean )?(?:rate|average|level|figure|proportion|percentage)?"
        rf" ?(?:of|was|is|at|\() ?(?P<other>{_V})"
    ),
)
_STEM = 6
_FARTHEST = 300  # characters


def multiples_of_a_base(skeleton: Skeleton, since: int) -> Iterator[PairInWords]:
    """Every multiple from ``since`` on whose base only the text before tells."""
    for match in _MULTIPLE.finditer(skeleton.text, since):
        words, one = skeleton.number(match["x"]), skeleton.number(match["one"])
        mine = skeleton.quantities[one]
        told = sorted(
            (base.start("other"), skeleton.number(base["other"]))
            for pattern in _BASES
            for base in pattern.finditer(
                skeleton.text, max(0, match.start() - _FARTHEST), match.start()
            )
            if base["base"][:_STEM] == match["base"][:_STEM]
        )
        bases = [place for _, place in told if skeleton.quantities[place].measure is mine.measure]
        if bases and mine.hedge is Hedge.NONE:
            other = skeleton.quantities[bases[-1]]
            if other.interval.low > 0 and other.per == mine.per:
                yield PairInWords(words, one, bases[-1])
