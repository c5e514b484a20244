"""Counts with a percentage beside each: "48 girls (34%) and 92 boys (66%)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.changes.blockers import ELSEWHERE, RECKONED, WISHED
from goldenthread.claims.changes.change_cues import CHANGE, NO_CHANGE
from goldenthread.claims.changes.stated import stated_in
from goldenthread.claims.intervals import Interval, may_be_share
from goldenthread.claims.language.assertion import Role
from goldenthread.claims.language.hedges import BOUNDED, hedge_before
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import (
    COUNT,
    EARLIER,
    LAST,
    MONEY,
    PERCENT,
    QUANTITY,
    TIMES,
    Skeleton,
)
from goldenthread.claims.shares.shares import of_a_change

_N, _P = f"[{COUNT}{MONEY}]", f"[{PERCENT}{TIMES}]"
_BESIDE = (
    # "Falls were behind 146 cases in the year (23%)", "146 cases, or 23%, were falls".
    rf"(?P<n>{_N})(?P<words>[^{QUANTITY}();:.]{{0,60}}?)"
    r"(?: ?\((?:or |just |only |i\.e\. |= ?)?|, or (?:just |only )?|,? (?:that|which) is |"
    r", i\.e\. |, that is,? )"
    rf"(?P<p>{_P})",
    rf"(?P<n>{_N})(?P<words>[^{QUANTITY}();:.,]{{0,60}}?), (?:almost |nearly )?(?:exactly )?"
    rf"(?P<p>{_P})(?=[),.;])",
    # "23% (146)", "23% of cases (146)".
    rf"(?P<p>{_P})(?P<words>[^{QUANTITY}();:.,]{{0,50}}?) ?\((?P<n>{_N})\)",
)
_PATTERNS = tuple(re.compile(each) for each in _BESIDE)
# A share or a part with a whole of its own: "45% of all girls", "288 of the starters (69%)".
_OWN_WHOLE = re.compile(
    r" (?:of|among) "
    r"(?!(?:them|these|those|the total|all)(?=[),.;:]| (?:were|was|had|are|have)\b|$))"
)
_A_PART_OF = re.compile(r"\b(?:of|among) (?!(?:them|these|those|the total)(?: |,|$))")
# "681 of the 717 referrals (95%)": the nearer number is the whole.
_OF_A_NUMBER = re.compile(
    rf"(?P<part>{_N})(?: [a-z'-]+){{0,3}} (?:out )?of "
    r"(?:(?:the|all|our|its|their|these|those|a|total|of|some|about) )*$"
)
# What stands before no part: "the previous year's 645", "from 600", "by 59", "of 720".
NO_PART = re.compile(
    rf"(?:\b(?:from|by|than|against|of(?: the| our| its| all| these| those)?|all but|except)|"
    rf"\bfrom {_N} to|[{EARLIER}{LAST}](?:'s)?(?: [a-z]+)?) $"
)

# "Aged 9-15 (81%)" counts nobody.
FROM_TO = re.compile(r"\d\s?[-–]\s?\d")


@dataclass(frozen=True, slots=True)
class Told:
    """A count and the percentage told beside it, by their places among the quantities.

    ``whole`` is the number it is said to be of, where that stands with it. ``named`` says that
    words give it a whole of its own, which may be another than that of the shares beside it.
    """

    skeleton: Skeleton
    part: int
    percent: int
    whole: int | None
    start: int
    end: int
    named: bool

    @property
    def count(self) -> Quantity:
        """The part."""
        return self.skeleton.quantities[self.part]

    @property
    def share(self) -> Quantity:
        """The percentage, or the share in words."""
        return self.skeleton.quantities[self.percent]

    @property
    def percentage(self) -> Interval:
        """Every percentage that the share may stand for."""
        if self.share.measure is Measure.PERCENT:
            return self.share.interval
        close = hedge_before(self.skeleton.source, self.share.start)[2]
        return room(self.share, close).doubtful.scaled(100)

    def is_of(self, whole: Interval) -> bool:
        """Whether the percentage may be the part of such a whole."""
        return whole.low > 0 and may_be_share(self.percentage, self.count.interval, whole)


def told_shares(skeleton: Skeleton) -> tuple[Told, ...]:
    """Every count of a text with its own percentage beside it, in order."""
    found = dict(_found(skeleton))
    if not found:
        return ()
    no_change = {each.place for each in stated_in(skeleton, 0) if each.role is Role.SHARE}
    told = [each for each in found.values() if each.percent in no_change]
    return tuple(sorted(told, key=lambda each: each.start))


def _found(skeleton: Skeleton) -> Iterator[tuple[int, Told]]:
    taken: set[int] = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(skeleton.text):
            part, percent = skeleton.number(match["n"]), skeleton.number(match["p"])
            before = skeleton.text[: match.start("n")]
            whole = None
            if of_it := _OF_A_NUMBER.search(before):
                whole, part = part, skeleton.number(of_it["part"])
            elif NO_PART.search(before):
                continue
            if {part, percent} & taken or not _is_told(skeleton, part, percent, match):
                continue
            taken |= {part, percent}
            named = bool(
                _OWN_WHOLE.match(skeleton.text, match.end("p"))
                or _OWN_WHOLE.match(skeleton.text, match.end())
                or _A_PART_OF.search(match["words"])
            )
            yield percent, Told(skeleton, part, percent, whole, match.start(), match.end(), named)


def _is_told(skeleton: Skeleton, part: int, percent: int, match: re.Match[str]) -> bool:
    one, share = skeleton.quantities[part], skeleton.quantities[percent]
    most = Fraction(1 if share.measure is Measure.TIMES else 100)
    if not 0 < share.value <= most or share.hedge not in BOUNDED or one.hedge not in BOUNDED:
        return False
    if one.value <= 0 or share.text[:1] in "+-−–" or of_a_change(skeleton, percent):
        return False
    if FROM_TO.search(one.text):
        return False
    words = NO_CHANGE.sub(" ", match["words"])
    after = skeleton.text[match.end() : match.end() + 40].split(")")[0]
    said = f"{words} {after}" if match["p"] != skeleton.text[match.end() - 1] else words
    cues = (CHANGE, WISHED, ELSEWHERE, RECKONED)
    return not any(each.search(said) for each in cues)
