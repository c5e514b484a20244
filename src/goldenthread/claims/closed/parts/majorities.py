"""A majority that is told with its own number, or with all parts of its whole, and is none.

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
# "The majority of the 584 calls came from mills (248)": how many they were stands in brackets.
_IN_BRACKETS = re.compile(
    rf"\b(?P<word>(?:the|a) (?:[a-z]+ )?majority|most) of (?:(?:the|our|all|those|these|its) )*"
    rf"(?P<whole>[{COUNT}])(?: [^{QUANTITY};:.()]*)? \((?P<n>[{COUNT}])\)"
)
# "We had 402 replies. The majority, 163, were glad": of the only number before.
_APPOSED = re.compile(
    rf"^(?P<word>(?:the|an?) (?:[a-z]+ )?majority|most)(?: of (?:them|these|those))?"
    rf"(?:, (?P<n>[{COUNT}]),| \((?P<in>[{COUNT}])\))"
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
    """Every such majority, where the parts make the whole, or its own number is told."""
    before: Sentence | None = None
    for sentence in reading.sentences:
        if sentence.quantities and _NAMED.search(sentence.text):
            found = _of_parts(sentence) or _of_its_number(sentence, before)
            if found is not None:
                yield found
        before = sentence


_NAMED = re.compile(r"\b[Mm](?:ajority|ost)\b")


def _of_its_number(sentence: Sentence, before: Sentence | None) -> NoMajority | None:
    """A majority with its number beside it, which is less than half of its whole."""
    skeleton = skeleton_of(sentence.text)
    match = _IN_BRACKETS.search(skeleton.text)
    if match is not None:
        most, whole = skeleton.quantity(match["n"]), skeleton.quantity(match["whole"])
    else:
        match = _APPOSED.search(skeleton.text)
        counted = before.quantities if before and before.passage is sentence.passage else ()
        if match is None or len(counted) != 1:
            return None
        most, whole = skeleton.quantity(match["n"] or match["in"]), counted[0]
    plain = all(each.hedge is Hedge.NONE for each in (most, whole))
    if not plain or whole.measure is not Measure.COUNT or not 0 < most.value * 2 < whole.value:
        return None
    return NoMajority(sentence, match["word"], most, whole)


def _of_parts(sentence: Sentence) -> NoMajority | None:
    """A majority of a whole that the parts told after it make up."""
    skeleton = skeleton_of(sentence.text)
    match = _MOST.search(skeleton.text)
    if match is None:
        return None
    whole = skeleton.quantity(match["whole"])
    row = skeleton.text[match.end("whole") :]
    parts = [skeleton.quantity(each) for each in _PLACED.findall(row)]
    told = [whole, *parts]
    if len(parts) < 2 or any(
        each.measure is not Measure.COUNT or each.hedge is not Hedge.NONE for each in told
    ):
        return None
    first = parts[0]  # what is in favour is told first, and the greatest
    if any(each.value > first.value for each in parts) or first.value * 2 >= whole.value:
        return None
    if sum(each.value for each in parts) != whole.value:
        return None
    if not _are_contrary(_PLACED.split(row)[1:]):
        return None
    return NoMajority(sentence, match["word"], first, whole)


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
