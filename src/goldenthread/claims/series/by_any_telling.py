"""Superlatives of a passage whose values and labels stand in any order and any shape.

The last resort: each label is a word that stands beside one value only, before it or after it. A
superlative is wrong where the one label it names fails under every way of pairing labels with
values.
"""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.language.times import times_in
from goldenthread.claims.series.assertion import Assertion, told_order
from goldenthread.claims.series.model import Point, Truth, Way, place_of
from goldenthread.claims.series.vocabulary import CLASSES, FILL, GENERIC, JOIN

_UNITS = (Measure.COUNT, Measure.PERCENT, Measure.RATE, Measure.MONEY, Measure.DURATION)
_FEWEST, _MOST = 3, 9
_LONGEST = 420
_UP = (
    r"highest|largest|biggest|most(?= (?!of\b|recent|likely|were|are|had)[a-z]+)|busiest|greatest|"
    r"longest|dearest|heaviest|record|top of the (?:list|table|league)|winner|thus leading|"
    r"therefore leading|leading|most often|most frequent\w*|commonest"
)
_DOWN = r"lowest|smallest|fewest|least|quietest|shortest|cheapest|lightest|bottom of the \w+"
_EITHER = (
    r"best|worst|driest|wettest|greenest|quickest|slowest|fastest|thriftiest|farthest|furthest"
)
_CLAIM = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<either>{_EITHER}))\b", re.I)
# With these the order is another than the plain one, or of something else.
_OTHERWISE = re.compile(
    r"\b(?:apart|at (?:least|most|best|worst)|second|third|fourth|fifth|joint|equal|last but|next|"
    r"except|save for|besides|other than|another|not|never|neither|nor|no|n't|if|would|could|"
    r"should|expected|target|since|until|among|between|after|behind|outside|per|growth|increases?|"
    r"falls?|rises?|changes?|drop|improve\w*|one of|two|some of|nearly|almost|ever|national\w*|"
    r"england|county|previous\w*|last year|compared|half|quarters|yet|than|but)\b",
    re.I,
)
_NARROWED = re.compile(
    r"\b(?:second|third|joint|apart from|save for|except|besides|excluding|other than)\b", re.I
)
_CUT = re.compile(r"[.;:()\n|–]|,| - ")
_WORD = re.compile(r"\bQ[1-4]\b|[A-Za-z][A-Za-z'’-]*|\b(?:19|20)\d\d\b")
_DAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:(?:[a-z]{0,5})day|s)?$")
# "1,910 in May, 2,045 in June": the labels come after.
_AFTER = re.compile(r"\)?\s(?:in|for|from|at|on|by|to)\s(?:the\s)?[A-Z]")
_IN_ORDER = re.compile(r"\b(?:respectively|in that order|in turn)\b", re.I)
_PARTED = re.compile(r",\s(?:and\s)?|\sand\s")
_LIGHT = FILL | GENERIC | CLASSES | JOIN | {"weekday", "weekdays", "weekend"}


def by_any_telling(sentence: Sentence, text: str) -> Iterator[Assertion]:
    """What the superlatives of a short passage say of the one label that each names."""
    claims = list(_CLAIM.finditer(text))
    if not claims or len(text) > _LONGEST:
        return
    values = _values(text)
    if not _FEWEST <= len(values) <= _MOST:
        return
    ways = (False,) if all(_AFTER.match(text, each.end) for each in values) else (True, False)
    pairings = [each for each in (_labelled(text, values, on) for on in ways) if each]
    if _IN_ORDER.search(text):
        pairings = [each for each in [_in_order(text, values)] if each]
    for match in claims:
        if made := _judged(sentence, text, match, values, pairings):
            yield made
            return


def _values(text: str) -> list[Quantity]:
    """The numbers of the unit most numbers have; none where another has nearly as many."""
    times = times_in(text)
    found = [
        each
        for each in quantities_in(text)
        if each.measure in _UNITS
        and not any(time.start <= each.start < time.end for time in times)
        and (each.text[:1].isdigit() or each.text[:1] in "£€$")
    ]
    counts = {unit: sum(each.measure is unit for each in found) for unit in _UNITS}
    unit = max(_UNITS, key=lambda each: counts[each])
    alike = [each for each in found if each.measure is unit]
    others = len(found) - len(alike)
    if unit is Measure.COUNT and others:  # "took 7 weeks, major ones 13": the unit is told once
        alike, others = [each for each in found if not each.noun or each in alike], 0
        if len({each.measure for each in found}) > 1 and not all(
            each.measure in (Measure.COUNT, Measure.DURATION, Measure.RATE) for each in found
        ):
            return []
    return alike if not others else []


def _labelled(text: str, values: Sequence[Quantity], before: bool) -> list[set[str]] | None:
    """The words that stand before (or after) each value and no other; None where one has none."""
    stretches = []
    for place, each in enumerate(values):
        if before:
            start = values[place - 1].end if place else 0
            stretch = _CUT.split(text[start : each.start].rstrip(" (:–,-"))[-1]
            if place == 0:
                stretch = text[max(0, each.start - 45) : each.start]
        else:
            stop = values[place + 1].start if place + 1 < len(values) else len(text)
            stretch = _CUT.split(text[each.end : stop])[0]
        stretches.append(_keys(stretch))
    labels = []
    for place, words in enumerate(stretches):
        others = set().union(*(w for at, w in enumerate(stretches) if at != place))
        labels.append(words - others)
    return labels if all(labels) else None


def _in_order(text: str, values: Sequence[Quantity]) -> list[set[str]] | None:
    """The labels of "the mill, the castle and the gardens drew 17, 41 and 44 respectively"."""
    pieces = [_keys(piece) for piece in _PARTED.split(text[: values[0].start])]
    pieces = [each for each in pieces if each][-len(values) :]
    if len(pieces) != len(values):
        return None
    return [
        words - set().union(*(w for at, w in enumerate(pieces) if at != place))
        for place, words in enumerate(pieces)
    ]


def _keys(stretch: str) -> set[str]:
    return {_key(word.lower()) for word in _names(stretch)}


def _key(word: str) -> str:
    day = _DAY.match(word)
    return day[1] if day else stem(word)


def _names(stretch: str) -> list[str]:
    return [
        word
        for match in _WORD.finditer(stretch)
        if (word := match.group().replace("’", "'").removesuffix("'s"))
        and word.lower() not in _LIGHT
        and not _CLAIM.fullmatch(word)
    ]


# What the labels may be called, in any form.
_CLASSES = {stem(word) for word in CLASSES}
# After these comes no measure: "the lowest of the four", "the largest was in Ash".
_OF_WHAT = re.compile(r"^\s*(?:of|in|at|was|is|were|are|came|fell|went)\b.*|^\s*[:,].*", re.S)


def _judged(
    sentence: Sentence,
    text: str,
    match: re.Match[str],
    values: Sequence[Quantity],
    pairings: Sequence[list[set[str]]],
) -> Assertion | None:
    zone = _zone(text, match)
    if _NARROWED.search(text):
        return None
    words = text[zone[0] : zone[1]]
    if _OTHERWISE.search(words) or len(_CLAIM.findall(words)) > 1:
        return None
    way = Way.HIGHEST if match["up"] else Way.LOWEST if match["down"] else Way.EITHER
    spoken = _keys(text[zone[0] : zone[1]])
    outside = _keys(f"{text[: zone[0]]} {text[zone[1] :]}")
    inside = [n for n, each in enumerate(values) if zone[0] <= each.start < zone[1]]
    of_what = _keys(" ".join(_OF_WHAT.sub("", text[match.end() : zone[1]]).split()[:2]))
    readings = set()
    for labels in pairings:
        named = [place for place, words in enumerate(labels) if words & spoken]
        if len(named) != 1 or not (named == inside or labels[named[0]] & spoken & outside):
            if named:
                return None
            continue
        if (spoken | of_what) - outside - labels[named[0]] - _CLASSES:
            return None  # it speaks of something that the values do not tell
        readings.add(named[0])
    if len(readings) != 1:
        return None
    (place,) = readings
    points = _points(text, values)
    truth = place_of(points, place, way)
    evidence, right = told_order(points, [place], way, 1)
    return Assertion(
        sentence=sentence,
        subject="",
        claimed=points[place].label,
        way=way,
        rank=1,
        truth=Truth.HOLDS if truth is Truth.TIED else truth,
        printed=f"{text[zone[0] : zone[1]].strip()}",
        evidence=evidence,
        expected=right,
    )


def _zone(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The clause of a superlative: between the nearest marks."""
    start = max((each.end() for each in _CUT.finditer(text, 0, match.start())), default=0)
    stop = _CUT.search(text, match.end())
    end = stop.start() if stop else len(text)
    bare = not _names(text[start:end])
    if bare and stop and stop.group() in (":", ","):  # "Record year: 2024", "Cheapest, pie"
        after = _CUT.search(text, stop.end())
        end = after.start() if after else len(text)
    return start, end


def _points(text: str, values: Sequence[Quantity]) -> list[Point]:
    labels = [""] * len(values)
    for place, each in enumerate(values):
        start = values[place - 1].end if place else max(0, each.start - 45)
        words = _names(_CUT.split(text[start : each.start].rstrip(" (:–,-"))[-1])
        stop = values[place + 1].start if place + 1 < len(values) else len(text)
        words = words or _names(_CUT.split(text[each.end : stop])[0])
        labels[place] = " ".join(words[:3])
    return [
        Point(label=label, printed=each.text.strip(), interval=each.interval, exact=True)
        for label, each in zip(labels, values, strict=True)
    ]
