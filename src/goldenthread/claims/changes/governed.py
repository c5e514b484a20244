"""The word of direction that governs "from A to B" from further off.

"The share of workers without a post has fallen markedly over the period, from 31% to 26%": the
verb stands before a time, a group or a bracket. It governs where every word of direction of the
clause points its way and no other change, in numbers or in words, parts it from the two.
"""

import re

from goldenthread.claims.language.directions import COMPARED, LOOSE, NOUN, VERB, sign_of
from goldenthread.claims.language.skeleton import QUANTITY, WHEN

_CLAUSE = re.compile(
    r"[;:.]|\b(?:while|whilst|whereas|although|though|but|however|despite|because|due to|owing to|"
    r"so that|after|following|since(?! \d)|than|if|unless)\b"
)
_WAY = re.compile(rf"\b(?P<word>{VERB}|{NOUN}|{COMPARED}|up|down)\b(?!-)")
_NOUN = re.compile(rf"(?:{NOUN})$")
_VERB = re.compile(rf"(?:{VERB})$")
# A verb that is no verb before a noun: "reduced anxiety", "the increased number".
_AUXILIARY = re.compile(
    r"\b(?:has|have|had|was|were|is|are|been|being|be|also|then|further|[a-z]+ly|to|numbers?|rates?|"
    r"figures?|shares?|proportions?|percentages?|levels?|costs?|population) $"
)
_NO_OBJECT = re.compile(
    rf" ?(?:$|[,(–]|[{WHEN}]|(?:[a-z]+ly|most|least|from|by|in|over|between|during|since)\b|"
    r"(?:the|its|our|their) (?:number|rate|proportion|share|percentage|level|size|amount|cost)s?\b)"
)
_NOT = re.compile(
    r"\b(?:not|n't|never|without|neither|nor|cannot|rather than|or)\s(?:\w+\s)?$|\bno $"
)
# What is told of the change of something else: a rate that slowed, a rise that was shared.
_OF_A_CHANGE = re.compile(
    r"\b(?:rate of|pace of|average|annual|slow\w*|target\w*|limit|threshold|real terms|inflation|"
    r"adjust\w*|per head|per capita|rank\w*|places?|position|deficit|loss|disinvestment|net|"
    r"balance|outflow\w*|respectively|led to|leading to|resulted|meant|mov\w+|transferr\w+|changed|"
    r"shifted|varied|rang\w+)\b"
)


def way_from_afar(before: str) -> tuple[str, int] | None:
    """The word of direction, with its sign, that governs the "from" at the end of ``before``."""
    start = max((each.end() for each in _CLAUSE.finditer(before)), default=0)
    start = max(start, *(each.end() for each in re.finditer(f"[{QUANTITY}]", before)), 0)
    clause = before[start:]
    if _OF_A_CHANGE.search(clause):
        return None
    found = [match for match in _WAY.finditer(clause) if _counts(match)]
    signs = {sign_of(match["word"]) for match in found}
    if len(signs) != 1 or not (sign := signs.pop()):
        return None
    governing = [match for match in found if _governs(clause, match)]
    if not governing or _NOT.search(clause[: governing[-1].start()]):
        return None
    return governing[-1]["word"], sign


def _counts(match: re.Match[str]) -> bool:
    """Whether a word is one of direction here; "most" and the like beside a verb are none."""
    return bool(sign_of(match["word"])) or _VERB.fullmatch(match["word"]) is not None


def _governs(clause: str, match: re.Match[str]) -> bool:
    word = match["word"]
    if _NOUN.fullmatch(word) and not _VERB.fullmatch(word):
        return clause.startswith((" in ", " of "), match.end())
    if not _VERB.fullmatch(word):
        return False
    if word in LOOSE:
        return bool(_AUXILIARY.search(clause[: match.start()])) or bool(
            _NO_OBJECT.match(clause, match.end())
        )
    return True
