"""Percentages listed under words that let nobody be in two of them, which make more than 100.

"Everyone chose one of four answers:" and "Each contact is put down to one source only", with a list
below: such a list may fall short of a hundred, but not go beyond it.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.language.model import Hedge, Measure, Sentence
from goldenthread.claims.language.skeleton import skeleton_of
from goldenthread.claims.wholes.percent_lists import far_from_hundred, is_above, percent_list
from goldenthread.claims.wholes.shared_out import SharedOut
from goldenthread.claims.wholes.whole_words import NEVER_TWICE, has_rates, tells_of_others

_ONE_OF = (
    r"(?:answers?|reasons?|sources?|categor(?:y|ies)|responses?|choices?|options?|boxe?s?|types?)"
)
_ONE_EACH = re.compile(
    r"\b(?:everyone|everybody|each (?:of them|person|\w+)|all) (?:\w+ ){0,3}?(?:chose|gave|picked|"
    rf"ticked|selected|named) (?:only |just )?(?:one|a single)\b"
    rf"|\b(?:put down|counted|recorded|coded|assigned|allotted) (?:to|as|under|in|against) "
    rf"(?:only |just )?(?:one|a single) {_ONE_OF}\b"
    rf"|(?<!at least )(?<!than )\bone {_ONE_OF} (?:only|each|apiece)\b"
    rf"|\b(?:to )?(?:tick|choose|pick|select|name|give|circle)(?:ed|s)? (?:only |just )?"
    rf"(?:one|a single) {_ONE_OF}\b"
    rf"|\bonly one {_ONE_OF}\b|\bcounted (?:only )?once\b",
    re.IGNORECASE,
)
# "38% chose tea, 30% coffee": of those who answered, and no share of another group each.
_CHOSE = re.compile(
    r"^ (?:ticked|chose|picked|selected|named|gave|said|put|answered|went for|opted for)\b"
)
_ONE_HEADING = re.compile(
    r"\b(?:no(?:body| one| [a-z]+)|none) (?:is|was|are|were|can be|could be|may be) [^.;]*?"
    r"\b(?:under|in|to|against|into|as) (?:more than one|two)\b",
    re.IGNORECASE,
)
_OF_EACH = re.compile(r"^ (?:of|in|at|among|for|by) ")
_OTHER = re.compile(
    r"(?:^|[,;] | and )[ \"“']*(?:some |any |all )?(?:others?|something else|none of these)"
    r"[ \"”']*$"
)
_SEVERAL = re.compile(
    r"\b(?:more than one|one or more|at least one|several|two or|as many as|all that apply|not)\b",
    re.IGNORECASE,
)
_LEAST, _BULLET, _ABOVE, _MOST = 3, 130, 2, 150


def beyond_hundred(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, SharedOut]]:
    """The first line of each such list, with its percentages."""
    for at, lead in enumerate(sentences):
        if not lead.text.rstrip(" *_").endswith(":"):
            continue
        items: list[Sentence] = []
        for each in sentences[at + 1 :]:
            place = lead.passage.order + len(items) + 1
            if each.passage.order != place or not _is_item(each):
                break
            items.append(each)
        words = " ".join(
            each.text
            for each in sentences[max(0, at - 1) : at + 1]
            if lead.passage.order - each.passage.order <= _ABOVE and each.file == lead.file
        )
        if len(items) < _LEAST or not _ONE_EACH.search(words) or _SEVERAL.search(words):
            continue
        parts = tuple(
            quantity
            for each in items
            for quantity in each.quantities
            if quantity.measure is Measure.PERCENT
        )
        low = sum((each.interval.low for each in parts), Fraction(0))
        if any(each.hedge is not Hedge.NONE for each in parts) or not 100 < low <= _MOST:
            continue
        yield items[0], SharedOut(parts, None)


def not_hundred_in_line(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, SharedOut]]:
    """Lists in one sentence, below words that let nobody be in two of them: no more than 100.

    One that ends in "other" leaves nothing out, and makes no less either.
    """
    for at, sentence in enumerate(sentences):
        if sum(each.measure is Measure.PERCENT for each in sentence.quantities) < _LEAST:
            continue
        near = [
            each
            for each in sentences[max(0, at - _ABOVE) : at + _ABOVE + 1]
            if each.passage is sentence.passage
        ]
        words = " ".join(each.text for each in near)
        plain = NEVER_TWICE.sub(" ", words)
        listed = percent_list(skeleton_of(sentence.text))
        if listed is None or not far_from_hundred(listed.parts) or listed.says_otherwise:
            continue
        chosen = _ONE_EACH.search(words) and _CHOSE.search(listed.gaps[0])
        if not (chosen or _ONE_HEADING.search(words)) or _SEVERAL.search(plain):
            continue
        if has_rates(sentence.text.lower()) or any(map(_OF_EACH.match, listed.gaps)):
            continue
        ends = _OTHER.search(listed.gaps[-1]) or _OTHER.search(listed.tail)
        if is_above(listed.parts) or (ends and not tells_of_others(words)):
            yield sentence, SharedOut(listed.parts, None, all_told=True)


def _is_item(sentence: Sentence) -> bool:
    """Whether a sentence is a short line of its own with one percentage in it."""
    passage = sentence.passage
    shares = [each for each in sentence.quantities if each.measure is Measure.PERCENT]
    alone = passage.text == sentence.text and len(passage.text) <= _BULLET
    return alone and not passage.heading and len(shares) == 1
