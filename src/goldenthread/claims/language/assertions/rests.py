"""What is left of a whole: "of these 520 came online, 200 on paper and the remainder, 180, ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.assertions.blockers import RECKONED, WISHED
from goldenthread.claims.language.assertions.levels import levels_of
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import EARLIER, LAST, PERCENT, QUANTITY, Skeleton

_REST = re.compile(
    r"\b(?:the (?:rest|remainder|others|other|balance)|everything else|everyone else|all others?|"
    r"the remaining|leaving|which leaves|that leaves|remainder)\b"
    rf"(?:(?! (?:of|from|in) (?:the|our|its)\b| (?:way|hand|side|direction|from|than|up|down)\b)"
    rf"[^{QUANTITY}.;()]){{0,30}} ?\(?"
    rf"(?:[{PERCENT}](?: [a-z]+)? ?(?:\(|– |, |or ))?"
    rf"(?P<rest>[{QUANTITY}])(?! (?:fewer|more|less)\b)"
)
_LEFT = re.compile(r"\b(?:rest|remain\w*|leav\w+|balance|else)\b")
_HUNDRED = Interval.exactly(Fraction(100))
_WHOLE = re.compile(
    r"\b(?:of|out of|had|total of|received|in all|among|from|were|counted|raised|got|took|held|"
    r"made|saw|heard) (?:(?:the|all|our|its|these|those|a|total|of|just|only|some|year's) )*$"
)
_MOST = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A rest told wrong: its place, those of the other parts, and the whole's if printed.

    ``by_name`` where it is called what is left, and is no category of its own ("all other types").
    """

    rest: int
    parts: tuple[int, ...]
    whole: int | None
    by_name: bool = True


def wrong_rests(skeleton: Skeleton, since: int) -> Iterator[Left]:
    """Every rest told from ``since`` on that no parts leave of any whole here."""
    for match in _REST.finditer(skeleton.text):
        rest = skeleton.number(match["rest"])
        quantity = skeleton.quantities[rest]
        if match.start("rest") < since or quantity.measure not in (
            Measure.COUNT,
            Measure.MONEY,
            Measure.PERCENT,
        ):
            continue
        found = _left(skeleton, rest, quantity.measure)
        if found is not None:
            yield replace(found, by_name=_LEFT.search(match.group()) is not None)


def _left(skeleton: Skeleton, rest: int, unit: Measure) -> Left | None:
    text = skeleton.text
    others = levels_of(skeleton, unit, {rest}, all_of_them=True)
    others = [each for each in others if skeleton.at[each] < skeleton.at[rest]]
    others = _once(skeleton, others)
    least = 2
    if not least <= len(others) <= _MOST or _of_two_times(text):
        return None
    stated = skeleton.quantities[rest].interval
    values = {each: skeleton.quantities[each].interval for each in others}
    wholes: list[int | None] = [*others, None] if unit is Measure.PERCENT else [*others]
    for whole in wholes:
        size = _HUNDRED if whole is None else values[whole]
        some_parts = [each for each in others if each != whole]
        for count in range(1, len(some_parts) + 1):
            for some in combinations(some_parts, count):
                total = values[some[0]]
                for each in some[1:]:
                    total += values[each]
                if (size - total).meets(stated):
                    return None
    if unit is Measure.PERCENT:
        return Left(rest=rest, parts=tuple(others), whole=None)
    largest = max(others, key=lambda each: skeleton.quantities[each].value)
    parts = tuple(each for each in others if each != largest)
    taken = sum(skeleton.quantities[each].value for each in parts)
    whole_value = skeleton.quantities[largest].value
    if taken >= whole_value:
        return None
    introduced = any(
        _WHOLE.search(text[:at])
        for place, at in enumerate(skeleton.at)
        if at >= 0 and skeleton.quantities[place].value == whole_value
    )
    made = taken + skeleton.quantities[rest].value
    close = made <= whole_value * _CLOSE and whole_value <= made * _CLOSE
    if not introduced and not (close and _OF_THEM.search(text, skeleton.at[largest])):
        return None
    return Left(rest=rest, parts=parts, whole=largest)


# Where no word introduces the whole, the parts come so near it that nothing else is meant.
_CLOSE = Fraction(4, 3)
_OF_THEM = re.compile(r"\b(?:of|from|among) (?:them|these|those|whom|which)\b")


def _once(skeleton: Skeleton, places: list[int]) -> list[int]:
    """The places without a number that repeats the largest: "75 people. Sixty of the 75"."""
    most = max((skeleton.quantities[each].value for each in places), default=Fraction(0))
    largest = [each for each in places if skeleton.quantities[each].value == most]
    return [each for each in places if each not in largest[1:]]


def _of_two_times(text: str) -> bool:
    """Whether numbers of two times, or wished for, stand among those told."""
    return bool(
        WISHED.search(text)
        or RECKONED.search(text)
        or re.search(rf"[{EARLIER}{LAST}]|\b(?:compared|against|than|average)\b", text)
    )
