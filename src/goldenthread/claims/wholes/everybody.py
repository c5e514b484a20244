"""Percentages listed that are said to cover everybody, and do not make 100 between them."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from goldenthread.claims.language.model import Hedge, Measure
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY, Skeleton, skeleton_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.wholes.unmade import Unmade
from goldenthread.claims.wholes.whole_cues import NOT_ALL

_EVERYBODY = r"(?:every ?(?:one|body)|every [a-z]+|all\b|the whole\b|100%|the full\b)"
_COVERS = re.compile(
    rf"\b(?:(?:these|those|the|all)(?: [{COUNT}])? (?:[a-z]+ ){{0,2}}"
    r"(?:groups?|categories|bands?|answers|options|percentages|shares|figures|headings|types)|"
    r"(?:these|they|those|which|this))"
    rf" (?:[a-z]+ ){{0,2}}?(?:covers?|covered|covering|accounts? for|accounted for|make up|made up|"
    rf"takes? in|took in) {_EVERYBODY}"
    rf"|\bevery(?:one|body| [a-z]+)(?: who [a-z]+)? (?:is|was|falls|fell|belongs|appears) "
    r"(?:counted )?(?:once|in(?:to)? (?:just |only |exactly )?one)\b"
    r"|\bonly one (?:answer|group|category|option) (?:could|was|each|per)\b"
)
_LIST = re.compile(rf"[{PERCENT}]")
_FIRST = re.compile(r"[^;:.()]*[a-z][^;:.()]*(?:[,;]|,? and) ")
_LAST = re.compile(r"\)?(?:[,;]|,? and) [^;.()]*[a-z][^;.()]*?[:,–]? ?\(?")
_LEAST, _FAR, _HUNDRED = 3, 20, 100


def not_everybody(reading: Reading) -> Iterator[Unmade]:
    """Every such list: ``whole`` is the last percentage, ``parts`` all of them."""
    sentences = reading.sentences
    for at, sentence in enumerate(sentences):
        if sum(each.measure is Measure.PERCENT for each in sentence.quantities) < _LEAST:
            continue
        skeleton = skeleton_of(sentence.text)
        after = sentences[at + 1] if at + 1 < len(sentences) else None
        said = [skeleton.text]
        if after is not None and after.passage is sentence.passage:
            said.append(skeleton_of(after.text).text)
        if not any(_COVERS.search(each) for each in said) or NOT_ALL.search(" ".join(said)):
            continue
        found = _listed(skeleton)
        if found is None:
            continue
        parts = tuple(skeleton.quantity(each) for each in found)
        low = sum((part.interval.low for part in parts), Fraction(0))
        high = sum((part.interval.high for part in parts), Fraction(0))
        hedged = any(part.hedge is not Hedge.NONE for part in parts)
        if (
            not hedged
            and not low <= _HUNDRED <= high
            and abs(low + high - 2 * _HUNDRED) <= 2 * _FAR
        ):
            yield Unmade(sentence=sentence, whole=parts[-1], parts=parts)


def _listed(skeleton: Skeleton) -> list[str] | None:
    """The percentages of a sentence where they are a list of one shape and nothing else."""
    text = skeleton.text
    at = [found.start() for found in _LIST.finditer(text)]
    gaps = [text[one + 1 : other] for one, other in pairwise(at)]
    if any(re.search(f"[{QUANTITY}]", gap) for gap in gaps) or " and" not in gaps[-1]:
        return None
    for shape in (_FIRST, _LAST):
        if all(shape.fullmatch(gap) for gap in gaps):
            return [text[each] for each in at]
    return None
