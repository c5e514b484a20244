"""What is said of every step of a series, held against its values."""

import re
from collections.abc import Sequence
from itertools import pairwise

from goldenthread.claims.dates.moments import moments, spans
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.model import Point, Truth, Way, forwards, when
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.words.steadily import DOWN, LOOSER, UP, Trend

_LED = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:\s+(?:in|of|for|was|were|seen|is|since|from|to|by"
    rf"|over)\b"
    r"[^.;:]{0,60})?\s*(?::|[–—-])?\s*$",
    re.IGNORECASE,
)
_UNSTEADY = re.compile(
    r"\b(?:then|before|after|followed|until|dip\w*|fluctuat\w*|recover\w*|despite|although|but"
    r"|and\s+then"
    r"|by|from|to|than|percentage|rate\s+of)\b",
    re.IGNORECASE,
)


def direction(lead: str) -> tuple[Way, str] | None:
    """The rise or fall that leads in a list of values, with its words: "a slight decrease: ..."."""
    match = _LED.search(lead)
    if match is None or _UNSTEADY.search(lead) or LOOSER.search(lead):
        return None
    return (Way.HIGHEST if match["up"] else Way.LOWEST), match["up"] or match["down"]


# "Month on month through the summer term": how far that reaches is not told in months.
_FOR_A_WHILE = re.compile(
    r",?\s+(?:through|throughout|over|during|across|until|till|up\s+to|before|in)\s+(?:the\s+)?"
    r"(?:\w+\s+){0,2}(?:spring|summer|autumn|winter|terms?|holidays?|lockdowns?|pandemic)\b",
    re.IGNORECASE,
)


def within(text: str, points: Sequence[Point], found: Trend) -> list[Point] | None:
    """The points the statement covers: all, or those of the span it names; None where unclear."""
    if any(point.moment is None for point in points):
        return None
    if not forwards([point.moment for point in points if point.moment]):
        return None
    keys = [when(point.moment) for point in points if point.moment]
    for span in spans(text):
        ends = [
            place
            for place, point in enumerate(points)
            if point.moment
            and point.moment.grain is span.first.grain
            and when(point.moment) in (when(span.first), when(span.last))
        ]
        if len(ends) == 2:
            return list(points[ends[0] : ends[1] + 1])
        if span.first.start > found.end or span.joint != "and":
            return None
    if _FOR_A_WHILE.match(text, found.end):
        return None
    since = re.match(r"[\w\s]{0,12}\bsince\b\s*", text[found.end :])
    if since:
        after = [m for m in moments(text) if m.start == found.end + since.end()]
        starts = [n for n, key in enumerate(keys) if after and key == when(after[0])]
        return list(points[starts[0] :]) if starts else None
    return list(points)


def broken(points: Sequence[Point], trend: Trend) -> tuple[Point, Point] | None:
    """The first step that goes the other way or none, beyond doubt; None where all may fit."""
    steps = list(pairwise(points))
    if trend.steps:
        steps = steps[-trend.steps :]  # where fewer are shown, those must bear it out
    for one, other in steps:
        low, high = (one, other) if trend.way is Way.HIGHEST else (other, one)
        if not _may_be_below(low.interval, high.interval):
            return one, other
    return None


def of_steps(
    sentence: Sentence,
    subject: str,
    points: Sequence[Point],
    trend: Trend,
    fault: tuple[Point, Point] | None,
) -> Assertion:
    """What is said of every step, with the one that gainsays it, if any does."""
    evidence = ", ".join(f"{point.printed} ({point.label})" for point in points)
    if fault:
        one, other = fault
        went = "not less than" if trend.way is Way.LOWEST else "not more than"
        evidence = f"{other.printed} ({other.label}) is {went} {one.printed} ({one.label})"
    return Assertion(
        sentence=sentence,
        subject=subject,
        claimed=trend.words,
        way=trend.way,
        rank=1,
        truth=Truth.FAILS if fault else Truth.HOLDS,
        printed=trend.words,
        evidence=evidence,
        certain=not trend.soft,
    )


def _may_be_below(low: Interval, high: Interval) -> bool:
    return low.low < high.high
