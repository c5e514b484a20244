"""A passage cut into sentences, each with its quantities and times."""

import re
from collections.abc import Iterator

from goldenthread.claims.documents.model import Passage
from goldenthread.claims.language.model import Sentence

_END = re.compile(r"(?<=[.!?;])\s+(?=[A-Z‘“'\"(])")


def sentences_of(file: str, passage: Passage) -> Iterator[Sentence]:
    """Every sentence of a passage, in order; the second and later are told apart by their number."""
    for number, text in enumerate(_END.split(passage.text), start=1):
        if text.strip():
            locator = passage.locator if number == 1 else f"{passage.locator}, sentence {number}"
            yield Sentence(
                text=text.strip(),
                file=file,
                locator=locator,
                passage=passage,
                quantities=(),
                times=(),
            )
