"""Which values of a list a superlative speaks of: by name, by value, by "this year", by place."""

import re
from collections.abc import Sequence

from goldenthread.claims.dates.moments import Grain, Moment, moments
from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.orders.values.known import Known
from goldenthread.claims.orders.values.labels import words_of
from goldenthread.claims.orders.values.model import Point
from goldenthread.claims.orders.values.month_spans import month_spans
from goldenthread.claims.orders.words.claimed import (
    Named,
    just_before,
    led_to,
    names_named,
    nearer,
    times_named,
)
from goldenthread.claims.orders.words.cues import Cue
from goldenthread.claims.orders.words.own_value import own_values, told_of_others
from goldenthread.claims.orders.words.vocabulary import CLASSES, PLAIN

_LATEST = re.compile(
    r"\b(?:this\s+(?:year|quarter|month|term|week)|the\s+(?:latest|current|most\s+recent|newest)"
    r"|our\s+(?:latest|current|most\s+recent)|now|currently|today|at\s+present|(?:is|are|has"
    r"|have)\b"
    r"(?!\s+(?:often|usually|always|generally)))",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:last|the\s+past)\s+(?:year|quarter|month|term|week)(?:['’]s)?\b", re.I)
_THIS = re.compile(r"\W*(?:this|that|it|these)\b", re.IGNORECASE)
# Between the last value of a list and what is said of it: "... and 51 in Q4, the highest".
_IN_PASSING = re.compile(
    r"(?:[^.;:,–—]{0,40}?)\s*[,–—(-]\s*(?:and\s+|which\s+|this\s+|that\s+|making\s+(?:it|this"
    r"|that)\s+"
    r"|it\s+|a\s+figure\s+)*(?:was\s+|is\s+|being\s+|were\s+|represents\s+|marks\s+)?"
    r"(?:by\s+far\s+|easily\s+|also\s+|thus\s+|again\s+)?(?:the\s+|our\s+|its\s+|their\s+|a\s+"
    r"|an\s+)?"
    r"(?:(?:joint|equal|new|very|county['’]s|council['’]s|trust['’]s|service['’]s"
    r"|charity['’]s)\s+)?",
    re.IGNORECASE,
)
# "The highest of the year (88 in June, ...)": the list that bears it out, and not its place.
_OPENS_A_LIST = re.compile(r"\([^)]*\d[^)]*$")
_TURNS = ("first", "second", "third", "fourth", "fifth", "sixth")
_TURN = re.compile(
    rf"\bthe\s+(?P<turn>last|latest|final|{'|'.join(_TURNS)})\s+(?:\w+\s+)?(?:was|is|were"
    rf"|being)\s+(?:also\s+)?"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_ORDINALS = re.compile(
    r"\bthe\s+(?P<word>first|second|third|fourth|final)\b"
    r"(?!\s+(?:[a-z]+|highest|lowest|quarter))|(?P<last>\blast\s+quarter)\b",
    re.IGNORECASE,
)
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_VALUE_AFTER = re.compile(
    r"(?:\s+[\w’'/-]+){0,6}?\s*(?:,?\s*\b(?:of|at|with|was|were|being|is)\b|\(|,|:|–|—)\s*"
    r"(?:just\s+|only\s+)?[£$]?$"
)
_GOES_ON = re.compile(r",\s+[£$]?\d")  # the first value of a bare list
# "The longest waits are in Weir: 9 weeks for new patients, 14 for follow-ups".
_PARTS_OF_A_PLACE = re.compile(r"\b(?:in|at|for)\s+(?:the\s+)?[A-Z][\w’'-]+\s*:\s*$")
_VALUE_BEFORE = re.compile(
    r"(?:\s+[\w’'-]+){0,2}?[\s,]+(?:was|were|is|are|being|represents|marks|remains)\s+"
    r"(?:again\s+|by\s+far\s+|also\s+|still\s+)?(?:the|our|its|their)\s+$|,\s+(?:the|our|its|a)\s+$"
)


def claimed(sentence: Sentence, cue: Cue, since: int, until: int, known: Known) -> list[list[int]]:
    """The points said to be the highest or lowest; several where any of the readings will do."""
    text, points = sentence.text, known.series.points
    named = places_named(text, points)
    before = just_before(text, since, cue, named, plain_words(text, known))
    after = [
        each
        for each in led_to(text, cue, until, named)
        if not _OPENS_A_LIST.search(text[cue.end : each.start])
        and not _after_a_value(text, cue.end, each.start, points)
    ]
    within = [
        each
        for each in named
        if cue.start <= each.start < cue.end and not text[each.end : cue.end].strip()[:1].isdigit()
    ]
    found = within or nearer(text, since, cue, before, after)
    if found:
        lines = list(dict.fromkeys(each.line for each in found))
        # "In July they were 21, the peak of 48 was in March": of the value told with it.
        strange = told_of_others(own_values(sentence, cue, until), points, lines)
        return [] if strange else [lines]
    own = known.tells(sentence)
    if own and (last := _in_passing(sentence, cue, since, points)) is not None:
        return [[last]]
    if (one := _by_turn(text, cue, since, points)) is not None:
        return [[one]]
    if (one := _by_value(sentence, cue, until, points, own)) is not None:
        return [[one]]
    clause = [each for each in named if since <= each.start < until]
    if own or clause or not _one_line(points, known):
        return []
    words = text[since:until]
    if _LAST.search(words):
        return [[len(points) - 1], [len(points) - 2]]
    if _LATEST.search(words) or (since == 0 and _THIS.match(text)):
        return [[len(points) - 1]]
    return []


def _after_a_value(text: str, start: int, end: int, points: Sequence[Point]) -> bool:
    """Whether a value of the list is told before a bracket: "busiest, Friday 16 (Mon 14, ...)"."""
    told, opened, _ = text[start:end].partition("(")
    return bool(opened) and any(
        re.search(rf"(?<![\d.,]){re.escape(point.printed)}(?![\d]|[.,]\d)", told)
        for point in points
    )


def plain_words(text: str, known: Known) -> frozenset[str]:
    """Words that may stand between a name and its superlative: the list's own, and what is done."""
    done = {word for word in words_of(text) if word.endswith("ed")}
    return PLAIN | CLASSES | frozenset(words_of(known.words)) | done


def _one_line(points: Sequence[Point], known: Known) -> bool:
    """Whether the values follow one another in time, so that there is a latest."""
    return known.series.in_time or all(point.label.startswith("value ") for point in points)


def places_named(text: str, points: Sequence[Point]) -> list[Named]:
    """Where a text names points of a list."""
    times = [point.moment for point in points]
    if all(times):
        spans = month_spans(text)
        inside = [each for each in moments(text) if not _within(each, spans)]
        found = sorted([*inside, *spans], key=lambda each: each.start)
        if all(time and time.grain is Grain.QUARTER for time in times):
            found = sorted([*found, *_ordinals(text, found)], key=lambda each: each.start)
        return times_named(text, times, found)
    if any(times):
        return []
    return names_named(text, points)


def _within(moment: Moment, spans: Sequence[Moment]) -> bool:
    return any(span.start <= moment.start < span.end for span in spans)


def _ordinals(text: str, found: list[Moment]) -> list[Moment]:
    made = []
    for match in _ORDINALS.finditer(text):
        if any(each.start < match.end() and match.start() < each.end for each in found):
            continue
        word = (match["word"] or "final").lower()
        made.append(
            Moment(
                text=match.group(),
                start=match.start("word") if match["word"] else match.start(),
                end=match.end(),
                grain=Grain.QUARTER,
                quarter=_NUMBERS[word],
            )
        )
    return made


def _by_turn(text: str, cue: Cue, since: int, points: Sequence[Point]) -> int | None:
    """The point told by its turn in a bare list: "the last was the lowest"."""
    if not all(point.label.startswith("value ") for point in points):
        return None
    match = _TURN.search(text, since, cue.start)
    if match is None:
        return None
    word = match["turn"].lower()
    at = len(points) if word in ("last", "latest", "final") else _TURNS.index(word) + 1
    return at - 1 if at <= len(points) else None


def _in_passing(sentence: Sentence, cue: Cue, since: int, points: Sequence[Point]) -> int | None:
    """The last value told before the cue, where the cue follows it as an aside."""
    earlier = [q for q in sentence.quantities if since <= q.start and q.end <= cue.start]
    if not earlier or not _IN_PASSING.fullmatch(sentence.text, earlier[-1].end, cue.start):
        return None
    at = [n for n, point in enumerate(points) if point.printed == earlier[-1].text]
    return at[-1] if at else None


def _by_value(
    sentence: Sentence, cue: Cue, until: int, points: Sequence[Point], own: bool
) -> int | None:
    """The point whose value stands with the cue: "a high of 62", "this year's 82% is the best"."""
    text = sentence.text
    near: list[Quantity] = []
    for quantity in sentence.quantities:
        if cue.end <= quantity.start < until:
            listed = own and _GOES_ON.match(text, quantity.end)
            listed = listed or (own and _PARTS_OF_A_PLACE.search(text, cue.end, quantity.start))
            if not listed and _VALUE_AFTER.fullmatch(text, cue.end, quantity.start):
                near.append(quantity)
        elif (
            quantity.end <= cue.start
            and _VALUE_BEFORE.fullmatch(text, quantity.end, cue.start)
            and not own
        ):
            near.append(quantity)
    for quantity in near:
        alike = [
            n
            for n, point in enumerate(points)
            if point.interval == quantity.interval and point.printed[-1:] == quantity.text[-1:]
        ]
        if len(alike) == 1:
            return alike[0]
    return None
