"""Numbers outside the range told with them: a value not in its own interval, or off its scale.

"12.4% (95% CI 10.1% to 11.8%)"; "on a scale of 0 to 10 ... trust went up from 5.4 to 59".
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from goldenthread.claims.dates.slips import Slip
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.number_words import SMALL
from goldenthread.claims.language.skeleton import COUNT, skeleton_of

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_INTERVAL = re.compile(
    r"(?:\b9[0-9]\s?%\s(?:CIs?|C\.I\.|confidence\s(?:intervals?|limits?))|"
    r"\bconfidence\sintervals?)\s?(?:[:=,]|of|from|is|was|were|between)?\s?"
    rf"(?:£|[\[(])?(?P<low>{_NUMBER})(?![\d.,]*\d)\s?%?\s?(?:–|—|-|−|to|and|,|;)\s?£?"
    rf"(?P<high>{_NUMBER})(?![\d.,]*\d)"
)
# What stands between a value and its interval: its unit and the words for who was counted.
_FARTHEST = 60
_BETWEEN = re.compile(
    r"[;]|[.?!]\s|\b(?:and|but|while|than|compared|from|vs|versus|n\s?=|p\s?[<=])"
)
_VALUES = (Measure.PERCENT, Measure.RATE, Measure.COUNT, Measure.MONEY)
_SCALE = re.compile(
    r"\bscale\s(?:of|from|that\sruns\sfrom|running\sfrom)\s(?P<low>\d|one|zero|nought)"
    r"\s?(?:\([^()]{1,60}\)\s)?(?:to|-|–)\s?(?P<high>\d{1,3}|[a-z]+)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    rf"\bfrom (?P<one>[{COUNT}]) to (?P<other>[{COUNT}])(?! (?:to|and|of|in ten|in every)\b)"
)


def out_of_interval(sentence: Sentence) -> Iterator[Slip]:
    """Every value that its own interval of confidence does not hold."""
    for match in _INTERVAL.finditer(sentence.text):
        low, high = (Fraction(match[each].replace(",", "")) for each in ("low", "high"))
        told = f"{match['low']} to {match['high']}"
        value = _told_before(sentence, match)
        if low > high:
            yield Slip(
                printed=told,
                message="The low end of an interval lies below its high end: look them up.",
                evidence=f"{match['low']} is more than {match['high']}",
            )
        elif value is not None and not low <= value.value <= high:
            number = re.match(rf"\D*(?:{_NUMBER})(?:\s?%)?", value.text)
            yield Slip(
                printed=(number.group() if number else value.text).strip(),
                message="A value lies within its own interval: look up the value and both ends.",
                evidence=f"{value.text.strip()} is not within {told}",
            )


def _told_before(sentence: Sentence, match: re.Match[str]) -> Quantity | None:
    """The number that an interval is of: the last before it, printed to as many places."""
    before = [
        each
        for each in sentence.quantities
        if each.end <= match.start() and each.measure in _VALUES
    ]
    if not before or before[-1].hedge is not Hedge.NONE:
        return None
    between = sentence.text[before[-1].end : match.start()]
    if len(between) > _FARTHEST or _BETWEEN.search(between):
        return None
    places = [len(match[each].partition(".")[2]) for each in ("low", "high")]
    return before[-1] if before[-1].decimals in places else None


def scale_of(text: str) -> tuple[Fraction, Fraction] | None:
    """The two ends of a scale that a sentence names."""
    match = _SCALE.search(text)
    ends = [_end(match[each]) for each in ("low", "high")] if match else []
    return (ends[0], ends[1]) if len(ends) == 2 and ends[0] < ends[1] else None


def off_the_scale(sentence: Sentence, scale: tuple[Fraction, Fraction]) -> Iterator[Slip]:
    """Every number that a value on the scale is said to have come to, or from, beyond its ends."""
    skeleton = skeleton_of(sentence.text)
    low, high = scale
    for match in _MOVED.finditer(skeleton.text):
        pair = [skeleton.quantity(match[each]) for each in ("one", "other")]
        off = [each for each in pair if not low <= each.value <= high]
        on = [each for each in pair if each not in off and each.decimals]
        if len(off) == len(on) == 1:
            yield Slip(
                printed=off[0].text.strip(),
                message="There is no such value on the scale told: look the number up.",
                evidence=f"{off[0].text.strip()} is not within {low} to {high}",
            )


def _end(word: str) -> Fraction:
    return Fraction(word) if word.isdigit() else Fraction(SMALL.get(word.lower(), 0))
