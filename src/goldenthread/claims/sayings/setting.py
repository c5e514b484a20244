"""Whether what stands around two sayings of the same words leaves room for two things.

"In 2019, 164 tonnes were dug" is of whatever the paragraph spoke of before, and a heading that
stands in many places ("Manufacturing") parts one chapter from another. A slip of the pen in a long
number tells all the same that one thing was meant.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Protocol

from goldenthread.claims.documents.model import Document
from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.sayings import patterns
from goldenthread.claims.sayings.context import general_stems, is_general
from goldenthread.claims.sayings.words import AGENT_STEMS, content

# Where what says of which thing a number is told ends; what follows tells more of it.
_ENDS = re.compile(r"[,;:()–—]|\band\b|\bbut\b|\bwhile\b|\.(?=\s|$)")
# A title, a source or a note: of one table or chart alone.
_OF_A_TABLE = re.compile(
    r"\W*(?:(?:Sources?|Notes?|Base)\b\s?\d*\W?:|(?:Table|Figure|Fig|Chart|Map|Graph|Exhibit)\.?"
    r"\s\d[\d.]*[a-z]?\s?(?:[:.–—-]|\s?[A-Z]))"
)
# Without one of these before the number the rest of the sentence says what it is of.
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|we|made|took|saw|held|gave|went|came|rose|fell|grew|met|"
    r"[a-z]{3,}ed)\b"
)


def _begun(document: Document) -> Iterator[tuple[int, str]]:
    """Where each section begins, with its heading; of two headings in a row both."""
    last = ""
    for passage in document.passages:
        if passage.heading:
            last = passage.text
            yield passage.order, passage.text
        elif passage.section != last:
            last = passage.section
            yield passage.order, passage.section


class Told(Protocol):
    """A number of a sentence, with the words that say what is counted."""

    @property
    def sentence(self) -> Sentence:
        """Where it stands."""

    @property
    def quantity(self) -> Quantity:
        """The number."""

    @property
    def words(self) -> frozenset[str]:
        """Their stems."""


class Settings:
    """Where the headings of the documents stand, and which of them stand in many places."""

    def __init__(self, documents: tuple[Document, ...]) -> None:
        """``documents`` that sayings are compared in."""
        self._orders: dict[str, list[int]] = {}
        self._many: dict[str, frozenset[str]] = {}
        for each in documents:
            begun = list(_begun(each))
            texts = Counter(text for _, text in begun)
            self._orders[each.file] = [order for order, _ in begun]
            self._many[each.file] = frozenset(text for text, many in texts.items() if many > 1)

    def may_be_one(self, one: Sentence, other: Sentence) -> bool:
        """Whether neither is of one table alone, nor stands under a heading of many places."""
        if _OF_A_TABLE.match(one.passage.text) or _OF_A_TABLE.match(other.passage.text):
            return False
        if one.file != other.file or self._place(one) == self._place(other):
            return True
        sections = {one.passage.section, other.passage.section}
        # "Findings" after each chapter may be about what a heading of its own is about.
        return not any(
            each in self._many[one.file] and (len(sections) == 1 or not is_general(each))
            for each in sections
        )

    def _place(self, sentence: Sentence) -> int:
        return bisect_right(self._orders[sentence.file], sentence.passage.order)


def may_be_of_two(one: Told, other: Told, *, alone: bool = False) -> bool:
    """Whether each is told with words before it that the other's paragraph has not.

    ``alone`` where the sentences need nothing before them to say of what they tell.
    """
    known = content(one.sentence.passage.text), content(other.sentence.passage.text)
    return bool(_besides(one, alone) - known[1]) and bool(_besides(other, alone) - known[0])


def _besides(told: Told, alone: bool) -> frozenset[str]:
    """The words of the paragraph up to the number and what is counted, apart from its own."""
    sentence, text = told.sentence, told.sentence.text
    spans = [(each.start, each.end) for each in sentence.quantities]
    spans += [(each.start, each.end) for each in sentence.times]
    stop = _ENDS.search(text, told.quantity.end)
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    if _VERB.search(text[: told.quantity.start]):
        text = text[: stop.start() if stop else len(text)]
    passage = sentence.passage.text
    before = "" if alone else passage[: max(passage.find(sentence.text), 0)]
    said = content(patterns.DIGITS.sub(" ", patterns.REPORTED.sub(" ", text)))
    led = content(patterns.DIGITS.sub(" ", before))
    return (said - AGENT_STEMS - general_stems() | led) - told.words
