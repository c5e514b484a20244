"""A text without what its brackets tell again in another unit: "30 per cent (1.5 million) in 2001".

Such a number and the one before the bracket are one thing. Read with the one, or with the other
in its stead, a sentence says plainly what changed; with both, neither stands beside its like.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.language.directions import COMPARED, NOUN, VERB
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.language.times import times_in

_BRACKET = re.compile(r"\s?\((?P<inner>[^()]{1,60})\)")
# Where a number may be looked up is no part of what is said.
_POINTER = re.compile(
    r"\s?\((?:see |shown in |from )?(?:also )?(?:tables?|figures?|charts?|appendix|annex|section|"
    r"page|ref\w*)\b[^()]{0,30}\)",
    re.IGNORECASE,
)
# How many there are in an order is no place in it: "ranked 214 out of 317".
_OF_SO_MANY = re.compile(
    r"(\brank(?:ed|s|ing)?\s(?:\w+\s)?\d+(?:st|nd|rd|th)?)\s(?:out\s)?of\s\d[\d,]*", re.IGNORECASE
)
_CHANGES = re.compile(rf"\b(?:{VERB}|{NOUN}|{COMPARED}|from|to|than|was|were|in)\b|[+−]", re.I)
_FEW_WORDS = 4


def without_asides(text: str) -> Iterator[str]:
    """The text without its asides, and with each aside in the place of its number."""
    whole, text = text, _OF_SO_MANY.sub(r"\1", _POINTER.sub("", text))
    found = {each.end: each for each in quantities_in(text)}
    outer: list[str] = []
    inner: list[str] = []
    measures: list[Measure] = []
    done = 0
    for match in _BRACKET.finditer(text):
        before = found.get(match.start())
        inside = [each for end, each in found.items() if match.start() < end < match.end()]
        if before is None or len(inside) != 1 or before.start < done:
            continue
        if inside[0].measure is before.measure or _says_more(match["inner"]):
            continue
        outer.append(text[done : match.start()])
        inner += [text[done : before.start], match["inner"]]
        measures.append(inside[0].measure)
        done = match.end()
    if done or text != whole:
        yield "".join([*outer, text[done:]])
    told = [each.measure for each in found.values()]
    if any(told.count(measure) > 1 for measure in measures):  # "from 12 to 9 (25%)" has no other
        yield "".join([*inner, text[done:]])


def _says_more(inner: str) -> bool:
    """Whether a bracket tells a change or another time, and not the same number again."""
    return bool(_CHANGES.search(inner) or times_in(inner) or len(inner.split()) > _FEW_WORDS)
