"""Wholes named in a question that a list below it answers: "What became of the 83 cases?"

Each thing asked about has one answer, so that the answers cannot be more than what was asked about;
they may be fewer, since some may be unknown.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import QUANTITY, skeleton_of
from goldenthread.claims.wholes import whole_cues as cues
from goldenthread.claims.wholes.dealt_out import PEOPLE, TWICE
from goldenthread.claims.wholes.listed import AMOUNT, SHARE

_FEWEST, _NEAR, _FEW = 3, Fraction(6, 5), 2
_THE = rf"(?:all )?(?:the|these|those|our) (?P<whole>{AMOUNT})(?P<what>[^{QUANTITY}.;:,?]{{2,60}}?)"
_ASKED = (
    re.compile(rf"\bwhat (?:happened (?:to|with)|became of|came of|went wrong with) {_THE}\?$"),
    re.compile(rf"\b(?:where|how) did {_THE} (?:come from|go(?: to)?|end(?: up)?|start)\?$"),
)
_ITEM = re.compile(rf"(?P<label>.*[a-z)])(?: ?[:–=]| \() ?(?P<part>{AMOUNT})\)?[.;,]?")
# In a label this only says which is meant: "more than 20 miles outside the county".
_BOUND = re.compile(rf"\b(?:more|fewer|less) than [{QUANTITY}]|[{QUANTITY}]")
_TOLD_OF = re.compile(r"\b(?:of (?:these|which|whom|them|those)|all|total)\b")


def under_question(
    question: Sentence, below: Sequence[Sentence]
) -> tuple[Quantity, tuple[Quantity, ...]] | None:
    """The whole that a question asks about, and the items below it that are more than it.

    ``below`` are the sentences that follow, of which the list is the first few.
    """
    asked = skeleton_of(question.text)
    match = next((found for each in _ASKED if (found := each.search(asked.text))), None)
    if match is None or PEOPLE.search(match["what"]):
        return None
    whole = asked.quantity(match["whole"])
    parts = []
    for item in below:
        skeleton = skeleton_of(item.text)
        told = _ITEM.fullmatch(SHARE.sub("", skeleton.text))
        if told is None or item.passage.text != item.text or item.file != question.file:
            break
        label = _BOUND.sub("", told["label"])
        if cues.NOT_ALL.search(label) or _TOLD_OF.search(label):
            return None
        parts.append(skeleton.quantity(told["part"]))
    beside = " ".join(each.text.lower() for each in below[: len(parts) + 2])
    if len(parts) < _FEWEST or TWICE.search(beside):
        return None
    return (whole, tuple(parts)) if _too_many(whole, parts) else None


def _too_many(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts are a little more than their whole, all counted and none rounded."""
    told = (whole, *parts)
    if any(each.hedge is not Hedge.NONE or each.measure is not Measure.COUNT for each in told):
        return False
    made = sum((each.value for each in parts), Fraction(0))
    near = made <= max(whole.value * _NEAR, whole.value + _FEW)
    return made > whole.value > max(each.value for each in parts) and near
