"""Percentages listed under words that let nobody be in two of them, which make more than 100.

"Everyone chose one of four answers:" and "Each contact is put down to one source only", with a list
below: such a list may fall short of a hundred, but not go beyond it.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.language.model import Hedge, Measure, Sentence
from goldenthread.claims.wholes.shared_out import SharedOut

_ONE_OF = (
    r"(?:answers?|reasons?|sources?|categor(?:y|ies)|responses?|choices?|options?|boxe?s?|types?)"
)
_ONE_EACH = re.compile(
    r"\b(?:everyone|everybody|each (?:of them|person|\w+)|all) (?:\w+ ){0,3}?(?:chose|gave|picked|"
    rf"ticked|selected|named) (?:only |just )?(?:one|a single)\b"
    rf"|\b(?:put down|counted|recorded|coded|assigned|allotted) (?:to|as|under|in|against) "
    rf"(?:only |just )?(?:one|a single) {_ONE_OF}\b"
    rf"|(?<!at least )(?<!than )\bone {_ONE_OF} (?:only|each|apiece)\b"
    rf"|\bonly one {_ONE_OF}\b|\bcounted (?:only )?once\b",
    re.IGNORECASE,
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


def _is_item(sentence: Sentence) -> bool:
    """Whether a sentence is a short line of its own with one percentage in it."""
    passage = sentence.passage
    shares = [each for each in sentence.quantities if each.measure is Measure.PERCENT]
    alone = passage.text == sentence.text and len(passage.text) <= _BULLET
    return alone and not passage.heading and len(shares) == 1
