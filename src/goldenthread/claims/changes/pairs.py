"""Which two numbers of a sentence a change lies between, and how the words say so."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from goldenthread.claims.changes.other_places import of_other_places
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.language.directions import COMPARED, NOUN, VERB
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    EARLIER,
    LAST,
    MONEY,
    PERCENT,
    POINTS,
    QUANTITY,
    RATE,
    TIMES,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.timing import order_of, when

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
    rf"[{WHEN}](?:'s)?|(?:[a-z-]+ )?(?:low|high|peak|start|base|baseline|starting point|surplus|"
    r"deficit|profit|loss|investment|disinvestment|inflow|outflow|underspend|overspend) of) )*\(?"
)
FROM = re.compile(rf"\bfrom {LEAD}$")
_TO = re.compile(rf"(?:^| |\))(?:to|reaching) {LEAD}$")
_BARE_TO = re.compile(r" to (?:the )?$")
_FROM_AFTER_CHANGE = re.compile(
    rf"(?:\b(?:{VERB}|{NOUN}|{COMPARED})(?: \({_SIZE}\))?|{_SIZE})(?: \w+){{0,3}},? from {LEAD}$"
)
_TO_BEFORE = re.compile(
    rf"(?:\b(?:{VERB})\b|[{TIMES}])[^;.]{{0,40}} to {LEAD}$|"
    rf"\b(?:{NOUN}) (?:of|by) {_SIZE} (?:in|of) [^;.:]{{3,60}} to {LEAD}$"
)
_COMPARED = re.compile(
    r"\b(?:compare[sd]? (?:with|to)|comparison (?:with|to)|against|versus|vs\.?|as opposed to|"
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
    rf"from a (?:base|baseline) of)\b[^;.{COUNT}{PERCENT}{MONEY}{RATE}]{{0,90}}$"
)
# "Up 62% on quarter 3 (150), with 235 in quarter 4": the base comes first.
_ON_FIRST = re.compile(
    rf"(?:{_SIZE}|\b(?:{VERB}|{NOUN}|{COMPARED}))(?: [a-z]+){{0,2}} (?:on|than|above|below) "
    rf"{LEAD}$"
)
# "Fell to 1,106 from 1,400 and detections to 70": the second "to" is of another change.
_TO_OF_ANOTHER = re.compile(r"\b(?:and|with)\b")
# "2,905 births in Kent and Essex, a fall of 4% from 3,026" joins two words of one thing, and "and
# this is down from" speaks of the same.
_AND_MORE = re.compile(
    rf" and (?!(?:(?:this|that|which|it) (?:is|was) )?(?:up|down) from |[^,–({QUANTITY}]{{2,80}}"
    rf"(?:,| –| \() ?(?:[a-z]+ ){{0,3}}(?:up|down|(?:{NOUN})(?: (?:of|by) {_SIZE})?)"
    rf"(?: {_SIZE})? from )"
)
# "36.5 for men and 34.0 for women, up from 36.3 and 33.8": two and two, each with its own.
_AND_ANOTHER = re.compile(rf" and {LEAD}{_SIZE}")
_ONE_MORE = re.compile(rf"{_SIZE}[^{QUANTITY};.]{{0,40}} and [^{QUANTITY};.]{{0,20}}$")
_FROM_OF_ANOTHER = re.compile(
    rf" to {LEAD}{_SIZE}(?:(?!\b(?:{VERB})\b)[^{QUANTITY};.]){{0,40}} from {LEAD}$"
)
# "Having stood at 215 in the autumn, the list reached 268".
_HAVING = re.compile(rf"\b(?:having (?:stood|been|started|begun)|previously) (?:at )?{LEAD}$")
# "£1.61m, having been £1.48m", "41, where it had been 38".
_HAD_BEEN = re.compile(
    r"^(?: [a-z]+){0,3},? (?:(?:after )?having|(?:where |when )?(?:it|they|there) had|which had) "
    rf"(?:previously )?(?:been|stood at|numbered|totalled|averaged) {LEAD}$"
)
# "31 were waiting. That number has now fallen to 18".
THEN = re.compile(
    rf"[.;] (?:(?:by|in|at|on|since) (?:[a-z]+ ){{0,3}}(?:[a-z]+|[{WHEN}]),? |[{WHEN}],? )?"
    rf"(?:this|that|it|they|numbers|the (?:number|figure|total|rate|list))(?: [a-z]+| "
    rf"[{WHEN}]){{0,5}} "
    rf"(?P<word>{VERB})(?: [a-z]+){{0,2}} to {LEAD}$"
)
# "54%, from 45% in 2021", "2,655 (+9%; 2,212 the year before)", "46% ... . Last year it was 58%".
_COMMA_FROM = re.compile(rf"[^,;.(){QUANTITY}]{{0,40}}(?:,| \() ?from {LEAD}")
_SIZE_THEN_BASE = re.compile(rf" ?\([{PERCENT}{POINTS}{COUNT}][;,] (?:from )?")
# "364 were made, while in 2023-24 there were 260".
_WHILE_THEN = re.compile(
    rf",? (?:while|whilst|whereas) (?:in |during |for |over )?[{WHEN}],? (?:it|they|there|this|the "
    rf"(?:figure|number|rate|total)) (?:was|were|had been|stood at|averaged|numbered) {LEAD}$"
)
_IT_WAS = re.compile(
    rf"[.;] (?:in |at |by |on )?[{WHEN}],? (?:it|they|this|the (?:figure|number|rate))"
    rf"(?: had| has)? (?:was|were|been|stood at|averaged|numbered) {LEAD}$|[.;] "
    rf"[{EARLIER}{LAST}],? $"
)
# "This has gone up 4% since last year, when it was 53%".
_WHEN_WAS = re.compile(
    rf"[.;] (?:this|that|it|they|the (?:figure|number|rate)) [^.;]{{0,60}}[{WHEN}],? "
    rf"(?:when|where) (?:it|they|this|there|the (?:figure|number|rate)) "
    rf"(?:was|were|stood at|had been) {LEAD}$"
)
# "72% in the first sitting, was 9 points higher in the second at 81%".
_HIGHER_AT = re.compile(
    rf"{_SIZE} (?:{COMPARED})(?: (?:in|for|by|during)(?: [a-z]+| ?[{WHEN}]){{1,4}})?,? at {LEAD}$"
)
_ANY_OTHER = re.compile(r"\b(?:any|every|no) (?:other |previous |earlier )?[a-z]+\b[^.;]*$")
_ARROW = re.compile(r" ?(?:→|->|–>|=>|⇒) ?")
_TO_NEXT = re.compile(rf"[^{QUANTITY};.]{{0,60}} to {LEAD}{_SIZE}")
_BESIDE = re.compile(
    r"\b(?:with|and|including|of|remaining|plus|before|after|then|against|"
    r"compared|versus)\b|\."
)
_IS_A_BASE = re.compile(rf"\b(?:than|compared (?:with|to)|against|versus) {LEAD}$")
_IN_BRACKETS = re.compile(rf"[^{QUANTITY}{WHEN};.()]{{0,40}}\((?:in |h[12] )?[{WHEN}](?::| was)? ?")
_THEN_BRACKET = re.compile(rf"(?: [a-z]+)?,? ?(?:in|at|for|as at|on|during)? ?(?:the )?[{WHEN}]\)")
_PART_OF = re.compile(r"(?: [a-z'-]+){0,4} (?:out )?of (?:(?:the|all|our|its|a|total|of) )*|/")
# "Four vacancies out of 19 posts, down from six": it is the vacancies that went down.
_ITS_WHOLE = re.compile(rf"[{COUNT}](?: [a-z'-]+){{0,4}} out of (?:the |all )?$")
_RANGING = re.compile(
    r"\b(?:rang\w+|var(?:y|ied|ies|ying)|spann?\w*|between|aged?|ages|anywhere|anything|"
    r"fluctuat\w+|score[sd]?|scale|sizes?|costing|cost|lasting|estimates?)\s"
    rf"(?:(?!(?:{VERB})\b)[a-z]+ ){{0,3}}from "
    rf"{LEAD}$"
)
# Lengths of time that are as often the window of a measure as what is measured.
_SPANS = ("year", "quarter", "month", "term")
_FARTHEST = 150
# What grows beyond this many times is more likely to be something else.
_MOST_TIMES = 25


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
    if _ITS_WHOLE.search(before):
        return None
    timed = skeleton.quantities[one].noun not in _SPANS
    if stop - start > _FARTHEST or _RANGING.search(before) or _PART_OF.fullmatch(between):
        return None
    order = order_of(skeleton, one, other)
    both_dated = bool(when(skeleton, one) and when(skeleton, other))
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
        from_here = not _TO_NEXT.match(text, stop + 1) and not _AND_MORE.search(between)
        from_here = from_here and not (
            _AND_ANOTHER.match(text, stop + 1) and _ONE_MORE.search(before)
        )
        if from_here and (
            _FROM_AFTER_CHANGE.search(between)
            or (_TO_BEFORE.search(before) and FROM.search(between))
        ):
            return Pair(before=other, after=one, how=How.FROM)
        compared = _told_of(_COMPARED, between) or _told_of(_ON, between)
        compared = compared or _IN_BRACKETS.fullmatch(between)
        if not compared and between in (" (", "("):
            compared = _THEN_BRACKET.match(text, stop + 1)
        initial = ":" not in between and _INITIAL.search(before)
        if timed and (compared or initial or _ON_FIRST.search(before)):
            first = one if not compared else other
            second = other if not compared else one
            if order:
                first, second = (one, other) if order > 0 else (other, one)
            base = stop if compared else start
            return Pair(
                before=first,
                after=second,
                how=How.COMPARED,
                places=of_other_places(text, base, between, timed=bool(order)),
            )
    if timed and not _BREAK.search(between) and _COMMA_FROM.fullmatch(between):
        return Pair(before=other, after=one, how=How.FROM)
    if between == " (" and re.search(rf"[{EARLIER}{LAST}] in brackets", before):
        return Pair(before=other, after=one, how=How.COMPARED)
    if between == "; " and before.endswith("(") and when(skeleton, other):
        return Pair(before=other, after=one, how=How.COMPARED)
    if (
        timed
        and not both_dated
        and (
            _SIZE_THEN_BASE.fullmatch(between)
            or _IT_WAS.search(between)
            or _WHEN_WAS.search(between)
        )
    ):
        return Pair(before=other, after=one, how=How.COMPARED)
    if timed and not order and _WHILE_THEN.search(between):
        return Pair(before=other, after=one, how=How.COMPARED, either=True)
    if timed and not order and not has_break and _HIGHER_AT.search(between):
        return Pair(before=one, after=other, how=How.COMPARED)
    if timed and not has_break and _HAD_BEEN.search(between):
        return Pair(before=other, after=one, how=How.COMPARED)
    if timed and _HAVING.search(before) and not has_break:
        return Pair(before=one, after=other, how=How.DATED)
    if THEN.search(between):
        return Pair(before=one, after=other, how=How.THEN)
    told_apart = not has_break and not _BESIDE.search(between)
    if timed and order and (both_dated or told_apart):
        first, second = (one, other) if order > 0 else (other, one)
        return Pair(before=first, after=second, how=How.DATED)
    return None


def is_a_base(skeleton: Skeleton, place: int) -> bool:
    """Whether a number is what another is compared with: "than 40", "from the 40 of last year"."""
    before = skeleton.text[max(0, skeleton.at[place] - 60) : skeleton.at[place]]
    return bool(_IS_A_BASE.search(before) or FROM.search(before)) and not before.endswith("(")


def how_many_times(skeleton: Skeleton, one: int, other: int) -> Fraction:
    """How many times the larger of two numbers is the smaller; once, where one is nought."""
    first, second = (abs(skeleton.quantities[each].value) for each in (one, other))
    return max(first / second, second / first) if first and second else Fraction(1)


def _of_one_size(skeleton: Skeleton, one: int, other: int) -> bool:
    """Whether two numbers are near enough in size to be the same thing at two times."""
    if skeleton.quantities[one].measure in (Measure.PERCENT, Measure.POINTS):
        return True
    return how_many_times(skeleton, one, other) <= _MOST_TIMES


# "Compared with 10 of 42 (24%)": the share is what is compared.
_OUT_OF = re.compile(rf" [{COUNT}] (?:out )?of (?:the |all )?[{COUNT}](?: [a-z]+){{0,2}} \($")


def _told_of(words: re.Pattern[str], between: str) -> re.Match[str] | None:
    """The words of comparison between two numbers, where the second is what they compare with."""
    match = words.search(between)
    if match is None or _ANOTHER_SUBJECT.search(between[match.end() :]):
        return None
    if _ANY_OTHER.search(between[match.end() :]):
        return None  # "140, more than in any year since 2017 (152)"
    rest = _OUT_OF.sub(" ", between[match.end() :])
    if re.search(rf"[{_OTHERS}](?! \($)", rest):
        return None  # "rose to 144, against a 37% rise in others to 437"
    return match
