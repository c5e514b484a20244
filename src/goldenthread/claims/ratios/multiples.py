"""Multiples told in words ("doubled", "twice the", "three times as many") and their two numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.changes.pair_model import How
from goldenthread.claims.changes.pairs import ends_by_measure, linked
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Hedge, Measure, Quantity
from goldenthread.claims.language.printed import exact, number, printed
from goldenthread.claims.language.ratios import Room, room
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    MONEY,
    PERCENT,
    QUANTITY,
    RATE,
    TIMES,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.timing import order_of

_END = f"[{COUNT}{PERCENT}{RATE}{MONEY}{DURATION}]"
# "412, twice the 206 of last year": the first number is the multiple of the second.
_BASE_AFTER = re.compile(
    rf"(?P<one>{_END})[^{QUANTITY};.]{{0,60}}?(?:\. (?:this|that|it) (?:was|is) )"
    rf"?(?P<x>[{TIMES}])(?P<link>(?: (?:as|the|that|what|"
    rf"more|higher|"
    rf"greater|larger|many|much|high|number|rate|of|than|in|it|was|its|level|figure|likely|often|"
    rf"national|average|england|regional|for|those|last|year's|[a-z]+'s|[\uf000-\uf301]))*"
    rf"(?: [a-z]+){{0,3}} ?\(?)(?P<other>{_END})"
)
# What is held against a second number: "double the rate of A and above that of B, at 84".
_ALSO = r" and (?:[a-z]+ ){0,2}(?:above|below|more|higher|lower|greater|less)\b"
_NO_VALUE = rf"(?:(?!{_ALSO})[^{QUANTITY};.()])"
# "83 per 10,000, nearly three times the rate of its neighbours, at 45": the base is told last.
_RATE_AT = re.compile(
    rf"(?P<one>{_END})[^{QUANTITY};.]{{0,30}}?,? (?:which is |this is |– )?(?P<x>[{TIMES}])"
    rf"(?P<link>(?: higher than| greater than| more than)? (?:the|that) (?:[a-z']+ ){{0,2}}?"
    rf"(?:rates?|average|level|figure|proportion|percentage)\b{_NO_VALUE}{{0,80}}?"
    rf"(?:, (?:at|which is|of)|\bof|\bat)(?: (?:an?|the))?(?: rates?| levels?)?(?: of| at)? |"
    rf"(?: higher than| greater than)? (?:the|that) (?:[a-z']+ ){{0,2}}?(?:rates?|average|level|"
    rf"figure|proportion|percentage)\b{_NO_VALUE}{{0,60}}? \()(?P<other>{_END})"
)
_BRACKET_AFTER = re.compile(
    rf"(?P<x>[{TIMES}])(?P<link> (?:as|more|higher|greater|lower|less|the|that)"
    rf"\b[^{QUANTITY};.(]{{0,80}})"
    rf"\((?:[a-z]+ ){{0,3}}(?P<one>{_END})[^{QUANTITY};.]{{0,50}}?"
    rf"\b(?:and|to|against|compared (?:with|to)|versus|vs\.?|v)"
    rf"\b[^{QUANTITY};.]{{0,50}}?(?P<other>{_END})"
)
# "Twice as many false alarms (3,388) as fires (2,204)".
_AS_MANY_AS = re.compile(
    rf"(?P<x>[{TIMES}])(?P<link> as (?:many|much|high)\b)"
    rf"[^{QUANTITY};.(]{{0,50}}\((?P<one>{_END})\) as "
    rf"[^{QUANTITY};.(]{{0,50}}\((?P<other>{_END})\)"
)
# "27 against 36 the year before, three quarters as many".
_AFTER_BOTH = re.compile(
    rf"(?P<one>{_END})[^{QUANTITY};.]{{0,80}}?\b(?:against|compared (?:with|to)|versus|up from|"
    rf"down from|as opposed to|instead of)\b[^{QUANTITY};.]{{0,40}}?(?P<other>{_END})"
    rf"[^{QUANTITY};.()]{{0,50}}?(?:,| –| \()(?: (?:which is|that is|or|this is|i\.e\.|so|just|"
    rf"only))* ?(?P<x>[{TIMES}])(?P<link> as (?:many|much|high|large|often|likely)\b(?! again)|"
    r" (?:of )?what\b| (?:the|its|their|last) (?:[a-z']+ )?(?:number|level|figure|rate|total|size|"
    r"amount)\b)"
)
# Each of the two numbers of a bracket has a name of its own there.
_OF_ITS_OWN = re.compile(
    rf"[^{QUANTITY};.()]{{0,60}}?\b(?:in|for|among|at)\b[^{QUANTITY};.()]{{2,80}}?\band\b"
    rf"[^{QUANTITY};.()]{{2,60}}?\brespectively\b"
)
_AS_MUCH = re.compile(
    r" as (?:many|much|high|large|often|likely)\b(?! again)|"
    r" (?:the|that|its|their) (?:[a-z']+ ){0,2}?(?:rate|level|average|figure)\b"
)
_MORE = re.compile(r"^ (?:higher|more|greater|larger)\b")
# "There it is 5.0%, here four times higher at 19.9%": the base is told first.
_HIGHER_AT = re.compile(r" (?:higher|greater|larger|more)(?: again| here| there)? at \(?")
NOT_YET = re.compile(
    r"\b(?:will|would|could|may|might|should|expected|forecast|aim\w*|plan\w*|to|not|n't|never|"
    r"if) $"
)
_BREAK = re.compile(r";|\b(?:while|whereas|although|but|however|where|when|and)\b")
_IN_ALL = re.compile(r"\b(?:in all|altogether|together|in total|overall|both)\b")
_FARTHEST = 110
# Two numbers this many times further apart than the words say are hardly what they speak of.
_TOO_FAR = Fraction(5, 2)


@dataclass(frozen=True, slots=True)
class Multiple:
    """A multiple put to the test: its place in the sentence, and where the last of it stands."""

    words: int
    last: int
    fair: bool
    possible: bool
    evidence: str


def multiples_in(skeleton: Skeleton) -> Iterator[Multiple]:
    """Every multiple told beside the two numbers it is said of."""
    for place, quantity in enumerate(skeleton.quantities):
        at = skeleton.at[place]
        if quantity.measure is not Measure.TIMES or not (
            _is_multiple(quantity) or _AS_MUCH.match(skeleton.text, at + 1)
        ):
            continue
        if at < 0 or NOT_YET.search(skeleton.text[:at]):
            continue
        found = list(_ratios(skeleton, place))
        if not found:
            continue
        found += _others(skeleton, [each[2] for each in found])
        rooms = [_allowed(quantity, each[1]) for each in found]
        fair = any(r.fair.meets(each[0]) for r, each in zip(rooms, found, strict=True))
        possible = any(r.doubtful.meets(each[0]) for r, each in zip(rooms, found, strict=True))
        one, other = found[0][2]
        value = one.value / other.value
        last = max(at, *(skeleton.at[skeleton.quantities.index(each)] for each in (one, other)))
        yield Multiple(
            place,
            last,
            fair,
            possible,
            f"{printed(one)} ÷ {printed(other)} = {number(value, 2)}; "
            f"“{quantity.text}” is {exact(quantity.value)}",
        )


def _is_multiple(quantity: Quantity) -> bool:
    return quantity.value > 1 or quantity.text.lower().startswith("halv")


_Found = tuple[Interval, str, tuple[Quantity, Quantity]]


def _ratios(skeleton: Skeleton, place: int) -> Iterator[_Found]:
    """The ratio the words are said of, the words after them, and the two numbers."""
    slot_at = skeleton.at[place]
    slot = skeleton.text[slot_at]
    for pattern in (_AFTER_BOTH, _AS_MANY_AS, _BRACKET_AFTER, _BASE_AFTER, _RATE_AT):
        for match in pattern.finditer(skeleton.text):
            if match["x"] != slot:
                continue
            one, other = skeleton.quantity(match["one"]), skeleton.quantity(match["other"])
            if (
                pattern is _AFTER_BOTH
                and order_of(
                    skeleton, skeleton.number(match["one"]), skeleton.number(match["other"])
                )
                > 0
            ):
                one, other = other, one
            if pattern is _BASE_AFTER and _HIGHER_AT.fullmatch(match["link"]):
                one, other = other, one
            if pattern is _BRACKET_AFTER and _OF_ITS_OWN.match(skeleton.text, match.end()):
                return  # "(37 and 41 in the North and the East respectively)": both of one side
            if _of_one_sort(one, other) and other.interval.low > 0:
                yield one.interval / other.interval, match["link"], (one, other)
                return
    after = skeleton.text[slot_at + 1 : slot_at + 12]
    if re.match(r" (?:as|more|higher|greater|lower|fewer|less|the|that)\b", after):
        return
    for ends in ends_by_measure(skeleton, set()):
        for pair in linked(skeleton, ends):
            start, stop = (skeleton.at[each] for each in pair.both)
            gap = (
                skeleton.text[slot_at + 1 : start]
                if slot_at < start
                else (skeleton.text[stop + 1 : slot_at] if slot_at > stop else "")
            )
            inside = skeleton.text[start + 1 : slot_at] if start < slot_at < stop else ""
            if re.search(r"\band\b", inside):
                continue
            if _of_two_times(gap, skeleton.text[stop:]):
                continue
            kin = [skeleton.at[each] for each in ends if each not in pair.both]
            if len(gap) > _FARTHEST or _BREAK.search(gap) or pair.places:
                continue
            if any(min(slot_at, start) < each < max(slot_at, stop) for each in kin):
                continue
            if pair.how in (How.DATED, How.COMPARED) and len(ends) > 2:
                continue
            one, other = skeleton.quantities[pair.after], skeleton.quantities[pair.before]
            told = skeleton.quantities[place].value
            if pair.how is not How.FROM_TO and other.value:
                apart = one.value / other.value / told
                if not 1 / _TOO_FAR < apart < _TOO_FAR:
                    continue
            if other.interval.low > 0:
                yield one.interval / other.interval, "", (one, other)


_ITS_TIME = re.compile(rf"^[^{QUANTITY};.]{{0,20}}[{DURATION}{WHEN}][^.;]*[.;] ")
_OWN_TIME = re.compile(rf"^.(?: [a-z]+){{0,3}} ?[{WHEN}{DURATION}]")


def _of_two_times(between: str, after: str) -> bool:
    """Whether the words end a sentence with their time, and the numbers have one of their own.

    "The fleet has doubled in ten years. It rose from 46 to 51 last year alone."
    """
    return bool(_ITS_TIME.search(between) and _OWN_TIME.search(after))


def _of_one_sort(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers can be held against each other; a rate may leave its base unsaid."""
    sorts = {one.measure, other.measure}
    return len(sorts) == 1 or sorts == {Measure.RATE, Measure.COUNT}


def _others(skeleton: Skeleton, not_these: list[tuple[Quantity, Quantity]]) -> list[_Found]:
    """Every other two numbers of the sentence, either way round: the words may be theirs."""
    found: list[_Found] = []
    for ends in ends_by_measure(skeleton, set()):
        if not 2 < len(ends) <= 8:
            continue
        for before in ends:
            for after in ends:
                one, other = skeleton.quantities[after], skeleton.quantities[before]
                known = any({id(one), id(other)} == {id(a), id(b)} for a, b in not_these)
                if before != after and not known and other.interval.low > 0:
                    found.append((one.interval / other.interval, "", (one, other)))
            base = skeleton.quantities[before]
            rest = [skeleton.quantities[each] for each in ends if each != before]
            if base.interval.low > 0 and _IN_ALL.search(
                skeleton.text
            ):  # "boys (124) and girls (98), twice as many as in 2019 (103)"
                whole = sum((each.interval for each in rest[1:]), rest[0].interval)
                found.append((whole / base.interval, "", (rest[0], base)))
    return found


def _allowed(quantity: Quantity, link: str) -> Room:
    """The room of the words; "three times higher" may be three times as high, or four times."""
    allowed = room(quantity)
    if _MORE.match(link) and quantity.hedge is Hedge.NONE:
        return Room(
            Interval(allowed.fair.low, allowed.fair.high + 1),
            Interval(allowed.doubtful.low, allowed.doubtful.high + 1),
        )
    if re.match(r" (?:lower|less|fewer)\b", link):
        one = Fraction(1)
        return Room(
            Interval(one / allowed.fair.high, one / allowed.fair.low),
            Interval(one / allowed.doubtful.high, one / allowed.doubtful.low),
        )
    return allowed
