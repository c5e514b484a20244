"""A sentence reduced to slots: a character for each quantity and time, and the words around.

Patterns over such a skeleton see "from C in T to C in T" whatever the numbers and dates are. Each
sort of slot has its own range of characters from Unicode's private use area, so that a pattern
can ask for any count or any percentage; a slot's place within its range is the number of the
quantity or time in the sentence.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.claims.language.hedges import hedge_before
from goldenthread.claims.language.model import Measure, Quantity, Time
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.language.times import times_in

_BASES = {
    Measure.COUNT: 0xE000,
    Measure.PERCENT: 0xE200,
    Measure.POINTS: 0xE400,
    Measure.RATE: 0xE600,
    Measure.MONEY: 0xE800,
    Measure.DURATION: 0xEA00,
    Measure.TIMES: 0xEC00,
    Measure.ORDINAL: 0xEE00,
}
_WIDTH = 0x200
_TIME_BASE = 0xF000


def _slot(base: int) -> str:
    return f"{chr(base)}-{chr(base + _WIDTH - 1)}"


# What patterns are made of: inside a character class, and as a class of their own.
COUNT = _slot(_BASES[Measure.COUNT])
PERCENT = _slot(_BASES[Measure.PERCENT])
POINTS = _slot(_BASES[Measure.POINTS])
RATE = _slot(_BASES[Measure.RATE])
MONEY = _slot(_BASES[Measure.MONEY])
DURATION = _slot(_BASES[Measure.DURATION])
TIMES = _slot(_BASES[Measure.TIMES])
QUANTITY = f"{chr(_BASES[Measure.COUNT])}-{chr(_BASES[Measure.ORDINAL] - 1)}"
TIME = _slot(_TIME_BASE)
EARLIER = chr(0xF300)  # "the year before", "previously", "a year ago"
LATER = chr(0xF301)  # "this year", "now", "currently"
LAST = chr(0xF302)  # "last year", which beside a date may be either
NEXT = chr(0xF303)  # "next year"
WHEN = f"{TIME}{EARLIER}{LATER}{LAST}{NEXT}"

_SPAN = (
    r"(?:financial |calendar |academic |reporting |full )?"
    r"(?:year|quarter|month|period|report|audit|survey|inspection|week|term|half[- ]year|decade|"
    r"winter|spring|summer|autumn|season|christmas)"
)
_EARLIER = re.compile(
    r"(?:the )?same (?:period|year|quarter|month|week|day|date|term|time|point|"
    r"stage) (?:in )?(?:the )?"
    rf"(?:last|previous|a|prior) {_SPAN}(?: (?:before|earlier|ago))?"
    rf"|(?:the )?(?:previous|preceding|prior|last) {_SPAN}(?:'s)?\b(?! (?:to|ending) [{TIME}])"
    r"(?: (?:figure|total|level|rate|number)\b)?"
    rf"|(?:the|a|one) {_SPAN} (?:before last|before|earlier|ago|previously|prior)\b"
    rf"|(?:[{DURATION}] |(?:[{COUNT}] )?(?:years?|months?|quarters?) )(?:ago|earlier|before)\b"
    r"|\bat the (?:start|beginning|outset)(?: of the (?:year|period|quarter|month))?(?! of)\b"
    r"|\b(?:(?<!as )previously|hitherto|last time|last (?:spring|summer|autumn|winter))\b"
)
_LATER = re.compile(
    rf"\b(?:this|the current|the latest|the present|our latest) {_SPAN}\b"
    r"|\b(?:now|currently|today|this time|at present)\b"
    r"|\b(?:at|by) the (?:end|close)(?: of the (?:year|period|quarter|month))?(?! of)\b"
    rf"|\b(?:(?:a|one) {_SPAN} (?:later|on(?! average))|the following {_SPAN})\b"
    rf"|(?:^|(?<=[.;] ))[{DURATION}] (?:later|on)(?=,| (?:there|it|they|we)\b)"
)
_AND_LAST = re.compile(rf"(?<=[{QUANTITY}]) last(?=[,.;:)]|$| (?:and|but|so)\b)")
_NEXT = re.compile(rf"\b(?:the )?(?:next|coming) {_SPAN}\b")
_DASH = re.compile(r"\s+[-–—−]+\s+|—")
# Symbol fonts leave bullets and arrows there, which would pass for slots.
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """``text`` with slots; ``at`` where each quantity's slot stands in it."""

    source: str
    text: str
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    at: tuple[int, ...]

    def number(self, slot: str) -> int:
        """The number in the sentence of the quantity whose slot this is."""
        return (ord(slot) - _BASES[Measure.COUNT]) % _WIDTH

    def quantity(self, slot: str) -> Quantity:
        """The quantity whose slot this is."""
        return self.quantities[self.number(slot)]

    def time(self, slot: str) -> Time | None:
        """The time whose slot this is; None for "last year" and "now"."""
        return None if slot in (EARLIER, LATER, LAST, NEXT) else self.times[ord(slot) - _TIME_BASE]


@lru_cache(maxsize=4096)
def skeleton_of(source: str) -> Skeleton:
    """The skeleton of one or several sentences."""
    quantities = [each for each in quantities_in(source) if each.measure in _BASES][:_WIDTH]
    times = times_in(source)[:_WIDTH]
    slots = [
        (hedge_before(source, each.start)[1], each.end, chr(_BASES[each.measure] + place))
        for place, each in enumerate(quantities)
    ]
    slots += [(each.start, each.end, chr(_TIME_BASE + place)) for place, each in enumerate(times)]
    pieces: list[str] = []
    done = 0
    for start, end, slot in sorted(slots):
        pieces.append(_plain(source[done:start]) if start > done else "")
        pieces.append(slot)
        done = max(done, end)
    pieces.append(_plain(source[done:]))
    text = _SPACE.sub(" ", "".join(pieces)).strip()
    text = _NEXT.sub(
        NEXT, _LATER.sub(LATER, _EARLIER.sub(lambda found: _earlier(found.group()), text))
    )
    if LATER in text:  # "41 this year, 36 last"
        text = _AND_LAST.sub(f" {LAST}", text)
    place_of = {character: place for place, character in enumerate(text)}
    at = tuple(
        place_of.get(chr(_BASES[each.measure] + place), -1) for place, each in enumerate(quantities)
    )
    return Skeleton(source, text, tuple(quantities), times, at)


def _earlier(words: str) -> str:
    """The slot of a time told without a date; the space before it is kept."""
    slot = LAST if re.match(r" ?(?:the )?last\b", words) else EARLIER
    return f" {slot}" if words.startswith(" ") else slot


def _plain(words: str) -> str:
    words = _PRIVATE_USE.sub(" ", words)
    words = words.replace("’", "'").replace("‘", "'").replace("*", "").replace("_", "")
    return _DASH.sub(" – ", words).lower()
