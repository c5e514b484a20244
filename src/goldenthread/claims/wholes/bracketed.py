"""Parts in brackets after their whole: "51% were in five wards (11% in A ...)", "3 (2 new, 1 old)".

A bracket that holds nothing but numbers and what each is of says what its whole is made of, where
so many things are named as were said to be, or where the two are contraries.
"""

import re
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    QUANTITY,
    Skeleton,
    skeleton_of,
)
from goldenthread.claims.wholes import whole_cues as cues
from goldenthread.claims.wholes.contraries import exclude

Found = tuple[Quantity, tuple[Quantity, ...]]

_UNIT = f"[{COUNT}{MONEY}{PERCENT}]"
_NEAR = Fraction(4, 3)  # farther off, something else is meant
_LEAST = 2
_ITEM = re.compile(rf"(?:and |with |plus )?(?P<part>{_UNIT})(?P<what> [^{QUANTITY}]+)")
_LABELLED = re.compile(
    rf"(?:and |with |plus )?(?P<what>[^{QUANTITY}]+?)(?: at| with|:| –)? (?P<part>{_UNIT})"
)
# "... (51%) took place in five boroughs (": the whole, and how many parts follow.
_SO_MANY = re.compile(
    rf"(?P<whole>{_UNIT})\)?(?P<what>[^{QUANTITY}.;:()]*?\b(?:in|at|from|to|by|across|among|between|of|"
    rf"for|on|with|into|over|through) (?:just |only )?(?:the )?)(?P<many>[{COUNT}])"
    rf"[^{QUANTITY}.;:()]{{1,60}}?(?: \(| ?: | – )(?P<row>(?=[^().;]*{_UNIT})[^().;]+)"
)
_TWO = re.compile(
    rf"(?P<whole>[{COUNT}])(?: [a-z'-]+){{0,5}} \("
    rf"(?P<one>[{COUNT}]|one\b)(?P<first> [^{QUANTITY},;()]+?)"
    rf"(?:,| and|, and|;|, with| with) (?P<two>[{COUNT}]|one\b)(?P<second> [^{QUANTITY},;()]+)\)"
)
_ONE = Quantity(
    text="one",
    start=0,
    end=0,
    value=Fraction(1),
    interval=Interval.exactly(1),
    measure=Measure.COUNT,
)


def in_brackets(sentence: Sentence) -> Found | None:
    """A whole and the parts in brackets after it that do not make it."""
    if not sentence.quantities:
        return None
    skeleton = skeleton_of(sentence.text)
    for match in _SO_MANY.finditer(skeleton.text):
        parts = _row(skeleton, match["row"])
        many = skeleton.quantity(match["many"])
        whole = skeleton.quantity(match["whole"])
        if len(parts) >= _LEAST and many.value == len(parts) and _fails(whole, parts):
            return whole, parts
    for match in _TWO.finditer(skeleton.text):
        whole = skeleton.quantity(match["whole"])
        one, two = (
            _ONE if match[name] == "one" else skeleton.quantity(match[name])
            for name in ("one", "two")
        )
        if exclude(match["first"], match["second"]) and _fails(whole, (one, two)):
            return whole, (one, two)
    return None


def _row(skeleton: Skeleton, row: str) -> tuple[Quantity, ...]:
    """The amounts of a row, each before its name or each after it; nothing where one has none."""
    if cues.NOT_ALL.search(row):
        return ()
    for pattern in (_ITEM, _LABELLED):
        items = [
            pattern.fullmatch(each.strip())
            for each in re.split(rf"[,;]| and (?={_UNIT})| and (?=[^{QUANTITY}]*{_UNIT}$)", row)
            if each.strip()
        ]
        found = [skeleton.quantity(each["part"]) for each in items if each]
        if len(found) == len(items):
            return tuple(found)
    return ()


def _fails(whole: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether no values that round to what is printed make the whole of the parts, though near."""
    if any(each.measure is not whole.measure or each.hedge is not Hedge.NONE for each in parts):
        return False
    if whole.hedge is not Hedge.NONE or any(each.value >= whole.value for each in parts):
        return False
    made = parts[0].interval
    for each in parts[1:]:
        made += each.interval
    value = sum((each.value for each in parts), Fraction(0))
    near = max(value, whole.value) <= min(value, whole.value) * _NEAR
    return not made.meets(whole.interval) and (near or abs(value - whole.value) <= 1)
