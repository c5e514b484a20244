"""What the words around a table say: some categories only, people counted twice, rounded."""

import re
from dataclasses import dataclass

from goldenthread.claims.documents.model import Document, Grid, Passage

_SOME_ONLY = re.compile(
    r"\b(?:top|main|most common|most frequent|highest|leading|principal|largest|selected|key|"
    r"commonest|biggest|first) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|"
    r"reasons|categories|issues|sources|areas|factors|themes|types|measures|groups|agencies|wards|"
    r"schools|languages|nationalities|countries|presenting|referr\w+)\b|"
    r"\b(?:most common|most frequent|selected|not all (?:are )?(?:shown|listed)|only those|"
    r"examples? of|a sample of|(?:do(?:es)?|will|may) not (?:sum|add)(?!.{0,60}\bround)|"
    r"not shown|with (?:the )?(?:most|highest|largest|fewest|lowest)|excludes? those|"
    r"other (?:categories|reasons|sources) (?:are )?not|"
    r"(?:includ\w+|and) (?:[a-z']+ ){0,6}?(?:not (?:known|recorded|stated|given|shown|asked)|"
    r"unknown|unrecorded|undisclosed|(?:did not|would not|prefer\w* not to) (?:say|state|give)))\b",
    re.IGNORECASE,
)
_MORE_THAN_ONCE = re.compile(
    r"\b(?:more than (?:one|once)|not mutually exclusive|multi-?response|all that appl(?:y|ied)|"
    r"(?:multiple|several|two or more|one or more) (?:categories|reasons|factors|responses|answers|"
    r"selections|needs|choices|response|courses|agencies|groups|services)|tick(?:ed)? (?:all|any)|"
    r"counted (?:twice|once in)|(?:each|a|one) (?:child|person|case|contact|referral|family|"
    r"young person|pupil|respondent) (?:may|can|could) |may be counted|can be counted|may appear|"
    r"can appear|overlap\w*|double[- ]count\w*|(?:unique|distinct) (?:children|individuals|people|"
    r"count)|at least one of|as many as appl)|"
    r"\b(?:holds?|held|hold|works?|worked|attend(?:s|ed)?|appears?|counts?|counted|uses?|used|"
    r"belongs?|takes?|took|enrol\w*|registered|stands?|lives?|stays?|stayed|came|went|sits?|seen) "
    r"[^.,;%]{0,30}\b(?:in|at|of|on|under|to|by|for|from|with) (?:both|two|several)\b",
    re.IGNORECASE,
)
_LIKELY_MORE_THAN_ONCE = re.compile(
    r"\b(?:factors?|disabilit(?:y|ies)|vulnerabilit(?:y|ies)|themes?|languages?|barriers|risks?|"
    r"concerns|(?<!primary )needs?(?= identified|$)|support (?:offered|received|provided)|hobbies|"
    r"services received|interventions|harm types?|presenting (?:needs|issues))\b",
    re.IGNORECASE,
)
_ROUNDED = re.compile(
    r"\b(?:rounded|rounding|nearest (?:5|five|10|ten|50|100|hundred|1,?000|thousand))\b|"
    r"£ ?(?:000|k|m)\b|£'?000s?|\(000s?\)|\bthousands\b|\b000s\b|\bmillions\b",
    re.IGNORECASE,
)
_BASE = re.compile(r"nearest (5|five|10|ten|50|100|hundred|1,?000|thousand)\b", re.IGNORECASE)
_WORDS = {"five": 5, "ten": 10, "hundred": 100, "thousand": 1000}


@dataclass(frozen=True, slots=True)
class Hints:
    """What may be taken for granted of a table, and what may not; ``words`` stand around it."""

    some_only: bool
    more_than_once: bool
    likely_more_than_once: bool
    rounded: bool
    rounded_to: int
    words: str = ""


def around(document: Document, grid: Grid) -> str:
    """The words that speak of a table: its title, section, and notes straight before and after."""
    near = (
        block.text
        for block in document.blocks
        if isinstance(block, Passage)
        and not block.heading
        and (-1 <= block.order - grid.order <= 2)
        and _is_note(block.text, block.order > grid.order)
    )
    return "\n".join((grid.caption, grid.section, *near))


def _is_note(text: str, after: bool) -> bool:
    """A long paragraph speaks of much besides the table."""
    return len(text) < 400 if after else len(text) < 300


def hints_of(document: Document, grid: Grid, labels: str) -> Hints:
    """The hints in the words around a table and in its own ``labels``."""
    words = around(document, grid)
    everything = f"{words}\n{labels}"
    base = _BASE.search(everything)
    to = 0
    if base:
        word = base[1].replace(",", "").casefold()
        to = _WORDS.get(word) or int(word)
    return Hints(
        some_only=bool(_SOME_ONLY.search(everything)),
        more_than_once=bool(_MORE_THAN_ONCE.search(everything)),
        likely_more_than_once=bool(
            _LIKELY_MORE_THAN_ONCE.search(f"{grid.caption}\n{grid.header[0]}")
        ),
        rounded=bool(_ROUNDED.search(everything)),
        rounded_to=to,
        words=words,
    )
