"""How a part, its whole and a percentage stand together in a sentence: patterns over skeletons."""

import re
from functools import cache

from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    POINTS,
    QUANTITY,
    RATE,
    TIMES,
    WHEN,
)

N = f"(?P<n>[{COUNT}{MONEY}])"
_WHOLE = f"(?P<whole>[{COUNT}{MONEY}])"
_P = f"(?P<p>[{PERCENT}])"
_THE = (
    r"(?:(?:the|all|a|an|our|its|their|these|those|total|of|first|some|both|only|just|around|about|"
    r"overall|latest|recent|eligible|completed|closed|open|remaining) )*"
)
# Words, lengths of time and places in an order; no other number may stand between.
_WORDS = rf"[^{COUNT}{PERCENT}{POINTS}{RATE}{MONEY}{TIMES};.()]"
_FAR = rf"[^{QUANTITY}()]"
# "Taken up" and "signed up" tell of no change.
UP = r"(?<!taken )(?<!take )(?<!signed )(?<!followed )(?<!turned )(?<!made )(?<!make )(?<!makes )up"
# "Allegations against staff" are held against nothing.
AGAINST = (
    r"(?<!allegations )(?<!complaints )(?<!offences )(?<!crimes )(?<!claims )(?<!allegation )"
    r"(?<!protected )(?<!vaccinated )(?<!were )(?<!was )(?<!voted )against"
)
# Between the whole, or the part, and the percentage that is said of both, these may not stand.
_NOT_OF_BOTH = (
    rf"(?:rest|remain\w*|others?|compared|than|target|while|but|whereas|{AGAINST}|{UP}|down|"
    r"although|and|average|nationally|england|not|neither|previous)"
)
_IS = r"(?:representing|equating to|equates to|equivalent to|equal to|making|represents|or|i\.e\.)"
_TO_P = (
    r"(?: [a-z'-]+ and [a-z'-]+)?"
    rf"(?:(?!\b{_NOT_OF_BOTH}\b){_WORDS}){{0,90}}?"
    r"(?: ?\((?:or |i\.e\. |= ?|around )?|: |, or |,? – |"
    r",? (?:which|that|this) (?:is|was|represents|equates to|equals|makes) |"
    rf"[,;.:]? (?:which|that|this|giving|making|meaning|put another way,?|in other words,?|it|"
    rf"hence|thus|so)(?: (?!{_NOT_OF_BOTH}\b)[a-z-]+,?){{0,5}} |"
    r", (?:the|our|its) [a-z]+ (?:is|are|was|were) "
    rf"(?:[{WHEN}] |thus |therefore |just |only )*|"
    rf",? {_IS} |[,:] an? (?:[a-z]+ ){{0,3}}(?:rate|share|proportion) of | = |, )(?:an? |just |"
    rf"only |the equivalent of )*"
)
_OUT_OF = r"(?:(?: [a-z'-]+){0,8}? out of |(?: [a-z'-]+){0,3}? of | ?/ ?)"
NOUNS = r"(?: [a-z][a-z'-]*){0,4}"
# Verbs that follow a part without its noun: "and 540 replied".
VERBED = (
    r"[a-z]+ed|met|said|were|was|had|led|took|became|went|came|got|felt|thought|found|left|gave|"
    r"sent|saw|read|made|chose|did"
)
# "The library lent 31,200 books and the branches lent 12,100": who did it is another.
OWN_SUBJECT = re.compile(
    r"\b(?:and|while|whereas|but) (?:the|our|its|their|these|those|other|another|an?) "
    r"(?!number|share|proportion|figure|total|rest|remain|count)[a-z]"
)
_OR = r"(?: ?\(|,? – |, or |, that is |: |, )(?:or |just |only |i\.e\. )?(?:n ?= ?)?"
_ONLY = r"(?: (?:just|only|a total of|some|there were|we found|[a-z]+ (?:that|of)|in|for|with))*"
_OF = r"\b(?:of|among|amongst|out of)"
_MADE = r"(?: (?:children|people|cases))? (?:made up|accounted for|represented|were|was|or|came to)"
_OF_THEM = r"of (?:these|them|those|which|whom|this number)"

# The words say that the part is of the whole: "n of N (P%)", "P% (n of N)", "of N, n (P%)" ...
_TIED = (
    rf"{N}{_OUT_OF}{_THE}{_WHOLE}{_TO_P}{_P}",
    rf"{_P}(?: of (?:[a-z'-]+ ?){{1,5}})?{_OR}{N}{_OUT_OF}{_THE}{_WHOLE}",
    rf"{N}{NOUNS} ?(?:\(|, or |, )(?:or )?{_P}(?:\)|,)?{NOUNS} (?:out )?of {_THE}{_WHOLE}",
    rf"{_P}{_OR}{N}{NOUNS}(?:\)|,)?(?: out)? of {_THE}{_WHOLE}",
    rf"{_P}(?: out)? of {_THE}{_WHOLE}{NOUNS}{_OR}{N}(?=[),.;]|{NOUNS}[),.;])",
    rf"{_OF} {_THE}(?:[a-z]+ of )?{_WHOLE}{_WORDS}{{0,80}},{_ONLY} {N}{_TO_P}{_P}",
    rf"{_P}: {_OF} {_THE}(?:[a-z]+ of )?{_WHOLE}{_WORDS}{{0,80}},{_ONLY} {N}(?= )",
    rf"{N}{_WORDS}{{0,60}},? (?:or|which is|that is|–) {_P} of {_THE}{_WHOLE}",
    rf"(?P<n>[{MONEY}]){_WORDS}{{0,60}}?, (?:or |only |just )*{_P} of {_THE}"
    rf"(?P<whole>[{MONEY}])",
    rf"(?P<n>[{COUNT}]){_WORDS}{{0,60}}?, (?:or )?(?:only|just) {_P} of (?:the|our|its|their) "
    rf"{_WHOLE}",
    rf"{_WHOLE}{_FAR}{{0,120}}?[.;]{_WORDS}{{0,60}}{N},?{_MADE} {_P} of (?:them|these|"
    rf"those|the total)\b",
    rf"{_OF} {_THE}{_WHOLE}{_WORDS}{{0,80}},{_ONLY} {_P}{_OR}{N}",
    rf"{_WHOLE}{_WORDS}{{0,80}}?(?:,|;| \(| –)? ?{_OF_THEM},?{_ONLY} {N}{_TO_P}{_P}",
    rf"{_WHOLE}{_FAR}{{0,80}}?(?:[,;.]| and) (?:in )?{N} {_OF_THEM}{_TO_P}{_P}",
    rf"{_WHOLE}{_FAR}{{0,120}}?[.;] {_OF_THEM},?{_ONLY} {N}{_TO_P}{_P}",
    rf"{_WHOLE}{_FAR}{{0,120}}?[.;] {_OF_THEM},?{_ONLY} {_P}{_OR}{N}",
)
# They may say so: "N replies, with n in favour (P%)", "we asked N and n replied (P%)".
_LOOSE = (
    rf"^{_WHOLE}{_WORDS}{{0,80}},{_ONLY} {N}{_TO_P}{_P}",
    rf"{_WHOLE}{_WORDS}{{0,80}}?,? (?:including|with){_ONLY} {N}{_TO_P}{_P}",
    rf"{_WHOLE}{_FAR}{{0,60}}; {N} (?:within|in|on|at|by|met|were|had)"
    rf"\b{_WORDS}{{0,60}}\({_P}\)",
    rf"{_WHOLE}{_FAR}{{0,120}}?[.;] in {N}(?: of them| cases)? ?\({_P}\)",
    rf"{_WHOLE} (?P<verb>[a-z]+)[^{COUNT}]{{0,120}}?\. {_OF} (?:those|the [a-z]+) who "
    rf"(?P=verb),? "
    rf"{N}{_TO_P}{_P}",
    rf"{_WHOLE}{_WORDS}{{0,80}}?,? (?:and|but){_ONLY} {N}(?= (?:{VERBED})\b){_TO_P}{_P}",
)


@cache
def patterns(tied: bool) -> tuple[re.Pattern[str], ...]:
    """Those that leave no doubt, or those that do; made when a text first has all three numbers."""
    return tuple(re.compile(pattern) for pattern in (_TIED if tied else _LOOSE))
