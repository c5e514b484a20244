"""Whether a share in words and the number beside it are of one whole, and of that part alone.

"Two in three deaths of the over-75s (7% of all deaths)" tells two shares of two wholes. "Most of
the 540 permits were for work (210) or study (160)" is said of both parts together.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    QUANTITY,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.standing import tells_another

_W = rf"[^{QUANTITY};.(),]"
# What a percentage says it is of; "of them" and "of these" take up what was told.
_ITS_WHOLE = re.compile(rf" of (?!(?:them|these|those|it)\b)(?P<whole>{_W}{{3,70}}?)(?=[),.;:]|$)")
_OF = re.compile(rf"(?: (?:of|in))? (?P<whole>{_W}{{3,90}})")
# What narrows a whole: "deaths in the group", "those who answered".
_NARROWED = re.compile(r"\b(?:in|who|whose|which|that|with|aged|from|among|for|at|under|over)\b")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|said|did|do|does|[a-z]{2,}ed|came|come|took|felt|go|went)\b"
)
# "(210) or for study (160)", "(41%), education (22%) and health (19%)".
_NEXT = re.compile(
    rf"(?:,[^{QUANTITY}();.]{{0,60}})?\)?,?(?: (?:and|or))?"
    rf"(?! (?:but|while|compared|against|up|down|from)\b)"
    rf"{_W}{{0,80}}?(?: \(| )(?P<next>[{COUNT}{MONEY}{PERCENT}])(?=\)|,|\.| of\b| for\b|$)"
)
_JOINED = re.compile(r"\b(?:and|or)\b")
_OTHERWISE = re.compile(
    rf"[{WHEN}]|\b(?:followed|than|compared|against|while|whereas|but|only|remain\w*|rest|up|down)\b"
)
_OF_ALL = {
    stem(word)
    for word in re.findall(
        r"\w+", "a an the all our its their these those total whole of overall number full figure"
    )
}
_MOST_PARTS = 6


def of_another_whole(skeleton: Skeleton, words: int, number: int) -> bool:
    """Whether the number whose slot is at ``number`` is told of a whole other than the words'."""
    if tells_another(skeleton, max(words, number)):
        return True
    text = skeleton.text
    its = _ITS_WHOLE.match(text, number + 1)
    theirs = _OF.match(text, words + 1)
    if its is None or theirs is None or theirs.end("whole") > number + 1:
        return False
    whole = theirs["whole"]
    if (narrowed := _NARROWED.search(whole)) and not _NARROWED.search(its["whole"]):
        verb = _VERB.search(whole)
        return verb is None or narrowed.start() <= verb.start()
    one, other = _stems(whole), _stems(its["whole"])
    return bool(one and other) and not one & other


def _stems(words: str) -> set[str]:
    """What the words say that a share is of; nothing where they only say of all there is."""
    return {stem(word) for word in re.findall(r"[a-z'-]+", words)} - _OF_ALL


def with_those_after(skeleton: Skeleton, part: int) -> Iterator[Interval]:
    """The part whose slot is at ``part`` with each that "and" or "or" adds to it, added up."""
    text, first = skeleton.text, skeleton.quantity(skeleton.text[part])
    parts = [first.interval]
    joined = False
    place = part + 1
    while (match := _NEXT.match(text, place)) and len(parts) < _MOST_PARTS:
        between = text[place : match.start("next")]
        each = skeleton.quantity(match["next"])
        if each.measure is not first.measure or _OTHERWISE.search(between):
            break
        if _VERB.search(between):
            break  # "most were parents (41%), and few were paid (12%)"
        joined = joined or bool(_JOINED.search(between))
        parts.append(each.interval)
        place = match.end("next")
    sums = list(accumulate(parts))[1:]
    yield from sums if joined else ()
