"""Percentages listed as all of one whole, which do not make 100.

"Staffing 58%, training 27%, reviews 11%, scrutiny 9% and venues the last 5%": nothing is left out,
so that they make 100 but for rounding. So does a list that ends in "everything else", in bullets
too, and one under words that split a thing ("By where the child was living, ...").
"""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import PERCENT, QUANTITY, WHEN, skeleton_of
from goldenthread.claims.wholes.percent_lists import (
    PercentList,
    far_from_hundred,
    is_above,
    may_hold_another,
    percent_list,
)
from goldenthread.claims.wholes.shared_out import SharedOut
from goldenthread.claims.wholes.whole_words import (
    called_last,
    has_many,
    has_rates,
    has_views,
    is_left,
    is_of_all_else,
    is_split,
    may_be_twice,
    tells_of_others,
    tells_of_shares,
)

_LEAST = 4  # parts with the rest, so that the slip may be in any of them
_BULLET, _HEADING, _NEAR, _AFTER = 130, 60, 4, 2
_OF_EACH = re.compile(r"^ of |[,;] (?:and )?of ")  # "31% of boys", each of a whole of its own
# "43% of the children are with relatives" names the whole, once.
_OF_THE_WHOLE = re.compile(
    r"^ of (?:the |all |our |these |those |all the )?[a-z' -]{2,40}? "
    r"(?:were|was|are|is|live|came|come|went|go|had|have|[a-z]{3,}ed|in a band)\b"
)
# What is left of a whole is no rate: "a third wanted a rise, ... and the remaining 7% none".
_REMAINING = re.compile(r"\bthe remaining $")
_TAKEN_TOGETHER = re.compile(r" (?:all )?(?:taken|put|counted) together\b")
_GOES_ON = re.compile(r"(?:A further|Another|The (?:remaining|other|last|final)) \d")
_SLOT = re.compile(f"[{PERCENT}]")


def told_as_whole(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, SharedOut]]:
    """Every such list, with the sentence or the first bullet it stands in."""
    for at, sentence in enumerate(sentences):
        found = _in_sentence(_text_of(sentences, at), _heading_of(sentences, at))
        if found and _holds(found, sentences, at, at):
            yield sentence, found
    for first, last in _runs(sentences):
        found = _in_bullets(sentences[first : last + 1], _heading_of(sentences, first))
        if found and _holds(found, sentences, first, last):
            yield sentences[first], found


def _text_of(sentences: Sequence[Sentence], at: int) -> str:
    """A sentence, with the one before where it goes on with that one's list; "" without a list."""
    sentence = sentences[at]
    many = sum(each.measure is Measure.PERCENT for each in sentence.quantities)
    if at and many and _GOES_ON.match(sentence.text):
        before = sentences[at - 1]
        told = sum(each.measure is Measure.PERCENT for each in before.quantities)
        if before.passage is sentence.passage and told and told + many >= _LEAST:
            return f"{before.text.rstrip(' .')}, {sentence.text[0].lower()}{sentence.text[1:]}"
    return sentence.text if many >= _LEAST else ""


def _listed(text: str) -> PercentList | None:
    """The list a text is; one with numbers in its labels only where its last part is the rest."""
    skeleton = skeleton_of(text)
    if found := percent_list(skeleton):
        return found
    found = percent_list(skeleton, banded=True)
    return found if found and is_left(found.gaps[-1], found.tail) else None


def _in_sentence(text: str, above: str) -> SharedOut | None:
    listed = _listed(text) if text else None
    if listed is None or not far_from_hundred(listed.parts):
        return None
    first = _OF_THE_WHOLE.sub(" ", listed.gaps[0])
    gaps = (first, *listed.gaps[1:-1], called_last(listed.gaps[-1]))
    before, after = listed.gaps[-1], _TAKEN_TOGETHER.sub(" ", listed.tail)
    if PercentList(listed.parts, listed.lead, gaps, after).says_otherwise:
        return None
    words = " ".join((listed.lead, *gaps, after))
    rates = not _REMAINING.search(before) and has_rates(f"{above} {words}")
    if rates or any(_OF_EACH.search(each) for each in (*gaps[1:], after)):
        return None
    told = f"{above} {listed.lead}{listed.gaps[0]}"
    if is_left(before, after) or (
        is_of_all_else(before, after) and tells_of_shares(told, of_one=is_above(listed.parts))
    ):
        return SharedOut(listed.parts[:-1], listed.parts[-1])
    ended = " and " in gaps[-1] or all(";" in each for each in gaps)
    split = is_split(listed.lead, into_all=not is_above(listed.parts))
    if ended and split and not may_hold_another(listed.parts) and not _are_nested(words):
        return SharedOut(listed.parts, None, all_told=True)
    return None


def _are_nested(words: str) -> bool:
    """Whether two bands of a list may be one within the other: "under 5", "under 10"."""
    return any(words.count(each) > 1 for each in ("under", "over", "less", "more"))


def _heading_of(sentences: Sequence[Sentence], at: int) -> str:
    """The heading, short line or words with a colon that lead in what stands at a place."""
    here = sentences[at]
    if not at or sentences[at - 1].file != here.file:
        return ""
    above = sentences[at - 1]
    apart = above.passage is not here.passage
    leads = above.text.rstrip(" *_").endswith((":", "?")) or len(above.passage.text) <= _HEADING
    if apart and (above.passage.heading or leads):
        return above.passage.text.lower()
    run_in = above.passage.text.startswith(above.text) and len(above.text) <= _HEADING
    return above.text.lower() if leads or (run_in and not above.quantities) else ""


def _runs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """The first and the last of short lines that follow each other, each with one percentage."""
    first: int | None = None
    for at, sentence in enumerate((*sentences, None)):
        follows = sentence is not None and _is_bullet(sentence)
        if first is not None:
            above = sentences[at - 1]
            if sentence is None or not follows or not _is_next(above, sentence):
                if at - first >= _LEAST:
                    yield first, at - 1
                first = None
        if first is None and follows:
            first = at


def _is_next(above: Sentence, sentence: Sentence) -> bool:
    order = above.passage.order + 1
    return sentence.file == above.file and sentence.passage.order == order


def _is_bullet(sentence: Sentence) -> bool:
    """Whether a sentence is a short line of its own with a percentage and no other number."""
    passage = sentence.passage
    if passage.heading or passage.text != sentence.text or len(passage.text) > _BULLET:
        return False
    text = skeleton_of(sentence.text).text
    return len(re.findall(f"[{QUANTITY}{WHEN}]", text)) == 1 and _SLOT.search(text) is not None


def _in_bullets(lines: Sequence[Sentence], above: str) -> SharedOut | None:
    parts: list[Quantity] = []
    for each in lines:
        skeleton = skeleton_of(each.text)
        slot = _SLOT.search(skeleton.text)
        if slot is None:
            return None
        parts.append(skeleton.quantity(slot.group()))
    text = skeleton_of(lines[-1].text).text
    before, after = _SLOT.split(text)
    plain = all(each.hedge is Hedge.NONE for each in parts)
    before = before.lstrip("-–•* ")
    if not plain or has_rates(" ".join((above, *(each.text.lower() for each in lines)))):
        return None
    if not is_left(before, after) and not (
        is_of_all_else(before, after) and tells_of_shares(above, of_one=is_above(tuple(parts)))
    ):
        return None
    return SharedOut(tuple(parts[:-1]), parts[-1]) if far_from_hundred(tuple(parts)) else None


def _holds(found: SharedOut, sentences: Sequence[Sentence], first: int, last: int) -> bool:
    """Whether nothing around a list allows it to make more, or less, than 100."""
    if overlap_is_told(sentences, first, last):
        return False
    if is_above(found.every):
        lines = [each.text for each in sentences[first : last + 1]]
        words = " ".join((_heading_of(sentences, first), *lines))
        of_one_view = (
            found.rest and f"the remaining {found.rest.text}" in words and has_views(words)
        )
        return bool(of_one_view) or not has_many(words)
    return not others_told_after(sentences, last)


def overlap_is_told(sentences: Sequence[Sentence], first: int, last: int) -> bool:
    """Whether words near a list say that something may be in two of its parts."""
    file = sentences[first].file
    near = [*sentences[max(0, first - _NEAR) : last + 1]]
    for each in sentences[last + 1 : last + 1 + _NEAR]:
        if _begins_anew(each):
            break
        near.append(each)
    return may_be_twice(" ".join(each.text for each in near if each.file == file))


def _begins_anew(sentence: Sentence) -> bool:
    """Whether a sentence is a heading, after which other things are told."""
    passage = sentence.passage
    short = passage.text == sentence.text and len(passage.text) <= _HEADING
    plain = not sentence.quantities and passage.text[-1:].isalpha()
    return passage.heading or (short and plain)


def others_told_after(sentences: Sequence[Sentence], last: int) -> bool:
    """Whether what follows a list tells of some that are in no part of it."""
    after = sentences[last + 1 : last + 1 + _AFTER]
    file = sentences[last].file
    return tells_of_others(" ".join(each.text for each in after if each.file == file))
