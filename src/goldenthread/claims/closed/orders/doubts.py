"""Whether what fails by another reading of an order may be so of something else.

"Elm (41%) and Ash (38%) had the highest shares" is of both; "58% mostly walk, 12% mostly cycle" of
each by itself; and a share is no count, whatever the counts near by are.
"""

import re

from goldenthread.claims.orders.ways.assertion import Assertion

_OF_EACH = re.compile(r"(?:most|least) [a-z]+", re.IGNORECASE)
_JOINT = re.compile(
    r"\)(?:,| and|, and) [A-Z][\w’' -]*\([^()]+\)(?: all| both| each)? (?:had|have|were|are|saw)\b"
)
_OF_A_SHARE = re.compile(
    r"\b(?:\w+est|most|least) (?:[a-z]+ )?(?:(?:proportion|share|percentage)s?\b|rates? .*\bper\b)"
)
# After one that has been named; for what each place has.
_NEXT = re.compile(r"\bnext[- ](?:\w+est|most|least)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:relative|in relation|in proportion) to\b", re.IGNORECASE)
_LED = 80  # characters before a claim, in which others are named
_ASIDE = re.compile(r"\([^()]*\)|\b(?:per|in every) [\d,]+")
_MANY = re.compile(r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d{3,})(?![\d.]*%)")


def may_be_of_others(assertion: Assertion) -> bool:
    """Whether a claim that fails may be of several values, or of another sort than those told."""
    text, printed = assertion.sentence.text, assertion.printed
    if _OF_EACH.fullmatch(printed) and text.lower().count(printed.lower()) > 1:
        return True
    if _NEXT.search(text) or _RELATIVE.search(text):
        return True
    if re.search(rf", by {re.escape(assertion.claimed)}\b", text, re.IGNORECASE):
        return True  # "the most common reason, by patients": of what measure, and not of what
    whole = assertion.sentence.passage.text
    at = whole.find(printed)
    if " and " not in assertion.claimed and _JOINT.search(
        whole, max(0, at - _LED), max(0, at) + len(printed)
    ):
        return True
    said = re.split(r"[;:.]", whole[max(0, at) + len(printed) :])[0]
    said = f"{printed}{said if at >= 0 else ''}"
    counts = _MANY.search(_ASIDE.sub("", assertion.evidence)) is not None
    return counts and "%" not in assertion.evidence and bool(_OF_A_SHARE.search(said))
