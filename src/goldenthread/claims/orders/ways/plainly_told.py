"""Ends of an order that are told so plainly that no other reading is left: sentence by sentence."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.ways.by_row_named import by_row_named
from goldenthread.claims.orders.ways.ends_told import ends_told
from goldenthread.claims.orders.ways.judged import LONGEST
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.table import Table

_NEAR = 6  # passages between a table and what is still said of it


def told_plainly(reading: Reading, tables: Mapping[str, Sequence[Table]]) -> Iterator[Assertion]:
    """Every end of an order told with its value or its row that cannot be one."""
    for _, group in groupby(reading.sentences, key=lambda each: id(each.passage)):
        sentences = list(group)
        for at, sentence in enumerate(sentences):
            passage = sentence.passage
            if passage.heading or len(sentence.text) > LONGEST:
                continue
            near = [
                each
                for each in tables.get(sentence.file, ())
                if abs(each.grid.order - passage.order) <= _NEAR
                and passage.section in (each.grid.section, each.grid.caption)
            ]
            yield from ends_told(sentence, sentences[:at], near)
            before = sentences[at - 1].text if at else ""
            yield from by_row_named(sentence, before, near, tables.get(sentence.file, ()))
