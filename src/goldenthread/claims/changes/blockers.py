"""The words that let a size be of something else than the numbers beside it: lists by reason."""

import re

from goldenthread.claims.changes.change_cues import either
from goldenthread.claims.language.directions import NOUN
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY

# What is meant to be, or might have been.
_WISHED = (
    "target(?!~(?:group|audience|population))\\w* aim aims aimed aiming goal goals forecast\\w* "
    "expect\\w* planned "
    "budget\\w* would could should if(?!~one) might may unless project\\w* assum\\w* predict\\w* "
    "hope\\w* "
    "intend\\w* limit limits threshold standard ceiling cap bid propos\\w* ambition pledge\\w* "
    "required requirement"
)
# Counted in another way, or on another base.
_RECKONED = (
    "provisional\\w* revis\\w* weight\\w* adjust\\w* real~terms real~term inflation like~for~like "
    "like-for-like cumulative\\w* per~head per~capita annuali[sz]ed "
    "estimat\\w* unrounded excluding allowing seasonally index rebased prices respectively "
    "a~year each~year every~year per~year annually per~annum yearly compound"
    "  range\\w* ranging"
)
# Of other people and places than those counted beside it.
_ELSEWHERE = (
    "national\\w* england english county-wide region\\w* elsewhere neighbour\\w* nationwide uk "
    "britain similar comparators? peers? london sector industry population"
)
# What was planned is wished for; the plan that a child is on is not.
_A_PLAN = (
    r"(?:than|against|to|the|our|below|above|under|over|of|on) plan"
    rf"(?! (?:was|is|has|had|were|are) (?![{QUANTITY}]|for|to))"
)
_PLANNING = (
    r"planning(?! (?:applications?|permissions?|committee|officers?|decisions?|department|appeals?|"
    r"enforcement|authority|team|fees?|service|inspectors?|breaches))"
)
# An average may change like any number, but an average change is not that between two of them.
_AN_AVERAGE = (
    rf"on average|(?:an|the) (?:average|mean|median) of|averag(?:ed|ing)|"
    rf"(?:average|mean|median) (?:[a-z]+ )?(?:{NOUN})"
)
WISHED = re.compile(rf"\b(?:{either(_WISHED)}|{_A_PLAN}|{_PLANNING})\b")
RECKONED = re.compile(rf"\b(?:{either(_RECKONED)}|{_AN_AVERAGE})\b")
ELSEWHERE = re.compile(rf"\b(?:{either(_ELSEWHERE)})\b")
# A size that is held against a number of its own, or is said not to hold.
DENIED = re.compile(
    r"\b(?:not|no|never|nor|neither|without|n't|rather than|instead of|hardly|far from) "
    r"(?:[a-z]+ ){0,2}$"
)
TO_COME = re.compile(
    r"\b(?:(?:will|shall) |to (?:be|have|see|bring|rise|fall|grow|go) )(?:[a-z]+ ){0,2}$"
)
# Other sizes set beside this one as its equals: "7% and 4% in ...".
IN_TURN = re.compile(
    rf"^(?:(?: [a-z-]+){{0,2}},? (?:and|or|to|against|compared with|,) (?:by )?[{PERCENT}])"
)
# A whole of its own: "62% of all visits".
OWN_WHOLE = re.compile(
    r" (?:of|in) (?!(?:them|these|whom|which|it|this|that)\b|"
    r"those(?=[),.;:]|$| (?:were|are|was|had|have)\b)|the (?:total|whole|lot|pot|sum|fund)\b|"
    r"(?:all|total)(?=[),.;:]|$)|"
    rf"(?:(?:the|these|those|our|its|all) )*[{COUNT}])"
)
# "From 310 to 370, owing to a 32% rise in referrals": the change of a cause, with its own numbers.
CAUSE = re.compile(
    r"\b(?:due (?:in part |partly |mainly |largely |entirely )?to|owing to|because of|driven by|"
    r"caused by|as a (?:result|consequence) of|result(?:ed|ing|s) from|thanks to|"
    r"attribut(?:able|ed) to|explained by|accounted for by|brought about by|led by|boosted by|"
    r"fuelled by|helped by|offset by|despite|in spite of|amid|on the back of|in response to)"
    r"(?: (?!(?:this|that|these|those|such|by|and|so|to)\b)[a-z'-]+){0,6} $"
)
