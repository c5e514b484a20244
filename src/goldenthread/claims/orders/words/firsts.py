"""A bar passed for the first time: "above ten for the first time since 2020/21"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.claims.dates.moments import moments
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.model import Point, Way, when
from goldenthread.claims.orders.words.steadily import LOOSER

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
    if match is None or (LOOSER.search(text[: match.start()]) and "than" not in text):
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
