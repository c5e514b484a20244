"""Whether two values stand at the ends of two orders: each with a superlative or group of its own.

"Elm had the highest share of infants (28%), Oak the highest share of pupils (36%)"; "highest in
the East (80) for men and in the West for women (84)".
"""

import re
from collections.abc import Mapping, Sequence

from goldenthread.claims.orders.values.model import Way
from goldenthread.claims.orders.words.cues import Cue, cues

_GROUP = re.compile(
    r"\b(?:for|among|amongst|of)\s+(?P<who>(?:fe)?males?|(?:wo)?men|boys|girls|children|adults|"
    r"babies|infants|mothers|fathers)\b",
    re.IGNORECASE,
)
_COMMON = re.compile(r"common|frequent|popular|usual", re.IGNORECASE)
_WHERE = re.compile(
    r"(?:\s+[\w-]+){1,3}?\s+(?:in|for|among|at)\s+(?P<where>[^.,;:]{2,90}?)\s+(?:was|were|is|are)\b"
)


def each_its_end(text: str, claimed: str, rival: str, printed: Sequence[str], way: Way) -> bool:
    """Whether the rival of a value claimed has a superlative, or a group, of its own.

    The values are as printed, and stand in the text in any order.
    """
    places = {each: text.find(each) for each in {claimed, rival, *printed}}
    if min(places[claimed], places[rival]) < 0:
        return False
    ends = [_own_end(text, places, each, way) for each in (claimed, rival)]
    if None not in ends and ends[0] != ends[1]:
        return True
    groups = [_group(text, places, each) for each in (claimed, rival)]
    return None not in groups and groups[0] != groups[1]


def _own_end(text: str, places: Mapping[str, int], one: str, way: Way) -> int | None:
    """Where the superlative of that end begins that this value is the first to follow."""
    before = [each.start for each in cues(text) if each.way is way and each.end <= places[one]]
    if not before or any(before[-1] < at < places[one] for at in places.values()):
        return None
    return before[-1]


def _group(text: str, places: Mapping[str, int], one: str) -> str | None:
    """The group that a value is of: told straight after it, or else last before it."""
    at = places[one]
    straight = re.match(rf"[\s)]*{_GROUP.pattern}", text[at + len(one) :], re.IGNORECASE)
    before = max((each for each in places.values() if each < at), default=0)
    found = [straight] if straight else list(_GROUP.finditer(text, before, at))
    return found[-1]["who"].lower() if found else None


def of_what_is_done_there(text: str, cue: Cue, label: str) -> bool:
    """Whether it is told of the place named: "the most common reason in Elm was"."""
    match = _WHERE.match(text, cue.end) if _COMMON.search(cue.words) else None
    named = [word for word in re.findall(r"\w+", label) if word[0].isupper()]
    return match is not None and any(word in match["where"] for word in named)
