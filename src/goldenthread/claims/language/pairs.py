"""Which two numbers of a sentence a change lies between, and how the words say so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from goldenthread.claims.language.directions import COMPARED, NOUN, VERB
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    EARLIER,
    LAST,
    LATER,
    MONEY,
    PERCENT,
    POINTS,
    QUANTITY,
    RATE,
    TIMES,
    WHEN,
    Skeleton,
)

ENDS = (
    Measure.COUNT,
    Measure.PERCENT,
    Measure.RATE,
    Measure.MONEY,
    Measure.DURATION,
    Measure.POINTS,
)
_OTHERS = f"{PERCENT}{POINTS}{COUNT}{MONEY}{RATE}{TIMES}"
_SIZE = f"[{PERCENT}{POINTS}{COUNT}{MONEY}{RATE}{DURATION}]"
LEAD = (
    r"(?:(?:a|an|the|our|its|their|only|just|high|low|peak|record|all-time|total|base|baseline|"
    r"figure|level|rate|average|number|of|was|recorded|seen|in|at|for|reported|standing|"
    r"reach|stand|be|position|score|percentage|proportion|share|year-end|"
    rf"[{WHEN}](?:'s)?) )*\(?"
)
FROM = re.compile(rf"\bfrom {LEAD}$")
_TO = re.compile(rf"(?:^| |\))(?:to|reaching) {LEAD}$")
_BARE_TO = re.compile(r" to (?:the )?$")
_FROM_AFTER_CHANGE = re.compile(
    rf"(?:\b(?:{VERB}|{NOUN}|{COMPARED})|{_SIZE})(?: \w+){{0,3}},? from {LEAD}$"
)
_TO_BEFORE = re.compile(rf"(?:\b(?:{VERB})\b|[{TIMES}])[^;.]{{0,40}} to {LEAD}$")
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|comparison (?:with|to)|against|versus|vs\.?|as opposed to|"
    r"relative to|than|in contrast (?:with|to))(?= |$)"
)
_ON = re.compile(
    rf"(?:{_SIZE}|\b(?:{VERB}|{NOUN}|{COMPARED}))\)?(?: [a-z]+){{0,2}} (?:on|above|below|over)"
    rf"(?= |$)"
    r"|(?:[,(–] ?|\b(?:is|was|are|were|still|well|far|much|remains?|also) )(?:above|below)(?= |$)"
)
_BREAK = re.compile(
    r"[;]|\.\s(?!(?:this|that|it) (?:is|was|represents|means|compares)\b)|\b(?:while|whilst|"
    r"whereas|although|though|but|however)\b"
)
_ANOTHER_SUBJECT = re.compile(r"\band\b|,(?! (?:when|where|in which|at)\b)|[:]")
_INITIAL = re.compile(
    r"(?:^|[.;:] |, )(?:when |as )?(?:compared (?:with|to)|in comparison (?:with|to)|against|"
    r"from a (?:base|baseline) of)\b[^;.]{0,90}$"
)
# "Up 62% on quarter 3 (150), with 235 in quarter 4": the base comes first.
_ON_FIRST = re.compile(
    rf"(?:{_SIZE}|\b(?:{VERB}|{NOUN}|{COMPARED}))(?: [a-z]+){{0,2}} (?:on|than|above|below) "
    rf"{LEAD}$"
)
# "Fell to 1,106 from 1,400 and detections to 70": the second "to" is of another change.
_TO_OF_ANOTHER = re.compile(r"\b(?:and|with)\b")
_FROM_OF_ANOTHER = re.compile(rf" to {LEAD}{_SIZE}[^{QUANTITY};.]{{0,40}} from {LEAD}$")
# "Having stood at 215 in the autumn, the list reached 268".
_HAVING = re.compile(rf"\b(?:having (?:stood|been|started|begun)|previously) (?:at )?{LEAD}$")
# "31 were waiting. That number has now fallen to 18".
THEN = re.compile(
    rf"[.;] (?:this|that|it|they|numbers|the (?:number|figure|total|rate|list))(?: [a-z]+| "
    rf"[{WHEN}]){{0,5}} "
    rf"(?P<word>{VERB})(?: [a-z]+){{0,2}} to {LEAD}$"
)
_ARROW = re.compile(r" ?(?:→|->|–>|=>|⇒) ?")
_TO_NEXT = re.compile(rf"[^{QUANTITY};.]{{0,60}} to {LEAD}{_SIZE}")
_BESIDE = re.compile(
    r"\b(?:with|and|including|of|remaining|plus|before|after|then|against|"
    r"compared|versus)\b|\."
)
_IS_A_BASE = re.compile(rf"\b(?:than|compared (?:with|to)|against|versus) {LEAD}$")
_IN_BRACKETS = re.compile(rf"[^{QUANTITY}{WHEN};.()]{{0,40}}\((?:in )?[{WHEN}](?::| was)? ?")
_THEN_BRACKET = re.compile(rf"(?: [a-z]+)?,? ?(?:in|at|for|as at|on|during)? ?(?:the )?[{WHEN}]\)")
_PART_OF = re.compile(r"(?: [a-z'-]+){0,4} (?:out )?of (?:(?:the|all|our|its|a|total|of) )*|/")
_RANGING = re.compile(
    r"\b(?:rang\w+|var(?:y|ied|ies|ying)|spann?\w*|between|aged?|ages|anywhere|anything|"
    r"fluctuat\w+|score[sd]?|scale|sizes?|costing|cost|lasting|estimates?)\s(?:[a-z]+ ){0,3}from "
    rf"{LEAD}$"
)
_PLACES = re.compile(
    r"\b(?:england|english|national(?:ly)?|regional(?:ly)?|region|neighbours?|neighbouring|average|"
    r"elsewhere|uk|britain|similar|comparators?|peers?|others?|target|statistical|locally|boys|"
    r"girls|males?|females?|men|women|expected|family)\b"
)
_NO_TIME_ACROSS = re.compile(
    r"\b(?:and|while|but|then|to|than|compared|against|from|with|versus|up|down)\b|[;.(]"
)
_BASE_TIME = re.compile(r"\b(?:on|against|from|since|than|with|over)(?: the| in)? $")
_FARTHEST = 150
# What grows beyond this many times is more likely to be something else.
_MOST_TIMES = 25


class How(StrEnum):
    """How the words tie two numbers together."""

    FROM_TO = "from A to B"
    FROM = "B, up from A"
    COMPARED = "B compared with A"
    THEN = "A. That has fallen to B"
    DATED = "A in one year, B in another"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two numbers of a sentence between which something changed, by their places in it.

    ``places`` is True where the words compare areas or groups rather than times.
    """

    before: int
    after: int
    how: How
    places: bool = False

    @property
    def both(self) -> tuple[int, int]:
        """The two in the order of the text."""
        return min(self.before, self.after), max(self.before, self.after)


def ends_by_measure(skeleton: Skeleton, used: set[int]) -> Iterator[list[int]]:
    """The numbers a change may lie between, sort by sort, without those ``used`` otherwise."""
    for measure in ENDS:
        found = [
            place
            for place, each in enumerate(skeleton.quantities)
            if each.measure is measure and place not in used and skeleton.at[place] >= 0
        ]
        if len(found) > 1:
            yield found


def linked(skeleton: Skeleton, ends: list[int]) -> Iterator[Pair]:
    """Each two neighbours among the ends that words or dates tie together."""
    for one, other in pairwise(ends):
        pair = _link(skeleton, one, other)
        if pair:
            yield pair


def _link(skeleton: Skeleton, one: int, other: int) -> Pair | None:
    text = skeleton.text
    start, stop = skeleton.at[one], skeleton.at[other]
    before, between = text[max(0, start - 90) : start], text[start + 1 : stop]
    if not _of_one_size(skeleton, one, other):
        return None
    is_base = _IS_A_BASE.search(before) and not before.endswith("(")
    if is_base and not _INITIAL.search(before):
        return None  # "less than the 47% forecast and down from 47.1%"
    timed = skeleton.quantities[one].measure is not Measure.DURATION
    if stop - start > _FARTHEST or _RANGING.search(before) or _PART_OF.fullmatch(between):
        return None
    order = _order(skeleton, one, other)
    has_break = _BREAK.search(between) is not None
    if not has_break:
        if (
            _TO.search(between)
            and FROM.search(before)
            and not _TO_OF_ANOTHER.search(between)
            and not _FROM_OF_ANOTHER.search(before)
        ):
            return Pair(before=one, after=other, how=How.FROM_TO)
        if _ARROW.fullmatch(between) or (_BARE_TO.fullmatch(between) and before.endswith("(")):
            return Pair(before=one, after=other, how=How.FROM_TO)
        from_here = not _TO_NEXT.match(text, stop + 1) and " and " not in between
        if from_here and (
            _FROM_AFTER_CHANGE.search(between)
            or (_TO_BEFORE.search(before) and FROM.search(between))
        ):
            return Pair(before=other, after=one, how=How.FROM)
        compared = _told_of(_COMPARED, between) or _told_of(_ON, between)
        compared = compared or _IN_BRACKETS.fullmatch(between)
        if not compared and between in (" (", "("):
            compared = _THEN_BRACKET.match(text, stop + 1)
        if timed and (compared or _INITIAL.search(before) or _ON_FIRST.search(before)):
            first = one if not compared else other
            second = other if not compared else one
            if order:
                first, second = (one, other) if order > 0 else (other, one)
            return Pair(
                before=first,
                after=second,
                how=How.COMPARED,
                places=bool(_PLACES.search(_around(text, stop if compared else start, between))),
            )
    if timed and _HAVING.search(before) and not has_break:
        return Pair(before=one, after=other, how=How.DATED)
    if THEN.search(between):
        return Pair(before=one, after=other, how=How.THEN)
    both_dated = bool(when(skeleton, one) and when(skeleton, other))
    told_apart = not has_break and not _BESIDE.search(between)
    if timed and order and (both_dated or told_apart):
        first, second = (one, other) if order > 0 else (other, one)
        return Pair(before=first, after=second, how=How.DATED)
    return None


def is_a_base(skeleton: Skeleton, place: int) -> bool:
    """Whether a number is what another is compared with: "than 40", "from the 40 of last year"."""
    before = skeleton.text[max(0, skeleton.at[place] - 60) : skeleton.at[place]]
    return bool(_IS_A_BASE.search(before) or FROM.search(before)) and not before.endswith("(")


def _of_one_size(skeleton: Skeleton, one: int, other: int) -> bool:
    """Whether two counts are near enough in size to be the same thing at two times."""
    first, second = (skeleton.quantities[each] for each in (one, other))
    if first.measure in (Measure.PERCENT, Measure.POINTS) or not first.value or not second.value:
        return True
    return 1 <= max(first.value / second.value, second.value / first.value) <= _MOST_TIMES


def _told_of(words: re.Pattern[str], between: str) -> re.Match[str] | None:
    """The words of comparison between two numbers, where the second is what they compare with."""
    match = words.search(between)
    if match is None or _ANOTHER_SUBJECT.search(between[match.end() :]):
        return None
    if re.search(rf"[{_OTHERS}](?! \($)", between[match.end() :]):
        return None  # "rose to 144, against a 37% rise in others to 437"
    return match


def _around(text: str, at: int, between: str) -> str:
    """The words beside a number compared with: those before it, and a few after."""
    after = re.match(r"[^,.;()]{0,40}", text[at + 1 :])
    tail = between[-60:]
    return f"{tail} {after.group() if after else ''}"


def when(skeleton: Skeleton, place: int) -> str:
    """The slot of the time that belongs to a number, "" where none does."""
    text, at = skeleton.text, skeleton.at[place]
    stretch = text[max(0, at - 80) : at]
    directly = re.search(rf"([{WHEN}])(?P<of>'s)?(?: ?: ?| )$", stretch)
    if directly and directly["of"]:
        return directly[1]
    if directly and not _BASE_TIME.search(stretch[: directly.start()]):
        return directly[1]
    in_brackets = re.match(rf" ?\((?:in |at |for |as at )?([{WHEN}])\)", text[at + 1 :])
    if in_brackets:
        return in_brackets[1]
    for character_at in range(at + 1, min(len(text), at + 70)):
        character = text[character_at]
        if re.match(f"[{WHEN}]", character):
            if _NO_TIME_ACROSS.search(text[at + 1 : character_at]):
                break
            return character
        if re.match(f"[{QUANTITY};,]", character):
            break
    return _when_before(text, at, stretch)


def _when_before(text: str, at: int, stretch: str) -> str:
    match = re.search(rf"([{WHEN}])(?P<gap>[^{WHEN}{QUANTITY};.]*)$", stretch)
    if match is None or re.search(r"\b(?:to|from|than|compared|since)\b", match["gap"]):
        return ""
    lead = stretch[: match.start()]
    if _BASE_TIME.search(lead):
        # "On last year (150)", and not "on last year (412 compared with 460)".
        alone = re.match(r"\)", text[at + 1 :]) or not match["gap"].endswith("(")
        close = re.fullmatch(r" ?\(?(?:of|figure of|total of)? ?", match["gap"])
        return match[1] if alone and close else ""
    if re.search(rf"[{QUANTITY}][^,;.:(]{{0,40}}$", lead) and not re.search(
        rf"\b(?:and|while|but|to)\b[^{QUANTITY}]*$", lead
    ):
        return ""  # the time of the number before
    return match[1]


def _order(skeleton: Skeleton, one: int, other: int) -> int:
    """1 where the first number is dated before the other, -1 where after, 0 where unsaid."""
    first, second = when(skeleton, one), when(skeleton, other)
    if not first and not second:
        return 0
    rank = {EARLIER: -2, LAST: -1, "": 0, LATER: 1}
    if first in rank and second in rank:
        return (rank[second] > rank[first]) - (rank[second] < rank[first])
    if EARLIER in (first, second) or LATER in (first, second):
        difference = rank.get(second, 0) - rank.get(first, 0)
        return (difference > 0) - (difference < 0)
    if LAST in (first, second):
        return 0  # "last year" beside a date may be before or after it
    if not first or not second or first == second:
        return 0
    days = first_day(skeleton, first), first_day(skeleton, second)
    if days[0] is None or days[1] is None:
        return 0
    return (days[1] > days[0]) - (days[1] < days[0])


def first_day(skeleton: Skeleton, slot: str) -> date | None:
    """The day a time begins, None for "last year" and for a time without its year."""
    time = skeleton.time(slot)
    if time is None or not (time.year_given or time.text[:1] in "Qq"):
        return None
    return time.first
