"""Numbers that take the unit of another: "from 10 to 15%", "2,215 per 100,000 (England 1,933)"."""

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.directions import NOUN
from goldenthread.claims.language.hedges import loosened
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.rounded_alike import ROUND_FROM
from goldenthread.claims.language.units import UNIT

_SHARED_BY = re.compile(r"[\s*_]*(?:to|and|or)[\s*_]+$", re.I)
# "An increase of 51 or 11%" tells one change twice, in numbers and in per cent.
_SIZE_OR = re.compile(rf"\b(?:{NOUN})\s+of\s+$", re.I)
_SHARES = (Measure.PERCENT, Measure.POINTS, Measure.RATE, Measure.DURATION)


# "A rate of 2,215 per 100,000, 15% above the England rate of 1,933".
_ALSO_A_RATE = re.compile(r"\brate (?:(?:of|was|is|in|for|at|stood) (?:[A-Z][a-z]+ )?){1,2}$")
# So many times larger or smaller is hardly the same rate of another place or time.
_LIKE = 4


def also_rates(text: str, found: list[Quantity]) -> list[Quantity]:
    """A bare number told as "the rate of" takes the base of the rate told before it."""
    rate: Quantity | None = None
    for place, each in enumerate(found):
        if each.measure is Measure.RATE:
            rate = each
        if rate is None or each.measure is not Measure.COUNT or not each.value or not rate.value:
            continue
        ratio = each.value / rate.value
        also = _ALSO_A_RATE.search(text[: each.start]) or _rate_held_against(text, found, place)
        if also and 1 <= max(ratio, 1 / ratio) < _LIKE:
            found[place] = replace(
                each,
                measure=Measure.RATE,
                per=rate.per,
                interval=loosened(
                    Interval.rounded(each.value, each.decimals), each.value, each.hedge, False
                ),
            )
    return found


# "4.7 per thousand births, down from 4.8 in 2012", "from 75.1 per thousand to 73.8".
_RATE_THEN = re.compile(
    r"[^.;:()]{0,60}?(?:,\s(?:up|down|(?:an?\s)?(?:\w+\s)?(?:fall|rise|increase|decrease|drop)|"
    r"compared)\s(?:from|with|to|on)|\s(?:compared\swith|to|against))\s(?:just\s|only\s)?",
    re.I,
)
_BARE = re.compile(
    r"(?:[.,;:()]|$|\sin\s(?:the\syear\s(?:to|ending)\s\w+\s)?(?:19|20)\d\d|\s(?:the|a)\s"
    r"(?:previous\s)?year|\sin\s(?:the\s)?previous\s)"
)


def _rate_held_against(text: str, found: list[Quantity], place: int) -> bool:
    """Whether a bare number is what the rate right before it is held against."""
    each, rate = found[place], found[place - 1] if place else None
    if rate is None or rate.measure is not Measure.RATE or each.decimals != rate.decimals:
        return False
    joined = _RATE_THEN.fullmatch(text, rate.end, each.start)
    return joined is not None and _BARE.match(text, each.end) is not None


# "46 days, against 40 in the year before": the unit is told once.
_HELD_AGAINST = re.compile(
    r"[\s*]*,?\s(?:against|compared (?:with|to)|up from|down from|from|than|not)\s"
    r"(?:(?:the|just|only|about)\s)*",
    re.I,
)
# Within what time something was counted is no length that others are held against.
_A_WINDOW = re.compile(
    r"\b(?:within|in|over|during|for|after|before|every|last|past|first|next|the|under|least)\s$",
    re.I,
)
_NO_NOUN = re.compile(
    r"\s?(?:[.,;:()]|$|(?:in|a|the|one|last|twelve)\s(?:the\s)?(?:last|previous|preceding|"
    r"year|quarter|month|20\d\d|19\d\d|months)\b|last\s(?:year|quarter|month)\b)"
)


def also_lengths(text: str, found: list[Quantity]) -> list[Quantity]:
    """A bare number that a length of time is held against is one too."""
    for place, (one, other) in enumerate(pairwise(found), 1):
        if (
            one.measure is Measure.DURATION
            and other.measure is Measure.COUNT
            and not _A_WINDOW.search(text, 0, one.start)
            and _HELD_AGAINST.fullmatch(text, one.end, other.start)
            and _NO_NOUN.match(text, other.end)
        ):
            found[place] = replace(other, measure=one.measure, per=one.per, noun=one.noun)
    return found


def sharing_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """The first number takes the second's unit: "from 10 to 15%", "from 1.2 to 1.4 million"."""
    found = also_lengths(text, also_rates(text, found))
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        if one.measure is Measure.COUNT and _is_rate_before(text, one, other):
            found[place] = replace(
                one,
                measure=other.measure,
                per=other.per,
                interval=loosened(
                    Interval.rounded(one.value, one.decimals), one.value, one.hedge, False
                ),
            )
            continue
        if one.measure is not Measure.COUNT or not _SHARED_BY.fullmatch(text, one.end, other.start):
            continue
        if not re.search(r"\b(?:from|between|of)[\s*]+(?:\w+\s){0,2}$", text[: one.start], re.I):
            continue
        either = re.search(r"\bor\b", text[one.end : other.start])
        if either and (_SIZE_OR.search(text, 0, one.start) or _too_many(one, other)):
            continue
        unit = UNIT.match(text, other.start + _number_length(other.text))
        if other.measure in _SHARES:
            printed = Interval.rounded(one.value, one.decimals)
            if other.measure is Measure.DURATION and not one.decimals:
                printed = Interval.exactly(one.value)
            found[place] = replace(
                one,
                measure=other.measure,
                per=other.per,
                noun=other.noun if other.measure is Measure.DURATION else one.noun,
                interval=loosened(printed, one.value, one.hedge, False),
            )
        elif unit and unit["scale"] and other.value >= ROUND_FROM and one.value < ROUND_FROM:
            scale = other.value / Fraction(re.sub(r"[^\d.]", "", other.text) or 1)
            printed = Interval.rounded(one.value, one.decimals).scaled(scale)
            found[place] = replace(
                one,
                value=one.value * scale,
                interval=loosened(printed, one.value * scale, one.hedge, False),
            )
    return found


_IN_A_YEAR_TO = re.compile(r"\s(?:in|\()\s?(?:19|20)\d\d\)?,?\sto\s")


def _is_rate_before(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether a bare number is the rate before: "from 42.8 in 2001 to 55.7 per million"."""
    return (
        other.measure is Measure.RATE
        and one.decimals == other.decimals
        and text[: one.start].endswith("from ")
        and _IN_A_YEAR_TO.fullmatch(text, one.end, other.start) is not None
    )


def _too_many(one: Quantity, other: Quantity) -> bool:
    """Whether the first can be no percentage: "a loss of 2,535 or 5%"."""
    return other.measure is Measure.PERCENT and one.value > 2 * max(other.value, Fraction(50))


def _number_length(words: str) -> int:
    match = re.match(r"[-−–+]?[£$€]?\s?[\d,.]*\d", words)
    return match.end() if match else 0
