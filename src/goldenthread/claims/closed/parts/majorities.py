"""A majority told of a whole that is told in full by its parts, of which none is most of it.

"A majority of the 870 voters were for the merger: 402 were for it, 391 against and 77 spoiled
their paper." Two parts that are contrary are not added up to make the majority.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import COUNT, QUANTITY, skeleton_of
from goldenthread.claims.reading import Reading


@dataclass(frozen=True, slots=True)
class NoMajority:
    """The words, their whole and its greatest part."""

    sentence: Sentence
    printed: str
    most: Quantity
    whole: Quantity


_MOST = re.compile(
    rf"\b(?P<word>(?:(?:the|a|an) )?(?:[a-z]+ )?majority|most) of "
    rf"(?:(?:the|our|all|those|these|its) )*(?P<whole>[{COUNT}])(?= [^{QUANTITY}]*[:;,–.(])"
)
_PLACED = re.compile(f"[{QUANTITY}]")
_WORD = re.compile(r"[a-z]+")
_OPPOSED = (
    ({"for", "favour", "support", "supported", "backed"}, {"against", "opposed"}),
    ({"yes"}, {"no"}),
    ({"agreed", "agree"}, {"disagreed", "disagree"}),
)
_AGAINST = ("dis", "un", "in", "non")


def no_majorities(reading: Reading) -> Iterator[NoMajority]:
    """Every such majority, where the parts of the sentence make the whole."""
    for sentence in reading.sentences:
        if len(sentence.quantities) < 3 or not re.search(r"\b[Mm](?:ajority|ost)\b", sentence.text):
            continue
        skeleton = skeleton_of(sentence.text)
        match = _MOST.search(skeleton.text)
        if match is None:
            continue
        whole = skeleton.quantity(match["whole"])
        row = skeleton.text[match.end("whole") :]
        parts = [skeleton.quantity(each) for each in _PLACED.findall(row)]
        told = [whole, *parts]
        if len(parts) < 2 or any(
            each.measure is not Measure.COUNT or each.hedge is not Hedge.NONE for each in told
        ):
            continue
        first = parts[0]  # what is in favour is told first, and the greatest
        if any(each.value > first.value for each in parts) or first.value * 2 >= whole.value:
            continue
        if sum(each.value for each in parts) != whole.value:
            continue
        if _are_contrary(_PLACED.split(row)[1:]):
            yield NoMajority(sentence, match["word"], first, whole)


def _are_contrary(said: list[str]) -> bool:
    """Whether the second part is the contrary of the first, and no other is of a side of them."""
    left, right, *others = (set(_WORD.findall(each)) for each in said)
    sides = _sides(left, right)
    return bool(sides) and not any(sides & each for each in others)


def _sides(left: set[str], right: set[str]) -> frozenset[str]:
    """The words by which what is said on the right is the contrary of what is on the left."""
    for before in _AGAINST:
        for word in left:
            if f"{before}{word}" in right:
                return frozenset((word, f"{before}{word}"))
    for yes, no in _OPPOSED:
        if left & yes and right & no and not left & no:
            return frozenset(yes | no)
    if "not" in right - left:
        return frozenset(word for word in left & right if len(word) > _SHORT)
    return frozenset()


_SHORT = 3
