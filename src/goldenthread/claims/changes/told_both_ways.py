"""A change told in numbers and in per cent at once, so that the one gives the base of the other.

"There were 87, eight more than last year (a 10% rise)": 87 less eight is 79, of which eight is
10%. "Fell by 59 from 600, or 10%": 59 of 600.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.directions import NOUN, VERB, sign_of
from goldenthread.claims.language.model import Hedge, Quantity
from goldenthread.claims.language.printed import exact, number, printed
from goldenthread.claims.language.rounded_alike import noughts
from goldenthread.claims.language.skeleton import COUNT, MONEY, PERCENT, QUANTITY, WHEN, Skeleton

_N, _L, _B, _P = (
    rf"(?P<{name}>[{sorts}])"
    for name, sorts in (
        ("n", COUNT + MONEY),
        ("level", COUNT + MONEY),
        ("base", COUNT + MONEY),
        ("p", PERCENT),
    )
)
_OR = (
    r"(?:,? or(?: by)? |,? \((?:or )?(?:an? )?|, (?:which is |that is )?(?:an? )|, i\.e\. )"
    rf"(?P<way>(?:{NOUN}) of |up |down )?"
)
_END = rf"(?: (?:{NOUN}|more|fewer|less|higher|lower))?(?=[),.;]| and\b|$)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # "87 enquiries, eight more than last year (a 10% rise)"
        rf"{_L}[^{QUANTITY};.():]{{0,90}}?(?:,| –|, which (?:is|was)) {_N}"
        rf"(?: [a-z]+){{0,2}}? (?P<word>more|fewer|less|higher|lower|up|down)"
        rf"(?: (?:than|on) [^{QUANTITY};.(),]{{0,40}})?{_OR}{_P}{_END}",
        # "318 pupils, which is 44 (16%) more than a year ago"
        rf"{_L}[^{QUANTITY};.():]{{0,90}}?(?:,| –|, which (?:is|was)) {_N}"
        rf"(?: [a-z]+){{0,2}}? \({_P}\) (?P<word>more|fewer|less|higher|lower|up|down)"
        r"(?= than\b| on\b|[,.;]|$)",
        # "£19.2 billion, a £1.0 billion, or 5.5%, increase on", "87, a rise of eight (10%)"
        rf"{_L}[^{QUANTITY};.():]{{0,60}}?(?:,| –) (?:an? )?{_N},?(?: or| \() ?(?:an? )?{_P}\)?,? "
        rf"(?P<word>{NOUN})\b",
        rf"{_L}[^{QUANTITY};.():]{{0,60}}?(?:,| –|, which (?:is|was)) (?:an? )?(?P<word>{NOUN}) "
        rf"of {_N}(?: [a-z]+)?{_OR}{_P}{_END}",
        # "455 fewer than the 8,715 counted in 2022, a fall of 6.8%"
        rf"{_N}(?: [a-z]+)? (?P<word>more|fewer|less|higher|lower) than (?:the )?{_B}"
        rf"[^{QUANTITY};.():,]{{0,50}}(?P<way>, (?:an? )?(?:{NOUN}) of |,? or ){_P}{_END}",
        # "fallen by 59 from 600, or 10%"
        rf"\b(?P<word>{VERB}) by {_N} from (?:the |a )?{_B}(?: [a-z]+){{0,3}}(?: in [{WHEN}])?"
        rf"{_OR}{_P}{_END}",
        # "rose by 49 (26%) to 238", "an increase of 49 (26%) to 238"
        rf"\b(?P<word>{VERB}|{NOUN}) (?:by|of) {_N}(?: [a-z]+)?{_OR}{_P}\)?,? to {_L}"
        r"(?=[,.;)]| |$)",
        # "rose by £41,000 to £388,000, or 12%"
        rf"\b(?P<word>{VERB}) by {_N}(?: [a-z]+)? to (?:the |a )?{_L}(?: [a-z]+){{0,3}}"
        rf"(?: in [{WHEN}])?"
        rf"{_OR}{_P}{_END}",
    )
)
# So far from the change nobody makes a slip of the pen: the numbers are of other things.
_MOST = 12


@dataclass(frozen=True, slots=True)
class Odd:
    """A percentage that its own number gainsays: its place, what it should be, and why."""

    place: int
    expected: str
    evidence: str


def told_both_ways(skeleton: Skeleton) -> Iterator[Odd]:
    """Every change told both ways whose two sizes are not one."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(skeleton.text):
            if odd := _odd(skeleton, match):
                yield odd


def _odd(skeleton: Skeleton, match: re.Match[str]) -> Odd | None:
    words = match.groupdict()
    size, share = skeleton.quantity(match["n"]), skeleton.quantity(match["p"])
    given = skeleton.quantity(words.get("base") or words["level"] or "")
    sign = sign_of(match["word"])
    if any(each.hedge is not Hedge.NONE for each in (size, share, given)) or not sign:
        return None
    if size.measure is not given.measure or share.value <= 0:
        return None
    base = given.interval if words.get("base") else given.interval - size.interval.scaled(sign)
    if base.low <= 0 or size.value <= 0:
        return None
    made = size.interval.scaled(100) / base
    if made.meets(share.interval):
        return None
    if not words.get("way") and _is_a_share(share, size, given):
        return None
    if any(_bears_out(share, size, each, sign) for each in skeleton.quantities):
        return None
    if noughts(size.value) and noughts(given.value):
        loose = _loosely(given), _loosely(size)
        held = loose[0] if words.get("base") else loose[0] - loose[1].scaled(sign)
        if held.low > 0 and (loose[1].scaled(100) / held).meets(share.interval):
            return None  # "£24,730, a rise of £350 (1.5%)" is right of sums to the nearest ten
    value = (made.low + made.high) / 2
    if not Fraction(1, _MOST) < share.value / value < _MOST:
        return None
    return Odd(
        place=skeleton.number(match["p"]),
        expected=f"{number(value, share.decimals)}%",
        evidence=f"{printed(size)} ÷ {_told(base)} = {number(value, max(share.decimals, 0))}%, not "
        f"{share.text.strip()}",
    )


def _loosely(quantity: Quantity) -> Interval:
    """What a number that ends in noughts stands for where it is rounded to them."""
    if quantity.decimals or quantity.interval.low != quantity.interval.high:
        return quantity.interval
    return Interval.rounded(quantity.value, -noughts(quantity.value))


def _bears_out(share: Quantity, size: Quantity, level: Quantity, sign: int) -> bool:
    """Whether the two sizes are those of another number: "450 at 120 sites, a rise of 20 (5%)"."""
    base = level.interval - size.interval.scaled(sign)
    return (
        level.measure is size.measure
        and level is not size
        and base.low > 0
        and (size.interval.scaled(100) / base).meets(share.interval)
    )


def _told(base: Interval) -> str:
    return exact((base.low + base.high) / 2)


def _is_a_share(share: Quantity, size: Quantity, given: Quantity) -> bool:
    """Whether the percentage is the number's share of the other: "600, 59 fewer (10%)"."""
    return given.interval.low > 0 and (size.interval.scaled(100) / given.interval).meets(
        share.interval
    )
