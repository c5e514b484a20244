"""Numbers that have a partner of their own, and are neither part nor whole of another share.

A share is wrong beyond doubt only where part, whole and percentage belong to each other. A careful
reader sees at once what belongs elsewhere: a percentage with its own count in brackets, a part
that is "three of eight", a whole that is itself a share of something greater, the ends of a range.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import COUNT, MONEY, PERCENT, QUANTITY, Skeleton
from goldenthread.claims.shares.own_parts import told_beside
from goldenthread.claims.shares.share_model import Share

_THE = r"(?:(?:the|all|our|its|their|these|those|a|total|of|some|about|only|just) )*"
# "20% of straight adults (600,000 adults)", "34% (n=64)".
_SHARE_THEN_COUNT = re.compile(
    rf"(?P<share>[{PERCENT}])[^{QUANTITY}();.]{{0,60}}\((?:or |about |n ?= ?)*"
    rf"(?P<part>[{COUNT}{MONEY}])(?: [a-z'-]+){{0,3}}\)"
)
# "22 files this year, 45.8%, against ...".
_COUNT_THEN_SHARE = re.compile(
    rf"(?P<part>[{COUNT}{MONEY}])[^{COUNT}{MONEY}{PERCENT}();.,]{{0,60}}, "
    rf"(?P<share>[{PERCENT}])(?=, (?:against|compared|while|whereas|and|but|up|down)\b)"
)
_OF_A_WHOLE = re.compile(
    rf"(?P<part>[{COUNT}{MONEY}])(?: [a-z'-]+){{0,2}} (?:out )?of {_THE}(?P<whole>[{COUNT}{MONEY}])"
)
# What takes up a number told before.
REFERS = re.compile(
    r"\b(?:of|among|amongst) (?:(?:the|all|those|these) )?(?:whom|which|these|those|them|it|this)\b"
    r"|\b(?:of|among) (?:the|all|those) [a-z]+ (?:who|that|which)\b"
    r"|(?:^|\. )(?:of|among) (?:the|all|those) [^.;,]{1,40}, "
)
_COUNTED = (Measure.COUNT, Measure.MONEY)
_TO = re.compile(r" (?:to|–|-) ?")


def is_spoken_for(skeleton: Skeleton, share: Share) -> bool:
    """Whether the percentage or the part has another partner in the sentence."""
    own = dict(own_counts(skeleton))
    count = own.get(share.percent)
    if count is not None and count not in (share.part, share.whole):
        return True
    return _is_a_range(skeleton, share) or _of_another_whole(skeleton, share)


def whole_is_a_part(skeleton: Skeleton, share: Share) -> bool:
    """Whether the whole has a share of its own, and no words take it up again."""
    others = {part for percent, part in own_counts(skeleton) if percent != share.percent}
    return share.whole in others and not _refers_to(skeleton, share)


def own_counts(skeleton: Skeleton) -> Iterator[tuple[int, int]]:
    """Each percentage with the count that stands beside it as its own."""
    for percent, part in told_beside(skeleton).items():
        if skeleton.quantities[part].measure in _COUNTED:  # "met the two-day standard (95%)"
            yield percent, part
    for pattern in (_SHARE_THEN_COUNT, _COUNT_THEN_SHARE):
        for match in pattern.finditer(skeleton.text):
            yield skeleton.number(match["share"]), skeleton.number(match["part"])


def _of_another_whole(skeleton: Skeleton, share: Share) -> bool:
    """Whether words say that the part is of another number: "where three of eight were good"."""
    return any(
        skeleton.number(match["part"]) == share.part
        and skeleton.quantity(match["whole"]).value != skeleton.quantities[share.whole].value
        for match in _OF_A_WHOLE.finditer(skeleton.text)
    )


def _refers_to(skeleton: Skeleton, share: Share) -> bool:
    """Whether words take up the whole again: "4,451 were in foster care, of whom 903 (20%)"."""
    first, last = sorted((skeleton.at[share.part], skeleton.at[share.whole]))
    again = skeleton.quantities[share.whole].value
    return bool(REFERS.search(skeleton.text[first : last + 40])) or any(
        match and skeleton.quantity(match["whole"]).value == again
        for match in re.finditer(rf"\bof {_THE}(?P<whole>[{COUNT}{MONEY}])", skeleton.text)
    )


def _is_a_range(skeleton: Skeleton, share: Share) -> bool:
    """Whether part and whole are the ends of a range: "in groups 6 to 10"."""
    first, last = sorted((skeleton.at[share.part], skeleton.at[share.whole]))
    return _TO.fullmatch(skeleton.text[first + 1 : last]) is not None
