"""A multiple told in words of a number and of the one that was the same at another time.

"Loans have more than tripled: 7,450 in 2023, when in 2019 it had been 2,980"; "out 96 times, 32
last year, and held 24 drills. We went out four times as often as the year before". The times told
with the two numbers, or the words "as the year before", say which they are, so that no other
number of the sentence is meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.claims.changes.blockers import DENIED, ELSEWHERE, RECKONED, TO_COME, WISHED
from goldenthread.claims.closed.changes.window import sentence_of
from goldenthread.claims.closed.parts.ratios import Untrue
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.hedges import BOUNDED, hedge_before
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    EARLIER,
    LAST,
    LATER,
    MONEY,
    PERCENT,
    QUANTITY,
    RATE,
    TIME,
    TIMES,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.windows import windows
from goldenthread.claims.ratios.multiples import NOT_YET
from goldenthread.claims.reading import Reading

_ANY = f"[{COUNT}{MONEY}{RATE}{PERCENT}]"
_W = f"[^{QUANTITY};:.()]"
_LOOSE = (WISHED, RECKONED, ELSEWHERE)  # anywhere in its sentence
_NOT_SO = (DENIED, TO_COME, NOT_YET)  # right before it
# "Four times as many calls as the year before", "half what it was last year".
_AS_BEFORE = re.compile(
    rf"(?P<x>[{TIMES}]) (?:(?:as|so) (?:many|much|often|high|large|big)|the|what)\b"
    rf"(?P<what>(?:(?!\b(?:as|than)\b)[a-z' -]){{0,40}}?)"
    rf"(?:(?:as|of|in|it was|they were)(?: in| of| for)? ?)?(?P<then>[{EARLIER}{LAST}])"
)
# "150 entries this year and 50 a year ago", "96 times, against 32 last year".
_AGAINST = re.compile(
    rf"(?P<one>{_ANY})(?:{_W}|[{DURATION}]){{0,60}}?(?:,? (?:against|compared (?:with|to)|up from|"
    r"down from|and|whereas|while|when|where) | \()(?:[a-z' -]{0,20} )??"
    rf"(?P<other>{_ANY})(?P<noun>(?: [a-z'-]+){{0,3}}) [{EARLIER}{LAST}]"
)
_PIECE = re.compile(
    r"[,;:.()]|\b(?:and|against|compared|whereas|while|when|where|from|to|but|than)\b"
)
_ANOTHER = re.compile(r";|\. |\b(?:and|or|but|while|whereas|although|then|they|which|who)\b")
_CHANGED = re.compile(r"doubled|trebled|tripled|quadrupled|halved", re.I)
_YEAR = 365
_LETTERS = 4  # that "call-outs" and "called out" have in common


def multiples_of_two_times(reading: Reading) -> Iterator[Untrue]:
    """Every multiple that the two numbers of its two times do not make."""
    for window in windows(reading):
        skeleton = window.skeleton
        for match in _AS_BEFORE.finditer(skeleton.text, window.since):
            words = skeleton.quantity(match["x"])
            before = _as_before(skeleton, match) if _is_said(skeleton, match.start()) else None
            if before and (untrue := _untrue(skeleton, words, before)):
                yield Untrue(window.sentence, *untrue)
        for match in re.finditer(f"[{TIMES}]", skeleton.text[window.since :]):
            words, at = skeleton.quantity(match.group()), window.since + match.start()
            if not _is_said(skeleton, at):
                continue
            changed = _CHANGED.match(words.text)
            pair = _dated(skeleton, at, window.since) if changed else _apposed(skeleton, at)
            if pair and (untrue := _untrue(skeleton, words, pair)):
                yield Untrue(window.sentence, *untrue)


_Pair = tuple[Quantity, Quantity]


def _is_said(skeleton: Skeleton, at: int) -> bool:
    start, stop = sentence_of(skeleton.text, at)
    return not (
        any(each.search(skeleton.text, start, stop) for each in _LOOSE)
        or any(each.search(skeleton.text[start:at]) for each in _NOT_SO)
    )


def _untrue(
    skeleton: Skeleton, words: Quantity, pair: _Pair
) -> tuple[str, Quantity, Quantity] | None:
    one, other = pair
    _, start, close = hedge_before(skeleton.source, words.start)
    allowed = room(words, close).doubtful
    if any(each.hedge not in BOUNDED for each in pair) or other.interval.low <= 0:
        return None
    if (one.interval / other.interval).meets(allowed):
        return None
    return skeleton.source[start : words.end], one, other


# --- as the year before


def _as_before(skeleton: Skeleton, match: re.Match[str]) -> _Pair | None:
    """The number of the year before that is told just before, and the one it is set against."""
    text, start = skeleton.text, match.start()
    pairs = list(_AGAINST.finditer(text, 0, start))
    if len(pairs) != 1 or len(re.findall(f"[{EARLIER}{LAST}]", text[:start])) != 1:
        return None
    (pair,) = pairs
    first = sentence_of(text, pair.start())[0]
    counts = re.findall(_ANY, text[first : pair.start("other")])
    one, other = skeleton.quantity(pair["one"]), skeleton.quantity(pair["other"])
    if one.measure is not other.measure:
        return None
    noun = _roots(pair["noun"])
    if len(counts) > 1:
        own = [each for each in counts if noun & _roots(_after(skeleton, each))]
        if len(own) != 1:
            return None
        one = skeleton.quantity(own[0])
    others = re.findall(_ANY, text[pair.end() : start])
    if not others and len(counts) == 1:
        return one, other
    # With a third number told the words must name what the two count, and it must not.
    if len(re.findall(r"[.;:] ", text[pair.end() : start])) == 0:
        return None
    said = _roots(match["what"])
    beside = [each for each in (*others, *counts) if skeleton.quantity(each) is not one]
    of_one = _roots(text[first : pair.start()]) | _roots(_after(skeleton, pair["one"]))
    if not said & (of_one | noun):
        return None
    return None if any(said & _roots(_after(skeleton, each)) for each in beside) else (one, other)


def _after(skeleton: Skeleton, slot: str) -> str:
    at = skeleton.text.index(slot)
    return re.split(rf"[{QUANTITY}{WHEN},.;:()]", skeleton.text[at + 1 :])[0]


def _roots(words: str) -> set[str]:
    return {stem(word)[:_LETTERS] for word in re.findall(r"[a-z]{4,}", words) if word not in _LIGHT}


_LIGHT = frozenset(
    ("times", "year", "years", "against", "compared", "from", "with", "were", "that")
)


# --- of two numbers that are told with their times


@dataclass(frozen=True, slots=True)
class _Dated:
    quantity: Quantity
    at: int
    when: int  # the day it is told of, as far as the order of the two goes


def _dated(skeleton: Skeleton, words: int, since: int) -> _Pair | None:
    """The only two numbers of a sentence that are told with times, the later one first."""
    text = skeleton.text
    start, stop = sentence_of(text, words)
    found = [each for each in _with_times(skeleton, max(start, since), stop) if each.at != words]
    if len(found) != 2 or found[0].quantity.measure is not found[1].quantity.measure:
        return None
    earlier, later = sorted(found, key=lambda each: each.when)
    if earlier.when == later.when or earlier.quantity.value == later.quantity.value:
        return None
    first, last = sorted((words, min(found, key=lambda each: abs(each.at - words)).at))
    between = text[first + 1 : last]
    if _ANOTHER.search(between) or re.search(f"[{TIMES}{TIME}]", between):
        return None
    # "Has doubled in ten years" tells of other times than "340 in 2023 and 290 in 2022".
    for slot in re.findall(f"[{DURATION}]", text[start:stop]):
        long = skeleton.quantity(slot)
        if not long.noun.startswith("year") or later.when == _NOW:
            return None
        if abs(later.when - earlier.when - long.value * _YEAR) > _YEAR:
            return None
    if any(
        skeleton.quantity(slot).measure is earlier.quantity.measure
        and skeleton.quantity(slot).value > min(each.quantity.value for each in found)
        for slot in re.findall(_ANY, text[start:stop])
        if text.index(slot) not in (earlier.at, later.at)
    ):
        return None
    return later.quantity, earlier.quantity


_NOW, _BEFORE = 4_000_000, 0


def _with_times(skeleton: Skeleton, start: int, stop: int) -> Iterator[_Dated]:
    text, ends = skeleton.text, [start]
    ends += [each.start() for each in _PIECE.finditer(text, start, stop)] + [stop]
    for one, other in pairwise(ends):
        slots = re.findall(f"[{WHEN}]", text[one:other])
        counts = [each.start() + one for each in re.finditer(_ANY, text[one:other])]
        if len(slots) != 1 or not counts:
            continue
        at = text.index(slots[0], one)
        before = [each for each in counts if each < at]
        place = before[-1] if before else counts[0]
        time = skeleton.time(slots[0])
        if time is not None and time.year_given:
            when = time.first.toordinal()
        elif slots[0] in (EARLIER, LAST, LATER):
            when = _NOW if slots[0] == LATER else _BEFORE
        else:
            continue
        quantity = skeleton.quantity(text[place])
        if quantity.measure is not Measure.TIMES:
            yield _Dated(quantity, place, when)


# --- of the only number told before, with its own number beside it

_APPOSED = re.compile(
    # After a second "as" the base follows: "twice as many as in its first year (68)".
    rf"[{TIMES}] as (?:many|much)(?! (?:again|more)\b)(?:(?!\b(?:as|than)\b){_W}){{0,50}}?"
    rf"(?:, | \(|: )(?:only |just |at )?(?P<one>{_ANY})(?P<noun>(?: [a-z'-]+)?)(?=[,.;)]|$| )"
)


def _apposed(skeleton: Skeleton, words: int) -> _Pair | None:
    """ "It used 16,400 litres in May. In June it used half as much, 10,900 litres"."""
    match = _APPOSED.match(skeleton.text, words)
    if match is None:
        return None
    one = skeleton.quantity(match["one"])
    alike = [
        each
        for each, at in zip(skeleton.quantities, skeleton.at, strict=True)
        if at >= 0 and each.measure is one.measure and each is not one
    ]
    if len(alike) != 1 or alike[0].start > one.start:
        return None
    nouns = [_roots(_after(skeleton, match["one"])[:_NEAR]), _roots(alike[0].noun)]
    return (one, alike[0]) if not all(nouns) or nouns[0] & nouns[1] else None


_NEAR = 20  # letters of the words after a number that may be its noun
