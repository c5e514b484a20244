"""Superlatives about values listed in the text itself."""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.series.assertion import Assertion, ranked, told_order
from goldenthread.claims.series.claimed import (
    Named,
    just_before,
    led_to,
    names_named,
    times_named,
)
from goldenthread.claims.series.cues import Across, Cue
from goldenthread.claims.series.labels import tokens
from goldenthread.claims.series.model import Point, Series, Truth, Way, when
from goldenthread.claims.series.moments import moments
from goldenthread.claims.series.vocabulary import FILL, PLAIN, VERBS

_THIS = re.compile(
    r"\W*(?:this|that|it|these|the\s+(?:latest|current|most\s+recent)\s+\w+)\b", re.IGNORECASE
)
_SINCE = re.compile(
    r"(?:\s+\w+){0,3}?\s+since\b(?P<began>[^.;,]{0,40}?\b(?:began|started|opened))?[^.;,]{0,12}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\b(?:its|their|our)\s+own\b", re.IGNORECASE)
_TELLS_CHANGE = re.compile(
    r"\b(?:(?:rose|fell|grew|increased|decreased|up|down|reduced|dropped|changed)\s+(?:\w+\s+)?by|increases?|rises?|falls?"
    r"|growth|reductions?|changes?)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[;:]|,\s+(?:and|but|with|while|although)\b|\s+(?:and|before|after|when)\s+", re.IGNORECASE
)
_STEM = 4


def by_text(
    sentence: Sentence, cue: Cue, since: int, until: int, known: Sequence[tuple[Series, Sentence]]
) -> Iterator[Assertion]:
    """What a superlative says of the nearest series told in its own or an earlier sentence."""
    for series, source in reversed(known):
        if _SUBJECT.search(sentence.text[max(since, cue.start - 12) : cue.start]):
            return
        points = series.points
        claimed = _claimed(sentence, cue, since, until, series, source is sentence)
        if not claimed or not _about(sentence, cue, since, until, series, source):
            continue
        if cue.among_others and (cue.rank > 1 or series.in_time):
            continue
        if cue.of_change and not _TELLS_CHANGE.search(
            source.text[: source.text.find(points[0].printed)]
        ):
            continue
        subset = _restricted(sentence.text, cue, points, claimed)
        if subset is None:
            continue
        places = [subset.index(points[one]) for one in claimed]
        truth = ranked(subset, places, cue.way, cue.rank)
        if truth is Truth.TIED and (cue.joint or len(claimed) > 1):
            truth = Truth.HOLDS
        evidence, right = told_order(subset, places, cue.way, cue.rank)
        yield Assertion(
            sentence=sentence,
            subject=series.name,
            claimed=" and ".join(points[one].label for one in claimed),
            way=cue.way,
            rank=cue.rank,
            truth=truth,
            printed=cue.words,
            evidence=evidence,
            expected=right,
        )
        return


def _claimed(
    sentence: Sentence, cue: Cue, since: int, until: int, series: Series, own: bool
) -> list[int]:
    """The points that are said to be the highest or lowest."""
    text, points = sentence.text, series.points
    named = _named(text, points)
    before = just_before(text, since, cue, named, frozenset())
    after = led_to(text, cue, until, named)
    within = [each for each in named if cue.start <= each.start < cue.end]
    found = within or ((after or before) if cue.across is Across.OWN else (before or after))
    if found:
        return list(dict.fromkeys(each.line for each in found))
    if not own and series.in_time and not named and _THIS.match(text) and since == 0:
        return [len(points) - 1]
    return []


def _named(text: str, points: tuple[Point, ...]) -> list[Named]:
    if all(point.moment for point in points):
        return times_named(text, [point.moment for point in points])
    if any(point.moment for point in points):
        return []
    return names_named(text, points)


def _about(
    sentence: Sentence, cue: Cue, since: int, until: int, series: Series, source: Sentence
) -> bool:
    """Whether the words about the superlative speak of the series: they bring in nothing else.

    In the series' own sentence only what stands between its last value and the superlative counts.
    """
    text = sentence.text
    labels = " ".join(point.label for point in series.points)
    told = series.name if source is sentence else f"{source.text} {source.passage.section}"
    stems = {token.word[:_STEM] for token in tokens(f"{told} {labels}")}
    start, end = since, until
    if source is sentence:
        earlier = [each.end for each in sentence.quantities if since <= each.end <= cue.start]
        if not earlier:
            return True
        start, end = earlier[-1], cue.start
    elif stop := _STOP.search(text, cue.end, until):
        end = stop.start()
    places = [(each.start, each.end) for each in _named(text, series.points)]
    places.append((cue.start, cue.end))
    return all(
        token.word in FILL
        or token.word in PLAIN
        or token.word in VERBS
        or token.word[:_STEM] in stems
        or any(begin <= token.start < finish for begin, finish in places)
        for token in tokens(text)
        if start <= token.start < end
    )


def _restricted(
    text: str, cue: Cue, points: tuple[Point, ...], claimed: list[int]
) -> list[Point] | None:
    """The points meant where "since 2019" leaves the earlier ones out; None where none can tell."""
    match = _SINCE.match(text, cue.end)
    if match is None:
        return list(points)
    after = [each for each in moments(text) if match.start() <= each.start <= match.end() + 12]
    if not after:
        return list(points) if "record" in match.group() else None
    if not all(point.moment for point in points):
        return None
    start = when(after[0])
    began = bool(match["began"])
    kept = [
        point
        for place, point in enumerate(points)
        if point.moment and (when(point.moment) > start or began or place in claimed)
    ]
    return kept if len(kept) > 1 else None


def extreme_way(words: str) -> Way:
    """The way of a rise or a fall told in a word."""
    return Way.LOWEST if re.match(r"f[ae]ll|decreas|drop|declin|reduc", words) else Way.HIGHEST
