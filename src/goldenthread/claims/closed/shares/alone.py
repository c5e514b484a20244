"""A percentage that takes up the only two counts there are: "150 came. 45 stayed. That is 40%".

With two counts, one percentage and nothing else, and no words that say more than that the one is
the share of the others, there is nothing else that it may be of.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.closed.parts.words import did
from goldenthread.claims.closed.shares.pairs import (
    HELD,
    OF_THEM,
    Wrong,
    are_bounded,
    borne_out_near,
    is_far,
    is_slip,
)
from goldenthread.claims.intervals import may_be_share
from goldenthread.claims.language.directions import NOUN
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import PERCENT, QUANTITY, WHEN, Skeleton
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.doubts import is_a_change
from goldenthread.claims.shares.listed_shares import ANOTHER

_P = f"[{PERCENT}]"

# Words that take two numbers up and say no more than that the share is theirs.
_TAKES_UP = re.compile(
    r"(?:that|this|it|which|so|thus|hence|therefore|a|an|the|is|was|are|were|means|makes|made|"
    r"making|gives|gave|giving|equals|equal|equates|equating|to|represents|representing|comes|"
    r"works|out|at|of|stood|stands|up|for|accounted|just|only|or|rate|share|proportion|percentage|i\.e\.|=)"
)
_CONCLUDES = re.compile(
    r"so|thus|hence|therefore|which|that|this|means|makes|made|making|gives|gave|giving|equals|"
    r"equal|equates|equating|represents|representing|comes|works|rate|share|proportion|percentage"
)
_CHANGE = re.compile(NOUN)
# "Of the girls 78%": of a whole of its own.
_OF_OTHERS = re.compile(r"\b(?:of|among|amongst|for|from|in) (?:[a-z]+ )?[a-z-]+ $")
_WISHED = re.compile(r" (?:[a-z]+ )?(?:target|goal|threshold|average)\b")
_AT = re.compile(rf"(?:^|(?<=[;.:–,] ))at (?P<p>{_P}),? (?:this|that|it|these|they|we)\b")
_PIECE = re.compile(r"[.;:,(–]| and ")
_END = re.compile(
    r"(?: (?:of (?:them|these|those|the (?:total|whole)|all [a-z-]+)|[a-z-]+(?: rate)?))?"
    r"(?:[.,;:)–]| –|$)"
)


def taken_up(reading: Reading, window: Utterance) -> Iterator[Wrong]:
    """ "The panel heard 150 appeals. It allowed 45. That is 40%": of all that there is."""
    skeleton, since = window.skeleton, window.since
    places = [
        n
        for n, q in enumerate(skeleton.quantities)
        if q.measure is Measure.PERCENT
        and skeleton.at[n] >= since
        and not _WISHED.match(skeleton.text, skeleton.at[n] + 1)
    ]
    if not places:
        return
    place, text = places[0], skeleton.text
    head = _AT.search(text, since)
    if head is not None:
        place = skeleton.number(head["p"])
    at, share = skeleton.at[place], skeleton.quantities[place]
    told = [
        (n, q)
        for n, q in enumerate(skeleton.quantities)
        if q.measure not in (Measure.DURATION, Measure.ORDINAL)
        and not _WISHED.match(skeleton.text, skeleton.at[n] + 1)
        and (skeleton.at[n] < head.start() if head else True)
    ]
    counts = [(n, q) for n, q in told if q.measure in (Measure.COUNT, Measure.MONEY)]
    if len(counts) != 2 or len(told) != (2 if head else 3):
        return
    if head is None and (
        max(skeleton.at[n] for n, _ in counts) > at or not _only_takes_up(text, at)
    ):
        return
    (part_at, part), (_, whole) = sorted(counts, key=lambda each: each[1].value)
    if part.measure is not whole.measure or not are_bounded(share, part, whole):
        return
    first = min(skeleton.at[n] for n, _ in counts)
    between = text[first + 1 : at if head is None else head.start()]
    if ANOTHER.search(_PASSED_OVER.sub(" ", between)) or len(re.findall(f"[{WHEN}]", text)) > 1:
        return
    if text[:at].endswith("(") and not _is_told_at_the_end(skeleton, part_at, place, whole):
        return
    if HELD.search(text[: skeleton.at[part_at]]) or is_a_change(skeleton, part_at):
        return
    if not part.value:
        return
    if _is_any_way(share, part, whole) or is_far(share, part, whole):
        return
    if not borne_out_near(reading, window, share, part, set()):
        yield Wrong(window.sentence, skeleton, share, part, whole)


# Of two counts alone these lead to no third.
_PASSED_OVER = re.compile(
    rf"[{WHEN}]|\b(?:of (?:whom|which|these|those|them|the|our|its)|but|among|within|last)\b"
    rf"|\bup\b(?! (?:from|by|on)\b| [{QUANTITY}])"
)


def _only_takes_up(text: str, at: int) -> bool:
    """Whether the words around a percentage say nothing but that it is of what stands before."""
    pieces = list(_PIECE.finditer(text[:at]))
    start = pieces[-1].end() if pieces else 0
    words = text[start:at].split()
    own = [word for word in words if not _TAKES_UP.fullmatch(word)]
    if any(_CHANGE.fullmatch(word) for word in own) or _OF_OTHERS.search(text[start:at]):
        return False
    is_named = len(words) > 1 and words[0] in ("a", "an") and words[-1] == "of"  # "an uptake of"
    if own and not is_named and not any(_CONCLUDES.fullmatch(word.strip(",")) for word in words):
        return False  # "scanning is 56% complete" begins anew
    return (
        len(own) <= 1 and bool(words or text[:at].endswith("(")) and bool(_END.match(text, at + 1))
    )


def _is_told_at_the_end(skeleton: Skeleton, part: int, share: int, whole: Quantity) -> bool:
    """Whether brackets end the sentence of a part that has no noun, with a slip in what they say.

    "We invited 7,560 people, and 1,588 took up the offer (12.0%)" is of those invited.
    """
    text, at = skeleton.text, skeleton.at
    between = text[at[part] : at[share]]
    if not did(text, at[part] + 1) or ". " in between or OF_THEM.search(between):
        return False
    return is_slip(skeleton.quantities[share], skeleton.quantities[part], whole)


def _is_any_way(share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a percentage is any that two numbers may make: a share, what is left, a change."""
    left = whole.interval - part.interval
    pairs = (
        (part.interval, whole.interval),
        (left, whole.interval),
        (left, part.interval),
        (whole.interval, part.interval),
        (part.interval, whole.interval + part.interval),
        (whole.interval, whole.interval + part.interval),
    )
    return any(other.low > 0 and may_be_share(share.interval, one, other) for one, other in pairs)
