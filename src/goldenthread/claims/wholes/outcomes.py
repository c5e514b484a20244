"""A whole that ended in full, in part or not at all, told by how many did each.

"We held 97 mediations. Full agreement was reached in 49, part agreement in 23 and none in 15":
there is no fourth way, so that the three make the whole unless some are told to be still open.
"""

import re
from fractions import Fraction

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import COUNT, QUANTITY, Skeleton, skeleton_of
from goldenthread.claims.wholes import whole_cues as cues
from goldenthread.claims.wholes.single_sets import SingleSet
from goldenthread.claims.wholes.whole_words import tells_of_others

Found = tuple[Quantity, tuple[Quantity, ...]]

_WAYS = SingleSet(
    tuple(
        re.compile(rf"\b(?:{each})\b")
        for each in (
            r"in full|full|fully|wholly|complete|completely|entirely",
            r"in part|part|partly|partial|partially",
            r"none|not|not at all|no [a-z]+",
        )
    ),
    complete=True,
)
_NEAR = Fraction(4, 3)
_LABEL = 60
_OPEN = re.compile(
    r"\b(?:open|pending|await\w*|withdrawn|withdrew|adjourned|under ?way|ongoing|yet|still|"
    r"outstanding|appl(?:y|ies)|abandoned|cancelled|dropped|lapsed|superseded|relevant|applicable|applied|"
    r"later|others?|rest|remain\w*)\b",
    re.IGNORECASE,
)
_ONE = re.compile(r"\bone\b", re.IGNORECASE)
_SLOT = re.compile(f"[{QUANTITY}]")
_ENDS = re.compile(r"[.;]")


def within(sentence: Sentence, after: str) -> Found | None:
    """A whole, a colon, and what became of it: "97 mediations: full agreement in 49, ..."."""
    skeleton = skeleton_of(sentence.text)
    head, colon, _ = skeleton.text.partition(": ")
    if not colon or len(_SLOT.findall(head)) != 1:
        return None
    return _found(skeleton, len(head) + 1, sentence.text, after)


def across(before: Sentence, sentence: Sentence, after: str) -> Found | None:
    """A whole that is the only number of one sentence, and what became of it in the next.

    ``after`` is what follows, where some may be told to be still open.
    """
    if len(before.quantities) != 1 or len(sentence.quantities) != len(_WAYS.words):
        return None
    skeleton = skeleton_of(f"{before.text} {sentence.text}")
    return _found(skeleton, len(skeleton_of(before.text).text), sentence.text, after)


def _found(skeleton: Skeleton, since: int, told_in: str, after: str) -> Found | None:
    """The whole and its three parts, where these do not make it."""
    around = f"{told_in} {after}"
    counts = list(re.finditer(f"[{COUNT}]", skeleton.text))
    if len(counts) != len(_WAYS.words) + 1 or len(_SLOT.findall(skeleton.text)) != len(counts):
        return None
    whole, *parts = (skeleton.quantity(each.group()) for each in counts)
    told = (whole, *parts)
    if any(each.hedge is not Hedge.NONE or each.measure is not Measure.COUNT for each in told):
        return None
    if counts[0].start() >= since or not _named(skeleton.text, since, counts[1:]):
        return None
    made = sum((each.value for each in parts), Fraction(0))
    near = made <= whole.value * _NEAR and whole.value <= made * _NEAR
    if made == whole.value or not near or max(each.value for each in parts) >= whole.value:
        return None
    if _tells(after, abs(whole.value - made)):
        return None
    if cues.NOT_ALL.search(skeleton.text) or tells_of_others(around) or _OPEN.search(around):
        return None
    return whole, tuple(parts)


def _tells(after: str, gap: Fraction) -> bool:
    """Whether what follows tells of just so many, which may be those that are missing."""
    told = skeleton_of(after).quantities
    return any(each.value == gap for each in told) or (gap == 1 and bool(_ONE.search(after)))


def _named(text: str, since: int, slots: list[re.Match[str]]) -> bool:
    """Whether each part has one of the ways for its label, before it or after it."""
    starts, ends = [each.start() for each in slots], [each.end() for each in slots]
    before = [text[one:other] for one, other in zip([since, *ends[:-1]], starts, strict=True)]
    last = _ENDS.split(text[ends[-1] :])[0]
    after = [*(text[one:other] for one, other in zip(ends[:-1], starts[1:], strict=True)), last]
    return any(_WAYS.is_all_of(each) and max(map(len, each)) <= _LABEL for each in (before, after))
