"""Words that loosen a number ("almost", "more than"), and by how much: constants with reasons."""

import re
from fractions import Fraction
from functools import lru_cache

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Hedge

# "About" and "nearly" are read generously, since nobody agrees on them: a tenth of the number
# either way. A text is called wrong only where no reader would let the word pass.
ABOUT = Fraction(1, 10)
NEARLY = Fraction(1, 10)
# "About 40%" may be anything that rounds to the nearest ten.
ROUND_PERCENT = Fraction(5)
# "Some 61%" is meant to the point or so: who tells no round percentage has worked it out.
EXACT = 2
# "More than 20%" is true of 90%, so it has no upper end that arithmetic could fail on; "just over"
# has one, a tenth above.
JUST_OVER = Fraction(1, 10)
BOUNDLESS = 10**12

# "Handed over 23 minutes sooner" loosens nothing.
_NOT_A_VERB = "".join(
    f"(?<!{verb} )" for verb in ("handed", "taken", "carried", "turned", "rolled", "left", "held")
)
# "Went up to 70%" reaches it.
_NOT_MOVED = "".join(
    f"(?<!{verb} )"
    for verb in re.findall(
        r"\w+",
        "is was are were went gone moved been rose risen shot climbed jumped crept came goes going "
        "brought picked taken put pushed",
    )
)
# "More than 20 miles" has no upper end, and would bear out anything.
BOUNDED = (Hedge.NONE, Hedge.ABOUT, Hedge.NEARLY)

_WORDS = {
    Hedge.ABOUT: r"about|around|approximately|approx\.?|roughly|circa|c\.|some|in the region of|"
    r"broadly|or so|~|≈",
    Hedge.NEARLY: r"nearly|almost|just under|just below|slightly under|slightly below|close to|"
    r"approaching|just short of|slightly less than|just less than|slightly fewer than|"
    r"just fewer than|virtually|nearer to",
    # "Above" and "higher than" alone compare with another number: "65, higher than 51.9".
    Hedge.OVER: r"(?:just |slightly |well |considerably |a little |far )?"
    rf"(?:{_NOT_A_VERB}over|more than|upwards of|in excess of)|(?:just|slightly|well) above|>",
    Hedge.UNDER: r"(?:well |considerably |far )?(?:under|less than|fewer than)|well below|<",
    Hedge.UP_TO: rf"(?:{_NOT_MOVED}up to|at most|no more than|a maximum of|not more than)|≤",
    Hedge.AT_LEAST: r"at least|no fewer than|no less than|not less than|a minimum of|≥",
}
_BEFORE = re.compile(
    "(?:^|(?<=[^a-z]))(?:"
    + "|".join(f"(?P<{hedge.name}>{words})" for hedge, words in _WORDS.items())
    + r")\s*(?:[*_]+)?$",
    re.I,
)
_LONGEST = 34
_JUST = re.compile(r"^(?:just|slightly|a little)\b", re.I)


def hedge_before(text: str, start: int) -> tuple[Hedge, int, bool]:
    """The hedge that ends at ``start``, where it begins, and whether it is a close one."""
    hedge, length, close = _at_the_end(text[max(0, start - _LONGEST) : start])
    return hedge, start - length, close


@lru_cache(maxsize=4096)
def _at_the_end(words: str) -> tuple[Hedge, int, bool]:
    """The hedge that words end with, its length, and whether it is a close one.

    A sentence is read alone and with those before it: most words are seen several times.
    """
    match = _BEFORE.search(words)
    if match is None or match.lastgroup is None:
        return Hedge.NONE, 0, False
    return Hedge[match.lastgroup], len(words) - match.start(), bool(_JUST.match(match.group()))


def _last_place(size: Fraction) -> Fraction:
    """The place of the last digit that is not nought: "some 2,340" is exact to ten or so."""
    place = Fraction(1, 1000)
    while size and size % (place * 10) == 0:
        place *= 10
    return place


def loosened(
    printed: Interval, value: Fraction, hedge: Hedge, close: bool, percent: bool = False
) -> Interval:
    """Every value a hedged number may stand for, given those the bare number may stand for."""
    size = abs(value)
    if hedge is Hedge.NONE:
        return printed
    exact = percent and value % 5 != 0
    if hedge is Hedge.ABOUT:
        loose = min(size * ABOUT, _last_place(size) * (EXACT if exact else 5))
        loose = max(loose, ROUND_PERCENT if percent and value % 10 == 0 else Fraction(0))
        return Interval(printed.low - loose, printed.high + loose)
    if hedge is Hedge.NEARLY:
        loose = min(size * NEARLY, _last_place(size) * EXACT) if exact else size * NEARLY
        return Interval(printed.low - loose, printed.high)
    if hedge in (Hedge.OVER, Hedge.AT_LEAST):
        above = size * JUST_OVER if close else Fraction(BOUNDLESS)
        return Interval(printed.low, printed.high + above)
    return Interval(min(Fraction(0), printed.low), printed.high)
