"""A part told in words that is more than its whole: "of these 43, 51 were at home"."""

import re
from collections.abc import Iterator

from goldenthread.claims.language.model import Quantity
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    QUANTITY,
    WHEN,
    skeleton_of,
)

# What the part did follows it at once: with a noun of its own it is of another thing.
_DID = (
    r"(?: \([^()]*\))?(?: of (?:them|these|those))? (?:(?:each|all|already|later|then|also|only|"
    r"subsequently|sadly) )?(?:were|was|are|is|had|have|has|did|went|came|led|took|said|felt|met|"
    r"died|lived|left|chose|got|became|began|occurred|happened|resulted|remained?|"
    r"(?!looked after|cared for)[a-z]{2,}ed(?= (?:in|at|by|to|an?|the|from|on|within|with|as|no|"
    r"their|its|into|out|it|for|and|or|before|after|during|under|outside|through|between|that|because|without)\b|[.,;]|$)|"
    r"(?:hold|live|speak|attend|receive|own|want|need|lack|share)"
    r"(?= (?:the|an?|in|at|with|no|their|its|on|from|more|less|alone|together)\b))\b"
)
_OF_THE = re.compile(
    r"(?:(?:^|[.;:] )(?:out )?of (?:all )?|(?:^|[.;:,] |\band )(?:out )?of (?:all )?"
    r"(?:the|these|those|our|its|their) )"
    rf"(?:(?:total|[{WHEN}]) )?(?P<whole>[{COUNT}])(?: (?!or\b|and\b)[a-z'-]+){{0,6}}?"
    rf"(?: (?:in|at|on|during|for|by) [{WHEN}])?, (?:just |only |some )?(?P<part>[{COUNT}]){_DID}"
)
# "43 deaths, of which 51 were at home": the whole stands next to what refers to it.
_OF_WHICH = re.compile(
    rf"(?P<whole>[{COUNT}])(?: (?!and\b|or\b|in\b|of\b|at\b|to\b|by\b|for\b|from\b|per\b|into\b|"
    r"about\b|with\b|on\b)[a-z'-]+){1,3}, of (?:which|whom) (?:just |only |some )?"
    rf"(?P<part>[{COUNT}]){_DID}"
)
# In these are several of what the part may count: "of the 12 families, 31 were under five".
_HOLDS_SEVERAL = re.compile(
    rf"[{COUNT}] (?:[a-z'-]+ ){{0,3}}?(?:famil|household|couple|group|team|pair|class|crew|"
    r"sibling|site|meeting|session|event)(?:y|ies|es|s)?\b"
)
_PARTS_OF = re.compile(
    rf"(?P<part>[{COUNT}]) (?:out )?of (?:the|these|those|our|its) (?P<whole>[{COUNT}])"
    rf" (?:[a-z'-]+ ){{0,3}}?(?:were|was|had|have)\b(?![^.;]*[{PERCENT}])"
)


_PART_OF = re.compile(
    rf"(?P<part>[{COUNT}{MONEY}])(?: of (?:the|our|these|those|its|their|all)"
    rf"(?: (?:total|[a-z]+'s))?| out of(?: the| our| these)?| of(?= [{COUNT}] [a-z]))"
    rf" (?P<whole>[{COUNT}])(?! (?:to|in|per|by|on|at) )"
)
_MANY_TIMES = 10  # "of the three parishes, 412 lived in Ambly": so few hold what is counted
_PLENTY = 20  # "a mark of 12 of 10" may be some other thing than people counted
# "963 households across three councils, of which 488": of the households, wherever they live.
_WHERE_THEY_ARE = re.compile(
    rf"[{COUNT}][^{QUANTITY}.;:]* (?:across|in|at|from|among|between|over|within|to|by|of|for)"
    r"(?: (?:the|all|our|its|these|those|both))* $"
)
# "45 admissions and 12 transfers, of which 51": of both together.
_AND_MORE = re.compile(rf"[{COUNT}][^{QUANTITY}.;:]* (?:and|plus) $")


def more_than_all(text: str) -> Iterator[tuple[Quantity, Quantity]]:
    """Each part that cannot be of its whole, and the whole."""
    skeleton = skeleton_of(text)
    found: set[int] = set()
    for pattern in (_OF_THE, _OF_WHICH, _PARTS_OF):
        for match in pattern.finditer(skeleton.text):
            part, whole = (skeleton.quantity(match[name]) for name in ("part", "whole"))
            if _HOLDS_SEVERAL.search(match.group()):
                continue
            before = skeleton.text[: match.start()]
            if pattern is _OF_WHICH and (
                _WHERE_THEY_ARE.search(before) or _AND_MORE.search(before)
            ):
                continue
            if not whole.text[:1].isdigit() and part.value > whole.value * _MANY_TIMES:
                continue
            if part.interval.low > whole.interval.high and part.start not in found:
                found.add(part.start)
                yield part, whole
    for match in _PART_OF.finditer(skeleton.text):
        part, whole = (skeleton.quantity(match[name]) for name in ("part", "whole"))
        if part.start in found or not (part.text[:1].isdigit() and whole.text[:1].isdigit()):
            continue
        bare = match.group()[1:].startswith(" of ") and not re.search("the|our|ese", match.group())
        if part.interval.low > whole.interval.high and (
            not bare or min(part.value, whole.value) >= _PLENTY
        ):
            yield part, whole
