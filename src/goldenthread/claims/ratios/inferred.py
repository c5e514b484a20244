"""Doubts whether words are said of the two numbers that were inferred for them: one will do."""

import re

from goldenthread.claims.language.assertion import Assertion, Role
from goldenthread.claims.language.clauses import content_stems
from goldenthread.claims.language.skeleton import PERCENT, QUANTITY, TIMES, Skeleton

_THE_TWO = 2
# What takes up the numbers told in the sentence before.
_TAKES_UP = re.compile(
    r"\b(?:these|those|them|that|this|which|whom|it|they|the (?:rest|others?|remainder|total|whole)"
    r"|both|each|so|therefore|thus)\b"
)


_STOP = re.compile(r"[.;:,]| (?:and|but) ")
# "238 people, half of all": itself a share of what the other is of.
_HAS_ITS_SHARE = re.compile(
    rf"(?: [a-z'-]+){{0,3}}(?:,| \() ?(?:or |about |just over |nearly )?[{TIMES}{PERCENT}] of "
    r"(?:all|the|them|those|these)\b"
)
# "Five times the burden of the average household".
_BASE = re.compile(rf" (?:the|that of|those of|what)\b(?P<base>[^{QUANTITY}.;:,()]{{4,80}})")


def may_be_of_others(skeleton: Skeleton, told: Assertion, since: int) -> bool:
    """Whether a third number of the sort stands there, or nothing ties a share to what it is of.

    A small number in words ("a team of four") counts a thing of its own.
    """
    measure = skeleton.quantities[told.one].measure
    alike = [
        place
        for place, each in enumerate(skeleton.quantities)
        if each.measure is measure
        and skeleton.at[place] >= 0
        and (place in (told.one, told.other) or each.text[:1].isdigit())
    ]
    if len(alike) > _THE_TWO:
        return True
    if told.stated.role is Role.SHARE and _HAS_ITS_SHARE.match(
        skeleton.text, skeleton.at[told.other] + 1
    ):
        return True
    if told.stated.role is not Role.SHARE:
        return _names_another_base(skeleton, told)
    first, last = sorted((skeleton.at[told.one], skeleton.at[told.other]))
    stop = _STOP.search(skeleton.text, skeleton.at[told.stated.place])
    end = stop.start() if stop else len(skeleton.text)
    if first >= since or _TAKES_UP.search(skeleton.text, since, end):
        return False
    # "Forms sent: 600. Forms back: 96. One in ten came back" are entries of one list.
    return not all(skeleton.text[:at].endswith(": ") for at in (first, last))


def _names_another_base(skeleton: Skeleton, told: Assertion) -> bool:
    """Whether a multiple names what it is of, and nothing else that is told speaks of that."""
    match = _BASE.match(skeleton.text, skeleton.at[told.stated.place] + 1)
    if match is None:
        return False
    rest = skeleton.text[: match.start()] + skeleton.text[match.end() :]
    base = content_stems(match["base"])
    return bool(base) and not base & content_stems(rest)
