"""Words of direction that tell of no change: limits ("still above 1"), and sizes without a sign."""

import re

from goldenthread.claims.changes.judged import Judged
from goldenthread.claims.changes.pair_model import How
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.language.skeleton import DURATION, WHEN, Skeleton
from goldenthread.claims.language.timing import when

_LIMITED = re.compile(r"\b(?:above|below|under|over|beneath|(?:more|less|fewer) than) $")
_FROM = re.compile(r"\bfrom (?:(?:the|a|just|only|about|some|around|its|our) )*$")
_WITHOUT_A_SIGN = re.compile(r"\b(?:absolute|magnitude|modulus)\b")


def is_no_change(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether the word that is told as a change says something else of the later number."""
    if _FROM.search(skeleton.text[: skeleton.at[judged.pair.after]]):
        return True  # "tins fell by 43% from 13,760": what they fell to stands elsewhere
    if judged.size is not None:
        return _is_half_a_thing(skeleton, judged.size) or _is_on_a_time_untold(skeleton, judged)
    ends = [skeleton.quantities[each] for each in judged.pair.both]
    if max(each.value for each in ends) < 0 and _WITHOUT_A_SIGN.search(skeleton.text):
        return True
    # "It was brought below 1, and is still above 1 in homes": each has a limit of its own.
    limited = (_LIMITED.search(skeleton.text[: skeleton.at[each]]) for each in judged.pair.both)
    if judged.pair.how is How.COMPARED and all(limited):
        return True
    return judged.direction is not None and _is_of_a_time(skeleton.text, judged.direction.word)


_A_THING = re.compile(r" an? (?!third|quarter|fifth|tenth|million|billion|thousand)[a-z]")
_THAN_THEN = re.compile(
    rf" (?:more|fewer|less|higher|lower)(?: [a-z]+)? than (?:in |at |on )?"
    rf"(?:[{WHEN}]|last |a (?:year|month) )"
)


def _is_half_a_thing(skeleton: Skeleton, size: Size) -> bool:
    """Whether a half is one of things counted: "half a case lower than the 18.0"."""
    told = skeleton.quantities[size.number]
    return told.text.lower() == "half" and bool(
        _A_THING.match(skeleton.text, skeleton.at[size.number] + 1)
    )


def _is_on_a_time_untold(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether a size is told on a time of which no number is: "that is 86 more than in spring"."""
    size = judged.size
    if size is None or judged.pair.how is not How.DATED:
        return False
    text, at = skeleton.text, skeleton.at[size.number]
    start = text.rfind(". ", 0, at) + 1
    return (
        all(skeleton.at[each] < start for each in judged.pair.both)
        and _THAN_THEN.match(text, at + 1) is not None
        and when(skeleton, judged.pair.before) == ""
    )


def _is_of_a_time(text: str, word: str) -> bool:
    """Whether a word says only how long something was: "of those here for less than a year"."""
    said = list(re.finditer(rf"\b{re.escape(word)}\b", text))
    long = re.compile(rf"{re.escape(word)} than (?:an? (?:year|month|week|day|hour)|[{DURATION}])")
    return bool(said) and all(long.match(text, each.start()) for each in said)
