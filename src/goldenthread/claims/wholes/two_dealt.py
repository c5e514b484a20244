"""Two parts told "of these" by where each is: "of these 264 are in foster homes and 41 in care".

Who is in one place is not in the other, so that the two cannot be more than their whole; that two
digits changed about in one number would make them just that shows that they are all of it.
"""

import re
from fractions import Fraction

from goldenthread.claims.language.model import Hedge, Quantity, Sentence
from goldenthread.claims.language.skeleton import COUNT, QUANTITY, skeleton_of
from goldenthread.claims.wholes import whole_cues as cues
from goldenthread.claims.wholes.listed import SHARE, amounts
from goldenthread.claims.wholes.mended import mendable, swap_mends

Found = tuple[Quantity, tuple[Quantity, ...]]

_GAP = f"[^{QUANTITY}.;:]"
_THEM = (
    r"(?:these|those|this number|that number|them|which|whom|this total|these [a-z]+|those [a-z]+)"
)
_DOES = (
    r"(?:(?:are|were|was|is|had been|have been|live|lived|came|went) )?"
    r"(?:(?:placed|living|held|based|sent|made|received|looked after|given|paid|recorded) )?"
)
_TWO = re.compile(
    rf"\b(?:out )?of {_THEM},? (?P<one>[{COUNT}]) {_DOES}(?P<how>in|at|from|to|by|with|on|for) "
    rf"{_GAP}{{2,80}}?,? (?:and|with|while) (?P<two>[{COUNT}]) {_DOES}(?P=how) "
    rf"{_GAP}{{2,80}}?(?=[.;]|$)"
)
_BOTH = re.compile(r"\b(?:both|either|also|some of|as well|each)\b")
_NEAR = Fraction(4, 3)


def two_of_these(before: Sentence | None, sentence: Sentence) -> Found | None:
    """A whole and two parts of it that are more than it, or miss it by a slip of the hand."""
    if len(sentence.quantities) < len(("one", "two")):
        return None
    lead = f"{before.text} " if before else ""
    skeleton = skeleton_of(lead + sentence.text)
    text = SHARE.sub("", skeleton.text)
    since = len(skeleton_of(lead).text)
    for match in _TWO.finditer(text):
        parts = tuple(skeleton.quantity(match[name]) for name in ("one", "two"))
        told = list(amounts(skeleton, 0, skeleton.text.index(match["one"])))
        told = [each for each in told if each.measure is parts[0].measure]
        if match.start() < since - 1 or not told or _BOTH.search(match.group()):
            continue
        if cues.NOT_ALL.search(match.group()[len("of which") :]):
            continue
        whole = told[-1]
        made = parts[0].value + parts[1].value
        if any(each.interval.holds(made) for each in told):
            continue
        if any(each.hedge is not Hedge.NONE for each in (whole, *parts)):
            continue
        if any(each.value >= whole.value for each in parts):
            continue
        slip = swap_mends(whole, parts) or (made > whole.value and mendable(whole, parts))
        if slip and max(made, whole.value) <= min(made, whole.value) * _NEAR:
            return whole, parts
    return None
