"""Whether the words beside a number compared with name another area or group, and no other time."""

import re

from goldenthread.claims.language.skeleton import WHEN

_PLACES = re.compile(
    r"\b(?:england|(?<!and )english(?! (?:and|or|language|literature|gcses?)\b)|"
    r"national(?:ly)?|regional(?:ly)?|region|neighbours?|neighbouring|"
    r"(?<!on )average|"
    r"elsewhere|uk|britain|similar|comparators?|peers?|others?|target|statistical|locally|boys|"
    r"girls|males?|females?|men|women|expected|family)\b"
)
_COMPARES = re.compile(
    r"\b(?:compare[sd]?|comparison|against|versus|vs|opposed|relative|than|contrast)\b"
)
_A_TIME = re.compile(rf"[{WHEN}],? $")


def of_other_places(text: str, at: int, between: str, *, timed: bool) -> bool:
    """Whether it is one of another area or group that stands at ``at``.

    Of two numbers with a time each, what is told before the words that compare them says where
    both were counted: "412 births in England and Wales in 2013, compared with 430 in 2012".
    """
    after = re.match(r"[^,.;()]{0,40}", text[at + 1 :])
    tail = between[-60:]
    compares = _COMPARES.search(tail)
    if compares and (timed or _A_TIME.search(tail[: compares.start()])):
        tail = tail[compares.start() :]
    return _PLACES.search(f"{tail} {after.group() if after else ''}") is not None
