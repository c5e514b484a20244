"""Whether a size set off by a mark alone says again what stands before it, or another thing.

"Half of the cases, 38%, were closed" says one share twice. "Half of them closed within a month, 30%
within three" tells two: the second has words of its own after it, as has "with 30% still open".
"""

import re

from goldenthread.claims.language.skeleton import COUNT, MONEY, WHEN, Skeleton

# Nothing but a mark stands between; "or", "that is", "i.e." and brackets say that it is the same.
_BARE = re.compile(
    r"(?:[,;:]|–) (?:with )?(?:just |only |some |about |over |under |nearly |almost )?$"
)
_ALONE = re.compile(
    rf" of (?:(?:the|our|its|their|all|those|these|a|total|of) )*[{COUNT}{MONEY}]|"
    r"(?: of (?:the (?:total|whole|lot|sum)|them|all|it|these|those|all (?:of )?them|everyone)|"
    r" in (?:all|total|fact|full)| overall| altogether| exactly| precisely| to be (?:exact|"
    rf"precise)| (?:this|that) (?:year|time)|,? ?(?:in |at |on )?[{WHEN}])*(?:[),.;:]| –|$)"
)


def tells_another(skeleton: Skeleton, at: int) -> bool:
    """Whether the size whose slot is at ``at`` follows a mark alone and goes on with its own."""
    text = skeleton.text
    return bool(_BARE.search(text[:at])) and not _ALONE.match(text, at + 1)
