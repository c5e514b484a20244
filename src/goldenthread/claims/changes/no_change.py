"""What is taken for a change of two numbers and is none, or is one of numbers not printed.

A limit ("still above 1"), a level others are held against, a share in brackets; and a size told of
another time, another deed, of two sizes together or of a number in millions.
"""

import re

from goldenthread.claims.changes.judged import Judged
from goldenthread.claims.changes.pair_model import How
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.language.directions import CHANGE, sign_of
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import DURATION, PERCENT, QUANTITY, WHEN, Skeleton
from goldenthread.claims.language.timing import when

_LIMITED = re.compile(r"\b(?:above|below|under|over|beneath|(?:more|less|fewer) than) $")
_FROM = re.compile(r"\bfrom (?:(?:the|a|just|only|about|some|around|its|our) )*$")
_WITHOUT_A_SIGN = re.compile(r"\b(?:absolute|magnitude|modulus)\b")


def is_no_change(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether a change told is none of its two numbers, whatever they make."""
    if _FROM.search(skeleton.text[: skeleton.at[judged.pair.after]]):
        return True  # "tins fell by 43% from 13,760": what they fell to stands elsewhere
    if judged.size is not None:
        return (
            _is_half_a_thing(skeleton, judged.size)
            or _is_on_a_time_untold(skeleton, judged, judged.size)
            or _is_a_level(skeleton, judged, judged.size)
            or _is_a_share(skeleton, judged, judged.size)
            or _MORE_THAN_DONE.match(skeleton.text, skeleton.at[judged.size.number] + 1) is not None
            or _is_offset(skeleton, judged, judged.size)
            or _has_its_own_end(skeleton, judged, judged.size)
            or _is_of_millions(skeleton, judged, judged.size)
            or _SINCE.search(skeleton.text[: skeleton.at[judged.size.number]]) is not None
        )
    if _is_of_several(skeleton, judged):
        return True
    ends = [skeleton.quantities[each] for each in judged.pair.both]
    if max(each.value for each in ends) < 0 and _WITHOUT_A_SIGN.search(skeleton.text):
        return True
    # "It was brought below 1, and is still above 1 in homes": each has a limit of its own.
    limited = (_LIMITED.search(skeleton.text[: skeleton.at[each]]) for each in judged.pair.both)
    if judged.pair.how is How.COMPARED and all(limited):
        return True
    return judged.direction is not None and _is_of_a_time(skeleton.text, judged.direction.word)


_A_THING = re.compile(r" an? (?!third|quarter|fifth|tenth|million|billion|thousand)[a-z]")
_PLANNED = re.compile(r"(?: [a-z]+){0,3} (?:planned|expected|hoped|targeted|aimed)\b")
_HELD_AGAINST = re.compile(r"\b(?:compared (?:with|to)|against) (?:the )?$")
_SINCE = re.compile(r"\b(?:has|have|had) since [a-z]+ (?:back )?by $")
# "It sold 89 more boats than it built and so ...": of two things done.
_MORE_THAN_DONE = re.compile(r" (?:more|fewer|less)(?: [a-z]+){0,3} than (?:it|they|we) [a-z]+ed\b")
_TOOK = re.compile(r",? which (?:took|brought|left|leaves|takes|brings)\b")
_THAN_THEN = re.compile(
    r" (?:points? )?(?:more|fewer|less|higher|lower|better|worse)(?: [a-z]+)? than "
    rf"(?:in |at |on )?(?:[{WHEN}]|last |a (?:year|month) )"
)


def _is_half_a_thing(skeleton: Skeleton, size: Size) -> bool:
    """Whether a half is one of things counted: "half a case lower than the 18.0"."""
    told = skeleton.quantities[size.number]
    return told.text.lower() == "half" and bool(
        _A_THING.match(skeleton.text, skeleton.at[size.number] + 1)
    )


def _is_on_a_time_untold(skeleton: Skeleton, judged: Judged, size: Size) -> bool:
    """Whether a size is told on a time of which no number is: "that is 86 more than in spring".

    Where the number before it is a plan, it is not of that time either.
    """
    text, at = skeleton.text, skeleton.at[size.number]
    if _THAN_THEN.match(text, at + 1) is None:
        return False
    before = skeleton.at[judged.pair.before]
    if judged.pair.how is How.COMPARED and _PLANNED.match(text, before + 1):
        return True
    start = text.rfind(". ", 0, at) + 1
    earlier = all(skeleton.at[each] < start for each in judged.pair.both)
    return judged.pair.how is How.DATED and earlier and when(skeleton, judged.pair.before) == ""


def _is_a_level(skeleton: Skeleton, judged: Judged, size: Size) -> bool:
    """Whether what is taken for a size is what others are held against: "57%, against 49%"."""
    at = skeleton.at[size.number]
    first = min(skeleton.at[each] for each in judged.pair.both)
    return at < first and _HELD_AGAINST.search(skeleton.text, at, first) is not None


_ITS_SHARE = re.compile(rf"(?:(?: [a-z]+){{0,3}} \(|, or )[{PERCENT}]")


def _is_a_share(skeleton: Skeleton, judged: Judged, size: Size) -> bool:
    """Whether both numbers have a share in brackets: "118 (9% of all), down from 128 (11%)"."""
    text = skeleton.text
    before, after = skeleton.at[judged.pair.before], skeleton.at[judged.pair.after]
    of_it = text[before + 1 : skeleton.at[size.number]]
    return of_it.strip() == "(" and _ITS_SHARE.match(text, after + 1) is not None


_OFFSET = re.compile(r"\boffset by\b|\bpartly made up by\b|\bcounterbalanced by\b")


def _is_offset(skeleton: Skeleton, judged: Judged, size: Size) -> bool:
    """Whether a size and another together make the change: "73 more, offset by 55 fewer"."""
    if _OFFSET.search(skeleton.text) is None:
        return False
    before, after = (
        skeleton.quantities[each].value for each in (judged.pair.before, judged.pair.after)
    )
    told = skeleton.quantities[size.number]
    return any(
        abs(told.value - each.value) == abs(after - before)
        for place, each in enumerate(skeleton.quantities)
        if place not in judged.pair.both and each.measure is told.measure
    )


_TO_ITS_END = re.compile(rf" to (?:just |only |about )?(?P<end>[{QUANTITY}])")
_BUT = re.compile(r"\b(?:but|although|though|while|whereas|did not|still)\b")


def _has_its_own_end(skeleton: Skeleton, judged: Judged, size: Size) -> bool:
    """Whether a size leads to a number of its own: "up 7% to 194, but not to the 198 of May"."""
    end = _TO_ITS_END.match(skeleton.text, skeleton.at[size.number] + 1)
    if end is None or skeleton.number(end["end"]) not in judged.pair.both:
        return False
    last = max(skeleton.at[each] for each in judged.pair.both)
    return last > end.end() and _BUT.search(skeleton.text, end.end(), last) is not None


_THOUSANDS = (1_000, 1_000_000, 1_000_000_000)


def _is_of_millions(skeleton: Skeleton, judged: Judged, size: Size) -> bool:
    """Whether a size is right of a number in millions: "142.6 million, 20% below the 178.0"."""
    told = skeleton.quantities[size.number]
    base = skeleton.quantities[judged.pair.before]
    if told.measure is not Measure.PERCENT or base.value <= 0 or base.value >= _THOUSANDS[0]:
        return False
    return any(
        told.interval.holds(abs(each.value / scale - base.value) / base.value * 100)
        for each in skeleton.quantities
        if each.measure is base.measure and each.value >= _THOUSANDS[0]
        for scale in _THOUSANDS
    )


def _is_of_several(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether two things went up and down and the two numbers are of both together."""
    lead = skeleton.text[: min(skeleton.at[each] for each in judged.pair.both)]
    together = _TOOK.search(lead)
    if together is None or judged.pair.how is not How.FROM_TO:
        return False
    signs = {sign_of(each) for each in re.findall(rf"\b(?:{CHANGE})\b", lead[: together.start()])}
    return {1, -1} <= signs


def _is_of_a_time(text: str, word: str) -> bool:
    """Whether a word says only how long something was: "of those here for less than a year"."""
    said = list(re.finditer(rf"\b{re.escape(word)}\b", text))
    long = re.compile(rf"{re.escape(word)} than (?:an? (?:year|month|week|day|hour)|[{DURATION}])")
    return bool(said) and all(long.match(text, each.start()) for each in said)
