"""Whether a size of change follows right upon two numbers that are compared.

"641, compared with 583 previously, an increase of 58%": however long the sentence is and whatever
else it counts, the size is of these two.
"""

import re

from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.language.directions import COMPARED, NOUN
from goldenthread.claims.language.skeleton import WHEN, Skeleton

_BETWEEN = re.compile(
    rf"(?:(?: [a-z]+){{0,4}}(?:(?: (?:in|at|for|during|by|on))? ?(?:the )?[{WHEN}]){{1,2}}|"
    r" (?:previously|before|then|last time|earlier))?\)?"
    r"(?:,| –| \(|[.;] (?:this|that|it) (?:is|was|represents))"
    rf"(?: (?:or|so|a|an|which is|which was))* ?(?:an? )?"
    rf"(?:(?:year-on-year |annual )?(?:{NOUN}) (?:of|by) |up |down )?"
)
_AND_NO_MORE = re.compile(
    rf"(?: (?:{NOUN}))?(?: (?:on|in|over|since|from) (?:the )?[{WHEN}])?(?=[),.;]| and\b|$)"
)


# "18,910 starts, 17% fewer than in the year to March 2023 (22,783)", "503, up 17% on the 431 of".
_AHEAD = re.compile(
    rf"(?: [a-z'-]+){{0,14}}(?: (?:in|at|on|for|during) (?:the )?[{WHEN}])?"
    r"(?:,| –| \(|,? which (?:is|was)|, this (?:is|was))"
    rf"(?: (?:or|just|only|also|an?))* ?(?:(?:{NOUN}) of )?"
)
_TO_ITS_BASE = re.compile(
    rf"(?: (?:{COMPARED}|{NOUN}))?(?: [a-z]+)? (?:than|on|from|above|below|over|against)"
    rf"(?: (?:the|in|at|that|those|of|end|level|figure|rate|total|pre-pandemic|[a-z]+'s)| "
    rf"?[{WHEN}](?:'s)?)* ?\(?"
)
# "Fell by 22%, from 530 to 412".
_FROM_THEN = re.compile(
    rf"(?: (?:in|over|since) (?:the )?[{WHEN}])?,?(?: that is,?| i\.e\.)? \(?from "
)


def follows(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether nothing but a time and light words part the two numbers and the size."""
    if pair.places or not size.word or pair.how is How.DATED:
        return False
    text, at = skeleton.text, skeleton.at[size.number]
    first, last = (skeleton.at[each] for each in pair.both)
    if first < at < last and pair.how is not How.FROM_TO and pair.after == pair.both[0]:
        return (
            _AHEAD.fullmatch(text, first + 1, size.start) is not None
            or _AHEAD.fullmatch(text, first + 1, at) is not None
        ) and _TO_ITS_BASE.fullmatch(text, at + 1, last) is not None
    if at < first:
        return pair.how is How.FROM_TO and _FROM_THEN.fullmatch(text, at + 1, first) is not None
    return (
        0 <= last < at
        and _BETWEEN.fullmatch(text, last + 1, at) is not None
        and _AND_NO_MORE.match(text, at + 1) is not None
    )
