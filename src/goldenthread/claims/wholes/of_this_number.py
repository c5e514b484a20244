"""Items of a list below "of this number", one of which is more than that number is.

"444 children were looked after. Of this number: 231 live outside the area; 530 with families".
The whole is the greatest number that the passage before the list tells, so that none that the
words may mean is less. An item may also tell of whom a part is what another item counts in all:
"132 live out of the area; 281 live with families, of whom 192 live out of the area".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.claims.language.clauses import content_stems
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import COUNT, skeleton_of

_LEAD = re.compile(
    r"(?:^|[.;,:] )(?:out )?of (?:this|that|the|these|those|which|whom|them|all)"
    r"(?: (?:total|number|figure|cohort|group|children|young people|people|cases|staff|pupils|"
    r"families|and|looked after|in care)){0,5}:?$"
)
# An item begins with its number, which has no noun of its own but people.
_ITEM = re.compile(
    rf"^\W*(?P<part>[{COUNT}])(?: ?\([^()]*\))?(?P<does> (?:(?:children|young people|people|pupils|"
    r"girls|boys) )?(?:were|was|are|is|had|have|has|live|lived|living|attend|attended|receive|"
    r"received|remain|remained|need|needed)\b(?! ceased| left)[^,;:.()]*)"
)
_OF_WHOM = re.compile(rf",? of (?:whom|which|these) (?P<part>[{COUNT}])(?P<does> [^,;:.()]+)")
_SEVERAL = re.compile(r"\b(?:families|households|schools|homes|visits|groups|settings)\b")
_MOST = 14
_OVERLAP = 3  # of so many words at least two descriptions of one group agree
_SAME = 0.75


@dataclass(frozen=True, slots=True)
class Above:
    """A part that is more than its whole, and the sentence that tells it."""

    sentence: Sentence
    part: Quantity
    whole: Quantity


def above_this_number(sentences: Sequence[Sentence]) -> Iterator[Above]:
    """Every item of a list below "of this number" that is more than the number it is of."""
    for at, lead in enumerate(sentences):
        if not lead.text.rstrip().endswith(":") or not _LEAD.search(skeleton_of(lead.text).text):
            continue
        whole = _most_told(sentences, at)
        if whole is None:
            continue
        items = list(_items(sentences[at + 1 : at + 1 + _MOST], lead))
        yield from _of(whole, items)


def _most_told(sentences: Sequence[Sentence], at: int) -> Quantity | None:
    """The greatest count of the passage of a lead, or of the one before it if that has none."""
    lead = sentences[at]
    for first in (lead.passage.order, lead.passage.order - 1):
        told = [
            quantity
            for each in sentences[max(0, at - _MOST) : at + 1]
            if each.passage.order >= first and each.file == lead.file and not each.passage.heading
            for quantity in each.quantities
            if quantity.measure is Measure.COUNT
        ]
        if told:
            most = max(told, key=lambda each: each.interval.high)
            return most if most.hedge is Hedge.NONE else None
    return None


def _items(after: Sequence[Sentence], lead: Sentence) -> Iterator[Sentence]:
    """The sentences that follow, up to the next heading or what begins anew."""
    for each in after:
        if each.file != lead.file or each.passage.heading or each.text.rstrip().endswith(":"):
            return
        yield each


def _of(whole: Quantity, items: Sequence[Sentence]) -> Iterator[Above]:
    told: list[tuple[Quantity, set[str]]] = []
    for item in items:
        skeleton = skeleton_of(item.text)
        match = _ITEM.match(skeleton.text)
        if match is None or _SEVERAL.match(match["does"].strip()):
            continue
        part = skeleton.quantity(match["part"])
        told.append((part, _stems(match["does"])))
        if part.interval.low > whole.interval.high:
            yield Above(item, part, whole)
            continue
        inner = _OF_WHOM.search(skeleton.text, match.end())
        if inner is None:
            continue
        some = skeleton.quantity(inner["part"])
        for every, words in told[:-1]:
            if _one_thing(words, _stems(inner["does"])) and some.interval.low > every.interval.high:
                yield Above(item, some, every)
                break


def _stems(words: str) -> set[str]:
    return content_stems(words.replace("outside", "out of"))


def _one_thing(one: set[str], other: set[str]) -> bool:
    """Whether two descriptions are of one group."""
    both = one & other
    return len(both) >= _SAME * max(len(one), len(other)) and len(both) + 1 >= _OVERLAP
