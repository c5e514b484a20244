"""Whether a change told after a number is said of that number, and not of something named since.

"There were 655 in care, 43 more than a year before" is; "collisions stood at 394, and other
services were up by 12%" is not.
"""

import re

from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.language.clauses import content_stems
from goldenthread.claims.language.skeleton import QUANTITY, Skeleton

_ANEW = re.compile(
    r"[,;:(–]| - |\b(?:and|but|while|whilst|whereas|though|although|yet|as|with|when|where|of|among"
    r"|from|for|because|after|even|besides|despite|so)\b"
)
_AGAINST = re.compile(rf"\b(?:than|on|from|since|over|above|below|compared)\b|[{QUANTITY},.;:()]")


def still_of(skeleton: Skeleton, size: Size, level: int, label: str) -> bool:
    """Whether nothing is named between a level and a size, or after the size, but the row itself.

    ``label`` is what the row of the level is called.
    """
    text, at = skeleton.text, skeleton.at[level]
    told = skeleton.at[size.number]
    own, *since = _ANEW.split(text[at + 1 : told], maxsplit=1)
    after = text[told + 1 :]
    stop = _AGAINST.search(after)
    named = content_stems(" ".join((*since, after[: stop.start()] if stop else after)))
    return named <= content_stems(f"{label} {own}")
