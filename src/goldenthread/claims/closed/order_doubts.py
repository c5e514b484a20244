"""Whether what fails by another reading of an order may be so of something else.

"Elm (41%) and Ash (38%) had the highest shares" is of both; "58% mostly walk, 12% mostly cycle" of
each by itself; and a share is no count, whatever the counts near by are.
"""

import re

from goldenthread.claims.orders.ways.assertion import Assertion

_RANKED = re.compile(r"\b(?:second|third|fourth|fifth|next|joint|followed)\b", re.IGNORECASE)
_JOINT = re.compile(
    r"\)(?:,| and|, and) [A-Z][\w’' -]*\([^()]+\)(?: all| both| each)? (?:had|have|were|are|saw)\b"
)
_OF_A_SHARE = re.compile(
    r"\b(?:\w+est|most|least) (?:[a-z]+ )?(?:(?:proportion|share|percentage)s?\b|rates? .*\bper\b)"
)
_ASIDE = re.compile(r"\([^()]*\)")
_MANY = re.compile(r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d{3,})(?![\d.]*%)")


def may_be_of_others(assertion: Assertion) -> bool:
    """Whether a claim that fails may be of several values, or of another sort than those told."""
    text, printed = assertion.sentence.text, assertion.printed
    if text.lower().count(printed.lower()) > 1 and not _RANKED.search(text):
        return True
    if " and " not in assertion.claimed and _JOINT.search(text):
        return True
    counts = _MANY.search(_ASIDE.sub("", assertion.evidence)) is not None
    return counts and "%" not in assertion.evidence and bool(_OF_A_SHARE.search(text))
