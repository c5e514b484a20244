"""Values of one sort that a window tells side by side: a closed list, each with its label.

A list is closed where every number of the window is one of its values, one that counts or sums
them, or one told twice. What is a target, what was before, or of something else opens it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations

from goldenthread.claims.language.model import Hedge, Measure, Quantity
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.language.times import times_in
from goldenthread.claims.orders.values.yardsticks import is_yardstick_value
from goldenthread.claims.sayings.words import LIGHT, STOP, stem

_UNITS = (Measure.COUNT, Measure.PERCENT, Measure.RATE, Measure.MONEY, Measure.DURATION)
_FEWEST = 3
_ALIKE = 2  # words
_WORD = re.compile(r"(?:19|20)\d\d(?:[/–-]\d{2,4})?|[A-Za-z]+(?:[’'-][A-Za-z]+)*")
_PART = re.compile(
    r"[,;:()\n]|\.(?=\s|$)|\s(?:and|but|while|whereas|then|ahead of|after|followed by|before)\s"
)
# What opens a list: what it was held against, was before, comes to, or is of each.
_OPENS = re.compile(
    r"\b(?:than|against|compared|from|targets?|average|mean|median|national\w*|england|previous\w*|"
    r"last|earlier|ago|before|expected|total\w*|overall|all|altogether|together|between|of which|"
    r"of whom|of these|of those|including|includes|per|each|every|by|aged?|under|over|up|down|"
    r"capacity|more|fewer|less|another|further|additional|rest|remaining|others?|unknown)\b",
    re.IGNORECASE,
)
_ARE = re.compile(r"\b(?:is|are) ", re.IGNORECASE)  # "hens are 62 in number"
_OF = re.compile(
    r"(?:^|[.;:] )of $|\d\S* of $|\bof (?:(?:the|all|our|its|these|those) )+$", re.IGNORECASE
)
_TIMES = frozenset(
    re.findall(
        r"\w+",
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter "
        "first second third fourth fifth",
    )
)
_NAME = re.compile(r"(?<=[a-z,;:(.] )[A-Z][a-z]+(?: \d+\b)?")
# "The lowest was in Elm (41)", "in Elm, with 41", "in Elm, where it came to 41".
_SET_BY = re.compile(
    r",?\s?\((?:at |with )?£?|, (?:at|with) £?|, (?:where|when|which|who)\b[^,;:.()\d£]{1,30}\s£?"
)
_STOPS = re.compile(r"[,.;](?!\s?£?\d)|$")  # "The fewest letters, 41, came in June"
_APPOSED = re.compile(
    r"(?:\)|\s(?!the\b|our\b|its\b)[a-z]+)?\)?,?\s(?:(?:was|were|is|are|had|has|have|being|made|"
    r"formed|gave|the|our|its|their|a|[a-z]+['’]s|by far|again|also|still|easily)\s)*",
)


@dataclass(frozen=True, slots=True)
class ClosedList:
    """The values in the order told, with the ways in which the words beside them label them."""

    values: tuple[Quantity, ...]
    labellings: tuple[tuple[frozenset[str], ...], ...]


def closed_list(text: str, apart: tuple[int, int], many: int = 0) -> ClosedList | None:
    """The one list of a window, without what stands ``apart``, the clause that judges it.

    None where a number of the window is of no list, or of two. A list of as ``many`` values as the
    clause speaks of, "the lowest of the four years", is that one, whatever else it is called.
    """
    times = [(each.start, each.end) for each in times_in(text)]
    numbers = [
        each
        for each in quantities_in(text)
        if each.measure in (*_UNITS, Measure.POINTS, Measure.TIMES)
        and not any(start <= each.start < end for start, end in times)
    ]
    figures = [each for each in numbers if each.text.strip("£$€ ")[:1].isdigit()]
    spelt = [each for each in numbers if each not in figures]
    # "Highest in May, when the two fairs were": what comes after list and claim is of neither.
    ends = max([apart[1], *(each.end for each in figures)])
    spelt = [each for each in spelt if each.start < ends]
    values = _of_one_sort(figures)
    if len(values) < _FEWEST or any(
        each.value != len(values) or each.measure not in (Measure.COUNT, Measure.DURATION)
        for each in spelt
    ):
        return None
    if any(each.hedge not in (Hedge.NONE, Hedge.ABOUT) for each in values):
        return None
    if many != len(values) and any(
        _is_open(text, values, place, apart) for place in range(len(values))
    ):
        return None
    if _has_a_difference(values) or _names_one_twice(text, values):
        return None
    clear = f"{text[: apart[0]]}{' ' * (apart[1] - apart[0])}{text[apart[1] :]}"
    if not any(apart[0] <= each.start < apart[1] for each in values):
        text = clear
    labellings = [_labels(text, values, last=last) for last in (False, True)]
    return ClosedList(tuple(values), tuple(dict.fromkeys(each for each in labellings if each)))


def own_value(
    text: str, values: Sequence[Quantity], claim: tuple[int, int], within: tuple[int, int]
) -> int | None:
    """The place of the value that a superlative is said of: in its clause, or set right beside.

    "Elm was the busiest with 41", "the busiest was Elm (41)", "gifts, at £40, were our largest".
    """
    start, end = within
    inside = [n for n, each in enumerate(values) if start <= each.start < end]
    if inside:
        return inside[0] if len(inside) == 1 else None
    before = [n for n, each in enumerate(values) if each.end <= claim[0]]
    if before and (set_by := _APPOSED.fullmatch(text, values[before[-1]].end, claim[0])):
        # "Ash (41%) and Elm (36%) were the most common": all of them.
        several = re.search(r"\b(?:were|are)\b", set_by.group()) and len(before) > 1
        return None if several else before[-1]
    after = [n for n, each in enumerate(values) if each.start >= end]
    close = text.find(")", end)
    if len([n for n in after if values[n].start < close]) > 1:
        return None  # "the highest of the year (88 in June, 93 in May)": of the others
    if after and (
        _SET_BY.fullmatch(text, end, values[after[0]].start)
        or (
            text[end : values[after[0]].start].strip("£") == ", "
            and _STOPS.match(text, values[after[0]].end)
        )
    ):
        return after[0]
    return None


_QUARTER = re.compile(r"\b[Qq]([1-4])\b")
_ORDINALS = ("first", "second", "third", "fourth")


def _in_words(quarter: re.Match[str]) -> str:
    return f"{_ORDINALS[int(quarter[1]) - 1]} quarter"


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's words but for grammar; its years, and the ordinals of its quarters."""
    return frozenset(
        re.sub("[–-]", "/", word) if word[0].isdigit() else stem(word)
        for word in _WORD.findall(_QUARTER.sub(_in_words, text))
        if word == "May" or word.lower() not in STOP | LIGHT
    )


def _of_one_sort(figures: Sequence[Quantity]) -> list[Quantity]:
    """All the figures of a window as one sort, nothing where they are of several.

    "9 days at Thorne, 14 at Rigg": a bare number is in the unit told before it.
    """
    units = {(each.measure, each.per) for each in figures}
    told = [each for each in units if each[0] is not Measure.COUNT]
    if len(units) > 1:
        lent = len(units) == 2 and len(told) == 1 and figures[0].measure is told[0][0]
        bare = [each for each in figures if each.measure is Measure.COUNT]
        if not lent or any(each.noun for each in bare):
            return []
    if len({each.decimals for each in figures}) > 1:
        return []  # "688 offences, a rate of 98.1"
    nouns = [_noun(each) for each in figures]
    named = [each for each in nouns if each]
    shared = frozenset.intersection(*named) if named else frozenset()
    different = len(named) == len(figures) == len(set(named))
    return [*figures] if not named or shared or different else []


def _noun(quantity: Quantity) -> frozenset[str]:
    return stems_of(quantity.noun)


def _is_open(text: str, values: Sequence[Quantity], place: int, apart: tuple[int, int]) -> bool:
    """Whether the words beside a value make it something else than one among the others."""
    value = values[place]
    if is_yardstick_value(text, value) or _OF.search(text, 0, value.start):
        return True
    start, end = _stretch(text, values, place)
    if not place:  # what leads up to a list tells what it counts: "the average wait was"
        start = max(start, text.rfind(" ", 0, text[: value.start].rstrip().rfind(" ")))
    words = "".join(
        character if not apart[0] <= at < apart[1] else " "
        for at, character in enumerate(text[start:end], start=start)
    )
    return _OPENS.search(words) is not None or bool(place and _ARE.search(words))


def _has_a_difference(values: Sequence[Quantity]) -> bool:
    """Whether one value is how far two others lie apart: "73.1 and 83.6, a gap of 10.5"."""
    told = {each.value for each in values}
    return any(one - other in told - {one, other} for one, other in permutations(sorted(told), 2))


def _names_one_twice(text: str, values: Sequence[Quantity]) -> bool:
    """Whether two values have a name or two words to themselves: they are of two measures."""
    stretches = [_stretch(text, values, place) for place in range(len(values))]
    names = [{each.group().lower() for each in _NAME.finditer(text, *each)} for each in stretches]
    every = {name for name in names[0] if all(name in each for each in names)}
    words = [stems_of(text[slice(*each)]) for each in stretches]
    return any(one & other - every for one, other in combinations(names, 2)) or any(
        len(one & other - frozenset.intersection(*words)) >= _ALIKE
        for one, other in combinations(words, 2)
    )


def _stretch(text: str, values: Sequence[Quantity], place: int) -> tuple[int, int]:
    """The parts of a text around a value that have no other."""
    value = values[place]
    since = values[place - 1].end if place else 0
    until = values[place + 1].start if place + 1 < len(values) else len(text)
    starts = [each.end() for each in _PART.finditer(text, since, value.start)]
    ends = [each.start() for each in _PART.finditer(text, value.end, until)]
    return (starts[0] if starts and place else since), (ends[0] if ends else until)


def _labels(
    text: str, values: Sequence[Quantity], *, last: bool
) -> tuple[frozenset[str], ...] | None:
    """What each value alone has beside it, cut at the first mark between two or at the last."""
    cuts = [0]
    for one, other in pairwise(values):
        marks = [*_PART.finditer(text, one.end, other.start)]
        marks = [each for each in marks if each.group().strip() not in ("(", ")")] or marks
        if not marks:
            return None
        cuts.append(marks[-1].end() if last else marks[0].end())
    ends = [
        each.start() for each in _PART.finditer(text, values[-1].end) if each.group() not in "()"
    ]
    cuts.append(ends[0] if ends else len(text))
    told = [stems_of(text[since:until]) for since, until in pairwise(cuts)]
    times = [frozenset(word for word in each if _is_time(word)) for each in told]
    if all(times) and len(set(times)) == len(times):
        return tuple(times) if all(len(each) == len(times[0]) for each in times) else None
    if len(set(times)) > 1:
        return None
    own = [
        each.difference(*(other for at, other in enumerate(told) if at != place))
        for place, each in enumerate(told)
    ]
    return tuple(own) if all(own) else None


def _is_time(word: str) -> bool:
    return word[0].isdigit() or word in _TIMES or any(stem(each) == word for each in _TIMES)


def places_named(clause: frozenset[str], labels: Sequence[frozenset[str]]) -> list[int]:
    """The values whose whole labels are in a clause, or else of which anything is."""
    whole = [n for n, label in enumerate(labels) if label <= clause]
    return whole or [n for n, label in enumerate(labels) if label & clause]


def sums_left_out(values: Sequence[Quantity], own: int) -> Iterator[list[int]]:
    """The places of all values, and those without the sum of the others, all or told first."""
    every = list(range(len(values)))
    yield every
    for one in every:
        others = sum(values[n].value for n in every if n != one)
        if one != own and (values[one].value == others or (not one and values[one].value > others)):
            yield [n for n in every if n != one]
