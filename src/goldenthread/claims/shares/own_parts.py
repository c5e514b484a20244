"""The count that a share is told beside, which is its part: "Fifteen went on to a panel (11%)"."""

import re

from goldenthread.claims.language.hedges import BOUNDED
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import COUNT, MONEY, PERCENT, QUANTITY, Skeleton

_RELATIVE = (Measure.PERCENT, Measure.TIMES)
_PART_THEN_SHARE = re.compile(
    rf"(?P<part>[{QUANTITY}])[^{QUANTITY}().;]{{0,60}}(?:\((?:[a-z.]+ ){{0,3}}|, or )"
    rf"(?=(?P<share>[{QUANTITY}]))"
)
_SHARE_THEN_PART = re.compile(
    rf"(?P<share>[{QUANTITY}])[^{QUANTITY}().;]{{0,50}}"
    rf"\((?:[a-z.]+ ){{0,2}}(?=(?P<part>[{QUANTITY}])\))"
)
# "£1,174m or 43% of expenditure".
_PART_OR_SHARE = re.compile(rf"(?P<part>[{COUNT}{MONEY}]) or (?=(?P<share>[{PERCENT}]))")
# "(agree = 58%, n = 84)".
_SHARE_THEN_N = re.compile(rf"(?P<share>[{QUANTITY}]),? ?\(?n ?= ?(?=(?P<part>[{QUANTITY}]))")
# "(58%, 4,200)".
_TOGETHER = re.compile(rf"\((?P<share>[{QUANTITY}]),? (?=(?P<part>[{QUANTITY}])\))")
# "181 of 240 live at home, and almost all (97%) ..." begins anew before the share.
_NEXT = re.compile(r"[,–] (?:and|but|while|with)\b")
# "9 of the 45 (20%)": the nearer number is the whole.
_PART_OF = re.compile(
    rf"(?P<part>[{COUNT}{MONEY}])(?: [a-z'-]+){{0,3}} (?:out )?of "
    r"(?:(?:the|all|our|its|their|these|those|a|total|of) )*$"
)


def told_beside(skeleton: Skeleton) -> dict[int, int]:
    """Each share told in brackets after its part, or with its part in brackets after it."""
    found: dict[int, int] = {}
    for pattern in (_SHARE_THEN_N, _TOGETHER, _PART_OR_SHARE, _PART_THEN_SHARE, _SHARE_THEN_PART):
        for match in pattern.finditer(skeleton.text):
            share, part = skeleton.number(match["share"]), skeleton.number(match["part"])
            sorts = [skeleton.quantities[each].measure for each in (share, part)]
            bounded = skeleton.quantities[part].hedge in BOUNDED  # not "someone under 18 (63%)"
            if _NEXT.search(match.group()):
                continue
            if sorts[0] not in _RELATIVE or sorts[1] in _RELATIVE or not bounded:
                continue
            of_it = _PART_OF.search(skeleton.text[: skeleton.at[part]])
            found.setdefault(share, skeleton.number(of_it["part"]) if of_it else part)
    return found
