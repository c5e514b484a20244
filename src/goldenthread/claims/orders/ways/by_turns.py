"""Values told in turn: "theft leads with 2,204, followed by damage (1,118), then fraud (980)".

Each comes after the one before, so none may be beyond it; and what is called first, second and
third must run one way.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.orders.values.model import Point, Truth, Way, beyond, in_order
from goldenthread.claims.orders.values.told_values import label_of, values_in
from goldenthread.claims.orders.ways.assertion import Assertion, told_order

MAY_TURN = re.compile(r"\b(?:followed by|ahead of|second|third|then|next)\b", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:leads?|led|heads?|headed|tops?|topped|first|most|highest|largest|biggest|busiest|"
    r"commonest|greatest|main|top of)\b",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"\b(?:followed\b[^.;]{0,12}\bby|ahead of|next c[ao]mes?|then)\b", re.IGNORECASE
)
_OTHERWISE = re.compile(
    r"[.;]\s|\b(?:rose|fell|until|before|after|not|but|while|whereas|per|growth|increase|rise|fall|"
    r"than|for its|changes?|grew|up by|down by)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:\s?%)?\)?,?\s+(?:(?:came|comes|was|is|in|ranked|placed)\s+)?(?P<place>first|second|third|"
    r"fourth|fifth)\b(?!\s+(?:quarter|half|term|time|year|most|[a-z]+est)\b)"
)
_BEFORE = re.compile(
    r"\b(?:came|comes|was|is|ranked|placed)?\s?(?P<place>first|second|third|fourth|fifth)\s*\(\s*[£$€]?$"
)
_PLACES = ("first", "second", "third", "fourth", "fifth")
_FEWEST = 3


def by_turns(sentence: Sentence) -> Iterator[Assertion]:
    """Each two values of which the second is told to come after, and whether it is beyond."""
    text = sentence.text
    values = values_in(text)
    if len(values) < 2 or _OTHERWISE.search(text):
        return
    points = [
        Point(label=label_of(text, values, at), printed=one.text.strip(), interval=one.interval)
        for at, one in enumerate(values)
    ]
    places = {at: place for at in range(len(values)) if (place := _place(text, values, at))}
    if len(places) >= _FEWEST and len(set(places.values())) == len(places):
        yield from _in_places(sentence, points, sorted(places, key=lambda at: places[at]))
        return
    turns = [
        at
        for at, (one, other) in enumerate(pairwise(values))
        if _FOLLOWED.search(text, one.end, other.start)
    ]
    if not turns or not _LEADS.search(text, 0, values[turns[0]].end):
        return
    if turns != list(range(turns[0], turns[-1] + 1)):
        return
    for at in turns:
        wrong = beyond(points[at + 1].interval, points[at].interval)
        words = text[values[at].end : values[at + 1].end].strip(" ,;()")
        yield _assertion(sentence, points, at + 1, words, wrong=wrong, rank=at - turns[0] + 2)


def _place(text: str, values: Sequence[Quantity], at: int) -> int:
    """The place told with a value, 0 where none is."""
    match = _PLACE.match(text, values[at].end) or _BEFORE.search(text, 0, values[at].start)
    return _PLACES.index(match["place"].lower()) + 1 if match else 0


def _in_places(
    sentence: Sentence, points: Sequence[Point], order: Sequence[int]
) -> Iterator[Assertion]:
    """Whether what is called first, second and third runs one way."""
    pairs = [(points[one].interval, points[other].interval) for one, other in pairwise(order)]
    rising = [n for n, (one, other) in enumerate(pairs) if beyond(other, one)]
    falling = [n for n, (one, other) in enumerate(pairs) if beyond(one, other)]
    few = min(rising, falling, key=len)
    wrong = bool(rising and falling)
    at = order[few[0] + 1] if wrong else order[0]
    words = _PLACES[order.index(at)]
    yield _assertion(sentence, points, at, words, wrong=wrong, rank=order.index(at) + 1)


def _assertion(
    sentence: Sentence, points: Sequence[Point], at: int, words: str, *, wrong: bool, rank: int
) -> Assertion:
    wrong = wrong and in_order(points, Way.HIGHEST)[rank - 1].interval != points[at].interval
    evidence, right = told_order(points, [at], Way.HIGHEST, rank)
    return Assertion(
        sentence=sentence,
        subject="",
        claimed=points[at].label,
        way=Way.HIGHEST,
        rank=rank,
        truth=Truth.FAILS if wrong else Truth.HOLDS,
        printed=words,
        evidence=evidence,
        expected=right if wrong else "",
    )
