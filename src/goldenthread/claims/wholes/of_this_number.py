"""Items of a list below "of this number", one of which is more than that number is.

"444 children were looked after. Of this number: 231 live outside the area; 530 with families".
The whole is the greatest number that the passage before the list tells, so that none that the
words may mean is less. An item may also tell of whom a part is what another item counts in all:
"132 live out of the area; 281 live with families, of whom 192 live out of the area".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.intervals import may_be_share
from goldenthread.claims.language.clauses import content_stems
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import COUNT, PERCENT, skeleton_of
from goldenthread.claims.wholes.unmade import Unmade

_LEAD = re.compile(
    r"(?:^|[.;,:] )(?:out )?of (?:this|that|the|these|those|which|whom|them|all)"
    r"(?: (?:total|number|figure|cohort|group|children|young people|people|cases|staff|pupils|"
    r"families|and|looked after|in care)){0,5}:\W*$"
)
_OF = re.compile(r"\bof\b", re.IGNORECASE)
_OF_THEM = r"\W*(?:of this number,? )?"
_FIRST = re.compile(rf"^\W*of this number,? (?=[{COUNT}])")
# An item begins with its number, which has no noun of its own but people.
_DOES = (
    r"(?:were|was|are|is|had|have|has|live|lived|living|attend|attended|receive|received|remain|"
    r"remained|need|needed)\b(?! ceased| left)"
)
_ITEM = re.compile(
    rf"^{_OF_THEM}(?P<part>[{COUNT}])(?: ?\([^()]*\))?(?P<does> "
    rf"(?:(?:children|young people|people|pupils|girls|boys) )?{_DOES}[^,;:.()]*)"
)
_SHARE = re.compile(rf"^{_OF_THEM}(?P<part>[{COUNT}]) ?\((?:or |i\.e\. )?(?P<share>[{PERCENT}])\) ")
_OF_WHOM = re.compile(rf",? of (?:whom|which|these) (?P<part>[{COUNT}])(?P<does> [^,;:.()]+)")
# Where somebody lives, as nobody does in two places.
_HOME = re.compile(
    rf"^{_OF_THEM}(?P<part>[{COUNT}])(?: ?\([^()]*\))? "
    r"(?:(?:children|young people|people|pupils) )?"
    r"(?:live|lived|are living|were living|are placed|were placed) (?:in|with) "
)
_TWICE = re.compile(r"\b(?:overlap\w*|more than one|not mutually|both)\b")
_SEVERAL = re.compile(r"\b(?:families|households|schools|homes|visits|groups|settings)\b")
_MOST = 14
_BACK = 4  # passages before one that begins "of this number 70 live ..."
_OVERLAP = 3  # of so many words at least two descriptions of one group agree
_SAME = 0.75


@dataclass(frozen=True, slots=True)
class Above:
    """A part that is more than its whole, and the sentence that tells it."""

    sentence: Sentence
    part: Quantity
    whole: Quantity


@dataclass(frozen=True, slots=True)
class NoShare:
    """A percentage beside a part that is no share of the number its list is of."""

    sentence: Sentence
    part: Quantity
    share: Quantity
    whole: Quantity


def above_this_number(sentences: Sequence[Sentence]) -> Iterator[Above]:
    """Every item of a list below "of this number" that is more than the number it is of."""
    for told, items in _lists(sentences):
        if whole := _most(told):
            yield from _of(whole, items)


def homes_above_all(sentences: Sequence[Sentence]) -> Iterator[Unmade]:
    """Every list of where people live, each in one place, that makes more than they are."""
    for told, items in _lists(sentences):
        whole = _most(told)
        if whole is None or any(_TWICE.search(item.text.lower()) for item in items):
            continue
        read = [skeleton_of(item.text) for item in items]
        parts = tuple(
            each.quantity(match["part"]) for each in read if (match := _HOME.match(each.text))
        )
        if len(parts) < _OVERLAP or any(part.value >= whole.value for part in parts):
            continue
        if sum((part.interval.low for part in parts), Fraction(0)) > whole.interval.high:
            yield Unmade(sentence=items[0], whole=whole, parts=parts)


def shares_of_this_number(sentences: Sequence[Sentence]) -> Iterator[NoShare]:
    """Every percentage beside an item's number that it is of none of the numbers told before."""
    for told, items in _lists(sentences):
        for item in items:
            skeleton = skeleton_of(item.text)
            match = _SHARE.match(skeleton.text)
            if match is None:
                continue
            part, share = (skeleton.quantity(match[name]) for name in ("part", "share"))
            wholes = [each for each in told if each.interval.low > part.interval.high]
            plain = wholes and share.hedge is part.hedge is Hedge.NONE
            if plain and not any(
                may_be_share(share.interval, part.interval, each.interval) for each in wholes
            ):
                yield NoShare(item, part, share, wholes[0])


def _lists(sentences: Sequence[Sentence]) -> Iterator[tuple[list[Quantity], list[Sentence]]]:
    """The numbers told before every list that says it is of one, and the items of the list."""
    for at, lead in enumerate(sentences):
        if not _OF.search(lead.text):
            continue
        skeleton = skeleton_of(lead.text).text
        with_item = _FIRST.match(skeleton) is not None
        if not with_item and not _LEAD.search(skeleton):
            continue
        told = _told(sentences, lead, at if with_item else at + 1)
        items = list(_items(sentences[at + 1 : at + 1 + _MOST], lead))
        items = [lead, *items] if with_item else items
        if told and items:
            yield told, items


def _most(told: Sequence[Quantity]) -> Quantity | None:
    """The greatest of the numbers that a list may be of, if it is told plainly."""
    most = max(told, key=lambda each: each.interval.high)
    return most if most.hedge is Hedge.NONE else None


def _told(sentences: Sequence[Sentence], lead: Sentence, end: int) -> list[Quantity]:
    """The counts of the passage of a lead, or of those before it if that has none."""
    order = lead.passage.order
    for first in (order, order - 1) if sentences[end - 1] is lead else (order - _BACK,):
        told = [
            quantity
            for each in sentences[max(0, end - _MOST) : end]
            if each.passage.order >= first and each.file == lead.file and not each.passage.heading
            for quantity in each.quantities
            if quantity.measure is Measure.COUNT
        ]
        if told:
            return told
    return []


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
