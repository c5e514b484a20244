"""What is said of every step of a series: rose each year, for the first time since."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.series.model import Point, Way, when
from goldenthread.claims.series.moments import moments, spans

_UP = (
    r"ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|grow(?:s|n|ing)?|grew|climb(?:s|ed|ing)?"
    r"|gone\s+up|went\s+up|going\s+up"
)
_DOWN = (
    r"fall(?:s|en|ing)?|fell|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?"
    r"|reduc(?:e|es|ed|ing)|gone\s+down|went\s+down|going\s+down"
)
_EVERY = (
    r"(?:in\s+)?(?:each|every\s+one)\s+of\s+(?:the|these|those)\s+(?:\w+\s+)?(?:years|months|quarters)"
    r"|(?:in\s+)?(?:each|every)\s+(?:single\s+|successive\s+)?(?:year|month|quarter)"
    r"|year[- ]on[- ]year|month[- ]on[- ]month"
    r"|quarter[- ]on[- ]quarter|year\s+after\s+year|month\s+after\s+month|consistently"
    r"|continuously|without\s+(?:a\s+)?break"
)
_RUNNING = (
    r"for\s+(?:the|a)\s+(?P<nth>second|third|fourth|fifth|sixth)\s+(?:(?:consecutive"
    r"|successive|straight)\s+(?:year|month|quarter)"
    r"|(?:year|month|quarter)\s+(?:running|in\s+a\s+row|in\s+succession))"
)
_STEADY = r"consistently|continuously|(?:in\s+)?(?:each|every)\s+(?:year|month|quarter)"
_EACH_STEP = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+(?:[\w’'-]+\s+){{0,3}}?"
    rf"(?:(?P<every>{_EVERY})\b|(?P<running>{_RUNNING})\b)"
    rf"|\b(?P<every2>{_STEADY})\s+(?:(?P<up2>{_UP})|(?P<down2>{_DOWN}))\b",
    re.IGNORECASE,
)
_LOOSER = re.compile(
    r"\b(?:except|apart\s+from|aside|other\s+than|bar|almost|nearly|broadly|generally"
    r"|largely|mostly|until|before|overall"
    r"|not|never|than|should|will|would|may|if|target|expected|most\s+years|nearly\s+every)\b",
    re.IGNORECASE,
)
_NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_FEWEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A rise or fall said of every step, or of the last ``steps``; where it stands in the text."""

    way: Way
    steps: int
    start: int
    end: int
    words: str


_MAY = re.compile(
    r"first\s+time|\b(?:each|every|consistently|continuously|consecutive|successive|running|row)\b"
    r"|on[- ](?:year|month|quarter)\b|after\s+(?:year|month)",
    re.IGNORECASE,
)


def may_tell_a_trend(text: str) -> bool:
    """Whether it is worth looking for a trend in the text at all."""
    return bool(_MAY.search(text))


def trends(text: str) -> Iterator[Trend]:
    """Every statement that something rose, or fell, at each step."""
    for match in _EACH_STEP.finditer(text):
        if _LOOSER.search(text):
            continue
        up = match["up"] or match["up2"]
        steps = _NTH[match["nth"].lower()] if match["nth"] else 0
        yield Trend(
            way=Way.HIGHEST if up else Way.LOWEST,
            steps=steps,
            start=match.start(),
            end=match.end(),
            words=match.group(),
        )


_LED = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s+(?:in|of|for|was|were|seen|is|since|from|to|by|over)\b"
    r"[^.;:]{0,60})?\s*(?::|[–—-])?\s*$",
    re.IGNORECASE,
)
_UNSTEADY = re.compile(
    r"\b(?:then|before|after|followed|until|dip\w*|fluctuat\w*|recover\w*|despite|although|but|and\s+then"
    r"|by|from|to|than|percentage|rate\s+of)\b",
    re.IGNORECASE,
)


def direction(lead: str) -> tuple[Way, str] | None:
    """The rise or fall that leads in a list of values, with its words: "a slight decrease: ..."."""
    match = _LED.search(lead)
    if match is None or _UNSTEADY.search(lead) or _LOOSER.search(lead):
        return None
    return (Way.HIGHEST if match["up"] else Way.LOWEST), match["up"] or match["down"]


def within(text: str, points: Sequence[Point], found: Trend) -> list[Point] | None:
    """The points the statement covers: all, or those of the span it names; None where unclear."""
    if any(point.moment is None for point in points):
        return None
    keys = [when(point.moment) for point in points if point.moment]
    if any(b <= a for a, b in pairwise(keys)):
        return None
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
        if len(steps) < trend.steps:
            return None
        steps = steps[-trend.steps :]
    for one, other in steps:
        low, high = (one, other) if trend.way is Way.HIGHEST else (other, one)
        if not _may_be_below(low.interval, high.interval):
            return one, other
    return None


def _may_be_below(low: Interval, high: Interval) -> bool:
    return low.low < high.high


_FIRST_TIME = re.compile(
    r"\bfor\s+the\s+first\s+time\b(?:\s+since\s+(?:records\s+began\s+in\s+)?)?", re.IGNORECASE
)
_BEYOND = re.compile(
    r"\b(?:(?P<above>above|over|exceed(?:s|ed|ing)?|more\s+than|pass(?:es|ed|ing)?|topp(?:ed"
    r"|ing)|reach(?:es|ed|ing)?)"
    r"|(?P<below>below|under|fewer\s+than|less\s+than))\s+(?:the\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstTime:
    """A bar passed for the first time (since a moment): ``bar`` its value, ``since`` its key."""

    way: Way
    bar: Interval
    bar_words: str
    since: tuple[int, int, int, int] | None
    words: str
    reaches: bool


def first_time(sentence: Sentence) -> FirstTime | None:
    """ "Above ten for the first time since 2020/21", "passed 500 for the first time"."""
    text = sentence.text
    match = _FIRST_TIME.search(text)
    if match is None or (_LOOSER.search(text[: match.start()]) and "than" not in text):
        return None
    said = "since" in match.group().lower()
    after = [m for m in moments(text) if m.start == match.end()] if said else []
    if said and not after:
        return None
    for quantity in reversed(sentence.quantities):
        led = _BEYOND.search(text[: quantity.start]) if quantity.end <= match.start() else None
        hedged = _BEYOND.search(text[: quantity.start] + quantity.text.split(" ")[0] + " ")
        if led or hedged:
            found = led or hedged
            return FirstTime(
                way=Way.LOWEST if found and found["below"] else Way.HIGHEST,
                bar=Interval.exactly(quantity.value),
                bar_words=quantity.text,
                since=when(after[0]) if after else None,
                words=match.group().strip(),
                reaches=bool(found and found.group().lower().startswith("reach")),
            )
    return None


def not_the_first(points: Sequence[Point], said: FirstTime) -> tuple[str, Point] | None:
    """Why it is not the first time, with the point that tells: the last of the points is now."""
    *earlier, now = points
    if _surely_not(now, said):
        return "now", now
    for point in earlier:
        later = said.since is None or (point.moment is not None and when(point.moment) > said.since)
        if later and _surely(point, said):
            return "earlier", point
        if (
            said.since
            and point.moment
            and when(point.moment) == said.since
            and _surely_not(point, said)
        ):
            return "since", point
    return None


def _surely(point: Point, said: FirstTime) -> bool:
    bar = said.bar.low
    if said.way is Way.HIGHEST:
        return point.interval.low > bar or (said.reaches and point.interval.low >= bar)
    return point.interval.high < bar


def _surely_not(point: Point, said: FirstTime) -> bool:
    bar = said.bar.low
    if said.way is Way.HIGHEST:
        return point.interval.high < bar or (
            not said.reaches and point.exact and point.interval.high <= bar
        )
    return point.interval.low > bar or (point.exact and point.interval.low >= bar)
