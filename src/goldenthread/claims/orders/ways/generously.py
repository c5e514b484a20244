"""What a sentence says of a list in its passage or, where there is none, just before it."""

from collections.abc import Iterator

from goldenthread.claims.documents.model import Passage
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.ways.by_roster import by_roster, speaks_of_order
from goldenthread.claims.orders.ways.roster_runs import trend_in_roster
from goldenthread.claims.orders.words.steadily import trends
from goldenthread.claims.reading import Reading

_BEFORE = 7  # passages
_SHORT = 240  # characters


def told_generously(sentence: Sentence, before: str) -> Iterator[Assertion]:
    """What a sentence says of a list in its passage or, where there is none, just before it."""
    text = sentence.passage.text
    at = text.find(sentence.text)
    if at < 0 or not (speaks_of_order(sentence.text) or trends(sentence.text)):
        return
    for lead in ("", before):
        if lead or not before or sentence.quantities or at:
            whole = f"{lead}{text}"
            made = list(by_roster(sentence, whole, len(lead) + at))
            made += trend_in_roster(sentence, whole, len(lead) + at)
            if made:
                yield from made
                return


def passages_before(reading: Reading) -> dict[int, str]:
    """The few short passages before each passage, as one text."""
    found: dict[int, str] = {}
    for document in reading.documents:
        last: list[Passage] = []
        for block in document.blocks:
            if not isinstance(block, Passage) or block.heading:
                last = []
                continue
            found[id(block)] = "".join(f"{each.text}\n" for each in last)
            last = [each for each in [*last, block][-_BEFORE:] if len(each.text) <= _SHORT]
    return found
