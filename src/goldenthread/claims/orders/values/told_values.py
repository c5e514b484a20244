"""The values of a short text with the words that stand beside each and beside no other."""

import re
from collections.abc import Sequence
from itertools import pairwise

from goldenthread.claims.dates.moments import MONTHS
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.language.times import times_in
from goldenthread.claims.orders.values.yardsticks import is_yardstick_value
from goldenthread.claims.orders.words.superlative_words import CLAIM
from goldenthread.claims.orders.words.vocabulary import BESIDE, CLASSES, FILL, GENERIC, JOIN

UNITS = (Measure.COUNT, Measure.PERCENT, Measure.RATE, Measure.MONEY, Measure.DURATION)
CUT = re.compile(r"[;:()\n|–]|[.,](?!\d)| - ")
# Numbers by which things are called: "route 9", "Station 4", "Attainment 8".
_CALLED = (
    r"(?:route|bus|line|ward|station|team|band|year|grade|wing|unit|block|stage|zone|lane|house|"
    r"room|site|phase|tier|platform|pump|class|group|slide|figure|table|chapter|page|section|item|"
    r"appendix|attainment|progress|key stage|zone|category|level|no\.|number|st|sector|division|"
    r"shift|watch|pool|court|pitch|hall|ride|gate|bay|dock|question|objective|area|district|quarter)"
)
_NAMED = re.compile(rf"\b{_CALLED}\s(?P<number>\d{{1,3}})(?![\d,.]\d|%)", re.IGNORECASE)
_OF_A_NAME = re.compile(r"[A-Z][a-z’']+\s$")  # "Court Room 212" has no number in its name
_BASE = re.compile(r"\b(?:per|in every|for every|out of(?: every)?)\s(?P<number>\d[\d,]*)", re.I)
_WORD = re.compile(r"\bQ[1-4]\b|[A-Za-z][A-Za-z'’-]*|\b(?:19|20)\d\d\b")
_DAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,5}day)?s?$")
_IN_ORDER = re.compile(r"\b(?:respectively|in that order|in turn)\b", re.I)
_PARTED = re.compile(r",\s(?:and\s)?|\sand\s")
# "1,910 in May, 2,045 in June": the labels come after.
_AFTER = re.compile(
    r"(?:\)?\s(?:in|for|from|at|on|by|to)\s(?:the\s)?(?:[A-Z]|\d{4})|\s\((?:[A-Z]|\d{4}))"
)
_TIMES = {
    *("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    *map(
        stem,
        (month.lower() for month in MONTHS),
    ),
    *map(str, range(1900, 2100)),
}
_LED = 8  # words before the first value
LIGHT = FILL | GENERIC | CLASSES | JOIN | BESIDE
_NOUNS = {one + end for one in CLASSES - FILL - JOIN for end in ("", "s")}
# "2021 (14): there were 17 in 2019": each with its year or month, on either side.
_TIME = re.compile(
    r"\b(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|Q[1-4]|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b",
    re.IGNORECASE,
)


def values_in(text: str) -> list[Quantity]:
    """The numbers of the unit most numbers have; none where another unit is told as well."""
    aside = [(each.start, each.end) for each in times_in(text)]
    aside += [
        match.span("number")
        for match in _NAMED.finditer(text)
        if not _OF_A_NAME.search(text, 0, match.start())
    ]
    aside += [match.span("number") for match in _BASE.finditer(text)]
    found = [
        each
        for each in quantities_in(text)
        if each.measure in UNITS
        and not any(start <= each.start < end for start, end in aside)
        and not is_yardstick_value(text, each)
        and (each.text[:1].isdigit() or each.text[:1] in "£€$")
    ]
    counts = {unit: sum(each.measure is unit for each in found) for unit in UNITS}
    unit = max(UNITS, key=lambda each: counts[each])
    alike = [each for each in found if each.measure is unit]
    others = len(found) - len(alike)
    if unit is Measure.COUNT and others:  # "took 7 weeks, major ones 13": the unit is told once
        alike, others = [each for each in found if not each.noun or each in alike], 0
        if len({each.measure for each in found}) > 1 and not all(
            each.measure in (Measure.COUNT, Measure.DURATION, Measure.RATE) for each in found
        ):
            return []
    if len(alike) > 2 and alike[0].value == sum(each.value for each in alike[1:]):
        alike = alike[1:]  # "31 cups: seniors 12, ..."
    return alike if not others else []


def pairings(text: str, values: Sequence[Quantity]) -> list[list[set[str]]]:
    """Each way of pairing values with the words beside them, as stems by value."""
    if _IN_ORDER.search(text):
        return [each for each in [_in_order(text, values)] if each]
    after = [bool(_AFTER.match(text, each.end)) for each in values]
    ways: tuple[bool, ...] = (False,) if all(after) else (True, False)
    units = [keys(each.noun) for each in values]
    shared = {word for one, other in pairwise(units) for word in one & other}
    ways = tuple(on for on in ways if not (len(ways) > 1 and _is_across(text, values, on)))
    found = [
        [words - shared for words in each] for on in ways if (each := _labelled(text, values, on))
    ]
    timed = [each for each in found if all(words & _TIMES for words in each)]
    found = timed if len(timed) == 1 else found
    return found or [each for each in [_timed(text, values)] if each]


def keys(stretch: str) -> set[str]:
    """The stems of what a stretch names: words that say something, years, "route 9"."""
    called = {match.group().lower() for match in _NAMED.finditer(stretch)}
    return called | {_key(word.lower()) for word in names(stretch)}


def _label(stretch: str) -> set[str]:
    """What a stretch names; of "schools 88" the class itself, where it names nothing else."""
    classes = {_key(word) for word in _WORD.findall(stretch.lower()) if word in _NOUNS}
    return keys(stretch) or classes


def has_time(stretch: str) -> bool:
    """Whether a stretch names a year, a month, a quarter or a day of the week."""
    return bool(_TIME.search(stretch))


def names(stretch: str) -> list[str]:
    """The words of a stretch that say something."""
    return [
        word
        for match in _WORD.finditer(stretch)
        if (word := match.group().replace("’", "'").removesuffix("'s"))
        and word.lower() not in LIGHT
        and word.lower().removesuffix("s") not in LIGHT
        and len(word) > 1
        and not CLAIM.fullmatch(word)
    ]


def label_of(text: str, values: Sequence[Quantity], place: int) -> str:
    """A few words to call a value by."""
    words = names(_before(text, values, place))
    return " ".join((words or names(_after(text, values, place)))[:3])


def _key(word: str) -> str:
    day = _DAY.match(word)
    return day[1] if day else stem(word)


def _before(text: str, values: Sequence[Quantity], place: int) -> str:
    start = values[place - 1].end if place else 0
    stretch = CUT.split(text[start : values[place].start].rstrip(" (:–,-£"))[-1]
    return stretch if place else " ".join(stretch.split()[-_LED:])


def _after(text: str, values: Sequence[Quantity], place: int) -> str:
    stop = values[place + 1].start if place + 1 < len(values) else len(text)
    return CUT.split(text[values[place].end : stop].lstrip(" ("))[0]


def _labelled(text: str, values: Sequence[Quantity], before: bool) -> list[set[str]] | None:
    """The words that stand before (or after) each value and no other; None where one has none."""
    side = _before if before else _after
    labels = _apart([_label(side(text, values, place)) for place in range(len(values))])
    return labels if all(labels[1:]) and (labels[0] or before) else None


def _is_across(text: str, values: Sequence[Quantity], before: bool) -> bool:
    """Whether every label on this side stands across a mark, and none on the other: "4, in Ash"."""
    between = [text[one.end : other.start] for one, other in pairwise(values)]
    ends = [each.rstrip(" £$€(")[-1:] in ",;:." for each in between]
    begins = [each.lstrip(" )")[:1] in ",;:." for each in between]
    these, those = (ends, begins) if before else (begins, ends)
    return bool(between) and all(these[:-1] or these) and not any(those)


def _timed(text: str, values: Sequence[Quantity]) -> list[set[str]] | None:
    """The one time beside each value, whichever side it stands on."""
    labels = []
    for place in range(len(values)):
        beside = [_TIME.findall(side(text, values, place)) for side in (_before, _after)]
        times = [_key(each.lower()) for each in (beside[0][-1:] or beside[1][:1])]
        labels.append(set(times))
    return labels if len(set().union(*labels)) == len(values) else None


def _in_order(text: str, values: Sequence[Quantity]) -> list[set[str]] | None:
    """The labels of "the mill, the castle and the gardens drew 17, 41 and 44 respectively"."""
    pieces = [keys(piece) for piece in _PARTED.split(text[: values[0].start])]
    pieces = [each for each in pieces if each][-len(values) :]
    return _apart(pieces) if len(pieces) == len(values) else None


def _apart(stretches: Sequence[set[str]]) -> list[set[str]]:
    return [
        words - set().union(*(w for at, w in enumerate(stretches) if at != place))
        for place, words in enumerate(stretches)
    ]
