"""What is left of a whole: "of these 520 came online, 200 on paper and the remainder, 180, ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from goldenthread.claims.changes.blockers import RECKONED, WISHED
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.levels import levels_of
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import (
    EARLIER,
    LAST,
    PERCENT,
    QUANTITY,
    WHEN,
    Skeleton,
)
from goldenthread.claims.shares.own_parts import told_beside
from goldenthread.claims.shares.share_model import Share, fits

# "The other 17", "the other visits", but not "at the other end"; "120 came in, leaving 80", but not
# "of those leaving, 38".
_REST = re.compile(
    rf"(?:\b(?:the (?:rest|remainder|others|balance|other(?=,? \(?[{QUANTITY}]| [a-z-]+s\b|"
    r" (?:children|people|men|women|staff)\b))|everything else|everyone else|all others?|"
    r"the remaining|which leaves|that leaves|remainder)|"
    r"(?:^|[,;:–(] |\b(?:and|so|thus|thereby|hence) )leaving(?!,))\b"
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
    levels = levels_of(skeleton, unit, {rest}, all_of_them=True)
    others = _once(skeleton, [each for each in levels if skeleton.at[each] < skeleton.at[rest]])
    least = 2
    if not least <= len(others) <= _MOST or _of_two_times(text) or _COMES_IN.search(text):
        return None
    if any(_is_of_a_range(skeleton, each) for each in (*others, rest)):
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
    others = [each for each in others if not _of_other_things(skeleton, each, rest)]
    if len(others) < least:
        return None
    largest = max(others, key=lambda each: skeleton.quantities[each].value)
    parts = tuple(each for each in others if each != largest)
    taken = sum(skeleton.quantities[each].value for each in parts)
    whole_value = skeleton.quantities[largest].value
    if taken >= whole_value or _far_off(whole_value - taken, skeleton.quantities[rest].value):
        return None
    if _has_its_own_noun(skeleton, rest, others):
        return None
    if _of_another_whole(skeleton, rest, {each for each in others if each != largest}):
        return None
    introduced = any(
        _WHOLE.search(text[:at])
        for place, at in enumerate(skeleton.at)
        if at >= 0 and skeleton.quantities[place].value == whole_value
    )
    if introduced and _told_alike(skeleton, largest, parts):
        return None
    made = taken + skeleton.quantities[rest].value
    close = made <= whole_value * _CLOSE and whole_value <= made * _CLOSE
    if not introduced and not (close and _OF_THEM.search(text, skeleton.at[largest])):
        return None
    return Left(rest=rest, parts=parts, whole=largest)


# "Some £100m to £150m this year", and not "from £415m to £100m".
_RANGE = re.compile(
    rf"(?<!from )(?<!from about )(?<!from some )[{QUANTITY}](?: to |[-–])(?=[{QUANTITY}])"
)


def _is_of_a_range(skeleton: Skeleton, place: int) -> bool:
    """Whether a number is an end of a range, so that neither end is what is meant."""
    at, text = skeleton.at[place], skeleton.text
    return bool(_RANGE.match(text, at)) or any(
        match.end() == at for match in _RANGE.finditer(text, 0, at + 1)
    )


# "£1.4m was withdrawn and £0.6m added, so that the balance is £9.0m": not only taken away.
_COMES_IN = re.compile(r"\b(?:added|paid in|put in|came in|moved in|joined|transferred in)\b")

# "268 of 339, and for the other two teams 81%": so far from the 71 left, it counts other things.
_FAR = 5


def _far_off(left: Fraction, told: Fraction) -> bool:
    return max(left, told) > _FAR * min(left, told)


_BEFORE = re.compile(r"(?P<verb>[a-z]+) (?:(?:the|all|our|its|these|a|just|only|some) )*$")


def _told_alike(skeleton: Skeleton, whole: int, parts: tuple[int, ...]) -> bool:
    """Whether a part is told with the verb of the whole: "Police sent 2,010. Health sent 1,120"."""
    verbs = [_BEFORE.search(skeleton.text[: skeleton.at[each]]) for each in (whole, *parts)]
    first = verbs[0]
    return first is not None and any(each and each["verb"] == first["verb"] for each in verbs[1:])


# "1,126 episodes, involving 438 children": what those counted have to do with, and no part of them.
_INVOLVING = re.compile(
    r"\b(?:involving|affecting|concerning|covering|serving|per|averaging|an average of) "
    r"(?:(?:the|some|about|just|only|all|a total of) )*$"
)


def _of_other_things(skeleton: Skeleton, place: int, rest: int) -> bool:
    """Whether a number counts other things than the rest: 2.6 to each, or who was involved."""
    average = skeleton.quantities[place].decimals and not skeleton.quantities[rest].decimals
    return bool(average or _INVOLVING.search(skeleton.text[: skeleton.at[place]]))


_NOUN = re.compile(
    r" (?:(?!of\b)[a-z-]+ )?(?P<noun>[a-z-]+[a-rt-z]s)\b(?= (?:had|have|were|are|was)\b)"
)
_ANYTHING = frozenset(stem(word) for word in ("cases", "ones", "instances"))


def _has_its_own_noun(skeleton: Skeleton, rest: int, others: list[int]) -> bool:
    """Whether the rest is of things by another name than those counted beside it.

    "Thirty nurses began, of whom 26 stayed, and the remaining 12 posts have been advertised".
    """
    named = _NOUN.match(skeleton.text, skeleton.at[rest] + 1)
    nouns = [skeleton.quantities[each].noun for each in others]
    known = {stem(word) for noun in nouns for word in noun.lower().split()}
    counted = {word for noun in nouns for word in noun.lower().split() if word.endswith("s")}
    return bool(named and counted and stem(named["noun"]) not in known | _ANYTHING)


def _of_another_whole(skeleton: Skeleton, rest: int, others: set[int]) -> bool:
    """Whether the percentage told beside a number is its share of one that is no whole of it."""
    return any(
        part == rest and any(fits(skeleton, Share(rest, each, share)) for each in others)
        for share, part in told_beside(skeleton).items()
        if skeleton.quantities[share].measure is Measure.PERCENT
    )


# Where no word introduces the whole, the parts come so near it that nothing else is meant.
_CLOSE = Fraction(4, 3)
_OF_THEM = re.compile(r"\b(?:of|from|among) (?:them|these|those|whom|which)\b")


def _once(skeleton: Skeleton, places: list[int]) -> list[int]:
    """The places without a number that repeats the largest: "75 people. Sixty of the 75"."""
    most = max((skeleton.quantities[each].value for each in places), default=Fraction(0))
    largest = [each for each in places if skeleton.quantities[each].value == most]
    return [each for each in places if each not in largest[1:]]


_ASIDE = re.compile(rf" ?\([^(){QUANTITY}{WHEN}]*\)")  # says nothing of the numbers outside it
_NESTED = 2


def _of_two_times(text: str) -> bool:
    """Whether numbers of two times, or wished for, stand among those told."""
    for _ in range(_NESTED):
        text = _ASIDE.sub("", text)
    return bool(
        WISHED.search(text)
        or RECKONED.search(text)
        or re.search(rf"[{EARLIER}{LAST}]|\b(?:compared|against|than|average)\b", text)
    )
